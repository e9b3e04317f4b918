/** A stanza that a record holds on one line as it is on the wire. */

import { Print } from "./copies";
import type { KnownLead } from "./knownLeads";
import type { ReadLine } from "./readLine";

export class LinePrint extends Print {
  #read: ReadLine | undefined;

  constructor(
    line: number,
    { signature, direction }: KnownLead,
    text: string,
    read: ReadLine,
    place: number,
  ) {
    super(line, signature, direction, text, place);
    this.#read = read;
  }

  override drop(): void {
    this.#read?.dropFrom(this.place, this.place + this.text.length);
  }

  override endPart(): void {
    this.#read = undefined;
  }
}

const ends = { m: "</message>", p: "</presence>", i: "</iq>" } as const;
const starts = { m: "<message", p: "<presence", i: "<iq" } as const;

/** Values that are no value of XML, and the name of `xml:lang` as expat writes it. */
const isPrinted = /=[^'"]|XML\/1998/;

/**
 * The stanza between the offsets if it is all that is there, and needs no reading of its own: from its start tag to its
 * end tag, whatever is wrong between them.
 */
export function plainStanzaIn(text: string, start: number, end: number): string | undefined {
  const kind = text[start + 1];
  if (kind !== "m" && kind !== "p" && kind !== "i") return undefined;
  const stanza = text.slice(start, end);
  const name = starts[kind];
  if (!stanza.startsWith(name) || stanza.includes("\\")) return undefined;
  const isEmpty = stanza.endsWith("/>") && stanza.indexOf("<", 1) < 0;
  if (!isEmpty && (!stanza.endsWith(ends[kind]) || stanza.indexOf(name, 1) > 0)) return undefined;
  const tag = stanza.slice(name.length, stanza.indexOf(">"));
  return /^[ />]|^$/.test(tag) && !isPrinted.test(tag) ? stanza : undefined;
}
