/**
 * Pairs start tags with end tags, in text that may be broken anywhere: for an editor
 * that folds, selects, edits both names at once and closes open elements. For a well-formed
 * stanza the elements are those of the parser.
 */

import type { Span } from "../text/span";
import { isNameStart, MarkupSkipper, readTag } from "./markup";
import type { Section } from "./sections";

/** An element by its tags; offsets count as those of the text. */
export interface PairedElement {
  readonly name: string;
  readonly parent: PairedElement | undefined;
  /** 0 for an outermost element of the span. */
  readonly depth: number;
  readonly startTag: Span;
  /** The name in the start tag. */
  readonly nameSpan: Span;
  /** False if other markup, or the end, came before the `>` of the start tag. */
  readonly isComplete: boolean;
  /** True for an empty-element tag. */
  readonly isEmpty: boolean;
  /** Undefined for an empty-element tag, and for an element that is never closed. */
  readonly endTag: Span | undefined;
  readonly endNameSpan: Span | undefined;
  /** Offset after its end tag; for an element that is never closed, where that shows. */
  readonly end: number;
}

export interface PairedTags {
  /** In the order of their start tags. */
  readonly elements: readonly PairedElement[];
  readonly sections: readonly Section[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Pairs the tags in a span of the text. An end tag closes the innermost open element of its name,
 * with all that is open inside it; an end tag without a match is ignored.
 * @param skipped spans that are skipped, in order
 */
export function pairTags(text: string, span: Span, skipped: readonly Span[] = []): PairedTags {
  const elements: PairedElement[] = [];
  const sections: Section[] = [];
  const open: Mutable<PairedElement>[] = [];
  const openNames = new Map<string, number>();
  const skipper = new MarkupSkipper(text);
  let nextSkipped = 0;
  let at = span.start;
  for (;;) {
    const start = text.indexOf("<", at);
    if (start < 0 || start >= span.end) break;
    while (nextSkipped < skipped.length && skipped[nextSkipped]!.end <= start) nextSkipped++;
    const skip = skipped[nextSkipped];
    if (skip && skip.start <= start) {
      at = skip.end;
      continue;
    }
    const code = text[start + 1];
    if (code === "!" || code === "?") {
      const end = skipper.skip(start);
      const kind = text.startsWith("<!--", start)
        ? "comment"
        : text.startsWith("<![CDATA[", start)
          ? "cdata"
          : undefined;
      if (end > 0 && kind) sections.push({ kind, span: { start, end } });
      at = end < 0 ? start + 2 : end;
    } else if (code === "/") {
      const tag = readTag(text, start + 2);
      close(text.slice(tag.nameStart, tag.nameEnd), {
        endTag: { start, end: tag.end },
        endNameSpan: { start: tag.nameStart, end: tag.nameEnd },
      });
      at = Math.max(tag.closed ? tag.end : tag.nameEnd, start + 2);
    } else if (isNameStart(text.charCodeAt(start + 1))) {
      const tag = readTag(text, start + 1);
      const element: Mutable<PairedElement> = {
        name: text.slice(tag.nameStart, tag.nameEnd),
        parent: open.at(-1),
        depth: open.length,
        startTag: { start, end: tag.end },
        nameSpan: { start: tag.nameStart, end: tag.nameEnd },
        isComplete: tag.closed,
        isEmpty: tag.empty,
        endTag: undefined,
        endNameSpan: undefined,
        end: tag.end,
      };
      elements.push(element);
      if (!tag.empty) {
        open.push(element);
        openNames.set(element.name, (openNames.get(element.name) ?? 0) + 1);
      }
      at = tag.end;
    } else {
      at = start + 1;
    }
  }
  for (const element of open) element.end = span.end;
  return { elements, sections };

  function close(name: string, { endTag, endNameSpan }: { endTag: Span; endNameSpan: Span }): void {
    if (!openNames.get(name)) return;
    for (let element = open.pop(); element; element = open.pop()) {
      // Each open element has been counted.
      openNames.set(element.name, openNames.get(element.name)! - 1);
      if (element.name === name) {
        element.endTag = endTag;
        element.endNameSpan = endNameSpan;
        element.end = endTag.end;
        return;
      }
      element.end = endTag.start;
    }
  }
}

/** An attribute that is complete; offsets count as those of the text. */
export interface TagAttribute {
  readonly name: string;
  /** As written, references and all. */
  readonly value: string;
  /** From the name to the closing quote. */
  readonly span: Span;
  /** Between the quotes. */
  readonly valueSpan: Span;
}

const attribute = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** The attributes of a start tag, as far as they are complete. */
export function readAttributes(
  text: string,
  { nameSpan, startTag }: PairedElement,
): TagAttribute[] {
  const from = nameSpan.end;
  return [...text.slice(from, startTag.end).matchAll(attribute)].map((match) => {
    const [whole, name = "", double, single] = match;
    const value = double ?? single ?? "";
    const start = from + match.index;
    const end = start + whole.length;
    return {
      name,
      value,
      span: { start, end },
      valueSpan: { start: end - 1 - value.length, end: end - 1 },
    };
  });
}
