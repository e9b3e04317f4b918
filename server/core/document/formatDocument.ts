/**
 * Formatting of a document: every well-formed stanza, one by one. The text between
 * stanzas stays as it is, and the column of each stanza too: framing depends on both.
 */

import { type FormatStyle, formatStanza } from "../format/format";
import { applyEdits } from "../rules/edits";
import { createNextLines } from "../suppressions/nextLines";
import { readDirectives } from "../suppressions/readDirectives";
import type { Edit } from "../text/edit";
import { moveEdit } from "../text/offsets";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import { always, type HasTimeLeft, type Steps } from "../text/steps";
import { parse } from "../xml/parse";
import { pairTags, readAttributes } from "../xml/tagPairs";
import type { FramedText } from "./framedText";
import type { Piece } from "./piece";

/** Maximum length of a style's key that is cached: a stanza after a long line is looked at each time. */
const MAX_STYLE = 300;

/** Maximum number of attempts to leave out the stanzas that would change the framing. */
const MAX_ATTEMPTS = 20;

/** Style in which a stanza was found formatted already; valid until the piece changes. */
const asItShouldBe = new WeakMap<Piece<unknown>, string>();

/**
 * Edits that format the stanzas of the text which touch the span, all without a span, in order. They do not change how the text is
 * framed: the indentation of a stanza can decide where an unclosed stanza ends before
 * it, and such stanzas are left alone.
 * @param unit one level of indentation
 * @param hasTime once it returns false, the remaining stanzas are left as they are
 */
export function* formatDocument(
  framed: FramedText<unknown>,
  unit: string,
  span: Span = { start: 0, end: framed.length },
  hasTime: HasTimeLeft = always,
): Steps<Edit[]> {
  const { pieces, text } = framed;
  const preserved = preservedSpans(framed);
  const kept = keptSpans(text);
  let touched = pieces.filter(
    ({ isStanza, start, end }) =>
      isStanza && start <= span.end && end >= span.start && !isWithinOne(preserved, start, end),
  );
  for (let attempt = 0; attempt < MAX_ATTEMPTS && touched.length > 0; attempt++) {
    const edits = yield* editsOf(framed, touched, { unit, kept, hasTime });
    yield;
    const moved = edits.length === 0 ? -1 : firstMoved(framed, edits);
    if (moved < 0) return edits;
    if (!hasTime()) break;
    const around = pieces.slice(Math.max(0, moved - 1), moved + 2);
    const left = touched.filter((piece) => !around.includes(piece));
    if (left.length === touched.length) break;
    touched = left;
  }
  return [];
}

interface Formatting {
  readonly unit: string;
  readonly kept: readonly Span[];
  readonly hasTime: HasTimeLeft;
}

function* editsOf(
  framed: FramedText<unknown>,
  pieces: readonly Piece<unknown>[],
  { unit, kept, hasTime }: Formatting,
): Steps<Edit[]> {
  const { text } = framed;
  const usualLineEnd = lineEndOf(text) ?? "\n";
  const all: Edit[] = [];
  // The line on which a stanza begins, after the edits: another stanza may have ended on it.
  let line = "";
  let at = text.lastIndexOf("\n", (pieces[0]?.start ?? 0) - 1) + 1;
  const write = (written: string) => {
    const start = written.lastIndexOf("\n");
    line = start < 0 ? line + written : written.slice(start + 1);
  };
  for (const piece of pieces) {
    write(text.slice(at, piece.start));
    const style = { unit, lead: line, lineEnd: usualLineEnd };
    // Lines that must not be broken depend on places in the document: no caching.
    const about = kept.length === 0 ? JSON.stringify(style) : "";
    let edits: readonly Edit[] = [];
    if (about === "" || asItShouldBe.get(piece) !== about) {
      if (!hasTime()) break;
      edits = pieceEdits(framed, piece, style, kept);
      if (edits.length === 0 && about.length < MAX_STYLE) asItShouldBe.set(piece, about);
      yield;
    }
    write(applyEdits(framed.sourceOf(piece), edits));
    at = piece.end;
    for (const edit of edits) all.push(moveEdit(edit, piece.start));
  }
  return all;
}

function pieceEdits(
  framed: FramedText<unknown>,
  piece: Piece<unknown>,
  style: Omit<FormatStyle, "isKept">,
  kept: readonly Span[],
): Edit[] {
  const { start, scope } = piece;
  const source = framed.sourceOf(piece);
  const parsed = parse(source, scope);
  if (!parsed.root) return [];
  // A processing instruction is not in the tree.
  if (parsed.restricted.some(({ feature }) => feature !== "entity-reference")) return [];
  return formatStanza(source, parsed.root, {
    ...style,
    lineEnd: lineEndOf(source) ?? style.lineEnd,
    isKept: (offset) => {
      // The spans are in order, and a later span ends no earlier.
      const last = kept[partitionPoint(kept, (one) => one.start <= offset + start) - 1];
      return last !== undefined && offset + start <= last.end;
    },
  });
}

/** The lines to which disable-next-line directives apply: they are not broken. */
function keptSpans(text: string): Span[] {
  const directives = readDirectives(text);
  const lines = createNextLines(text, directives);
  return directives
    .filter(({ kind }) => kind === "disable-next-line")
    .map(({ span }) => ({ start: span.end, end: lines.after(span.end).end }));
}

/** @param spans in order; of overlapping spans, one contains the other */
function isWithinOne(spans: readonly Span[], start: number, end: number): boolean {
  const before = spans[partitionPoint(spans, (one) => one.start < start) - 1];
  return before !== undefined && end <= before.end;
}

/** Wrappers with `xml:space='preserve'`, without those inside others. */
function preservedSpans({ text, pieces }: FramedText<unknown>): Span[] {
  if (!text.includes("xml:space")) return [];
  const whole = { start: 0, end: text.length };
  const skipped = pieces.map(({ span }) => span);
  return pairTags(text, whole, skipped)
    .elements.filter((element) =>
      readAttributes(text, element).some(
        ({ name, value }) => name === "xml:space" && value === "preserve",
      ),
    )
    .map(({ startTag, end }) => ({ start: startTag.start, end }))
    .reduce<Span[]>((outermost, one) => {
      if (one.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(one);
      return outermost;
    }, []);
}

/** Index of the first piece that is not where the edits put it, or -1. */
function firstMoved(framed: FramedText<unknown>, edits: readonly Edit[]): number {
  const start = edits[0]!.span.start;
  const { end } = edits.at(-1)!.span;
  const shifted = edits.map((edit) => moveEdit(edit, -start));
  const newText = applyEdits(framed.text.slice(start, end), shifted);
  const after = framed.copy();
  after.edit({ span: { start, end }, newText });
  let next = 0;
  let delta = 0;
  const moved = framed.pieces.findIndex((piece, index) => {
    const newStart = piece.start + delta;
    for (; next < edits.length && edits[next]!.span.end <= piece.end; next++) {
      const { span, newText } = edits[next]!;
      delta += newText.length - (span.end - span.start);
    }
    const other = after.pieces[index];
    return other?.start !== newStart || other.end !== piece.end + delta;
  });
  if (moved >= 0) return moved;
  return after.pieces.length === framed.pieces.length ? -1 : framed.pieces.length - 1;
}

function lineEndOf(text: string): string | undefined {
  const at = text.indexOf("\n");
  if (at < 0) return undefined;
  return text[at - 1] === "\r" ? "\r\n" : "\n";
}
