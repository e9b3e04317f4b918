/** Rows of errors outside of stanzas, as `xmpp-stanza stanzas` lists them. */

import { parse } from "../xml/parse";
import { findHost } from "../xmpp/errorFamilies";
import { readFamilyError } from "../xmpp/familyError";
import type { StanzaDocument } from "./document";
import type { TextPiece } from "./piece";
import type { StanzaRow } from "./stanzaRow";

type FamilyRow = Pick<StanzaRow, "kind" | "condition" | "isBroken">;

/** The errors outside of stanzas, in order. */
export function* familyRowsOf(
  stanzas: StanzaDocument,
): Generator<{ readonly start: number; readonly row: FamilyRow }, void> {
  for (const piece of stanzas.pieces) {
    if (!piece.isElement || piece.isStanza) continue;
    yield { start: piece.start, row: rowOf(stanzas.sourceOf(piece), piece) };
  }
}

function rowOf(source: string, { scope }: TextPiece): FamilyRow {
  const { root } = parse(source, scope);
  if (!root) return { kind: /^<([^\s/>]*)/.exec(source)?.[1] ?? "", isBroken: true };
  const kind = findHost(root.local, root.namespace)?.family.kind ?? root.local;
  const error = readFamilyError(root, source, scope);
  const [condition] = [...(error?.conditions ?? []), ...(error?.obsolete ?? [])];
  return condition ? { kind, condition: condition.local } : { kind };
}
