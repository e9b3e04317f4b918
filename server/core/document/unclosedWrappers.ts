/** Findings about start tags between stanzas that are never closed, as while they are typed: they hide no stanza. */

import { type Configuration, settingOf } from "../check/config";
import type { DocumentFinding } from "../check/documentFindings";
import type { Fix } from "../rules/fix";
import notWellFormed from "../rules/xml-not-well-formed";
import type { Span } from "../text/span";
import { type PairedElement, pairTags } from "../xml/tagPairs";
import { isStreamHeader } from "../xml/wrappers";
import type { FramedText } from "./framedText";

/** Start tag, as opposed to words in angle brackets. */
const startTag =
  /^<[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>$/;
/** Prefix of a transcript before the tag on its line. */
const prefix = /^[^<>]{0,120}[:\])]$/;
/** Signs of HTML, which need not close its elements. */
const html = /<!doctype html|<html[\s>]/i;

/** The findings about unclosed start tags, in order. */
export function findUnclosedWrappers(
  framed: FramedText<unknown>,
  configuration: Configuration,
): DocumentFinding[] {
  const severity = settingOf(notWellFormed, configuration);
  if (severity === "off" || !framed.mayHaveWrappers) return [];
  const last = framed.pieces.findLast(({ isStanza }) => isStanza);
  const { text } = framed;
  if (!last || html.test(text)) return [];
  return unclosedIn(framed, text, last.start).map(({ name, startTag: { start }, nameSpan }) => ({
    finding: {
      rule: notWellFormed,
      severity,
      span: nameSpan,
      stanzaStart: start,
      messageKey: "tag-unclosed",
      values: { subject: name, related: "" },
      related: [],
    },
    span: nameSpan,
    stanzaStart: start,
    related: [],
  }));
}

function unclosedIn(framed: FramedText<unknown>, text: string, end: number): PairedElement[] {
  const pieces = framed.pieces.map(({ span }) => span);
  return pairTags(text, { start: 0, end: text.length }, pieces).elements.filter((element) => {
    const { name, startTag: tag, isComplete, isEmpty, endTag } = element;
    if (endTag || isEmpty || !isComplete || tag.start > end || isStreamHeader(name)) return false;
    if (!startTag.test(text.slice(tag.start, tag.end))) return false;
    const before = text.slice(text.lastIndexOf("\n", tag.start - 1) + 1, tag.start).trim();
    return before === "" || before.endsWith(">") || prefix.test(before);
  });
}

/** Closes the element before the next stanza, after its content. */
export function closeUnclosed(text: string, { span, finding }: DocumentFinding, next: Span): Fix {
  const behind = text.indexOf(">", span.end) + 1;
  const line = text.lastIndexOf("\n", next.start - 1) + 1;
  const held = text.slice(behind, line > behind ? line : next.start);
  const at = behind + held.trimEnd().length;
  const { subject: name = "" } = finding.values;
  return {
    title: "Close <{name}>",
    values: { name },
    edits: [{ span: { start: at, end: at }, newText: `</${name}>` }],
    applicability: "preferred",
  };
}
