/**
 * Streams of packets as `tshark -z follow,tcp,ascii` prints them: the payload of each packet below its length, with a tab
 * before the length if the second node sent it. A stanza may go on in the next packet.
 */

import type { Direction } from "../text/directions";
import { type Encode, RegionBuilder } from "./region";

const head =
  /^(?:\r?\n)?=+\r?\nFollow: tcp,(?:ascii|utf-8)\r?\nFilter: [^\n]*\r?\nNode 0: [^\n]*:(\d{1,5})\r?\nNode 1: [^\n]*:(\d{1,5})\r?\n/;
const length = /(\t?)(\d{1,9})\r?\n/y;
const nextLength = /\n(?=\t?\d{1,9}\r?\n)|\n={20}/g;

/** Ports on which servers listen: those of RFC 6120 and of XEP-0368, XEP-0206 and XEP-0225. */
const serverPorts: ReadonlySet<string> = new Set(["5222", "5223", "5269", "5270", "5280", "5281"]);

/** True if the text is the output of one followed stream. */
export function isFollowedStream(text: string): boolean {
  return head.test(text.slice(0, 1000));
}

/** The region of the stream; undefined if it has no packet. */
export function readFollowedStream(text: string) {
  const builder = new RegionBuilder(text);
  const [start = "", first = "", second = ""] = head.exec(text.slice(0, 1000)) ?? [];
  const directions = directionsOf(first, second);
  let sender = -1;
  let at = start.length;
  for (;;) {
    length.lastIndex = at;
    const found = length.exec(text);
    if (!found) break;
    const from = length.lastIndex;
    const until = endOfPayload(text, from, Number(found[2]));
    const node = found[1] === "" ? 0 : 1;
    builder.turn(directions[node]);
    // Packets of one side are parts of one text.
    if (sender !== -1 && sender !== node) builder.escape(at, from, "\n");
    sender = node;
    builder.verbatim(from, until, asItIs);
    at = Math.min(text.length, until + 1);
  }
  return builder.isEmpty ? undefined : builder.build();
}

const asItIs: Encode = (text) => text;

/** The payload has as many characters as bytes, of which those beyond ASCII are printed as dots. */
function endOfPayload(text: string, start: number, count: number): number {
  if (start + count === text.length || text[start + count] === "\n") return start + count;
  nextLength.lastIndex = start;
  return nextLength.exec(text)?.index ?? text.length;
}

function directionsOf(first: string, second: string): readonly Direction[] {
  const isServer = [serverPorts.has(first), serverPorts.has(second)];
  const senders =
    isServer[0] === isServer[1]
      ? [">", "<"]
      : isServer[0]
        ? ["server", "client"]
        : ["client", "server"];
  return senders.map((sender) => ({ stream: "", sender }));
}
