/**
 * Formatting of one stanza: elements that hold nothing but elements have them on lines of their own,
 * indented by depth. All that changes is white space between tags, and between the attributes of a
 * tag where that is a line break already; what the XML says stays the same.
 */

import type { Edit } from "../text/edit";
import { difference, moveEdit } from "../text/offsets";
import type { Span } from "../text/span";
import { attribute, isBlank, type XmlComment, type XmlElement } from "../xml/tree";

export interface FormatStyle {
  /** One level of indentation: spaces, or a tab. */
  readonly unit: string;
  /** The text before the stanza on its line; its white space begins all other lines. */
  readonly lead: string;
  /** For lines that are new; those that are there keep theirs. */
  readonly lineEnd: string;
  /** True where no line may be broken that is none yet. */
  isKept(offset: number): boolean;
}

/** Deeper than this nothing is indented further. */
const MAX_DEPTH = 100;

/** Elements whose content people read, so that every blank counts. */
const textElements: ReadonlySet<string> = new Set(["body", "status", "subject", "text", "thread"]);
const XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml";

/**
 * Edits of the stanza's text, in order, none larger than it must be.
 * @param source the text of the stanza
 * @param root what it was parsed to
 */
export function formatStanza(source: string, root: XmlElement, style: FormatStyle): Edit[] {
  const layout = new Layout(source, style);
  const open: OpenElement[] = [];
  enter(root);
  for (let element = open.at(-1); element; element = open.at(-1)) {
    const child = element.children[element.next++];
    const depth = open.length;
    if (!child) {
      layout.breakBefore(element.endTag.start, element.afterComment, depth - 1);
      layout.copy(element.endTag.end);
      open.pop();
      continue;
    }
    const isComment = child.kind === "comment";
    layout.breakBefore(child.span.start, isComment || element.afterComment, depth);
    element.afterComment = isComment;
    if (child.kind === "comment") layout.copy(child.span.end);
    else enter(child);
  }
  return layout.edits;

  function enter(element: XmlElement): void {
    if (isPreserved(element)) {
      layout.copy(element.span.end);
      return;
    }
    formatTag(element, open.length, layout);
    const { endTag } = element;
    if (!endTag) return;
    const children: (XmlElement | XmlComment)[] = [];
    for (const child of element.children) if (child.kind !== "text") children.push(child);
    if (children.length === 0 || isText(element, source)) {
      layout.copy(endTag.end);
    } else {
      open.push({ children, endTag, next: 0, afterComment: false });
    }
  }
}

/** An element whose content is being formatted. */
interface OpenElement {
  readonly children: readonly (XmlElement | XmlComment)[];
  readonly endTag: Span;
  next: number;
  afterComment: boolean;
}

function isPreserved(element: XmlElement): boolean {
  return attribute(element, "xml:space")?.value === "preserve";
}

/** True if white space in the element may mean something. */
function isText(element: XmlElement, source: string): boolean {
  if (textElements.has(element.local) || element.namespace === XHTML_NAMESPACE) return true;
  // A character reference to a blank was written on purpose, so what counts is the source.
  return element.children.some(
    ({ kind, span }) => kind === "text" && !isBlank(source.slice(span.start, span.end)),
  );
}

/** Indents the attributes of a start tag that takes up several lines. */
function formatTag(element: XmlElement, depth: number, layout: Layout): void {
  const { attributes, nameSpan, startTag, endTag } = element;
  layout.copy(nameSpan.end);
  let alignment = layout.indentation(depth + 1);
  for (const [index, { span }] of attributes.entries()) {
    const isBroken = layout.indentBefore(span.start, alignment);
    // Below the first one, if that stands beside the name.
    if (index === 0 && !isBroken) alignment = layout.column();
    layout.copy(span.end);
  }
  layout.indentBefore(startTag.end - (endTag ? 1 : 2), layout.indentation(depth));
  layout.copy(startTag.end);
}

/** Goes through the source and writes down what is to be changed. */
class Layout {
  readonly edits: Edit[] = [];
  /** The source up to here is done. */
  #at = 0;
  /** The line that is being written, as far as it goes. */
  #line: string;
  readonly #base: string;

  constructor(
    readonly source: string,
    readonly style: FormatStyle,
  ) {
    this.#line = style.lead;
    this.#base = /^[ \t]*/.exec(style.lead)?.[0] ?? "";
  }

  indentation(depth: number): string {
    return this.#base + this.style.unit.repeat(Math.min(depth, MAX_DEPTH));
  }

  /** White space as wide as what is written of the line. */
  column(): string {
    return this.#line.replace(/[^\t]/g, " ");
  }

  copy(end: number): void {
    this.#write(this.source.slice(this.#at, end));
    this.#at = end;
  }

  /**
   * The next node begins a line of its own.
   * @param start where it begins; before it is nothing but white space
   * @param besideComment whether it may stay where it is: a comment is about what is beside it
   */
  breakBefore(start: number, besideComment: boolean, depth: number): void {
    const space = this.source.slice(this.#at, start);
    const breaks = countBreaks(space);
    const isKept = breaks === 0 && (besideComment || this.style.isKept(start));
    if (isKept || hasLoneReturn(space)) {
      this.copy(start);
    } else {
      const lineEnd = breaks === 0 ? this.style.lineEnd : lineEndOf(space);
      // One empty line may stay.
      const lines = lineEnd.repeat(Math.max(1, Math.min(breaks, 2)));
      this.#replace(start, lines + this.indentation(depth));
    }
  }

  /** Indents the next node if it begins a line; returns whether it does. */
  indentBefore(start: number, indentation: string): boolean {
    const space = this.source.slice(this.#at, start);
    const breaks = countBreaks(space);
    if (breaks === 0 || hasLoneReturn(space)) {
      this.copy(start);
      return breaks > 0;
    }
    this.#replace(start, lineEndOf(space).repeat(breaks) + indentation);
    return true;
  }

  #replace(end: number, newText: string): void {
    const before = this.source.slice(this.#at, end);
    if (before !== newText) this.edits.push(moveEdit(difference(before, newText), this.#at));
    this.#write(newText);
    this.#at = end;
  }

  #write(text: string): void {
    const line = text.lastIndexOf("\n");
    this.#line = line < 0 ? this.#line + text : text.slice(line + 1);
  }
}

function countBreaks(space: string): number {
  return space.split("\n").length - 1;
}

/** A carriage return alone is no line end to framing, and is left alone. */
function hasLoneReturn(space: string): boolean {
  return /\r(?!\n)/.test(space);
}

function lineEndOf(space: string): string {
  return space.includes("\r\n") ? "\r\n" : "\n";
}
