/** A stanza as data. This file is part of the published types, so it imports nothing. */

/** Direction of a stanza, from the side of the program whose log it is, or of the client. */
export type StanzaDirection = "out" | "in";

/** A stanza, or with `passedOver` a start tag that was not taken for a stanza. */
export interface StanzaRow {
  readonly file: string;
  /** Line of the start tag, from 1. */
  readonly line: number;
  readonly direction?: StanzaDirection;
  readonly kind: string;
  readonly type?: string;
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  /** Name and namespace of the first child that is payload. */
  readonly payload?: { readonly name: string; readonly namespace: string };
  /** Condition of its error child. */
  readonly condition?: string;
  /** Line of the request that it answers. */
  readonly answers?: number;
  /** Only for a stanza that is not well-formed. */
  readonly isBroken?: true;
  /** Why it is not checked; only in the list of start tags that were passed over. */
  readonly passedOver?: string;
}
