/**
 * Error-tolerant reading: the elements of a text as far as they can be recognised, for a text that
 * is being typed. Reports no errors and does not throw; the strict reading is that of the
 * parser (parse.ts). Offsets are UTF-16 code units of the whole text.
 */

import type { Span } from "../text/span";
import { type LooseAttribute, readLooseAttributes, resolveReferences } from "./looseAttributes";
import { isNameStart, MarkupSkipper, readTag, type Tag } from "./markup";
import { lookupNamespace, type Scope } from "./scope";
import { isBlank } from "./tree";

export interface LooseElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From `<` to `>`; without a `>`, up to other markup. */
  readonly startTag: Span;
  /** False if the start tag has no `>`. */
  readonly closed: boolean;
  /** True for an empty-element tag. */
  readonly empty: boolean;
  readonly attributes: readonly LooseAttribute[];
  readonly parent: LooseElement | undefined;
  readonly children: readonly LooseElement[];
  /** True if there is character data right inside the element that is more than white space. */
  readonly hasText: boolean;
  readonly endTag: Span | undefined;
}

/** An element while it is being read. */
type Open = Omit<
  { -readonly [Key in keyof LooseElement]: LooseElement[Key] },
  "children" | "parent"
> & { children: Open[]; parent: Open | undefined };

/** Markup that the offset is inside of. */
type LooseMarkup =
  | { readonly kind: "start"; readonly element: LooseElement }
  | { readonly kind: "end"; readonly nameSpan: Span; readonly closed: boolean }
  /** A comment, a CDATA section, a processing instruction or a document type declaration. */
  | { readonly kind: "opaque"; readonly span: Span };

/** Surroundings of an offset. */
export interface LoosePlace {
  /** The innermost element that is open where the markup around the offset begins. */
  readonly parent: LooseElement | undefined;
  /** Undefined for an offset in character data, or between two pieces of markup. */
  readonly markup: LooseMarkup | undefined;
  /** Scope that is open around the elements that were read. */
  readonly scope: Scope | undefined;
}

/** Maximum number of open elements in which the match of an end tag is searched. */
const MAX_UNWIND = 1000;

/**
 * Reads the text from `span.start` to `span.end` and gives the surroundings of the offset, which is in
 * that span. A start tag without its `>` contains the following markup only if it has an end tag.
 * @param scope scope that is open at the start of the span
 * @param briefly true to stop after the offset: then the elements lack the following markup
 */
export function readLoosely(
  text: string,
  span: Span,
  scope: Scope | undefined,
  offset: number,
  briefly = false,
): LoosePlace {
  const reader = new LooseReader(text, span, scope, offset);
  reader.read(briefly);
  return reader.place ?? reader.placeHere(undefined);
}

class LooseReader {
  place: LoosePlace | undefined;
  readonly #skipper: MarkupSkipper;
  readonly #open: Open[] = [];

  constructor(
    readonly text: string,
    readonly span: Span,
    public scope: Scope | undefined,
    readonly offset: number,
  ) {
    this.#skipper = new MarkupSkipper(text);
  }

  read(briefly: boolean): void {
    const { text, span } = this;
    let at = span.start;
    while (!(briefly && this.place)) {
      const start = text.indexOf("<", at);
      if (start < 0 || start >= span.end) break;
      if (start >= this.offset) this.place ??= this.placeHere(undefined);
      this.#addText(at, start);
      at = this.#readMarkup(start);
    }
    this.#addText(at, span.end);
  }

  placeHere(markup: LooseMarkup | undefined): LoosePlace {
    return { parent: this.#open.at(-1), markup, scope: this.scope };
  }

  /** @returns the offset where reading goes on */
  #readMarkup(start: number): number {
    const { text } = this;
    const code = text.charCodeAt(start + 1);
    if (code === 0x21 || code === 0x3f) return this.#readOpaque(start);
    if (code === 0x2f) return this.#readEndTag(start);
    if (isNameStart(code)) return this.#readStartTag(start);
    return start + 1;
  }

  #readOpaque(start: number): number {
    const { text, span } = this;
    const closedAt = this.#skipper.skip(start);
    // Unclosed markup is being written, and reaches to the end of its line.
    const line = text.indexOf("\n", start + 2);
    const end = closedAt >= 0 ? closedAt : line < 0 ? span.end : Math.min(line, span.end);
    this.#note(start, end, closedAt >= 0, () => ({ kind: "opaque", span: { start, end } }));
    if (text.startsWith("<![CDATA[", start)) {
      const top = this.#open.at(-1);
      if (top) top.hasText = true;
    }
    return end;
  }

  #readEndTag(start: number): number {
    const { text, span } = this;
    const tag = readTag(text, start + 2);
    const end = Math.min(Math.max(tag.end, start + 2), span.end);
    const closed = tag.closed && tag.end <= span.end;
    const nameSpan = { start: tag.nameStart, end: tag.nameEnd };
    this.#note(start, end, closed, () => ({ kind: "end", nameSpan, closed }));
    this.#close(text.slice(tag.nameStart, tag.nameEnd), { start, end });
    return Math.max(end, start + 2);
  }

  #readStartTag(start: number): number {
    const { text, span } = this;
    const tag = readTag(text, start + 1);
    const end = Math.min(tag.end, span.end);
    const closed = end > tag.nameEnd && text.charCodeAt(end - 1) === 0x3e;
    const element = this.#element(tag, { start, end }, closed);
    this.#note(start, end, closed, () => ({ kind: "start", element }));
    element.parent?.children.push(element);
    if (!element.empty) this.#open.push(element);
    return Math.max(end, start + 1);
  }

  #element(tag: Tag, startTag: Span, closed: boolean): Open {
    const { text } = this;
    const { nameStart, nameEnd, empty } = tag;
    const inner = startTag.end - (closed ? (empty ? 2 : 1) : 0);
    return {
      name: text.slice(nameStart, nameEnd),
      nameSpan: { start: nameStart, end: nameEnd },
      startTag,
      closed,
      empty: closed && empty,
      attributes: readLooseAttributes(text, nameEnd, Math.max(inner, nameEnd)),
      parent: this.#open.at(-1),
      children: [],
      hasText: false,
      endTag: undefined,
    };
  }

  /** Records the markup as that of the offset, if it holds the offset. */
  #note(start: number, end: number, closed: boolean, markup: () => LooseMarkup): void {
    const { offset } = this;
    if (this.place || offset <= start || offset > end || (offset === end && closed)) return;
    this.place = this.placeHere(markup());
  }

  #addText(start: number, end: number): void {
    const top = this.#open.at(-1);
    if (top && !top.hasText && !isBlank(this.text.slice(start, end))) top.hasText = true;
  }

  #close(name: string, endTag: Span): void {
    const open = this.#open;
    const lowest = Math.max(0, open.length - MAX_UNWIND);
    let index = open.length - 1;
    while (index >= lowest && open[index]!.name !== name) index--;
    if (index < lowest) {
      this.#closeWrapper(name);
      return;
    }
    dissolveUnfinished(open, index);
    open[index]!.endTag = endTag;
    open.length = index;
  }

  #closeWrapper(name: string): void {
    let one = this.scope;
    for (let i = 0; one && i < MAX_UNWIND; i++, one = one.parent) {
      if (one.name !== name) continue;
      this.scope = one.parent;
      this.#open.length = 0;
      return;
    }
  }
}

/**
 * Makes the children of an unfinished tag siblings: such a tag is no parent.
 * @param index of the open element that is being closed; those inside it are looked at
 */
function dissolveUnfinished(open: readonly Open[], index: number): void {
  let parent = open[index]!;
  // From outside: an open element is the last child of its parent, so that its own children go after it.
  for (let i = index + 1; i < open.length; i++) {
    const element = open[i]!;
    if (element.closed) {
      parent = element;
      continue;
    }
    for (const child of element.children) {
      child.parent = parent;
      parent.children.push(child);
    }
    parent.hasText ||= element.hasText;
    element.children = [];
    element.hasText = false;
  }
}

/** The attribute of that name, if the element has it. */
export function looseAttribute(element: LooseElement, name: string): LooseAttribute | undefined {
  return element.attributes.find((one) => one.name === name);
}

export function looseLocal(element: LooseElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

/** The prefix with its colon, or nothing. */
export function loosePrefix(element: LooseElement): string {
  return element.name.slice(0, element.name.indexOf(":") + 1);
}

/** The namespace that the element is in; `""` for none. */
export function looseNamespace(element: LooseElement, scope: Scope | undefined): string {
  return lookupLoosely(element, loosePrefix(element).slice(0, -1), scope);
}

/** The namespace that the prefix stands for inside the element; `""` for none. */
export function lookupLoosely(
  element: LooseElement | undefined,
  prefix: string,
  scope: Scope | undefined,
): string {
  const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  for (let one = element; one; one = one.parent) {
    const declared = looseAttribute(one, name);
    if (declared?.closed) return resolveReferences(declared.value);
  }
  return lookupNamespace(scope, prefix) ?? "";
}
