/**
 * Reads an element in one pass over its characters: its end, whether it is well-formed and obeys Namespaces in XML, and
 * the places of its parts. It makes no objects for them; see `elementTape.ts`.
 *
 * It reports no errors, and reads plain elements only: ASCII names, quoted values, no references but the five,
 * no comments, CDATA sections or processing instructions. All others are read and judged by saxes
 * (docs/decisions/parser.md), so any element that is read here must be well-formed, and its tree that of saxes.
 */

import { behindAll, codeAt, isPair, SPACE, TEXT } from "./characterClasses";
import { ATTRIBUTE_SHIFT, ELEMENT_SHIFT, ElementSlot, ElementTape } from "./elementTape";
import { behindEntity } from "./references";
import type { Scope } from "./scope";
import { StartTagReader } from "./startTagReader";
import { isSame } from "./tapePrefixes";

const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const RIGHT_BRACKET = 0x5d;

/** Maximum depth; deeper elements are left to saxes. */
const MAX_DEPTH = 64;

/** Reads elements of one text. */
export class ElementReader extends StartTagReader {
  /** Offset after the element that was read last, or -1. */
  end = -1;
  /** Greatest number of open elements. */
  depth = 0;

  /**
   * Reads the element at the offset of a `<`.
   * @param scope scope that is open around it
   * @returns offset after the element, or -1 if it is not plain
   */
  read(start: number, scope: Scope | undefined): number {
    this.memory.takeBack();
    this.start = start;
    this.scope = scope;
    this.elementCount = 0;
    this.attributeCount = 0;
    this.hasPrefixes = false;
    this.depth = 0;
    this.maxAttributes = 0;
    this.namedCount = 0;
    this.end = this.#readElement(start);
    return this.end;
  }

  /** The default namespace that the element declares, as it is written; undefined if it declares none. */
  get declared(): string | undefined {
    const { elements, attributes } = this.memory;
    const index = elements[ElementSlot.DefaultNamespace]!;
    if (index < 0) return undefined;
    const slots = index << ATTRIBUTE_SHIFT;
    const { text, start } = this;
    return text.slice(start + attributes[slots + 3]!, start + attributes[slots + 4]!);
  }

  /** True if the element at that offset is the one that was read last. */
  holds(start: number, scope: Scope | undefined): boolean {
    return this.start === start && this.end > start && this.scope === scope;
  }

  /**
   * The tape of the element that was read last; it stays as it is when the next one is read.
   * @param source text of the element
   */
  tape(source: string): ElementTape {
    return new ElementTape(
      this.memory,
      source,
      this.scope,
      this.elementCount,
      this.attributeCount,
      {
        depth: this.depth,
        attributes: this.maxAttributes,
        named: this.namedCount,
      },
    );
  }

  #readElement(base: number): number {
    const { text } = this;
    let open = -1;
    let depth = 0;
    let at = base;
    for (;;) {
      if (codeAt(text, at + 1) === SLASH) {
        if (open < 0) return -1;
        at = this.#readEndTag(at, base, open);
        if (at < 0) return -1;
        open = this.memory.elements[(open << ELEMENT_SHIFT) + ElementSlot.Parent]!;
        if (open < 0) return at;
        depth--;
      } else {
        const index = this.elementCount;
        at = this.readStartTag(at, base, open);
        if (at < 0) return -1;
        if (!this.isEmpty) {
          if (++depth > MAX_DEPTH) return -1;
          if (depth > this.depth) this.depth = depth;
          open = index;
        } else if (open < 0) {
          this.depth ||= 1;
          return at;
        } else if (depth >= this.depth) {
          this.depth = depth + 1;
        }
      }
      at = this.#behindText(at);
      if (at < 0) return -1;
    }
  }

  /**
   * Reads the end tag of the open element.
   * @returns offset after it, or -1
   */
  #readEndTag(start: number, base: number, open: number): number {
    const { text } = this;
    const { elements } = this.memory;
    const slots = open << ELEMENT_SHIFT;
    const nameStart = elements[slots + ElementSlot.Start]! + 1;
    const length = elements[slots + ElementSlot.NameEnd]! - nameStart;
    const nameEnd = start + 2 + length;
    if (!isSame(text, base + nameStart, start + 2, length)) return -1;
    const at = behindAll(text, nameEnd, SPACE);
    if (codeAt(text, at) !== GREATER_THAN) return -1;
    elements[slots + ElementSlot.EndTagStart] = start - base;
    elements[slots + ElementSlot.End] = at + 1 - base;
    elements[slots + ElementSlot.Next] = this.elementCount;
    return at + 1;
  }

  /** Offset of the next markup, or -1. */
  #behindText(start: number): number {
    const { text } = this;
    let at = start;
    for (;;) {
      at = behindAll(text, at, TEXT);
      const code = codeAt(text, at);
      if (code === LESS_THAN) return at;
      if (code === AMPERSAND) {
        at = behindEntity(text, at);
        if (at < 0) return -1;
      } else if (code === RIGHT_BRACKET) {
        if (text.startsWith("]]>", at)) return -1;
        at++;
      } else {
        if (!isPair(text, at)) return -1;
        at += 2;
      }
    }
  }
}
