/**
 * Parsing: the text of one stanza into the tree with offsets. Parsing never throws: text that is not
 * well-formed gives the first error at its exact place.
 *
 * Nearly all stanzas are plain, and are read by a fast loop for these only; the others are
 * read and judged by saxes (docs/decisions/parser.md).
 */

import { ElementReader } from "./elementReader";
import type { ElementTape } from "./elementTape";
import { HOLE } from "./holes";
import { defaultParseLimits, type ParseLimits } from "./limits";
import { type Resolved, resolveHoles } from "./resolve";
import type { Scope } from "./scope";
import { parseWithSaxes } from "./strictParser";
import { openTape } from "./tapeNodes";
import type { ParseResult } from "./tree";

const plainReader = new ElementReader("");

/**
 * Parses the text of one stanza: XML 1.0 with namespaces, one root element, no DTD.
 * @param source from `<` to `>`; offsets in the result count UTF-16 code units from its start
 * @param scope namespaces and language that are declared around it
 * @param limits of a larger stanza, only the exceeded limit is reported
 */
export function parse(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits = defaultParseLimits,
): ParseResult {
  return parseBy(true, source, scope, limits);
}

/** The same for any stanza: by saxes alone, which takes several times as long. */
export function parseStrictly(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits = defaultParseLimits,
): ParseResult {
  return parseBy(false, source, scope, limits);
}

/**
 * Parses a stanza that may have holes and elisions: if it is not well-formed as it stands, and holes are its only
 * defects, the tree contains its known parts.
 * @param hasElisions false where omissions are mistakes
 */
export function parseWithHoles(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits = defaultParseLimits,
  hasElisions = true,
): ParseResult {
  const written = parseBy(true, source, scope, limits);
  const resolved = written.error && resolveHoles(source, hasElisions);
  if (!resolved) return written;
  const read = parseBy(false, resolved.text, scope, limits, resolved);
  if (!read.error?.subject.includes(HOLE)) return read;
  const { start, end } = read.error.span;
  return { error: { ...read.error, subject: source.slice(start, end) } };
}

/** The tree of a plain stanza; undefined for any other. */
function readPlain(
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits,
): ParseResult | undefined {
  plainReader.text = source;
  if (plainReader.read(0, scope) !== source.length) return undefined;
  const tape = plainReader.tape(source);
  plainReader.text = "";
  if (!isWithin(tape, limits)) return undefined;
  return { root: openTape(tape), restricted: NONE, comments: NONE };
}

/** True if an element that was read is within the limits. */
export function isWithin({ source, size }: ElementTape, limits: ParseLimits): boolean {
  const { stanzaLength, depth, attributes } = limits;
  return source.length <= stanzaLength && size.depth <= depth && size.attributes <= attributes;
}

const NONE: readonly never[] = [];

function parseBy(
  mayBePlain: boolean,
  source: string,
  scope: Scope | undefined,
  limits: ParseLimits,
  resolved?: Resolved,
): ParseResult {
  if (source.length > limits.stanzaLength) {
    const end = /^<[^\s/>]{0,100}/.exec(source)?.[0].length ?? 1;
    const max = limits.stanzaLength;
    return { exceeded: { limit: "stanzaLength", span: { start: Math.min(1, end), end }, max } };
  }
  const plain = mayBePlain ? readPlain(source, scope, limits) : undefined;
  return plain ?? parseWithSaxes(source, scope, limits, resolved);
}
