/** Survey of all lines of a log: the places of markup, and whether its senders are stated. */

import { ForwardSearch } from "../../xml/forwardSearch";
import { endOf, type HostLine } from "../lines";
import { senderAlone, senderBefore, senderInValues } from "./directions";

/** Next markup that may be XML. */
const markup =
  /<(?:[?!/]|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*(?::[\w.\u0080-\uffff-]+)?(?=[\s/>]|$))|\\u003[cC][A-Za-z/?!]/gm;

/** Offset of the next markup; -1 if there is none. */
export function findMarkup(text: string, offset: number): number {
  markup.lastIndex = offset;
  return markup.exec(text)?.index ?? -1;
}

/** True if words or arrows mark some stanzas of the lines as sent and others as received. */
export function hasBothDirections(text: string, lines: readonly HostLine[]): boolean {
  const senders = new Set<string>();
  const markup = new ForwardSearch(text, findMarkup);
  for (const line of lines) {
    const end = endOf(text, line);
    const at = markup.from(line.start);
    const sender =
      at < end
        ? (senderBefore(text.slice(line.start, at)) ?? senderElsewhere(text, line.start, at, end))
        : senderAlone(text.slice(line.start, end));
    if (sender) senders.add(sender);
    if (areBothWays(senders)) return true;
  }
  return false;
}

/** Length of a record in which a direction is searched after the stanza, in UTF-16 code units. */
const MAX_RECORD = 100_000;

/**
 * Sender of a stanza that no word before it states: by a comment that says when it passed, or by a value of its record.
 * @param start offset of the line
 * @param markup offset of its first markup
 */
export function senderElsewhere(
  text: string,
  start: number,
  markup: number,
  end: number,
): string | undefined {
  if (text.startsWith("<!--", markup)) {
    const close = text.indexOf("-->", markup) + 3;
    return senderAlone(text.slice(start, close >= 3 && close < end ? close : end));
  }
  const mayHaveValues = /[{=]/.test(text.slice(start, Math.min(markup, start + 200)));
  return mayHaveValues && end - start <= MAX_RECORD
    ? senderInValues(text.slice(start, end))
    : undefined;
}

function areBothWays(senders: ReadonlySet<string>): boolean {
  return (senders.has("out") && senders.has("in")) || (senders.has("<") && senders.has(">"));
}
