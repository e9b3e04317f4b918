/** Summaries of stanzas that have the shape of another, made without a tree. */

import { noParseLimits } from "../xml/limits";
import { parse } from "../xml/parse";
import type { Scope } from "../xml/scope";
import { readStanzas } from "./readStanzas";
import {
  type Facts,
  factsOf,
  type KnownAttribute,
  own,
  type SharedSummary,
  type StanzaSummary,
  Summary,
  type UnusableValues,
} from "./summary";
import { Address, isKnownId, judgeAddress } from "./unparsedValues";

/** A text with stanzas. */
export interface StanzaText {
  slice(start: number, end: number): string;
}

/** Current place of a stanza. */
export interface StanzaPlace {
  readonly start: number;
  readonly end: number;
  /** Scope that is open around it. */
  readonly scope: Scope | undefined;
}

/** Summary of a stanza that shares the shape of another: addresses and payload stay in the text until they are read. */
class ShapedSummary extends Summary {
  constructor(
    facts: Facts,
    idValue: string | undefined,
    idStart: number,
    idEnd: number,
    readonly text: StanzaText,
    readonly place: StanzaPlace,
    readonly fromStart: number,
    readonly fromEnd: number,
    readonly toStart: number,
    readonly toEnd: number,
    readonly unusable: UnusableValues | undefined,
  ) {
    super(facts, idValue, idStart, idEnd);
  }

  get from(): KnownAttribute | undefined {
    return this.#read(this.fromStart, this.fromEnd);
  }

  get to(): KnownAttribute | undefined {
    return this.#read(this.toStart, this.toEnd);
  }

  get payload(): string | undefined {
    return this.#payload?.payload;
  }

  get payloadNamespace(): string | undefined {
    return this.#payload?.payloadNamespace;
  }

  get #payload(): Pick<Facts, "payload" | "payloadNamespace"> | undefined {
    if (this.facts.payload === undefined) return undefined;
    const { start, end, scope } = this.place;
    const source = this.text.slice(start, end);
    const { root } = parse(source, scope, noParseLimits);
    const text = { source, scope, restricted: [], comments: [] };
    const [stanza] = root ? readStanzas(root, text) : [];
    return stanza && factsOf(stanza);
  }

  #read(start: number, end: number): KnownAttribute | undefined {
    if (start < 0) return undefined;
    const from = this.place.start;
    return { value: this.text.slice(from + start, from + end), valueSpan: { start, end } };
  }
}

/**
 * The summary of a stanza that has the shape of another stanza.
 * @param values its id and its addresses
 * @param text with the stanza as it is now, valid as long as the summary
 * @returns undefined if a value may have a finding: the stanza has to be checked
 */
export function summariseAlike(
  { facts }: SharedSummary,
  values: Int32Array,
  text: StanzaText,
  place: StanzaPlace,
): StanzaSummary | undefined {
  const idStart = values[0]!;
  const idEnd = values[1]!;
  const fromStart = values[2]!;
  const fromEnd = values[3]!;
  const toStart = values[4]!;
  const toEnd = values[5]!;
  const { start } = place;
  let id: string | undefined;
  let unknownId: string | undefined;
  if (idStart >= 0) {
    const value = text.slice(start + idStart, start + idEnd);
    if (value === "") return undefined;
    if (isKnownId(value)) id = own(value);
    else unknownId = own(value);
  }
  const from =
    fromStart < 0 ? Address.None : judgeAddress(text.slice(start + fromStart, start + fromEnd));
  const to = toStart < 0 ? Address.None : judgeAddress(text.slice(start + toStart, start + toEnd));
  if (from === Address.Invalid || to === Address.Invalid) return undefined;
  return new ShapedSummary(
    facts,
    id,
    idStart,
    idEnd,
    text,
    place,
    from === Address.Valid ? fromStart : -1,
    fromEnd,
    to === Address.Valid ? toStart : -1,
    toEnd,
    unknownId === undefined ? undefined : { id: unknownId },
  );
}
