/** Facts about a log from its records so far, for reading its next part. */

import { Copies } from "./copies";
import { Directions, senderAlone } from "./directions";
import { leadingComment } from "./kindsOfLines";
import { KnownLeads } from "./knownLeads";
import { lineStartOf, signatureOf } from "./lineStart";
import type { LineView } from "./lineView";
import { BegunLeads } from "./repeatedLeads";

/** Maximum number of remembered texts before stanzas: records of a log begin in a few ways. */
const MAX_LEADS = 500;

export class LogMemory {
  readonly directions = new Directions();
  readonly copies = new Copies();
  /** Kinds of beginnings of the records so far. */
  readonly kinds = new Set<string>();
  /** Normalized texts before the stanzas of the directed records so far. */
  readonly leads = new Set<string>();
  /** Normalized texts before any stanzas so far. */
  readonly begun = new BegunLeads();
  readonly knownLeads = new KnownLeads();
  /** True if words or arrows mark some stanzas as sent and others as received. */
  isDirected = false;
  /** Number of lines in earlier parts. */
  line = 0;

  /** Remembers how a line of a record begins. */
  addKind(content: string): void {
    const start = lineStartOf(content);
    if (start) this.kinds.add(start.kind);
  }

  /** Remembers the text before the stanza of a directed record, normalized. */
  addLead(signature: string): void {
    if (this.leads.size < MAX_LEADS) this.leads.add(signature);
  }

  /** True if the line begins as earlier records do. */
  startsRecord(text: string, { line, end, prefix, markup }: LineView): boolean {
    if (prefix) return true;
    if (markup > line.start && this.leads.has(signatureOf(text.slice(line.start, markup)))) {
      return true;
    }
    const content = text.slice(line.start, end);
    const start = lineStartOf(content);
    if (start && this.kinds.has(start.kind)) return true;
    if (!this.isDirected) return false;
    const words = markup < 0 ? content : leadingComment(content);
    return words !== undefined && senderAlone(words) !== undefined;
  }

  /** Ends a part of that number of lines. */
  endPart(lines: number): void {
    this.line += lines;
    this.copies.endPart(this.line);
  }
}
