/** Directions: the evidence of a record of a transcript or a log about the sender of its stanza. */

import type { Direction } from "../../text/directions";
import type { HostLine } from "../lines";
import { memoOfAlike } from "./alikeTexts";

/** Senders by the words of directions. */
const senders: Readonly<Record<string, string>> = {
  ...{ SEND: "out", SENT: "out", SENDING: "out", SND: "out", TX: "out", WRITE: "out" },
  ...{ OUT: "out", OUTGOING: "out", OUTBOUND: "out", WRITING: "out", WROTE: "out" },
  ...{ RECV: "in", RECEIVED: "in", RECEIVE: "in", RECEIVING: "in", RCVD: "in", RX: "in" },
  ...{ READ: "in", IN: "in", INCOMING: "in", INBOUND: "in", READING: "in", GOT: "in" },
  ...{ C: "client", CLIENT: "client", S: "server", SERVER: "server" },
};

/** Words for the opposite direction. */
const others: Readonly<Record<string, string>> = {
  ...{ client: "S", server: "C", out: "RECV", in: "SEND", "<": ">>", ">": "<<" },
};

/** The opposite direction in the same style; undefined if the other side is unknown. */
export function oppositeOf(sender: string): string | undefined {
  return others[sender];
}

const words = Object.keys(senders).join("|");
const capitalised = words.replace(/[A-Z]+/g, (word) => word[0] + word.slice(1).toLowerCase());
// `C:`, `S2:`, `SEND:`, `Received[c2s]:`, `SENT (0):`, `<<`, `>>`, `-->`
const direction = String.raw`(?:([A-Z]{1,2}\d?|${words}|${capitalised})(?:[ \t]?[([][^()[\]<>\n]{0,40}[)\]])?:(?=[ \t\r]*(?:<|$)|[ \t])|(<<+|>>+|<-+|-+>|<=+|=+>)(?=[ \t\r<]|$))`;
// In logs a time, a level or a month comes before the direction, and the logger's name after that.
const logged = String.raw`[[(]?(?:\d|TRACE|DEBUG|INFO|D/|I/|V/|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d)[^<>\n]{0,100}?[\s\])]`;
const prefix = new RegExp(String.raw`[ \t]*(?:${logged}[ \t]*)?${direction}[ \t]?`, "y");

/** The beginning of a line including its direction. */
export interface DirectionPrefix {
  readonly text: string;
  /** The direction as it is written there. */
  readonly word: string;
}

/** The beginning of the line including its direction, if it has one. */
export function readPrefix(
  text: string,
  { lead, end }: Pick<HostLine, "lead" | "end">,
): DirectionPrefix | undefined {
  prefix.lastIndex = lead;
  const match = prefix.exec(text);
  if (!match || prefix.lastIndex > end) return undefined;
  return { text: match[0], word: match[1] ?? match[2] ?? "" };
}

/**
 * Sender of the stanza after a direction. The letters are those of RFC 6120 §1.4 and RFC 6121 §1.4,
 * and those that XEPs add. `E:`, which is any entity, and other letters, such as levels of
 * logs, have no known sender.
 */
export function senderOf(direction: string): string | undefined {
  const arrow = /^[<>=-]/.test(direction) && (direction.startsWith("<") ? "<" : ">");
  return (
    arrow ||
    senders[direction.toUpperCase()] ||
    /^(?:[ABCIPRSU]|[A-Z][CS])\d?$/.exec(direction)?.[0]
  );
}

/** Words that occur in sentences, too: they count only right before the stanza, in capitals or followed by a sign. */
const weak: ReadonlySet<string> = new Set(["in", "out", "read", "write", "got"]);

const anyWord = new RegExp(
  String.raw`(?<!\w|\w-)(?:${words
    .split("|")
    .filter((word) => word.length > 1 && word !== "CLIENT" && word !== "SERVER")
    .join("|")})(?![\w.]|-\w)`,
  "gi",
);
const arrowAtEnd = /(?:<<|>>|<[-=]{1,4}|[-=]>)$/;
/** Areas of gloox's log: LogAreaXmlOutgoing and LogAreaXmlIncoming. */
const area = /\barea: (262144|131072)\b/;

/** Length of the text before a stanza in which its direction is searched, in UTF-16 code units. */
const MAX_LEAD = 400;

const strong =
  "send|sent|sending|recv|receive|received|receiving|incoming|outgoing|inbound|outbound";
const upperFirst = (list: string) => list.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
/** Words that are parts of names: `rawInput`, `c2s_sent`, `didReceive`, `send_stanza`. */
const partOfName = new RegExp(
  String.raw`(?:(?<=_)(?:${strong})|(?<![A-Za-z])(?:${strong})(?=[A-Z_])|(?<=[a-z\d])(?:${upperFirst(`${strong}|input|output`)}))(?![a-z])`,
  "g",
);

/** The last word in a name before a stanza that is a direction. */
function senderInNames(lead: string): string | undefined {
  let found: string | undefined;
  for (const [word] of lead.matchAll(partOfName)) {
    const upper = word.toUpperCase();
    found = senders[upper] ?? (upper === "INPUT" ? "in" : "out");
  }
  return found;
}

/** The last word before a stanza that is a direction, or an arrow right before it. */
export function senderBefore(lead: string): string | undefined {
  const near = lead.slice(-MAX_LEAD);
  return near.includes("area: ") ? senderIn(near) : senderInAlike(near);
}

function senderIn(near: string): string | undefined {
  let found: string | undefined;
  for (const { 0: word, index } of near.matchAll(anyWord)) {
    const rest = near.slice(index + word.length);
    const isSigned = /^[:>\]()=<"'|\t]/.test(rest) || !/[A-Za-z]/.test(rest);
    const isSure =
      isSigned ||
      (!weak.has(word.toLowerCase()) && near[index - 1] !== ".") ||
      (word.length > 1 && word === word.toUpperCase());
    if (isSure) found = senders[word.toUpperCase()];
  }
  if (found) return found;
  const [, code] = area.exec(near) ?? [];
  if (code) return code === "262144" ? "out" : "in";
  const arrow = arrowAtEnd.exec(near.trimEnd().slice(-6))?.[0];
  return arrow ? (arrow.startsWith("<") ? "<" : ">") : senderInNames(near);
}

/** The same, where the digits of the text say nothing. */
const senderInAlike = memoOfAlike(senderIn);

/** The other side of a stream, which may stand after a direction: `sent to 'account'`, `received from a.example`. */
const peer = /^[ \t]+(?:to|from|on|via|by)[ \t]+(?:'[^']*'|"[^"]*"|[^\s<>]*[\d@./][^\s<>]*)/i;

/** True for a count, a session or an address after a direction: `RECV [90]:`, `SENT ::::`, `send<< a@b.example/c`. */
function isAlone(after: string): boolean {
  let depth = 0;
  let outside = "";
  for (const one of after.replace(peer, "")) {
    if (one === "(" || one === "[") depth++;
    else if (one === ")" || one === "]") depth--;
    else if (depth <= 0) outside += one;
  }
  return outside.split(/\s/).every((word) => word.includes("@") || !/[A-Za-z]/.test(word));
}

/** A comment that says which way the next stanza passed: `<!-- Out 10:00:00 (account) -->`, `<!-- IN -->`. */
const dated = /^\s*<!--\s*([A-Za-z]{2,12})\b(?:(?=.{0,60}\d:\d\d).{0,200}|\s*)-->\s*$/;

/** Sender of the next stanza, if the line holds only a direction after the beginning of a record. */
export function senderAlone(line: string): string | undefined {
  return line.length > MAX_LEAD ? undefined : senderOfLine(line);
}

const senderOfLine = memoOfAlike((line: string): string | undefined => {
  const comment = dated.exec(line)?.[1];
  if (comment !== undefined) return senders[comment.toUpperCase()];
  let last: RegExpExecArray | undefined;
  for (const match of line.matchAll(anyWord)) last = match;
  if (!last) return undefined;
  const [word] = last;
  const after = line.slice(last.index + word.length);
  // `logged in`, `reading`: the end of a sentence.
  const isProse =
    weak.has(word) && /[a-z],?\s+$/.test(line.slice(0, last.index)) && !/^[:>\])=<]/.test(after);
  return isProse || !isAlone(after) ? undefined : senders[word.toUpperCase()];
});

/** A value of a record in JSON, or of a key such as `direction` in `key=value` form, that is a direction. */
const value = new RegExp(
  String.raw`(?<!\\)"[ \t]*:[ \t]*"(?:[\w.]{0,40}[.])?(${words})"|\bdir(?:ection)?="?(${words})\b`,
  "i",
);

/** Sender of the stanza of a record by a value of the record, which may stand after the stanza. */
export function senderInValues(record: string): string | undefined {
  const match = value.exec(record);
  const word = match?.[1] ?? match?.[2];
  return word === undefined ? undefined : senders[word.toUpperCase()];
}

/** Session names in the records of a server: an Erlang process, or a word with a hexadecimal number. */
const session =
  /<\d{1,9}\.\d{1,9}\.\d{1,9}>|(?<![\w-])(?:c2s|s2s(?:in|out)?|jcp|component|bosh|ws|conn|sess(?:ion)?)[-_]?(?=[a-f]{0,16}\d)[0-9a-f]{6,32}(?![\w-])/;

/** The name of the stream in the beginning of a record; empty if there is none. */
export function streamOf(lead: string): string {
  return session.exec(lead)?.[0] ?? "";
}

/** Interned directions: the same object for the same stream and sender. */
export class Directions {
  readonly #known = new Map<string, Direction>();

  of(stream: string, sender: string | undefined): Direction | undefined {
    if (sender === undefined) return undefined;
    const key = `${sender} ${stream}`;
    const known = this.#known.get(key) ?? { stream, sender };
    this.#known.set(key, known);
    return known;
  }
}
