/**
 * Directions of the stanzas of a script or a transcript: their senders, where the source states them. A
 * reply goes in the opposite direction on the stream of its request.
 */

import { partitionPoint } from "./partitionPoint";
import type { Span } from "./span";

/** Stream of a stanza, and the side of it that sends the stanza. */
export interface Direction {
  /** The client whose stream it is; empty in a transcript, which is of one stream. */
  readonly stream: string;
  /** The sending side: `client`, `server`, or any other word where it is unknown. */
  readonly sender: string;
  /** The client: an address or a name. */
  readonly client?: string | undefined;
}

/** From its start to that of the next range, all stanzas have its direction. */
export interface DirectionRange {
  readonly start: number;
  /** Undefined where it is unknown. */
  readonly direction: Direction | undefined;
}

/** Direction of the stanza that begins at the offset. */
export function directionAt(
  directions: readonly DirectionRange[],
  offset: number,
): Direction | undefined {
  if (directions.length === 0) return undefined;
  return directions[partitionPoint(directions, (range) => range.start <= offset) - 1]?.direction;
}

/** Side of the stream that sends the stanza: a client, or the server of one. */
export type StreamSide = "client" | "server";

/**
 * The side that sends the stanza, if it is known. A log has `out` and `in`, or arrows to the right and to the left, from the
 * side of the program that wrote it: a client, or a server, which names its streams.
 */
export function sideOf({ sender, stream }: Direction): StreamSide | undefined {
  if (sender === "client" || sender === "server") return sender;
  if (!Object.hasOwn(ownSenders, sender)) return undefined;
  const isOwn = ownSenders[sender]!;
  return isOwn === (stream === "") ? "client" : "server";
}

/** Words and arrows of logs, and whether the program itself sends. */
const ownSenders: Readonly<Record<string, boolean>> = {
  out: true,
  in: false,
  ">": true,
  "<": false,
};

/** True for the same side of the same stream, and for two unknown directions. */
export function isSameDirection(a: Direction | undefined, b: Direction | undefined): boolean {
  return a?.stream === b?.stream && a?.sender === b?.sender && a?.client === b?.client;
}

/**
 * Relation of the directions of two stanzas: `opposite` on one stream; the `same` way in a transcript, where a stanza that is
 * relayed comes twice; `apart` on different streams, or twice the same way on a stream that has a name; else `unknown`.
 */
export type DirectionRelation = "opposite" | "same" | "apart" | "unknown";

/** Compares the directions of two stanzas, as far as the source has them. */
export function relateDirections(
  a: Direction | undefined,
  b: Direction | undefined,
): DirectionRelation {
  if (!a || !b) return "unknown";
  if (a.stream !== b.stream) return "apart";
  if (a.sender === b.sender) return a.stream === "" ? "same" : "apart";
  return a.stream !== "" || opposites[a.sender]?.includes(b.sender) ? "opposite" : "unknown";
}

/** Opposite senders. Other words for senders, such as letters of a XEP, may stand for any number of entities. */
const opposites: Readonly<Record<string, readonly string[]>> = {
  ...{ client: ["server"], server: ["client", "U"], U: ["server"] },
  ...{ in: ["out"], out: ["in"], "<": [">"], ">": ["<"] },
};

/** False if the stanzas pass on different streams, or the same side sends both. */
export function isOppositeDirection(
  reply: Direction | undefined,
  request: Direction | undefined,
): boolean {
  const relation = relateDirections(reply, request);
  return relation === "opposite" || relation === "unknown";
}

/**
 * The ranges after edits of the text, which are in the order of their spans and do not
 * overlap. Text inserted at the start of a range goes before the range.
 */
export function moveDirections(
  directions: readonly DirectionRange[],
  edits: readonly { readonly span: Span; readonly newText: string }[],
): readonly DirectionRange[] {
  let next = 0;
  let end = 0;
  let shift = 0;
  return directions.map(({ start, direction }) => {
    for (; next < edits.length; next++) {
      const { span, newText } = edits[next]!;
      if (start < span.start || (start === span.start && start < span.end)) break;
      end = span.end;
      shift += newText.length - (span.end - span.start);
    }
    return { start: Math.max(start, end) + shift, direction };
  });
}
