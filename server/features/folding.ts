/** What can be folded: stanzas, elements, comments and regions that take up more than one line. */

import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { tagsOf, wrappersOf } from "../core/structure";
import type { PairedElement } from "../core/xml/tagPairs";
import type { Span } from "../core/xml/tree";
import type { StanzaView } from "./stanzaView";

/** What a client can do with folding ranges. */
export interface FoldingLimits {
  /** True if only whole lines can be folded. */
  readonly lineFoldingOnly: boolean;
  /** The client wants no more than so many. */
  readonly rangeLimit: number;
}

interface Foldable {
  /** What begins on the line that stays to be seen. */
  readonly from: number;
  readonly hidden: Span;
  /** True if the line with the end of what is hidden stays to be seen too, for its end tag. */
  readonly keepsLast: boolean;
  readonly depth: number;
  readonly kind?: FoldingRangeKind;
}

const region = /^<!--\s*#(end)?region\b/;

/** Looks at the stanzas that were not looked at yet; yields after each, to give others a turn. */
export function* readFolds({ stanzas }: StanzaView): Generator<void, void> {
  for (const piece of stanzas.pieces) {
    if (!piece.isStanza) continue;
    tagsOf(stanzas, piece);
    yield;
  }
}

/** The folding ranges of the document, in order; at most one begins on a line. */
export function foldingRangesOf(document: StanzaView, limits: FoldingLimits): FoldingRange[] {
  const ranges: { range: FoldingRange; depth: number }[] = [];
  let lastLine = -1;
  for (const { from, hidden, keepsLast, depth, kind } of foldables(document)) {
    const { start, end } = document.rangeOf(hidden);
    const startLine = limits.lineFoldingOnly
      ? document.rangeOf({ start: from, end: from }).start.line
      : start.line;
    const endLine = limits.lineFoldingOnly && keepsLast ? end.line - 1 : end.line;
    if (endLine <= startLine || startLine === lastLine) continue;
    lastLine = startLine;
    const range: FoldingRange = { startLine, endLine };
    if (!limits.lineFoldingOnly) {
      range.startCharacter = start.character;
      range.endCharacter = end.character;
    }
    if (kind) range.kind = kind;
    ranges.push({ range, depth });
  }
  return outermost(ranges, limits.rangeLimit);
}

/** Of too many the outermost are kept, level by level. */
function outermost(
  ranges: readonly { range: FoldingRange; depth: number }[],
  limit: number,
): FoldingRange[] {
  if (ranges.length <= limit) return ranges.map(({ range }) => range);
  const byDepth = [...ranges].sort((a, b) => a.depth - b.depth).slice(0, limit);
  return byDepth.map(({ range }) => range).sort((a, b) => a.startLine - b.startLine);
}

function foldables(document: StanzaView): Foldable[] {
  const { stanzas } = document;
  const found: Foldable[] = wrappersOf(stanzas).flatMap((one) => elementFold(one, 0, 0));
  const regions: number[] = [];
  for (const piece of stanzas.pieces) {
    const { start, end } = piece;
    if (piece.isStanza) {
      const { elements, sections } = tagsOf(stanzas, piece);
      for (const one of elements) found.push(...elementFold(one, start, 1));
      for (const { kind, span } of sections) {
        if (kind === "comment") found.push(commentFold(span, start));
      }
      continue;
    }
    const mark = region.exec(stanzas.text.slice(start, Math.min(end, start + 40)));
    if (!mark) found.push(commentFold({ start: 0, end: end - start }, start));
    else if (!mark[1]) regions.push(start);
    else if (regions.length > 0) found.push(regionFold(regions.pop()!, end));
  }
  return found.sort((a, b) => a.from - b.from || b.hidden.end - a.hidden.end);
}

/** An element folds to its start tag and its end tag; one that is not closed, to its first line. */
function elementFold(element: PairedElement, base: number, depth: number): Foldable[] {
  const { startTag, endTag, nameSpan, end, isEmpty } = element;
  // Where an inner element that is never closed ends is anybody's guess.
  if (!endTag && !isEmpty && element.depth > 0) return [];
  const hidden = endTag
    ? { start: startTag.end + base, end: endTag.start + base }
    : { start: nameSpan.end + base, end: end + base };
  const from = startTag.start + base;
  return [{ from, hidden, keepsLast: endTag !== undefined, depth: element.depth + depth }];
}

function commentFold({ start, end }: Span, base: number): Foldable {
  const hidden = { start: start + base, end: end + base };
  return { from: hidden.start, hidden, keepsLast: false, depth: 0, kind: FoldingRangeKind.Comment };
}

function regionFold(start: number, end: number): Foldable {
  const hidden = { start, end };
  return { from: start, hidden, keepsLast: false, depth: 0, kind: FoldingRangeKind.Region };
}
