/** What is known of a log from its records so far, which the reading of its next part needs. */

import { Copies } from "./copies";
import { Directions } from "./directions";
import { KnownLeads } from "./knownLeads";

export class LogMemory {
  readonly directions = new Directions();
  readonly copies = new Copies();
  /** Kinds of beginnings of the records so far. */
  readonly kinds = new Set<string>();
  /** Normalized texts before the stanzas of the directed records so far. */
  readonly leads = new Set<string>();
  readonly knownLeads = new KnownLeads();
  /** True if words or arrows mark some stanzas as sent and others as received. */
  isDirected = false;
  /** Number of lines in earlier parts. */
  line = 0;

  /** Ends a part of so many lines. */
  endPart(lines: number): void {
    this.line += lines;
    this.copies.endPart(this.line);
  }
}
