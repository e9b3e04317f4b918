/** Pairs of requests and replies in a document (RFC 6120 §8.3.1), for navigation and drawings. */

import { isEndOfStep, runToCompletion, type Steps } from "../text/steps";
import type { StanzaSummary } from "../xmpp/summary";
import type { CheckedText } from "./checkedText";
import type { CheckedPiece } from "./checkResult";
import { checkedStanzas, type PlacedStanza, placeStanza } from "./placedStanza";

export class DocumentExchanges {
  constructor(readonly checked: CheckedText) {}

  /** The request that the stanza answers, if it is a reply and the request is certain. */
  requestOf(stanza: PlacedStanza): PlacedStanza | undefined {
    const found = this.#find(stanza);
    const request = found && this.checked.replies.requestOf(found.piece, found.summary);
    return request && placeStanza(this.checked, request);
  }

  /** The replies to the stanza, in order; none for a stanza that is itself a reply. */
  repliesTo(stanza: PlacedStanza): PlacedStanza[] {
    const found = this.#find(stanza);
    if (!found) return [];
    const replies = this.checked.replies.repliesTo(found.piece, found.summary);
    return replies.map((reply) => placeStanza(this.checked, reply));
  }

  /** For each stanza of the document, in order, the index of its request, where that is certain. */
  requestIndexes(): (number | undefined)[] {
    return runToCompletion(this.findingRequests());
  }

  /** The same in steps. */
  *findingRequests(): Steps<(number | undefined)[]> {
    this.checked.checkAll();
    const stanzas = checkedStanzas(this.checked);
    const indexes = new Map<CheckedPiece, number>();
    const requests: (number | undefined)[] = [];
    for (const [index, piece] of stanzas.entries()) {
      indexes.set(piece, index);
      if (isEndOfStep(index)) yield;
    }
    for (const [index, piece] of stanzas.entries()) {
      const summary = piece.result?.summary;
      const request = summary && this.checked.replies.requestOf(piece, summary);
      requests.push(request && indexes.get(request));
      if (isEndOfStep(index)) yield;
    }
    return requests;
  }

  /** The piece of a well-formed stanza, after all pieces are checked and in the index of replies. */
  #find({ span }: PlacedStanza): { piece: CheckedPiece; summary: StanzaSummary } | undefined {
    this.checked.checkAll();
    const piece = this.checked.framed.pieceAt(span.start);
    const summary = piece?.result?.summary;
    return piece && summary && { piece, summary };
  }
}
