/**
 * Summary of a stanza for the pairing of requests and replies (RFC 6120 §8.3.1): kept for each stanza of a document
 * after the parsed stanza is dropped. Offsets count from the start of the stanza.
 */

import { detachString } from "../text/detachString";
import type { Direction } from "../text/directions";
import type { Span } from "../text/span";
import type { XmlAttribute } from "../xml/tree";
import { internName } from "./internedNames";
import { findJidProblem } from "./jid";
import type { Stanza, StanzaKind } from "./stanza";
import { isUnknown, knownValue } from "./unknown";

/** An attribute with its value; only if the value is known and valid. */
export interface KnownAttribute {
  readonly value: string;
  /** Span between the quotes. */
  readonly valueSpan: Span;
}

/** Unreliable attributes: an id that is a placeholder, and invalid addresses. */
export interface UnusableValues {
  readonly id?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StanzaSummary {
  readonly kind: StanzaKind;
  /** Empty without a type. */
  readonly type: string;
  /** False for an unknown type, which may be that of a request or of a reply. */
  readonly isTypeUnknown: boolean;
  readonly id: KnownAttribute | undefined;
  /** The value of the id, without creating an object for its attribute. */
  readonly idValue: string | undefined;
  readonly from: KnownAttribute | undefined;
  readonly to: KnownAttribute | undefined;
  /** Undefined for most stanzas. */
  readonly unusable: UnusableValues | undefined;
  readonly nameSpan: Span;
  /** Name of the first child that is payload. */
  readonly payload: string | undefined;
  readonly payloadNamespace: string | undefined;
  /** Condition and type of its error child, as far as they are there. */
  readonly error: { readonly condition: string; readonly type: string } | undefined;
  /**
   * Sender and stream of the stanza, where the source states them. Mutable: the reader of the source writes it into the
   * new summary, because copies of shared summaries would cost half as much again.
   */
  direction: Direction | undefined;
}

/** Common part of the stanzas of one shape. */
export interface Facts {
  readonly kind: StanzaKind;
  readonly type: string;
  readonly isTypeUnknown: boolean;
  readonly nameEnd: number;
  readonly payload: string | undefined;
  readonly payloadNamespace: string | undefined;
  readonly condition: string | undefined;
  readonly errorType: string;
}

/** Computes rarely needed properties lazily: there is a summary for each stanza of a document. */
export abstract class Summary implements StanzaSummary {
  direction: Direction | undefined;
  abstract readonly from: KnownAttribute | undefined;
  abstract readonly to: KnownAttribute | undefined;
  abstract readonly unusable: UnusableValues | undefined;

  constructor(
    readonly facts: Facts,
    readonly idValue: string | undefined,
    readonly idStart: number,
    readonly idEnd: number,
  ) {
    this.direction = undefined;
  }

  get kind(): StanzaKind {
    return this.facts.kind;
  }

  get type(): string {
    return this.facts.type;
  }

  get isTypeUnknown(): boolean {
    return this.facts.isTypeUnknown;
  }

  abstract readonly payload: string | undefined;
  abstract readonly payloadNamespace: string | undefined;

  get nameSpan(): Span {
    return { start: 1, end: this.facts.nameEnd };
  }

  get error(): StanzaSummary["error"] {
    const { condition, errorType } = this.facts;
    return condition === undefined ? undefined : { condition, type: errorType };
  }

  get id(): KnownAttribute | undefined {
    return stated(this.idValue, this.idStart, this.idEnd);
  }
}

/** Summary of a stanza that was parsed. */
class ReadSummary extends Summary {
  readonly fromValue: string | undefined;
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toValue: string | undefined;
  readonly toStart: number;
  readonly toEnd: number;
  readonly unusable: UnusableValues | undefined;

  constructor(stanza: Stanza) {
    const { id, from, to } = stanza;
    super(
      factsOf(stanza),
      own(knownValue(id)) || undefined,
      id?.valueStart ?? 0,
      id?.valueEnd ?? 0,
    );
    this.fromValue = knownAddress(from);
    this.fromStart = from?.valueStart ?? 0;
    this.fromEnd = from?.valueEnd ?? 0;
    this.toValue = knownAddress(to);
    this.toStart = to?.valueStart ?? 0;
    this.toEnd = to?.valueEnd ?? 0;
    this.unusable = unusableValues(stanza);
  }

  get payload(): string | undefined {
    return this.facts.payload;
  }

  get payloadNamespace(): string | undefined {
    return this.facts.payloadNamespace;
  }

  get from(): KnownAttribute | undefined {
    return stated(this.fromValue, this.fromStart, this.fromEnd);
  }

  get to(): KnownAttribute | undefined {
    return stated(this.toValue, this.toStart, this.toEnd);
  }
}

/** A summary that can serve for other stanzas of the same shape. */
export type SharedSummary = Summary;

/** The summary of a stanza that is not nested. */
export function summarise(stanza: Stanza): SharedSummary {
  return new ReadSummary(stanza);
}

/** What the summaries of all stanzas of a shape have in common. */
export function factsOf(stanza: Stanza): Facts {
  const { type } = stanza;
  const [error] = stanza.errors;
  const [payload] = stanza.payload;
  return {
    kind: stanza.kind,
    type: own(stanza.typeValue) ?? "",
    isTypeUnknown: type !== undefined && stanza.typeValue === undefined,
    nameEnd: 1 + stanza.element.name.length,
    payload: payload && internName(payload.local),
    payloadNamespace: payload && internName(payload.namespace),
    condition: error && internName(error.conditions[0]?.local ?? ""),
    errorType: own(error && knownValue(error.type)) ?? "",
  };
}

/** The attribute, if its value is known. */
function stated(value: string | undefined, start: number, end: number): KnownAttribute | undefined {
  return value === undefined ? undefined : { value, valueSpan: { start, end } };
}

function knownAddress(attribute: XmlAttribute | undefined): string | undefined {
  const value = knownValue(attribute);
  return value === undefined || findJidProblem(value) ? undefined : internName(value);
}

function unusableValues({ id, from, to }: Stanza): UnusableValues | undefined {
  const unknownId = id && isUnknown(id) ? own(id.value) : undefined;
  const invalidFrom = invalidAddress(from);
  const invalidTo = invalidAddress(to);
  if (unknownId === undefined && invalidFrom === undefined && invalidTo === undefined) {
    return undefined;
  }
  return { id: unknownId, from: invalidFrom, to: invalidTo };
}

function invalidAddress(attribute: XmlAttribute | undefined): string | undefined {
  const value = knownValue(attribute);
  return value !== undefined && findJidProblem(value) ? detachString(value) : undefined;
}

/** Copies a string so that it does not keep the whole text in memory as a slice of it. */
export function own(value: string | undefined): string | undefined {
  return value && detachString(value);
}
