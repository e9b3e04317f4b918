/** The adapter for JavaScript, as a function, which a bundle loads when it is called. */

import adapter from "../../core/sources/javascript";
import type { SourceAdapter } from "../../core/sources/source";

export function javascriptAdapter(): SourceAdapter {
  return adapter;
}
