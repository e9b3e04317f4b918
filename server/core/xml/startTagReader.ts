/** Reads plain start tags onto the tape, and checks them: names, values, duplicates, prefixes, declarations. */

import {
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
import { isName, resolvePrefixes } from "./tapePrefixes";

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

  /** @param names local names of elements to count */
  constructor(
    public text: string,
    readonly names: readonly string[] = NO_NAMES,
  ) {}

  /**
   * Reads the start tag at the offset.
   * @param parent index of the open element, or -1
   * @returns offset after the tag, or -1
   */
  protected readStartTag(start: number, base: number, parent: number): number {
    const { text, memory } = this;
    const index = this.elementCount;
    if (index === MAX_ELEMENTS) return -1;
    const slots = index << ELEMENT_SHIFT;
    let { elements, attributes } = memory;
    if (slots === elements.length) elements = memory.growElements();
    this.elementCount = index + 1;

    let at = start + 1;
    let colon = -1;
    let code = codeAt(text, at);
    if ((characterClasses[code]! & NAME_START) === 0) return -1;
    do code = codeAt(text, ++at);
    while ((characterClasses[code]! & NAME) !== 0);
    if (code === COLON) {
      colon = at - base;
      code = codeAt(text, ++at);
      if ((characterClasses[code]! & NAME_START) === 0) return -1;
      do code = codeAt(text, ++at);
      while ((characterClasses[code]! & NAME) !== 0);
    }
    const nameEnd = at - base;
    const localStart = colon < 0 ? start + 1 : colon + base + 1;
    for (const name of this.names) {
      if (isName(text, localStart, at, name)) this.namedCount++;
    }
    const first = this.attributeCount;
    let inherited = -1;
    let language = -1;
    if (parent >= 0) {
      const above = parent << ELEMENT_SHIFT;
      inherited = elements[above + ElementSlot.DefaultNamespace]!;
      language = elements[above + ElementSlot.Language]!;
    }
    let prefixed = colon < 0 ? 0 : 1;
    this.isEmpty = false;
    for (;;) {
      const behind = at;
      while ((characterClasses[code]! & SPACE) !== 0) code = codeAt(text, ++at);
      if (code === GREATER_THAN) break;
      if (code === SLASH) {
        if (codeAt(text, ++at) !== GREATER_THAN) return -1;
        this.isEmpty = true;
        break;
      }
      if (at === behind || (characterClasses[code]! & NAME_START) === 0) return -1;

      // An attribute.
      const attribute = this.attributeCount;
      if (attribute - first === MAX_ATTRIBUTES) return -1;
      const own = attribute << ATTRIBUTE_SHIFT;
      if (own === attributes.length) attributes = memory.growAttributes();
      this.attributeCount = attribute + 1;
      const nameStart = at;
      const initial = code;
      let attributeColon = -1;
      do code = codeAt(text, ++at);
      while ((characterClasses[code]! & NAME) !== 0);
      if (code === COLON) {
        attributeColon = at;
        code = codeAt(text, ++at);
        if ((characterClasses[code]! & NAME_START) === 0) return -1;
        do code = codeAt(text, ++at);
        while ((characterClasses[code]! & NAME) !== 0);
      }
      const attributeEnd = at;
      while ((characterClasses[code]! & SPACE) !== 0) code = codeAt(text, ++at);
      if (code !== EQUALS) return -1;
      code = codeAt(text, ++at);
      while ((characterClasses[code]! & SPACE) !== 0) code = codeAt(text, ++at);
      if (code !== SINGLE_QUOTE && code !== DOUBLE_QUOTE) return -1;
      const quote = code;
      const valueStart = at + 1;
      let hasReferences = 0;
      at = valueStart;
      for (;;) {
        code = codeAt(text, at);
        while ((characterClasses[code]! & VALUE) !== 0) code = codeAt(text, ++at);
        if (code === quote) break;
        if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
          at++;
        } else if (code === AMPERSAND) {
          at = behindEntity(text, at);
          if (at < 0) return -1;
          hasReferences = 1;
        } else {
          if (!isPair(text, at)) return -1;
          at += 2;
        }
      }
      const length = attributeEnd - nameStart;
      for (let i = first << ATTRIBUTE_SHIFT; i < own; i += 1 << ATTRIBUTE_SHIFT) {
        const other = base + attributes[i]!;
        if (attributes[i + 1]! + base - other !== length) continue;
        if (codeAt(text, other) !== initial) continue;
        if (isSameText(text, other, nameStart, length)) return -1;
      }
      attributes[own] = nameStart - base;
      attributes[own + 1] = attributeEnd - base;
      attributes[own + 2] = attributeColon < 0 ? -1 : attributeColon - base;
      attributes[own + 3] = valueStart - base;
      attributes[own + 4] = at - base;
      attributes[own + 5] = hasReferences;
      if (initial === LETTER_X) {
        if (attributeColon < 0) {
          if (length === XMLNS.length && text.startsWith(XMLNS, nameStart)) {
            if (isReserved(text, valueStart, at)) return -1;
            inherited = attribute;
          }
        } else if (isName(text, nameStart, attributeColon, XMLNS)) {
          if (at === valueStart || isReserved(text, valueStart, at)) return -1;
          if (isName(text, attributeColon + 1, attributeEnd, XMLNS)) return -1;
          if (isName(text, attributeColon + 1, attributeEnd, XML_PREFIX)) return -1;
          this.hasPrefixes = true;
        } else if (isName(text, nameStart, attributeEnd, LANGUAGE)) {
          language = attribute;
        } else {
          prefixed++;
        }
      } else if (attributeColon >= 0) {
        prefixed++;
      }
      code = codeAt(text, ++at);
    }
    at++;
    const count = this.attributeCount - first;
    if (count > this.maxAttributes) this.maxAttributes = count;
    elements[slots + ElementSlot.Start] = start - base;
    elements[slots + ElementSlot.NameEnd] = nameEnd;
    elements[slots + ElementSlot.Colon] = colon;
    elements[slots + ElementSlot.StartTagEnd] = at - base;
    elements[slots + ElementSlot.EndTagStart] = -1;
    elements[slots + ElementSlot.End] = at - base;
    elements[slots + ElementSlot.FirstAttribute] = first;
    elements[slots + ElementSlot.AttributesEnd] = this.attributeCount;
    elements[slots + ElementSlot.Parent] = parent;
    elements[slots + ElementSlot.Next] = index + 1;
    elements[slots + ElementSlot.Namespace] = inherited;
    elements[slots + ElementSlot.DefaultNamespace] = inherited;
    elements[slots + ElementSlot.Language] = language;
    if (prefixed > 0 && !resolvePrefixes(index, this)) return -1;
    return at;
  }
}

function isSameText(text: string, a: number, b: number, length: number): boolean {
  for (let i = 1; i < length; i++) {
    if (codeAt(text, a + i) !== codeAt(text, b + i)) return false;
  }
  return true;
}

/** True for the two namespaces that must not be declared. */
function isReserved(text: string, start: number, end: number): boolean {
  return isName(text, start, end, XMLNS_NAMESPACE) || isName(text, start, end, XML_NAMESPACE);
}
