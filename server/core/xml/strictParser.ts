/** Parses any stanza with saxes. Loaded with the first stanza that is not plain: most texts have none. */

import type { ParseLimits } from "./limits";
import { locateQuote } from "./quotes";
import type { Resolved } from "./resolve";
import type { Scope } from "./scope";
import { createStrictReader } from "./strictReader";
import type { ParseResult } from "./tree";
import { Stop, TreeBuilder } from "./treeBuilder";

const builder = new TreeBuilder();
const reader = createStrictReader(builder);

/** The tree of a stanza within the limit of its length, or the first error at its exact place. */
export function parseWithSaxes(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits,
  resolved: Resolved | undefined,
): ParseResult {
  try {
    builder.begin(source, scope, limits, resolved);
    reader.read(source);
    return builder.end();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const { error } = stop.result;
    return error ? { error: locateQuote(source, error) } : stop.result;
  } finally {
    builder.forget();
  }
}
