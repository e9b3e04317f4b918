/** Beginnings of lines of a log: records of a log begin alike. */

import { memoOfAlike } from "./alikeTexts";

const digits = /\d+/g;
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const time = new RegExp(
  String.raw`^[[(]?(?:(?:${day},? )?(?:${month} +\d{1,2}|\d{1,2} ${month})[, ][^<]{0,6}?\d\d:\d\d|\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d(?:[-/.]\d\d(?:\d\d)?)?[ T]\d\d:|\d{1,2}:\d\d(?::\d\d|\s)|\d{9,13}(?:[.,]\d+)?[\s\]])`,
);
const levels = "TRACE|DEBUG|DBG|VERBOSE|INFO|INF|NOTICE|WARNING|WARN|ERROR|ERR|CRITICAL|FATAL";
const level = new RegExp(
  String.raw`^(?:[[(<]?(?:${levels}|${levels.toLowerCase()})(?:[\])>:\s/|]|$)|[DIWEVF](?:/\w|, \[))`,
);
/** A logger's name before the level. */
const named = new RegExp(String.raw`^[\w.:-]{1,60}[ \t]+[[(]?(?:${levels})\b`);
const json = /^\{ ?"\w/;
/** A container's or a program's name before the rest of the record, as collectors of logs write it. */
const collected = /^[\w.@/-]{1,60}[ \t]+\| /;
const led = /^[\w.@/-]{1,40}(?:\[\d{1,9}\])?:?[ \t]+[[(]?\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d:\d\d/;
/** Fields in the form `key=value`. */
const fields = /^(?:time|timestamp|ts|t|at|when|level|lvl)="?[\w:+.-]{3}/;
const word = /^[\w.:@![\]-]{1,80}?:(?=\s|$)|^:?[\w.!@-]{1,120}[ \t]+PRIVMSG[ \t]/;

/** Kind of a line's beginning; all records of a log begin with one of the kinds of earlier records. */
export interface LineStart {
  readonly kind: string;
  /** True for a time or a level, with which only records begin. */
  readonly isSure: boolean;
}

/** The beginning of the line, if records begin so. */
export function lineStartOf(line: string): LineStart | undefined {
  const head = line.slice(0, MAX_START);
  const markup = head.indexOf("<", 1);
  // What is after the sign of a tag does not matter, and is of many kinds.
  return startOf(markup < 0 ? head : head.slice(0, markup + 1));
}

/** Length of a line in which the beginning is searched, in UTF-16 code units. */
const MAX_START = 160;

const startOf = memoOfAlike((head: string): LineStart | undefined => {
  const [stamp] = time.exec(head) ?? [];
  if (stamp !== undefined)
    return { kind: `time ${stamp.replace(digits, "0").length}`, isSure: true };
  if (level.test(head)) return { kind: "level", isSure: true };
  if (named.test(head)) return { kind: "named level", isSure: true };
  if (json.test(head)) return { kind: "json", isSure: true };
  if (fields.test(head)) return { kind: "fields", isSure: true };
  if (led.test(head)) return { kind: "name time", isSure: true };
  if (collected.test(head)) return { kind: "name |", isSure: true };
  const [first] = word.exec(head) ?? [];
  return first === undefined
    ? undefined
    : { kind: `word ${first.replace(digits, "0")}`, isSure: false };
});

/** Normalized beginning of a record, without numbers, addresses and names with a number. */
export function signatureOf(lead: string): string {
  return signatureOfBeginning(lead.slice(0, MAX_LEAD));
}

/** Length of a text that has a signature, in UTF-16 code units. */
const MAX_LEAD = 400;

const signatureOfBeginning = memoOfAlike((lead) =>
  lead
    .replace(/[^\s()[\]'",:|]+/g, (word) => (/[\d@]/.test(word) ? "#" : word))
    .replace(/\s+/g, " ")
    .trim(),
);
