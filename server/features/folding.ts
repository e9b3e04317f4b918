/**
 * What can be folded: stanzas, elements, comments and regions that take up more than one line. What folds in a
 * stanza is kept in terms of where it begins, for as long as it stays as it is.
 */

import { type FoldingRange, FoldingRangeKind, type Position } from "vscode-languageserver";
import { EditableText } from "../core/editableText";
import { oncePerPiece, wrappersOf } from "../core/structure";
import { type PairedElement, pairTags } from "../core/xml/tagPairs";
import type { Span } from "../core/xml/tree";
import type { StanzaView } from "./stanzaView";

/** What a client can do with folding ranges. */
export interface FoldingLimits {
  /** True if only whole lines can be folded. */
  readonly lineFoldingOnly: boolean;
  /** The client wants no more than so many. */
  readonly rangeLimit: number;
}

/** So many at most are sent to a client that does not say how many it wants; VS Code folds no more by default. */
export const USUAL_LIMIT = 5000;

interface Foldable {
  /** What begins on the line that stays to be seen. */
  readonly from: number;
  readonly hidden: Span;
  /** True if the line with the end of what is hidden stays to be seen too, for its end tag. */
  readonly keepsLast: boolean;
  readonly depth: number;
  readonly kind?: FoldingRangeKind;
}

/** The same with lines and characters. */
interface PlacedFold {
  readonly fromLine: number;
  readonly start: Position;
  readonly end: Position;
  readonly keepsLast: boolean;
  readonly depth: number;
  readonly kind: FoldingRangeKind | undefined;
}

const NONE: readonly never[] = [];

const START: Position = { line: 0, character: 0 };

const region = /^<!--\s*#(end)?region\b/;

/** What folds in a stanza, lines and characters counted from where it begins. */
const foldsOf = oncePerPiece((source, { isStanza }): readonly PlacedFold[] => {
  if (!isStanza || !/[\r\n]/.test(source)) return NONE;
  const { elements, sections } = pairTags(source, { start: 0, end: source.length });
  const found = elements.flatMap((one) => elementFold(one, 1));
  for (const { kind, span } of sections) if (kind === "comment") found.push(commentFold(span));
  const text = new EditableText(source);
  const folds = found.sort(inOrder).map((one) => placed(one, (offset) => text.positionAt(offset)));
  return folds.filter(({ fromLine, end }) => end.line > fromLine);
});

/** Looks at the stanzas that were not looked at yet; yields after each, to give others a turn. */
export function* readFolds({ stanzas }: StanzaView): Generator<void, void> {
  for (const piece of stanzas.pieces) {
    foldsOf(stanzas, piece);
    yield;
  }
}

/** The folding ranges of the document, in order; at most one begins on a line. */
export function foldingRangesOf(document: StanzaView, limits: FoldingLimits): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const depths: number[] = [];
  let lastLine = -1;
  for (const { fold, base } of foldables(document)) {
    const start = moved(fold.start, base);
    const end = moved(fold.end, base);
    const startLine = limits.lineFoldingOnly ? fold.fromLine + base.line : start.line;
    const endLine = limits.lineFoldingOnly && fold.keepsLast ? end.line - 1 : end.line;
    if (endLine <= startLine || startLine === lastLine) continue;
    lastLine = startLine;
    const range: FoldingRange = { startLine, endLine };
    if (!limits.lineFoldingOnly) {
      range.startCharacter = start.character;
      range.endCharacter = end.character;
    }
    if (fold.kind) range.kind = fold.kind;
    ranges.push(range);
    depths.push(fold.depth);
  }
  return outermost(ranges, depths, limits.rangeLimit);
}

/** Of too many the outermost are kept, level by level. */
function outermost(
  ranges: readonly FoldingRange[],
  depths: readonly number[],
  limit: number,
): FoldingRange[] {
  if (ranges.length <= limit) return [...ranges];
  const counts: number[] = [];
  for (const depth of depths) counts[depth] = (counts[depth] ?? 0) + 1;
  let last = 0;
  let left = limit;
  while ((counts[last] ?? 0) <= left) left -= counts[last++] ?? 0;
  return ranges.filter((_, index) => {
    const depth = depths[index]!;
    return depth < last || (depth === last && left-- > 0);
  });
}

/** What folds, in order, and where its lines and characters count from. */
function* foldables(document: StanzaView): Generator<{ fold: PlacedFold; base: Position }, void> {
  const { stanzas } = document;
  const positionAt = (offset: number) => document.rangeOf({ start: offset, end: offset }).start;
  const around = foldsAround(document);
  let next = 0;
  function* aroundUntil(offset: number) {
    for (; next < around.length && around[next]!.from < offset; next++) {
      yield { fold: placed(around[next]!, positionAt), base: START };
    }
  }
  for (const piece of stanzas.pieces) {
    yield* aroundUntil(piece.start);
    const folds = foldsOf(stanzas, piece);
    if (folds.length === 0) continue;
    const base = positionAt(piece.start);
    for (const fold of folds) yield { fold, base };
  }
  yield* aroundUntil(Number.POSITIVE_INFINITY);
}

/** What folds around and between the stanzas. */
function foldsAround({ stanzas }: StanzaView): Foldable[] {
  const found = wrappersOf(stanzas).flatMap((one) => elementFold(one, 0));
  const regions: number[] = [];
  for (const piece of stanzas.pieces) {
    if (piece.isStanza) continue;
    const { span } = piece;
    const mark = region.exec(stanzas.sourceOf(piece));
    if (!mark) found.push(commentFold(span));
    else if (!mark[1]) regions.push(span.start);
    else if (regions.length > 0) found.push(regionFold(regions.pop()!, span.end));
  }
  return found.sort(inOrder);
}

function inOrder(a: Foldable, b: Foldable): number {
  return a.from - b.from || b.hidden.end - a.hidden.end;
}

function placed(fold: Foldable, positionAt: (offset: number) => Position): PlacedFold {
  const { from, hidden, keepsLast, depth, kind } = fold;
  return {
    fromLine: positionAt(from).line,
    start: positionAt(hidden.start),
    end: positionAt(hidden.end),
    keepsLast,
    depth,
    kind,
  };
}

/** A position that counts from another one. */
function moved({ line, character }: Position, base: Position): Position {
  return {
    line: line + base.line,
    character: line === 0 ? character + base.character : character,
  };
}

/** An element folds to its start tag and its end tag; one that is not closed, to its first line. */
function elementFold(element: PairedElement, depth: number): Foldable[] {
  const { startTag, endTag, nameSpan, end, isEmpty } = element;
  // Where an inner element that is never closed ends is anybody's guess.
  if (!endTag && !isEmpty && element.depth > 0) return [];
  const hidden = endTag ? { start: startTag.end, end: endTag.start } : { start: nameSpan.end, end };
  const keepsLast = endTag !== undefined;
  return [{ from: startTag.start, hidden, keepsLast, depth: element.depth + depth }];
}

function commentFold(hidden: Span): Foldable {
  return foldOf(hidden, FoldingRangeKind.Comment);
}

function regionFold(start: number, end: number): Foldable {
  return foldOf({ start, end }, FoldingRangeKind.Region);
}

function foldOf(hidden: Span, kind: FoldingRangeKind): Foldable {
  return { from: hidden.start, hidden, keepsLast: false, depth: 0, kind };
}
