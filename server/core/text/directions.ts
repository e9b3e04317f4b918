/**
 * Turns of a script or a transcript: who sends the stanzas that follow, where the source says so. A
 * reply goes the other way on the stream on which its request came.
 */

import { countUntil } from "./partitionPoint";
import type { Span } from "./span";

/** On which stream a stanza passes, and which side of it sends it. */
export interface Passage {
  /** The client whose stream it is; empty in a transcript, which is of one stream. */
  readonly stream: string;
  /** The side that sends it: `client`, `server`, or any other word where nobody can say. */
  readonly sender: string;
  /** Who the client is, an address or a name. */
  readonly client?: string | undefined;
}

/** From its start to that of the next one all stanzas pass in the same way. */
export interface Turn {
  readonly start: number;
  /** Undefined where it is not known. */
  readonly passage: Passage | undefined;
}

/** How the stanza that begins at the offset passes. */
export function passageAt(turns: readonly Turn[], offset: number): Passage | undefined {
  if (turns.length === 0) return undefined;
  return turns[countUntil(turns, (turn) => turn.start <= offset) - 1]?.passage;
}

/** True for the same side of the same stream, also where neither is known. */
export function isSamePassage(a: Passage | undefined, b: Passage | undefined): boolean {
  return a?.stream === b?.stream && a?.sender === b?.sender && a?.client === b?.client;
}

/** False if the stanzas pass on different streams, or the same side sends both. */
export function mayGoBack(reply: Passage | undefined, request: Passage | undefined): boolean {
  if (!reply || !request) return true;
  return reply.stream === request.stream && reply.sender !== request.sender;
}

/**
 * Where the turns are behind edits of the text, which are in the order of their spans and do not
 * overlap. What is inserted where a turn begins stands before it.
 */
export function moveTurns(
  turns: readonly Turn[],
  edits: readonly { readonly span: Span; readonly newText: string }[],
): readonly Turn[] {
  let next = 0;
  let end = 0;
  let shift = 0;
  return turns.map(({ start, passage }) => {
    for (; next < edits.length; next++) {
      const { span, newText } = edits[next]!;
      if (start < span.start || (start === span.start && start < span.end)) break;
      end = span.end;
      shift += newText.length - (span.end - span.start);
    }
    return { start: Math.max(start, end) + shift, passage };
  });
}
