/** Findings about start tags between stanzas that are never closed, as while they are typed: they hide no stanza. */

import { type Configuration, settingOf } from "../check/config";
import { type DocumentFinding, isSame, place } from "../check/documentFindings";
import type { FindingCounts } from "../check/findingCounts";
import type { Fix } from "../rules/fix";
import notWellFormed from "../rules/xml-not-well-formed";
import type { Edit } from "../text/edit";
import { moveSpan } from "../text/offsets";
import type { Span } from "../text/span";
import { type PairedElement, pairTags } from "../xml/tagPairs";
import { isStreamHeader } from "../xml/wrappers";
import type { FramedText, Reframing } from "./framedText";

const NONE: readonly never[] = [];

/** Start tag, as opposed to words in angle brackets. */
const startTag =
  /^<[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*>$/;
/** Prefix of a transcript before the tag on its line. */
const prefix = /^[^<>]{0,120}[:\])]$/;
/** Signs of HTML, which need not close its elements. */
const html = /<!doctype html|<html[\s>]/i;

/** The findings of one text, kept while it is edited. */
export class UnclosedWrappers {
  /** Undefined if they have to be found anew. */
  #found: readonly DocumentFinding[] | undefined;

  /**
   * @param counts where they are counted, as long as they are known
   * @param isWhole false for a text in which elements between stanzas need not be closed
   */
  constructor(
    readonly framed: FramedText<unknown>,
    readonly counts: FindingCounts,
    readonly isWhole = false,
  ) {}

  /** In order. */
  find(configuration: Configuration): readonly DocumentFinding[] {
    if (!this.isWhole) return NONE;
    const found = this.#found ?? findUnclosed(this.framed, configuration);
    if (!this.#found) this.#set(found);
    return found;
  }

  /** True for one of them, also from before another part of the text was edited. */
  has({ finding, span: { start } }: DocumentFinding, configuration: Configuration): boolean {
    return this.find(configuration).some((one) => {
      return isSame(one.finding, finding) && one.span.start === start;
    });
  }

  /** Has them found anew. */
  forget(): void {
    this.#set(undefined);
  }

  /** Keeps them after an edit within a stanza. */
  textChanged({ span, newText }: Edit, { isInPiece }: Reframing<unknown>): void {
    const delta = newText.length - (span.end - span.start);
    const kept = isInPiece ? this.#found : undefined;
    const moved = kept?.map((one) => {
      if (one.span.start < span.start) return one;
      const { finding } = one;
      const stanzaStart = finding.stanzaStart + delta;
      return place({ ...finding, span: moveSpan(finding.span, delta), stanzaStart }, 0);
    });
    this.#set(moved);
  }

  #set(found: readonly DocumentFinding[] | undefined): void {
    for (const { finding } of this.#found ?? NONE) this.counts.add(finding, -1);
    this.#found = found;
    for (const { finding } of found ?? NONE) this.counts.add(finding, 1);
  }
}

function findUnclosed(
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
