/**
 * Cache of the texts before stanzas: most records of a log begin as an earlier record does, but for the digits of their
 * times, and hold one whole stanza on one line. Such a record is read without looking for words and tokens again.
 */

import type { Direction } from "../../text/directions";
import { isAlikeAt } from "./alikeTexts";

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
      if (known.lead.length !== end - start || !isAlikeAt(known.lead, text, start)) continue;
      if (i > 1) {
        leads.splice(i, 1);
        leads.unshift(known);
      }
      return known;
    }
    return undefined;
  }
}
