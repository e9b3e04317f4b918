/** Tests of lines and tags of a log that hold no stanza. */

import type { HostLine } from "../lines";
import { lineStartOf } from "./lineStart";

/** Values of attributes in the tag of a printed object: `<iq from=None type=<IQType.GET: 'get'>>`. */
const printedValue = /\w=(?:None\b|null\b|nil\b|undefined\b|<|\[|\{)/;

/** Such a value, which may stand after one in quotes. */
const mayBePrinted = /[='"](?:None\b|null\b|nil\b|undefined\b|<|\[|\{)/;

/** True for the sender of an arrow, which may be an ornament at the start of a line. */
export function isArrow(sender: string | undefined): boolean {
  return sender === "<" || sender === ">";
}

/** True for a line that may stand between a direction and its stanza: empty, or a rule, as `[10:00:00] NET: ---`. */
export function isBetween(line: string): boolean {
  const content = line.trimEnd();
  let at = content.length;
  while (at > 0 && "-=_*#~.".includes(content[at - 1]!)) at--;
  if (at === 0) return true;
  return (
    at < content.length && /[\s:]/.test(content[at - 1]!) && lineStartOf(line)?.isSure === true
  );
}

/** True for a line with one member of an object in JSON that is written over several lines. */
export function isJsonMember(line: string): boolean {
  return (
    line.length < 1000 &&
    /^[ \t]*"[\w.$-]+"[ \t]*:[ \t]*(?:"[^"\\<]*"|[\w.+-]+),?[ \t\r]*$/.test(line)
  );
}

/** True for a line with only a comment. */
export function isComment(line: string): boolean {
  const content = line.trim();
  return content.startsWith("<!--") && content.indexOf("-->") === content.length - 3;
}

/** The comment at the start of the line, if there is one. */
export function leadingComment(line: string): string | undefined {
  const content = line.trimStart();
  const end = content.startsWith("<!--") ? content.indexOf("-->") : -1;
  return end < 0 ? undefined : content.slice(0, end + 3);
}

/** True for a line with nothing, or with only a comment. */
export function isCommentOrEmpty(text: string, { start, end }: HostLine): boolean {
  const content = text.slice(start, end).trim();
  return content === "" || isComment(content);
}

/** True for the start tag of an object that a program prints like a stanza. */
export function isPrintedObject(text: string): boolean {
  if (!mayBePrinted.test(text) || !/^(?:\w+:)?(?:message|presence|iq)\s/.test(text)) return false;
  const unquoted = text.replace(/"[^"]*"|'[^']*'/g, "");
  const stop = unquoted.search(/[<>]/);
  return printedValue.test(stop < 0 ? unquoted : unquoted.slice(0, stop + 1));
}
