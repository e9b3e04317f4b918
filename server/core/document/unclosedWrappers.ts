/** Findings about start tags between stanzas that are never closed, as while they are typed: they hide no stanza. */

import { type Configuration, settingOf } from "../check/config";
import { type DocumentFinding, place } from "../check/documentFindings";
import type { Fix } from "../rules/fix";
import notWellFormed from "../rules/xml-not-well-formed";
import type { Edit } from "../text/edit";
import { moveSpan } from "../text/offsets";
import type { Span } from "../text/span";
import { type PairedElement, pairTags } from "../xml/tagPairs";
import { isStreamHeader } from "../xml/wrappers";
import type { FramedText, Reframing } from "./framedText";

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
  if (!last || html.test(textBetween(framed))) return [];
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

/** The text without the pieces. */
function textBetween({ text, pieces, length }: FramedText<unknown>): string {
  let between = "";
  let at = 0;
  for (const { start, end } of pieces) {
    between += text.slice(at, start);
    at = end;
  }
  return between + text.slice(at, length);
}

/** The findings after an edit; undefined if they have to be found anew. */
export function movedUnclosed(
  found: readonly DocumentFinding[],
  { span, newText }: Edit,
  { isInPiece }: Reframing<unknown>,
): readonly DocumentFinding[] | undefined {
  if (!isInPiece) return undefined;
  const delta = newText.length - (span.end - span.start);
  return found.map((one) => {
    if (one.span.start < span.start) return one;
    const { finding } = one;
    const moved = {
      ...finding,
      span: moveSpan(finding.span, delta),
      stanzaStart: finding.stanzaStart + delta,
    };
    return place(moved, 0);
  });
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
