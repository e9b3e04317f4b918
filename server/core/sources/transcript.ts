/**
 * Transcripts and logs of clients: a direction such as `C:` stands before the first line of a stanza
 * or before every line. All of it is one scope.
 */

import { addLines, type HostLine, linesOf } from "./lines";
import { mayHoldStanzas } from "./plain";
import { RegionBuilder } from "./region";
import { isSchematic } from "./schematic";
import type { SourceAdapter } from "./source";

const words =
  "SEND|SENT|SND|TX|RECV|RECEIVED|RECEIVE|RCVD|RX|IN|OUT|INCOMING|OUTGOING|CLIENT|SERVER";
const capitalised = words.replace(/[A-Z]+/g, (word) => word[0] + word.slice(1).toLowerCase());
// `C:`, `S2:`, `SEND:`, `Received[c2s]:`, `SENT (0):`, `<<`, `>>`, `-->`
const direction = String.raw`(?:(?:[A-Z]{1,2}\d?|${words}|${capitalised})(?:[ \t]?[([][^()[\]<>\n]{0,40}[)\]])?:(?=[ \t\r]*(?:<|$)|[ \t])|(?:<<+|>>+|<-+|-+>|<=+|=+>)(?=[ \t\r<]|$))`;
// A time, a level or a month stands before the direction in logs, and the logger's name behind that.
const logged = String.raw`[[(]?(?:\d|TRACE|DEBUG|INFO|D/|I/|V/|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d)[^<>\n]{0,100}?[\s\])]`;
const prefix = new RegExp(String.raw`[ \t]*(?:${logged}[ \t]*)?${direction}[ \t]?`, "y");

/** Behind the direction that the line begins with, or where it begins. */
function behindPrefix(text: string, { lead, end }: HostLine): number {
  prefix.lastIndex = lead;
  const match = prefix.exec(text);
  return match && prefix.lastIndex <= end ? prefix.lastIndex : lead;
}

/** True if a line of the text begins with a direction and goes on with markup. */
export function looksLikeTranscript(text: string): boolean {
  return linesOf(text, 0, Math.min(text.length, 20_000)).some((line) => {
    const start = behindPrefix(text, line);
    return start > line.lead && /^\s*<[A-Za-z/!?]/.test(text.slice(start, line.end));
  });
}

/** The lines without their directions, and what each has to have before it in a line added to it. */
export function withoutDirections(
  text: string,
  lines: readonly HostLine[],
): { lines: HostLine[]; prefixes: string[] } {
  const stripped = lines.map((line) => {
    const start = behindPrefix(text, { ...line, lead: line.start });
    return { ...line, start };
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
  return { lines: stripped, prefixes };
}

const transcript: SourceAdapter = {
  name: "transcript",
  isSkipped: isSchematic,
  read(text) {
    if (!mayHoldStanzas(text)) return [];
    const { lines, prefixes } = withoutDirections(text, linesOf(text, 0, text.length));
    const builder = new RegionBuilder(text);
    addLines(builder, lines, (index) => prefixes[index]!);
    return builder.isEmpty ? [] : [builder.build()];
  },
};

export default transcript;
