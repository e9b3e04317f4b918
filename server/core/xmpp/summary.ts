/**
 * What pairing needs to know of a stanza (RFC 6120 §8.3.1): kept for each stanza of a document, when
 * the parsed stanza is long gone. Offsets count from the start of the stanza.
 */

import { mayGoBack, type Passage } from "../turns";
import { ownText } from "../xml/ownText";
import type { Span, XmlAttribute } from "../xml/tree";
import { findJidProblem, splitJid } from "./jid";
import { knownValue, type Stanza, type StanzaKind } from "./stanza";

/** An attribute with what it says; there only if it says something that is known and valid. */
export interface Stated {
  readonly value: string;
  /** Between the quotes. */
  readonly valueSpan: Span;
}

export interface StanzaSummary {
  readonly kind: StanzaKind;
  /** `""` without a type. */
  readonly type: string;
  /** Of an unknown type nobody knows whether it is a request or a reply. */
  readonly isTypeUnknown: boolean;
  readonly id: Stated | undefined;
  readonly from: Stated | undefined;
  readonly to: Stated | undefined;
  readonly nameSpan: Span;
  /** Name of the first child that is payload. */
  readonly payload: string | undefined;
  readonly payloadNamespace: string | undefined;
  /** Condition and type of its error child, as far as they are there. */
  readonly error: { readonly condition: string; readonly type: string } | undefined;
  /**
   * Who sends it on which stream, where the source says so. Whoever knows the source writes it into the
   * new summary: copies of other shapes would cost as much as half of all that is done with it.
   */
  passage: Passage | undefined;
}

/** There is one for each stanza of a document, so it is one object, and what is seldom asked for is made then. */
class Summary implements StanzaSummary {
  readonly kind: StanzaKind;
  readonly type: string;
  readonly isTypeUnknown: boolean;
  readonly payload: string | undefined;
  readonly payloadNamespace: string | undefined;
  passage: Passage | undefined = undefined;
  readonly #id: string | undefined;
  readonly #idStart: number;
  readonly #idEnd: number;
  readonly #from: string | undefined;
  readonly #fromStart: number;
  readonly #fromEnd: number;
  readonly #to: string | undefined;
  readonly #toStart: number;
  readonly #toEnd: number;
  readonly #nameEnd: number;
  readonly #condition: string | undefined;
  readonly #errorType: string;

  constructor(stanza: Stanza) {
    const { type, id, from, to } = stanza;
    const [error] = stanza.errors;
    const [payload] = stanza.payload;
    this.kind = stanza.kind;
    this.type = own(stanza.typeValue) ?? "";
    this.isTypeUnknown = type !== undefined && stanza.typeValue === undefined;
    this.payload = payload && shared(payload.local);
    this.payloadNamespace = payload && shared(payload.namespace);
    this.#id = own(knownValue(id)) || undefined;
    this.#idStart = id?.valueStart ?? 0;
    this.#idEnd = id?.valueEnd ?? 0;
    this.#from = knownAddress(from);
    this.#fromStart = from?.valueStart ?? 0;
    this.#fromEnd = from?.valueEnd ?? 0;
    this.#to = knownAddress(to);
    this.#toStart = to?.valueStart ?? 0;
    this.#toEnd = to?.valueEnd ?? 0;
    this.#nameEnd = 1 + stanza.element.name.length;
    this.#condition = error && shared(error.conditions[0]?.local ?? "");
    this.#errorType = own(error && knownValue(error.type)) ?? "";
  }

  get id(): Stated | undefined {
    return stated(this.#id, this.#idStart, this.#idEnd);
  }

  get from(): Stated | undefined {
    return stated(this.#from, this.#fromStart, this.#fromEnd);
  }

  get to(): Stated | undefined {
    return stated(this.#to, this.#toStart, this.#toEnd);
  }

  get nameSpan(): Span {
    return { start: 1, end: this.#nameEnd };
  }

  get error(): { readonly condition: string; readonly type: string } | undefined {
    const condition = this.#condition;
    return condition === undefined ? undefined : { condition, type: this.#errorType };
  }
}

/** The summary of a stanza that is not nested. */
export function summarise(stanza: Stanza): StanzaSummary {
  return new Summary(stanza);
}

function stated(value: string | undefined, start: number, end: number): Stated | undefined {
  return value === undefined ? undefined : { value, valueSpan: { start, end } };
}

function knownAddress(attribute: XmlAttribute | undefined): string | undefined {
  const value = knownValue(attribute);
  return value === undefined || findJidProblem(value) ? undefined : shared(value);
}

/** What is kept of a document keeps no view of its text. */
function own(value: string | undefined): string | undefined {
  return value && ownText(value);
}

/** Names and addresses that were met, each once: a text repeats few of them, and each copy would be kept. */
const names = new Map<string, string>();
const MAX_NAMES = 1000;

function shared(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) names.clear();
  // What was read of a document would keep all of it.
  const kept = ownText(name);
  names.set(kept, kept);
  return kept;
}

/** True for an iq of type result or error, and for a message or presence of type error. */
export function isReply({ kind, type }: StanzaSummary): boolean {
  return type === "error" || (kind === "iq" && type === "result");
}

/** True if the stanza may be answered: it is known not to be a reply itself. */
export function isRequest(summary: StanzaSummary): boolean {
  return !summary.isTypeUnknown && !isReply(summary);
}

/** True unless the stanza is known to be a reply: a type that is a placeholder may be any. */
export function mayBeRequest(summary: StanzaSummary): boolean {
  return summary.isTypeUnknown || !isReply(summary);
}

/**
 * False if the source says that the reply passes on another stream than the other stanza, or comes
 * from the same side: whatever its id and addresses are, it is no answer to that.
 */
export function mayAnswer(reply: StanzaSummary, other: StanzaSummary): boolean {
  return mayGoBack(reply.passage, other.passage);
}

/** How the addresses of a reply go with those of the stanza that it may answer. */
export interface Direction {
  /** How many of the two pairs are given on both sides. */
  readonly given: number;
  /** The reply's addresses that are not the other's of the opposite side. */
  readonly contradicting: readonly ("from" | "to")[];
}

/** Compares the reply's `to` with the other's `from`, and its `from` with the other's `to`. */
export function compareDirection(reply: StanzaSummary, other: StanzaSummary): Direction {
  const contradicting: ("from" | "to")[] = [];
  let given = 0;
  for (const [side, opposite] of [
    ["from", "to"],
    ["to", "from"],
  ] as const) {
    const own = reply[side];
    const others = other[opposite];
    if (!own || !others) continue;
    given++;
    if (!agree(own.value, others.value)) contradicting.push(side);
  }
  return { given, contradicting };
}

/** True for the same address, and for a bare JID and one of its full JIDs. */
export function agree(a: string, b: string): boolean {
  const left = splitJid(a);
  const right = splitJid(b);
  return (
    left.domain.toLowerCase() === right.domain.toLowerCase() &&
    left.local?.toLowerCase() === right.local?.toLowerCase() &&
    (left.resource === undefined ||
      right.resource === undefined ||
      left.resource === right.resource)
  );
}
