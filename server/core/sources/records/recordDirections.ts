/** Directions of records: from words before the stanza or elsewhere on its line, or from a line of its own above. */

import type { Direction } from "../../text/directions";
import { senderBefore, senderOf, streamOf } from "./directions";
import { isArrow } from "./kindsOfLines";
import { lineStartOf, signatureOf } from "./lineStart";
import type { LineView } from "./lineView";
import type { LogMemory } from "./logMemory";
import { senderElsewhere } from "./survey";

/** A line continues the turn of the previous line if it begins with markup, or is indented and has none. */
const continued = /^(?:[ \t]*<|[ \t]+[^\s<][^<]*$)/;

/** True if a line without a direction belongs to the turn of the previous line. */
export function continuesTurn(content: string): boolean {
  return continued.test(content);
}

/** True for a text before a stanza whose direction is the same wherever it stands, whatever follows the stanza. */
export function isPlainLead(lead: string): boolean {
  return (
    senderBefore(lead) !== undefined && streamOf(lead) === "" && !/\barea: |[\\{]|['"(]$/.test(lead)
  );
}

/** The key of a value in JSON that is written over several lines, up to the value. */
const jsonKey = /^\s*"[\w.$-]{1,60}"\s*:\s*"?$/;

/** A direction on a line of its own. */
interface Announcement {
  readonly line: number;
  readonly sender: string;
  readonly stream: string;
  readonly signature: string;
}

/** Finds the direction of a record, and remembers an announced direction until the record that it is for. */
export class RecordDirections {
  #announced: Announcement | undefined;

  /** @param text of the log, without color codes */
  constructor(
    readonly text: string,
    readonly memory: LogMemory,
  ) {}

  /** The direction that is announced for the next record. */
  get announced(): Announcement | undefined {
    return this.#announced;
  }

  /** @param content the line with the direction */
  announce(line: number, sender: string, stream: string, content: string): void {
    this.#announced = { line, sender, stream, signature: signatureOf(content) };
  }

  /** Leaves a line between an announcement and its record uncounted. */
  passLine(): void {
    if (this.#announced) this.#announced = { ...this.#announced, line: this.#announced.line + 1 };
  }

  forget(): void {
    this.#announced = undefined;
  }

  /**
   * The announcement that applies to a record, which is used up with it.
   * @param lead text before the stanza on its line
   */
  takeAnnounced(index: number, lead: string): Announcement | undefined {
    const announced = this.#announced;
    this.#announced = undefined;
    if (!announced || index - announced.line > 2) return undefined;
    if (!/[A-Za-z]{2}/.test(lead) || jsonKey.test(lead)) return announced;
    // The direction on the line above does not apply to a record with words of its own.
    const own = signatureOf(lead.trimEnd().replace(/['"([]$/, ""));
    return lineStartOf(lead)?.isSure && announced.signature.startsWith(own) ? announced : undefined;
  }

  /** @param previous direction of the previous line */
  directionOf(
    { prefix, line, end, content, markup }: LineView,
    lead: string,
    announced: Announcement | undefined,
    previous: Direction | undefined,
  ): { direction: Direction | undefined; isDirected: boolean } {
    const { isDirected, directions } = this.memory;
    if (prefix) {
      // A word right before the stanza takes precedence over the beginning of the line.
      const own = senderOf(prefix.word);
      const words = isArrow(own) ? lead : this.text.slice(content, markup);
      const sender = (isDirected ? senderBefore(words) : undefined) ?? own;
      const isKnown = sender === "in" || sender === "out";
      return { direction: directions.of(streamOf(lead), sender), isDirected: isKnown };
    }
    const sender = isDirected
      ? (senderBefore(lead) ??
        announced?.sender ??
        senderElsewhere(this.text, line.start, markup, end))
      : undefined;
    if (sender) {
      const stream = streamOf(lead) || (announced?.stream ?? "");
      return { direction: directions.of(stream, sender), isDirected: true };
    }
    const goesOn = continued.test(this.text.slice(line.start, end));
    return { direction: goesOn ? previous : undefined, isDirected: false };
  }
}
