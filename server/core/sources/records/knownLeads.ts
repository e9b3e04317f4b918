/**
 * Cache of the texts before stanzas: most records of a log begin as an earlier record does, but for the digits of their
 * times, and hold one whole stanza on one line. Such a record is read without looking for words and tokens again.
 */

import type { Direction } from "../../text/directions";

/** What a text before a stanza says. */
export interface KnownLead {
  /** The text. */
  readonly lead: string;
  readonly direction: Direction | undefined;
  /** The normalized text. */
  readonly signature: string;
  /** Length of the prefix that is no part of the stanza's line. */
  readonly prefixLength: number;
  /** True if the prefix is a direction that may stand before every line. */
  readonly hasPrefix: boolean;
}

/** Maximum number of remembered texts. */
const MAX_LEADS = 64;

const ZERO = 48;
const NINE = 57;

export class KnownLeads {
  /** The last match first. */
  #leads: KnownLead[] = [];

  clear(): void {
    this.#leads = [];
  }

  add(lead: KnownLead): void {
    if (this.#leads.length >= MAX_LEADS) this.#leads.pop();
    this.#leads.unshift(lead);
  }

  /** The known text that equals the text between the offsets but for its digits. */
  find(text: string, start: number, end: number): KnownLead | undefined {
    const leads = this.#leads;
    for (let i = 0; i < leads.length; i++) {
      const known = leads[i]!;
      if (known.lead.length !== end - start || !isAlike(known.lead, text, start)) continue;
      if (i > 1) {
        leads.splice(i, 1);
        leads.unshift(known);
      }
      return known;
    }
    return undefined;
  }
}

function isAlike(lead: string, text: string, start: number): boolean {
  for (let i = lead.length - 1; i >= 0; i--) {
    const a = lead.charCodeAt(i);
    const b = text.charCodeAt(start + i);
    if (a !== b && !(isDigit(a) && isDigit(b))) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
