/** Paths in the form of other programs: relative to the root of the checkout, with slashes. */

import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The path relative to the root of the checkout: GitHub's variable, elsewhere the current
 * folder. Undefined for a file outside of it.
 */
export function pathInCheckout(path: string): string | undefined {
  const file = resolve(path);
  for (const root of [process.env.GITHUB_WORKSPACE, process.cwd()]) {
    if (!root) continue;
    const inside = relative(root, file);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) continue;
    return inside.split(sep).join("/");
  }
  return undefined;
}
