/** Paths in the form of configuration files: absolute, with `/` between names. */

import { resolve, sep } from "node:path";

/** The absolute path with slashes; on Windows, the drive is the first name. */
export function slashed(path: string): string {
  const absolute = resolve(path);
  const whole = sep === "\\" ? `/${absolute.replaceAll("\\", "/")}` : absolute;
  return /[\\/]$/.test(path) && !whole.endsWith("/") ? `${whole}/` : whole;
}

/** The path in the form of the file system. */
export function unslashed(path: string): string {
  return sep === "\\" ? path.slice(1).replaceAll("/", "\\") : path;
}
