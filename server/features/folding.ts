/**
 * Folding ranges of stanzas, elements, comments and regions that take up more than one line. The folds of a
 * stanza are cached relative to its start for as long as the stanza does not change.
 */

import { type FoldingRange, FoldingRangeKind, type Position } from "vscode-languageserver";
import { oncePerPiece, wrappersOf } from "../core/document/structure";
import { EditableText } from "../core/text/editableText";
import type { Span } from "../core/text/span";
import { isEndOfStep, type Steps } from "../core/text/steps";
import { type PairedElement, pairTags } from "../core/xml/tagPairs";
import type { StanzaView } from "./stanzaView";

/** A client's capabilities for folding ranges. */
export interface FoldingLimits {
  /** True if only whole lines can be folded. */
  readonly lineFoldingOnly: boolean;
  /** Maximum number of folding ranges that the client accepts. */
  readonly rangeLimit: number;
}

/** Maximum number for a client that names none; VS Code folds no more by default. */
export const USUAL_LIMIT = 5000;

interface Foldable {
  /** Offset of the folded construct, on the line that stays visible. */
  readonly from: number;
  readonly hidden: Span;
  /** True if the line with the end of the hidden text stays visible too, for its end tag. */
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

/** Folds of a stanza, with lines and characters relative to its start. */
const foldsOf = oncePerPiece((source, { isElement }): readonly PlacedFold[] => {
  if (!isElement || !/[\r\n]/.test(source)) return NONE;
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

/** Folds in the order of their places. Only those that are sent become ranges: many more may be found. */
class FoundFolds {
  readonly #folds: PlacedFold[] = [];
  readonly #bases: Position[] = [];
  /** Number of folds by depth. */
  readonly #counts: number[] = [];
  #lastLine = -1;

  constructor(readonly areLines: boolean) {}

  /** @param base the position that the fold is relative to */
  add(fold: PlacedFold, base: Position): void {
    const startLine = this.#startLine(fold, base);
    if (this.#endLine(fold, base) <= startLine || startLine === this.#lastLine) return;
    this.#lastLine = startLine;
    this.#folds.push(fold);
    this.#bases.push(base);
    this.#counts[fold.depth] = (this.#counts[fold.depth] ?? 0) + 1;
  }

  /** The outermost folds within the limit, level by level. */
  outermost(limit: number): FoldingRange[] {
    // All folds of smaller depth fit, and as many of that depth as the limit leaves.
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

/** Folds around and between the stanzas. */
function foldsAround({ stanzas }: StanzaView): Foldable[] {
  const found = wrappersOf(stanzas).flatMap((one) => elementFold(one, 0));
  const regions: number[] = [];
  for (const piece of stanzas.pieces) {
    if (piece.isElement) continue;
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

/** Character of a relative position. */
function characterOf({ line, character }: Position, base: Position): number {
  return line === 0 ? character + base.character : character;
}

/** An element folds to its start tag and its end tag; an element without an end tag, to its first line. */
function elementFold(element: PairedElement, depth: number): Foldable[] {
  const { startTag, endTag, nameSpan, end, isEmpty } = element;
  // The end of an inner element that is never closed is a guess.
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
