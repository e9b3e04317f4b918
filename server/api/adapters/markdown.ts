/** The adapter for Markdown, as a function, which a bundle loads when it is called. */

import adapter from "../../core/sources/markdown";
import type { SourceAdapter } from "../../core/sources/source";

export function markdownAdapter(): SourceAdapter {
  return adapter;
}
