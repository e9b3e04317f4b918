/** Errors outside of stanzas in a document, and their rows as `xmpp-stanza stanzas` lists them. */

import type { Span } from "../text/span";
import { parse } from "../xml/parse";
import { findHost } from "../xmpp/errorFamilies";
import type { ErrorFamily } from "../xmpp/errorFamily";
import { readFamilyError } from "../xmpp/familyError";
import type { StanzaDocument } from "./document";
import type { TextPiece } from "./piece";
import type { StanzaRow } from "./stanzaRow";

type FamilyRow = Pick<StanzaRow, "kind" | "condition" | "isBroken">;

/** An error outside of stanzas. */
export interface PlacedError {
  readonly span: Span;
  /** Name of the element: local, or with its prefix if the element is not well-formed. */
  readonly name: string;
  /** Undefined for an element that is not well-formed. */
  readonly family: ErrorFamily | undefined;
  /** Local name of the first condition. */
  readonly condition: string | undefined;
  readonly isBroken: boolean;
}

/** The errors outside of stanzas, in order. */
export function* familyErrorsOf(stanzas: StanzaDocument): Generator<PlacedError, void> {
  for (const piece of stanzas.pieces) {
    if (!piece.isElement || piece.isStanza) continue;
    yield { span: piece.span, ...read(stanzas.sourceOf(piece), piece) };
  }
}

function read(source: string, { scope }: TextPiece): Omit<PlacedError, "span"> {
  const { root } = parse(source, scope);
  if (!root) {
    const name = /^<([^\s/>]*)/.exec(source)?.[1] ?? "";
    return { name, family: undefined, condition: undefined, isBroken: true };
  }
  const family = findHost(root.local, root.namespace)?.family;
  const error = readFamilyError(root, source, scope);
  const [condition] = [...(error?.conditions ?? []), ...(error?.obsolete ?? [])];
  return { name: root.local, family, condition: condition?.local, isBroken: false };
}

/** The rows of the errors outside of stanzas, in order. */
export function* familyRowsOf(
  stanzas: StanzaDocument,
): Generator<{ readonly start: number; readonly row: FamilyRow }, void> {
  for (const { span, name, family, condition, isBroken } of familyErrorsOf(stanzas)) {
    const kind = family?.kind ?? name;
    const about = condition === undefined ? {} : { condition };
    yield { start: span.start, row: { kind, ...about, ...(isBroken ? { isBroken } : {}) } };
  }
}
