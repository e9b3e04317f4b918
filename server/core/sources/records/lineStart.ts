/** What a line of a log begins with: records of a log begin alike. */

const digits = /\d+/g;
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const time = new RegExp(
  String.raw`^[[(]?(?:(?:${day},? )?(?:${month} +\d{1,2}|\d{1,2} ${month})[, ].{0,6}?\d\d:\d\d|\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d(?:[-/.]\d\d(?:\d\d)?)?[ T]\d\d:|\d{1,2}:\d\d(?::\d\d|\s)|\d{9,13}(?:[.,]\d+)?[\s\]])`,
);
const levels = "TRACE|DEBUG|DBG|VERBOSE|INFO|INF|NOTICE|WARNING|WARN|ERROR|ERR|CRITICAL|FATAL";
const level = new RegExp(
  String.raw`^(?:[[(<]?(?:${levels}|${levels.toLowerCase()})(?:[\])>:\s/|]|$)|[DIWEVF](?:/\w|, \[))`,
);
/** A logger's name before the level. */
const named = new RegExp(String.raw`^[\w.:-]{1,60}[ \t]+[[(]?(?:${levels})\b`);
const json = /^\{"\w/;
const word = /^[\w.:@![\]-]{1,80}?:(?=\s|$)|^:?[\w.!@-]{1,120}[ \t]+PRIVMSG[ \t]/;

/** The sort of beginning that a line has; a record has none of another sort than those before it. */
export interface LineStart {
  readonly kind: string;
  /** True for a time or a level: nothing but a record begins so. */
  readonly isSure: boolean;
}

/** The beginning of the line, if it is one that records have. */
export function lineStartOf(line: string): LineStart | undefined {
  const head = line.slice(0, 160);
  const [stamp] = time.exec(head) ?? [];
  if (stamp !== undefined)
    return { kind: `time ${stamp.replace(digits, "0").length}`, isSure: true };
  if (level.test(head)) return { kind: "level", isSure: true };
  if (named.test(head)) return { kind: "named level", isSure: true };
  if (json.test(head)) return { kind: "json", isSure: true };
  const [first] = word.exec(head) ?? [];
  return first === undefined
    ? undefined
    : { kind: `word ${first.replace(digits, "0")}`, isSure: false };
}

/** The beginning of a record without what differs between records alike: numbers, addresses, names with a number. */
export function signatureOf(lead: string): string {
  return lead
    .slice(0, 400)
    .replace(/[^\s()[\]'",:|]+/g, (word) => (/[\d@]/.test(word) ? "#" : word))
    .replace(/\s+/g, " ")
    .trim();
}
