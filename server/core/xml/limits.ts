/** Limits of parsing: a stanza larger than any server accepts is not read. */

import type { Span } from "../text/span";

export interface ParseLimits {
  /** In UTF-16 code units. */
  readonly stanzaLength: number;
  /** Nested open elements, the stanza included. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

/** Servers refuse stanzas that are a good deal smaller (RFC 6120 §13.12 asks for 10,000 bytes). */
export const defaultParseLimits: ParseLimits = {
  stanzaLength: 1_000_000,
  depth: 256,
  attributes: 1000,
};

/** For texts that were within the limits already. */
export const noParseLimits: ParseLimits = {
  stanzaLength: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
  attributes: Number.POSITIVE_INFINITY,
};

/** The exceeded limit of a stanza, with the first place beyond it. */
export interface ExceededLimit {
  readonly limit: keyof ParseLimits;
  /** The name of the stanza, of the element or of the attribute. */
  readonly span: Span;
  /** The limit as it is set. */
  readonly max: number;
}
