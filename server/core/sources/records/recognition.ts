/** Recognises a log or a transcript by its content. */

import { isFollowedStream } from "../followedStream";
import { endOf, type HostLine, linesOf } from "../lines";
import { mayHoldEscapedStanzas } from "../plain";
import { blankColors } from "./colors";
import { readPrefix } from "./directions";
import { lineStartOf, signatureOf } from "./lineStart";
import { isLead } from "./repeatedLeads";
import { hasBothDirections } from "./survey";

/** Length of the part of a text whose lines are looked at, in UTF-16 code units. */
const MAX_LENGTH = 100_000;

const markup = /<(?:[?!/]|[A-Za-z_][\w.:-]*[\s/>])/;
const escaped = /(?:\bb|<<)["']<[A-Za-z?]|<(?:message|presence|iq)\b[^<>]*=\\+["']|\\u003c/;
/**
 * True if a line of the text begins with a direction, or as a record of a log does, and has markup after that, or
 * if the words of the text describe some stanzas as sent and others as received.
 */
export function looksLikeTranscript(text: string): boolean {
  if (isFollowedStream(text)) return true;
  const head = blankColors(text.slice(0, MAX_LENGTH));
  if (escaped.test(head) || mayHoldEscapedStanzas(head)) return true;
  const lines = linesOf(head, 0, head.length);
  for (const line of lines) {
    const content = head.slice(line.start, endOf(head, line));
    if (!content.includes("<")) continue;
    const prefix = readPrefix(head, line);
    if (prefix && /^\s*<[A-Za-z/!?]/.test(content.slice(prefix.text.length))) return true;
    if (lineStartOf(content)?.isSure && markup.test(content)) return true;
  }
  return hasBothDirections(head, lines) || repeatsLead(head, lines);
}

const stanza = /^<(?:\w+:)?(?:message|presence|iq)[\s/>]/;

/** The words of a sentence. */
const words = /^[\p{L}\s,']*$/u;

/** True if a stanza stands after a text that stands before other markup too, as in a log of whatever program. */
function repeatsLead(text: string, lines: readonly HostLine[]): boolean {
  /** Normalized texts before markup, and whether the markup was a stanza. */
  const seen = new Map<string, boolean>();
  for (const line of lines) {
    const content = text.slice(line.start, endOf(text, line));
    const at = content.search(/<\/?[A-Za-z_]/);
    const lead = content.slice(0, Math.max(0, at));
    if (!isLead(lead) || words.test(lead)) continue;
    const signature = signatureOf(lead);
    const isStanza = stanza.test(content.slice(at));
    const before = seen.get(signature);
    if (before !== undefined && (before || isStanza)) return true;
    seen.set(signature, isStanza);
  }
  return false;
}

const objects = /^\s*\{[^\r\n]*\}[ \t]*\r?\n\{/;

/** True for JSON with an object in each line, as programs write it to their logs. */
export function isInLines(text: string): boolean {
  return objects.test(text.slice(0, MAX_LENGTH));
}
