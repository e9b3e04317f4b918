/** Stanzas of a document with their places. */

import type { Span } from "../text/span";
import type { StanzaSummary } from "../xmpp/summary";
import type { CheckedText } from "./checkedText";
import type { CheckedPiece } from "./checkResult";

/** A stanza with its place in the document. Offsets in the summary count from its start. */
export interface PlacedStanza {
  readonly span: Span;
  /** Undefined for a stanza that is not well-formed. */
  readonly summary: StanzaSummary | undefined;
}

/** Checks the stanza of the piece, if need be. */
export function placeStanza(checked: CheckedText, piece: CheckedPiece): PlacedStanza {
  return { span: piece.span, summary: checked.checked(piece).summary };
}

/** The pieces that are checked as stanzas, in order. Checks the unchecked pieces. */
export function checkedStanzas(checked: CheckedText): CheckedPiece[] {
  return checked.framed.pieces.filter(
    (piece) => piece.isStanza && checked.checked(piece).isChecked,
  );
}
