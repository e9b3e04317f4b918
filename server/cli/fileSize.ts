/** Limit of the size of files that are read as a whole. */

import { statSync } from "node:fs";
import type { InputFile } from "./inputs";
import { STDIN } from "./readInput";

/** Size in bytes from which on a plain file is read part by part. */
export const LARGE = 11_000_000;

/** True also for standard input, and for pipes and devices, whose size is unknown. */
export function mayBeLarge({ path }: InputFile): boolean {
  if (path === STDIN) return true;
  const about = statSync(path, { throwIfNoEntry: false });
  return about !== undefined && (about.size > LARGE || !about.isFile());
}
