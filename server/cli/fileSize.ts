/** How large a file may be that is kept as a whole. */

import { statSync } from "node:fs";
import type { InputFile } from "./inputs";
import { STDIN } from "./readInput";

/** Bytes of a file from which on it is not kept as a whole, if it is a plain one. */
export const LARGE = 11_000_000;

/** True for standard input, too: nobody knows how much will come. */
export function mayBeLarge({ path }: InputFile): boolean {
  if (path === STDIN) return true;
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  return size > LARGE;
}
