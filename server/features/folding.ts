/**
 * What can be folded: stanzas, elements, comments and regions that take up more than one line. What folds in a
 * stanza is kept in terms of where it begins, for as long as it stays as it is.
 */

import { type FoldingRange, FoldingRangeKind, type Position } from "vscode-languageserver";
import { oncePerPiece, wrappersOf } from "../core/document/structure";
import { EditableText } from "../core/text/editableText";
import type { Span } from "../core/text/span";
import { isEndOfStep, type Steps } from "../core/text/steps";
import { type PairedElement, pairTags } from "../core/xml/tagPairs";
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

/** The folding ranges of the document, in order and in steps; at most one begins on a line. */
export function* foldingRangesOf(
  document: StanzaView,
  limits: FoldingLimits,
): Steps<FoldingRange[]> {
  const { stanzas } = document;
  const positionAt = (offset: number) => document.rangeOf({ start: offset, end: offset }).start;
  const found = new FoundFolds(limits.lineFoldingOnly);
  const around = foldsAround(document);
  let next = 0;
  for (const [index, piece] of stanzas.pieces.entries()) {
    if (isEndOfStep(index)) yield;
    for (; next < around.length && around[next]!.from < piece.start; next++) {
      found.add(placed(around[next]!, positionAt), START);
    }
    const folds = foldsOf(stanzas, piece);
    if (folds.length === 0) continue;
    const base = positionAt(piece.start);
    for (const fold of folds) found.add(fold, base);
  }
  for (const one of around.slice(next)) found.add(placed(one, positionAt), START);
  return found.outermost(limits.rangeLimit);
}

/** Folds in the order of their places. Ranges are made of those that are sent: many more may be found. */
class FoundFolds {
  readonly #folds: PlacedFold[] = [];
  readonly #bases: Position[] = [];
  /** How many there are of each depth. */
  readonly #counts: number[] = [];
  #lastLine = -1;

  constructor(readonly areLines: boolean) {}

  /** @param base what the fold counts from */
  add(fold: PlacedFold, base: Position): void {
    const startLine = this.#startLine(fold, base);
    if (this.#endLine(fold, base) <= startLine || startLine === this.#lastLine) return;
    this.#lastLine = startLine;
    this.#folds.push(fold);
    this.#bases.push(base);
    this.#counts[fold.depth] = (this.#counts[fold.depth] ?? 0) + 1;
  }

  /** Of too many the outermost are kept, level by level. */
  outermost(limit: number): FoldingRange[] {
    // All that are less deep are among them, and so many of that depth.
    let depth = 0;
    let left = limit;
    while (depth < this.#counts.length && (this.#counts[depth] ?? 0) <= left) {
      left -= this.#counts[depth++] ?? 0;
    }
    const ranges: FoldingRange[] = [];
    for (const [index, fold] of this.#folds.entries()) {
      if (fold.depth > depth || (fold.depth === depth && left-- <= 0)) continue;
      ranges.push(this.#rangeOf(fold, this.#bases[index]!));
    }
    return ranges;
  }

  #rangeOf(fold: PlacedFold, base: Position): FoldingRange {
    const range: FoldingRange = {
      startLine: this.#startLine(fold, base),
      endLine: this.#endLine(fold, base),
    };
    if (!this.areLines) {
      range.startCharacter = characterOf(fold.start, base);
      range.endCharacter = characterOf(fold.end, base);
    }
    if (fold.kind) range.kind = fold.kind;
    return range;
  }

  #startLine({ fromLine, start }: PlacedFold, base: Position): number {
    return base.line + (this.areLines ? fromLine : start.line);
  }

  #endLine({ end, keepsLast }: PlacedFold, base: Position): number {
    return base.line + end.line - (this.areLines && keepsLast ? 1 : 0);
  }
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

/** The character of a position that counts from another one. */
function characterOf({ line, character }: Position, base: Position): number {
  return line === 0 ? character + base.character : character;
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
