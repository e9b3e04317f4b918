/** Ranges of "expand selection", step by step: value, attribute, tag, element, stanza, file. */

import type { Position, SelectionRange } from "vscode-languageserver";
import { type PlacedTags, tagsAt, wrappersOf } from "../core/document/structure";
import type { Span } from "../core/text/span";
import { type PairedElement, readAttributes } from "../core/xml/tagPairs";
import { isBlank } from "../core/xml/tree";
import type { StanzaView } from "./stanzaView";

/** The ranges around each of the positions, the innermost first. */
export function selectionRangesAt(
  document: StanzaView,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const { start: offset } = document.spanOf({ start: position, end: position });
    let range: SelectionRange | undefined;
    for (const span of innermost(spansAt(document, offset))) {
      const next = { range: document.rangeOf(span) };
      range = range ? { ...next, parent: range } : next;
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** Maximum depth of an answer: each step nests it deeper, and users take few of them. */
const MAX_STEPS = 200;

/** At most MAX_STEPS spans: the first, which is the whole text, and the innermost. */
function innermost(spans: readonly Span[]): readonly Span[] {
  return spans.length <= MAX_STEPS ? spans : [spans[0]!, ...spans.slice(1 - MAX_STEPS)];
}

/** The spans around the offset, the whole text first, each within the previous one. */
function spansAt(document: StanzaView, offset: number): Span[] {
  const { stanzas } = document;
  const { text } = stanzas;
  const around = tagsAt(stanzas, offset);
  const all: Span[] = [{ start: 0, end: text.length }];
  if (around.piece) {
    for (const span of elementSpans(text, wrappersOf(stanzas), offset)) all.push(span);
    all.push(around.piece.span);
  }
  for (const span of spansIn(text, around, offset)) all.push(span);
  const nested: Span[] = [];
  for (const span of all) {
    const last = nested.at(-1);
    if (last && (span.start < last.start || span.end > last.end)) continue;
    if (last && span.start === last.start && span.end === last.end) continue;
    nested.push(span);
  }
  return nested;
}

function spansIn(text: string, { tags, base, piece }: PlacedTags, offset: number): Span[] {
  const source = piece ? text.slice(piece.start, piece.end) : text;
  const at = offset - base;
  const spans = elementSpans(source, tags.elements, at);
  const section = tags.sections.find(({ span }) => span.start < at && at < span.end);
  if (section) {
    const { kind, span } = section;
    const [open, close] = kind === "comment" ? [4, 3] : [9, 3];
    spans.push(span);
    const inner = { start: span.start + open, end: span.end - close };
    if (holds(inner, at)) spans.push(trimmed(source, inner));
  } else {
    const words = textAround(source, at);
    if (words) spans.push(words);
  }
  return spans.map(({ start, end }) => ({ start: start + base, end: end + base }));
}

/** The spans of the elements around the offset, outermost first, with those of their parts that hold it. */
function elementSpans(source: string, elements: readonly PairedElement[], at: number): Span[] {
  const spans: Span[] = [];
  for (const element of elements) {
    const { startTag, endTag, end } = element;
    if (!holds({ start: startTag.start, end }, at)) continue;
    spans.push({ start: startTag.start, end });
    if (holds(startTag, at) && at < startTag.end)
      spans.push(startTag, ...inTag(source, element, at));
    else if (endTag && at > endTag.start) {
      spans.push(endTag);
      if (element.endNameSpan && holds(element.endNameSpan, at)) spans.push(element.endNameSpan);
    } else if (endTag) {
      const content = { start: startTag.end, end: endTag.start };
      if (holds(content, at)) spans.push(content);
    }
  }
  return spans;
}

function inTag(source: string, element: PairedElement, at: number): Span[] {
  if (holds(element.nameSpan, at)) return [element.nameSpan];
  const found = readAttributes(source, element).find(({ span }) => holds(span, at));
  if (!found) return [];
  const { span, valueSpan } = found;
  return holds(valueSpan, at) ? [span, valueSpan] : [span];
}

/** The character data around the offset, without white space at its ends. */
function textAround(source: string, at: number): Span | undefined {
  const start = source.lastIndexOf(">", at - 1) + 1;
  const opened = source.indexOf("<", start);
  const end = opened < 0 ? source.length : opened;
  if (at > end || isBlank(source.slice(start, end))) return undefined;
  const words = trimmed(source, { start, end });
  return holds(words, at) ? words : undefined;
}

function trimmed(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(source[from]!)) from++;
  while (to > from && isBlank(source[to - 1]!)) to--;
  return { start: from, end: to };
}

/** True with both ends included: a cursor stands between characters. */
function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
