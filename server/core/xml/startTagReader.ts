/**
 * Reads plain start tags onto the tape, and checks them: names, values, duplicates, prefixes, declarations. In small
 * functions, since an engine takes long to optimise one with many loops (docs/performance.md).
 */

import {
  behindAll,
  characterClasses,
  codeAt,
  isPair,
  NAME,
  NAME_START,
  SPACE,
  VALUE,
} from "./characterClasses";
import { ATTRIBUTE_SHIFT, ELEMENT_SHIFT, ElementSlot, TapeMemory } from "./elementTape";
import { behindEntity } from "./references";
import { type Scope, XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope";
import { isName, isSame, resolvePrefixes } from "./tapePrefixes";

const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER_THAN = 0x3e;
const LETTER_X = 0x78;

const XMLNS = "xmlns";
const XML_PREFIX = "xml";
const LANGUAGE = "xml:lang";

/** Maximum number of attributes of an element, and of elements in one; others are left to saxes. */
const MAX_ATTRIBUTES = 24;
const MAX_ELEMENTS = 20_000;

const NO_NAMES: readonly string[] = [];

export abstract class StartTagReader {
  /** Numbers of the element that was read last. */
  readonly memory = new TapeMemory();
  /** Offset of the element in the text. */
  start = -1;
  /** Scope around the element. */
  scope: Scope | undefined;
  /** Number of elements with one of the names, whatever their prefixes. */
  namedCount = 0;
  /** Greatest number of attributes of an element. */
  maxAttributes = 0;
  /** True if the element declares prefixes. */
  hasPrefixes = false;
  protected elementCount = 0;
  protected attributeCount = 0;
  /** True if the last start tag is an empty-element tag. */
  protected isEmpty = false;
  /** Of the name that was read last. */
  #colon = -1;
  /** True if the value that was read last has some. */
  #hasReferences = false;
  // Of the start tag: attributes that declare its default namespace and its language, and whether prefixes must be resolved.
  #inherited = -1;
  #language = -1;
  #hasPrefix = false;

  /** @param names local names of elements to count */
  constructor(
    public text: string,
    readonly names: readonly string[] = NO_NAMES,
  ) {}

  /**
   * Reads the start tag at the offset.
   * @param base offset of the element that is read
   * @param parent index of the open element, or -1
   * @returns offset after the tag, or -1
   */
  protected readStartTag(start: number, base: number, parent: number): number {
    const { memory, text } = this;
    const index = this.elementCount;
    if (index === MAX_ELEMENTS) return -1;
    const slots = index << ELEMENT_SHIFT;
    const elements = slots === memory.elements.length ? memory.growElements() : memory.elements;
    this.elementCount = index + 1;
    const first = this.attributeCount;
    this.#inherited = -1;
    this.#language = -1;
    if (parent >= 0) {
      const above = parent << ELEMENT_SHIFT;
      this.#inherited = elements[above + ElementSlot.DefaultNamespace]!;
      this.#language = elements[above + ElementSlot.Language]!;
    }
    const nameEnd = this.#readName(start + 1);
    if (nameEnd < 0) return -1;
    const colon = this.#colon;
    this.#hasPrefix = colon >= 0;
    const localStart = colon < 0 ? start + 1 : colon + 1;
    for (const name of this.names) {
      if (isName(text, localStart, nameEnd, name)) this.namedCount++;
    }
    this.isEmpty = false;
    let at = nameEnd;
    for (;;) {
      const behind = at;
      at = behindAll(text, at, SPACE);
      const code = codeAt(text, at);
      if (code === GREATER_THAN) break;
      if (code === SLASH) {
        if (codeAt(text, ++at) !== GREATER_THAN) return -1;
        this.isEmpty = true;
        break;
      }
      if (at === behind) return -1;
      at = this.#readAttribute(at, base, first);
      if (at < 0) return -1;
    }
    at++;
    const count = this.attributeCount - first;
    if (count > this.maxAttributes) this.maxAttributes = count;
    elements[slots + ElementSlot.Start] = start - base;
    elements[slots + ElementSlot.NameEnd] = nameEnd - base;
    elements[slots + ElementSlot.Colon] = colon < 0 ? -1 : colon - base;
    elements[slots + ElementSlot.StartTagEnd] = at - base;
    elements[slots + ElementSlot.EndTagStart] = -1;
    elements[slots + ElementSlot.End] = at - base;
    elements[slots + ElementSlot.FirstAttribute] = first;
    elements[slots + ElementSlot.AttributesEnd] = this.attributeCount;
    elements[slots + ElementSlot.Parent] = parent;
    elements[slots + ElementSlot.Next] = index + 1;
    elements[slots + ElementSlot.Namespace] = this.#inherited;
    elements[slots + ElementSlot.DefaultNamespace] = this.#inherited;
    elements[slots + ElementSlot.Language] = this.#language;
    if (this.#hasPrefix && !resolvePrefixes(index, this)) return -1;
    return at;
  }

  /** Reads a name, and where its colon is: offset after it, or -1. */
  #readName(start: number): number {
    const { text } = this;
    this.#colon = -1;
    let at = start;
    if ((characterClasses[codeAt(text, at)]! & NAME_START) === 0) return -1;
    at = behindAll(text, at, NAME);
    if (codeAt(text, at) !== COLON) return at;
    this.#colon = at++;
    if ((characterClasses[codeAt(text, at)]! & NAME_START) === 0) return -1;
    return behindAll(text, at, NAME);
  }

  /**
   * Reads an attribute.
   * @param first index of the first one of its element
   * @returns offset after it, or -1
   */
  #readAttribute(nameStart: number, base: number, first: number): number {
    const { memory, text } = this;
    const index = this.attributeCount;
    if (index - first === MAX_ATTRIBUTES) return -1;
    const slots = index << ATTRIBUTE_SHIFT;
    const attributes =
      slots === memory.attributes.length ? memory.growAttributes() : memory.attributes;
    this.attributeCount = index + 1;
    const nameEnd = this.#readName(nameStart);
    if (nameEnd < 0) return -1;
    const colon = this.#colon;
    let at = nameEnd;
    // Nobody writes white space there.
    if (codeAt(text, at) !== EQUALS) at = behindAll(text, at, SPACE);
    if (codeAt(text, at) !== EQUALS) return -1;
    let quote = codeAt(text, ++at);
    if (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE) {
      at = behindAll(text, at, SPACE);
      quote = codeAt(text, at);
    }
    if (quote !== SINGLE_QUOTE && quote !== DOUBLE_QUOTE) return -1;
    const valueStart = at + 1;
    const valueEnd = this.#readValue(valueStart, quote);
    if (valueEnd < 0) return -1;
    attributes[slots] = nameStart - base;
    attributes[slots + 1] = nameEnd - base;
    attributes[slots + 2] = colon < 0 ? -1 : colon - base;
    attributes[slots + 3] = valueStart - base;
    attributes[slots + 4] = valueEnd - base;
    attributes[slots + 5] = this.#hasReferences ? 1 : 0;
    const initial = codeAt(text, nameStart);
    for (let i = first << ATTRIBUTE_SHIFT; i < slots; i += 1 << ATTRIBUTE_SHIFT) {
      const other = base + attributes[i]!;
      if (attributes[i + 1]! + base - other !== nameEnd - nameStart) continue;
      if (codeAt(text, other) !== initial) continue;
      if (isSame(text, other, nameStart, nameEnd - nameStart)) return -1;
    }
    if (initial !== LETTER_X) {
      if (colon >= 0) this.#hasPrefix = true;
    } else if (colon < 0) {
      if (isName(text, nameStart, nameEnd, XMLNS)) {
        if (isReserved(text, valueStart, valueEnd)) return -1;
        this.#inherited = index;
      }
    } else if (isName(text, nameStart, colon, XMLNS)) {
      if (valueEnd === valueStart || isReserved(text, valueStart, valueEnd)) return -1;
      if (isName(text, colon + 1, nameEnd, XMLNS)) return -1;
      if (isName(text, colon + 1, nameEnd, XML_PREFIX)) return -1;
      this.hasPrefixes = true;
    } else if (isName(text, nameStart, nameEnd, LANGUAGE)) {
      this.#language = index;
    } else {
      this.#hasPrefix = true;
    }
    return valueEnd + 1;
  }

  /** Offset of the quote that ends the value, or -1. */
  #readValue(start: number, quote: number): number {
    const { text } = this;
    this.#hasReferences = false;
    let at = start;
    for (;;) {
      at = behindAll(text, at, VALUE);
      const code = codeAt(text, at);
      if (code === quote) return at;
      if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
        at++;
      } else if (code === AMPERSAND) {
        at = behindEntity(text, at);
        if (at < 0) return -1;
        this.#hasReferences = true;
      } else {
        if (!isPair(text, at)) return -1;
        at += 2;
      }
    }
  }
}

/** True for the two namespaces that must not be declared. */
function isReserved(text: string, start: number, end: number): boolean {
  return isName(text, start, end, XMLNS_NAMESPACE) || isName(text, start, end, XML_NAMESPACE);
}
