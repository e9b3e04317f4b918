/** Earlier stanzas that a reply that is being written may answer. */

import type { PlacedStanza, StanzaDocument } from "../../core/document/document";
import { isOppositeDirection } from "../../core/text/directions";
import type { LooseElement } from "../../core/xml/loose";
import { findJidProblem } from "../../core/xmpp/jid";
import { isUnknownValue } from "../../core/xmpp/placeholder";
import { compareDirection, isRequest, mayBeRequest } from "../../core/xmpp/replyMatch";
import type { StanzaKind } from "../../core/xmpp/stanza";
import type { StanzaSummary } from "../../core/xmpp/summary";
import { statedValue } from "./offer";

/** Maximum number of earlier stanzas to look at, and of requests to offer. */
const MAX_LOOK = 500;
const MAX_OFFERED = 20;

export interface Request {
  readonly type: string;
  readonly id: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly payloadNamespace: string | undefined;
  /** True if the addresses of the request do not contradict those of the reply. */
  readonly fits: boolean;
}

/** True if the stanza, as far as it is written, answers another. */
export function answers(stanza: LooseElement, kind: StanzaKind): boolean {
  return !mayBeRequest(summaryOf(stanza, kind));
}

/** The requests that the stanza may answer: first those whose addresses fit, then the nearest. */
export function requestsFor(
  document: StanzaDocument,
  stanza: LooseElement,
  kind: StanzaKind,
): Request[] {
  const { start } = stanza.startTag;
  const reply = summaryOf(stanza, kind);
  reply.direction = document.directionAt(start);
  const fitting: Request[] = [];
  const open: Request[] = [];
  const contradicting: Request[] = [];
  for (const request of unansweredBefore(document, start, kind)) {
    const { fits, isGiven } = compareDirection(reply, request);
    if (!fits) contradicting.push(describe(request, false));
    else (isGiven ? fitting : open).push(describe(request, true));
  }
  return [...fitting, ...open, ...contradicting].slice(0, MAX_OFFERED);
}

/**
 * The nearest request of the kind before the offset that has an id and no reply, and may be answered
 * by the stanza that begins there.
 */
export function nearestRequest(
  document: StanzaDocument,
  before: number,
  kind: StanzaKind,
): Request | undefined {
  const direction = document.directionAt(before);
  for (const request of unansweredBefore(document, before, kind)) {
    if (isOppositeDirection(direction, request.direction)) return describe(request, true);
  }
  return undefined;
}

/** Unanswered requests, the nearest first. A stanza that begins at the offset is not counted as a reply. */
function* unansweredBefore(
  document: StanzaDocument,
  before: number,
  kind: StanzaKind,
): Generator<StanzaSummary, void> {
  const stanzas = document.stanzas();
  let looked = 0;
  for (let i = stanzas.length - 1; i >= 0 && looked < MAX_LOOK; i--) {
    const stanza = stanzas[i]!;
    const { summary, span } = stanza;
    if (span.start >= before || summary?.kind !== kind || !summary.id || !isRequest(summary))
      continue;
    looked++;
    if (isUnanswered(document, stanza, before)) yield summary;
  }
}

function isUnanswered(document: StanzaDocument, request: PlacedStanza, except: number): boolean {
  return document.exchanges.repliesTo(request).every(({ span }) => span.start === except);
}

function describe(request: StanzaSummary, fits: boolean): Request {
  const { type, id, from, to, payloadNamespace } = request;
  return { type, id: id?.value ?? "", from: from?.value, to: to?.value, payloadNamespace, fits };
}

/** Summary of an incomplete stanza, with its known properties. */
function summaryOf(stanza: LooseElement, kind: StanzaKind): StanzaSummary {
  const address = (name: string) => {
    const value = statedValue(stanza, name);
    if (value === undefined || isUnknownValue(value) || findJidProblem(value)) return undefined;
    return { value, valueSpan: stanza.nameSpan };
  };
  const type = statedValue(stanza, "type") ?? "";
  return {
    kind,
    type,
    isTypeUnknown: isUnknownValue(type),
    id: undefined,
    idValue: undefined,
    from: address("from"),
    to: address("to"),
    nameSpan: stanza.nameSpan,
    payload: undefined,
    payloadNamespace: undefined,
    error: undefined,
    unusable: undefined,
    direction: undefined,
  };
}
