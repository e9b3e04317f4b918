/**
 * Reads an element in one pass over its characters: its end, whether it is well-formed and obeys Namespaces in XML, and
 * the places of its parts. It makes no objects for them; see `elementTape.ts`.
 *
 * It reports no errors, and reads plain elements only: ASCII names, quoted values, no references but the five,
 * no comments, CDATA sections or processing instructions. All others are read and judged by saxes
 * (docs/decisions/parser.md), so any element that is read here must be well-formed, and its tree that of saxes.
 */

import { characterClasses, codeAt, isPair, SPACE, TEXT } from "./characterClasses";
import { ATTRIBUTE_SHIFT, ELEMENT_SHIFT, ElementSlot, ElementTape } from "./elementTape";
import { behindEntity } from "./references";
import type { Scope } from "./scope";
import { StartTagReader } from "./startTagReader";

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
    const { memory } = this;
    let { elements } = memory;
    let open = -1;
    let depth = 0;
    let at = base;
    for (;;) {
      let code = codeAt(text, at + 1);
      if (code === SLASH) {
        if (open < 0) return -1;
        const slots = open << ELEMENT_SHIFT;
        const endTagStart = at - base;
        at += 2;
        const nameEnd = base + elements[slots + ElementSlot.NameEnd]!;
        for (let i = base + elements[slots + ElementSlot.Start]! + 1; i < nameEnd; i++, at++) {
          if (codeAt(text, i) !== codeAt(text, at)) return -1;
        }
        code = codeAt(text, at);
        while (code !== GREATER_THAN) {
          if ((characterClasses[code]! & SPACE) === 0) return -1;
          code = codeAt(text, ++at);
        }
        at++;
        elements[slots + ElementSlot.EndTagStart] = endTagStart;
        elements[slots + ElementSlot.End] = at - base;
        elements[slots + ElementSlot.Next] = this.elementCount;
        open = elements[slots + ElementSlot.Parent]!;
        if (open < 0) return at;
        depth--;
      } else {
        const index = this.elementCount;
        at = this.readStartTag(at, base, open);
        if (at < 0) return -1;
        elements = memory.elements;
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
      // Text up to the next markup.
      for (;;) {
        code = codeAt(text, at);
        while ((characterClasses[code]! & TEXT) !== 0) code = codeAt(text, ++at);
        if (code === LESS_THAN) break;
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
}
