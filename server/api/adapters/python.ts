/** The adapter for Python, as a function, which a bundle loads when it is called. */

import adapter from "../../core/sources/python";
import type { SourceAdapter } from "../../core/sources/source";

export function pythonAdapter(): SourceAdapter {
  return adapter;
}
