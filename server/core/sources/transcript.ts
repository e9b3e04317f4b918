/**
 * Transcripts and logs of clients: a direction such as `C:` stands before the first line of a stanza
 * or before every line. All of it is one scope.
 */

import type { Direction } from "../text/directions";
import { addLines, type HostLine, linesOf } from "./lines";
import { mayHoldStanzas } from "./plain";
import { RegionBuilder } from "./region";
import { isSchematic } from "./schematic";
import type { SourceAdapter } from "./source";

/** Who sends what stands behind the word. */
const senders: Readonly<Record<string, string>> = {
  ...{ SEND: "out", SENT: "out", SND: "out", TX: "out", OUT: "out", OUTGOING: "out" },
  ...{ RECV: "in", RECEIVED: "in", RECEIVE: "in", RCVD: "in", RX: "in", IN: "in", INCOMING: "in" },
  ...{ C: "client", CLIENT: "client", S: "server", SERVER: "server" },
};
/** How the other side is written. */
const others: Readonly<Record<string, string>> = {
  ...{ client: "S", server: "C", out: "RECV", in: "SEND", "<": ">>", ">": "<<" },
};
const words = Object.keys(senders).join("|");
const capitalised = words.replace(/[A-Z]+/g, (word) => word[0] + word.slice(1).toLowerCase());
// `C:`, `S2:`, `SEND:`, `Received[c2s]:`, `SENT (0):`, `<<`, `>>`, `-->`
const direction = String.raw`(?:([A-Z]{1,2}\d?|${words}|${capitalised})(?:[ \t]?[([][^()[\]<>\n]{0,40}[)\]])?:(?=[ \t\r]*(?:<|$)|[ \t])|(<<+|>>+|<-+|-+>|<=+|=+>)(?=[ \t\r<]|$))`;
// A time, a level or a month stands before the direction in logs, and the logger's name behind that.
const logged = String.raw`[[(]?(?:\d|TRACE|DEBUG|INFO|D/|I/|V/|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d)[^<>\n]{0,100}?[\s\])]`;
const prefix = new RegExp(String.raw`[ \t]*(?:${logged}[ \t]*)?${direction}[ \t]?`, "y");

/** What the line begins with up to its direction, and the direction, if there is one. */
function readPrefix(text: string, { lead, end }: HostLine): RegExpExecArray | undefined {
  prefix.lastIndex = lead;
  const match = prefix.exec(text);
  return match && prefix.lastIndex <= end ? match : undefined;
}

/**
 * Who sends what stands behind the direction. The letters are those of RFC 6120 §1.4 and RFC 6121 §1.4,
 * and what XEPs make after them. Of `E:`, which is any entity, and of other letters, such as levels of
 * logs, nobody knows who it is.
 */
function passageBehind(direction: string): Direction | undefined {
  const arrow = /^[<>=-]/.test(direction) && (direction.startsWith("<") ? "<" : ">");
  const sender =
    arrow ||
    senders[direction.toUpperCase()] ||
    /^(?:[ABCIPRSU]|[A-Z][CS])\d?$/.exec(direction)?.[0];
  return sender ? { stream: "", sender } : undefined;
}

/** A turn goes on in a line that begins with markup, or is indented and has none. */
const continued = /^(?:[ \t]*<|[ \t]+[^\s<][^<]*$)/;

/** True if a line of the text begins with a direction and goes on with markup. */
export function looksLikeTranscript(text: string): boolean {
  return linesOf(text, 0, Math.min(text.length, 20_000)).some((line) => {
    const match = readPrefix(text, line);
    if (!match) return false;
    return /^\s*<[A-Za-z/!?]/.test(text.slice(line.lead + match[0].length, line.end));
  });
}

/**
 * The lines without their directions, what each has to have before it in a line added to it, and how
 * stanzas that begin in it pass.
 */
export function withoutDirections(
  text: string,
  lines: readonly HostLine[],
): { lines: HostLine[]; prefixes: string[]; passages: (Direction | undefined)[] } {
  const known = new Map<string, Direction | undefined>();
  const passages: (Direction | undefined)[] = [];
  const stripped = lines.map((line, i) => {
    const match = readPrefix(text, { ...line, lead: line.start });
    if (!match) {
      passages.push(continued.test(text.slice(line.start, line.end)) ? passages[i - 1] : undefined);
      return line;
    }
    const [all, word, arrow = ""] = match;
    const direction = word ?? arrow;
    if (!known.has(direction)) known.set(direction, passageBehind(direction));
    passages.push(known.get(direction));
    return { ...line, start: line.start + all.length };
  });
  const own = stripped.map(({ lead, start }, i) =>
    start > lines[i]!.start ? text.slice(lead, start) : "",
  );
  // A line that is added belongs to the stanza of the line before it: it gets a direction if every
  // line has one, which shows in the next line, or at the end in the one before.
  const prefixes = own.map((one, i) => {
    const bare = text.slice(lines[i]!.lead, lines[i]!.start);
    const neighbour = own[i + 1] ?? own[i - 1];
    return one !== "" && neighbour !== "" && neighbour !== undefined ? one : bare;
  });
  return { lines: stripped, prefixes, passages };
}

const transcript: SourceAdapter = {
  name: "transcript",
  isSkipped: isSchematic,
  read(text) {
    if (!mayHoldStanzas(text)) return [];
    const { lines, prefixes, passages } = withoutDirections(text, linesOf(text, 0, text.length));
    const builder = new RegionBuilder(text);
    addLines(builder, lines, (index) => prefixes[index]!, passages);
    return builder.isEmpty ? [] : [builder.build()];
  },
  answer(added, { sender }) {
    const other = others[sender];
    if (other === undefined) return added;
    const [lineEnd = "", ...lines] = added.split("\n");
    const prefixed = lines.map((line) => {
      const match = readPrefix(line, { lead: 0, start: 0, end: line.length });
      if (!match) return undefined;
      const direction = match[1] ?? match[2] ?? "";
      const at = match[0].lastIndexOf(direction);
      return line.slice(0, at) + other + line.slice(at + direction.length);
    });
    // Where only the first line of a stanza has a direction, what is added has none yet.
    const colon = /\w/.test(other) ? ": " : " ";
    const [first, ...rest] = lines.map((line, i) => prefixed[i] ?? line);
    const begun = prefixed[0] ?? (first ?? "").replace(/^[ \t]*/, (space) => space + other + colon);
    return [lineEnd, begun, ...rest].join("\n");
  },
};

export default transcript;
