/**
 * Shape of an element: all of it that rules read, but for the values that differ from element to element. Of the
 * elements of one shape only the first has to be checked (docs/decisions/shapes.md).
 */

import { characterClasses, SPACE } from "./characterClasses";
import type { ElementReader } from "./elementReader";
import { ATTRIBUTE_SHIFT, AttributeSlot, ELEMENT_SHIFT, ElementSlot } from "./elementTape";
import type { Scope } from "./scope";
import { ShapeUnits } from "./shapeUnits";
import { numberOfScope } from "./surroundings";
import { isName } from "./tapePrefixes";

/** The parts of elements that are in their shapes, besides the number of children. */
export interface ShapedElements {
  /** Attributes of the element whose values are known beside the shape. */
  readonly values: readonly [string, string, string];
  /** Attributes whose values are part of the shape, besides namespace and language. Of all others only the names are. */
  readonly attributes: readonly string[];
  /** The child that is part of the shape as a whole. */
  readonly child: string;
  /** False if the name of a child is a placeholder. */
  isKnownName(local: string): boolean;
  /** Whether words right in the element are known, or a placeholder; undefined if that depends on what is around them. */
  areKnown(words: string): boolean | undefined;
  /** The child of that child whose words are left out. */
  readonly words: string;
  /** False for such words about which a rule may report something. */
  arePlain(words: string): boolean;
}

/** Reads of parts that are not in the shape: the values, and all others. */
export enum Read {
  First = 1,
  Second = 2,
  Third = 4,
  Other = 8,
}

const XMLNS = "xmlns";
const LANGUAGE = "xml:lang";

/** Separators that occur in no text. */
const ATTRIBUTE = 1;
const VALUE = 2;
const CHILD = 3;
const WHOLE = 4;
const WORDS = 5;
/** A child whose name is a placeholder. */
const UNNAMED_CHILD = 6;
/** Words right in the element, of which nothing more is read than whether they are a placeholder. */
const KNOWN_WORDS = 7;
const UNKNOWN_WORDS = 8;

/** Shape of the element that a reader has just read, in memory that all elements share. */
export class ElementShape {
  readonly units = new ShapeUnits();
  /** Start and end of each of the three values, relative to the element; -1 without the attribute. */
  readonly values = new Int32Array(6);
  #scope: Scope | undefined;
  #surroundings = -1;

  /** @returns false if the element has no shape */
  read(reader: ElementReader, scope: Scope | undefined, shaped: ShapedElements): boolean {
    if (reader.namedCount !== 1) return false;
    if (scope !== this.#scope || this.#surroundings < 0) {
      this.#scope = scope;
      this.#surroundings = numberOfScope(scope);
      if (this.#surroundings < 0) return false;
    }
    this.units.begin(this.#surroundings);
    this.values.fill(-1);
    return (
      this.#readRoot(reader, shaped) &&
      this.#readChildren(reader, shaped) &&
      this.units.end(reader.text)
    );
  }

  #readRoot({ text, start: base, memory }: ElementReader, shaped: ShapedElements): boolean {
    const { elements, attributes } = memory;
    const { units } = this;
    if (elements[ElementSlot.Colon]! >= 0) return false;
    units.add(base + 1, base + elements[ElementSlot.NameEnd]!);
    const end = elements[ElementSlot.AttributesEnd]! << ATTRIBUTE_SHIFT;
    for (let slots = 0; slots < end; slots += 1 << ATTRIBUTE_SHIFT) {
      const nameStart = base + attributes[slots + AttributeSlot.NameStart]!;
      const nameEnd = base + attributes[slots + AttributeSlot.NameEnd]!;
      const valueStart = base + attributes[slots + AttributeSlot.ValueStart]!;
      const valueEnd = base + attributes[slots + AttributeSlot.ValueEnd]!;
      const length = nameEnd - nameStart;
      units.put(ATTRIBUTE);
      units.add(nameStart, nameEnd);
      if (attributes[slots + AttributeSlot.Colon]! >= 0) {
        if (length !== LANGUAGE.length || !text.startsWith(LANGUAGE, nameStart)) continue;
        units.put(VALUE);
        units.add(valueStart, valueEnd);
        continue;
      }
      let index = -1;
      for (let i = 0; i < 3; i++) {
        const name = shaped.values[i]!;
        if (name.length === length && text.startsWith(name, nameStart)) index = i;
      }
      if (index >= 0) {
        if (attributes[slots + AttributeSlot.HasReferences] !== 0) return false;
        this.values[2 * index] = valueStart - base;
        this.values[2 * index + 1] = valueEnd - base;
      } else if (
        (length === XMLNS.length && text.startsWith(XMLNS, nameStart)) ||
        isOneOf(shaped.attributes, text, nameStart, length)
      ) {
        units.put(VALUE);
        units.add(valueStart, valueEnd);
      }
    }
    return true;
  }

  #readChildren(reader: ElementReader, shaped: ShapedElements): boolean {
    const { text, start: base, memory } = reader;
    const { elements } = memory;
    const { units } = this;
    const end = elements[ElementSlot.EndTagStart]!;
    const next = elements[ElementSlot.Next]!;
    let at = base + elements[ElementSlot.StartTagEnd]!;
    for (let child = 1; child < next; ) {
      const slots = child << ELEMENT_SHIFT;
      const start = base + elements[slots + ElementSlot.Start]!;
      if (!this.#readWords(text, at, start, shaped)) return false;
      at = base + elements[slots + ElementSlot.End]!;
      const nameEnd = base + elements[slots + ElementSlot.NameEnd]!;
      const colon = elements[slots + ElementSlot.Colon]!;
      const local = colon < 0 ? start + 1 : base + colon + 1;
      if (isName(text, local, nameEnd, shaped.child)) {
        if (colon >= 0 || !this.#readWhole(reader, child, shaped)) return false;
      } else {
        units.put(shaped.isKnownName(text.slice(local, nameEnd)) ? CHILD : UNNAMED_CHILD);
      }
      child = elements[slots + ElementSlot.Next]!;
    }
    return end < 0 || this.#readWords(text, at, base + end, shaped);
  }

  /** Reads what is between children. */
  #readWords(text: string, start: number, end: number, shaped: ShapedElements): boolean {
    if (isBlankBetween(text, start, end)) return true;
    const areKnown = shaped.areKnown(text.slice(start, end));
    if (areKnown === undefined) return false;
    this.units.put(areKnown ? KNOWN_WORDS : UNKNOWN_WORDS);
    return true;
  }

  /** Reads the child that is part of the shape as a whole, but for words. */
  #readWhole(
    { text, start: base, memory }: ElementReader,
    index: number,
    shaped: ShapedElements,
  ): boolean {
    const { elements, attributes } = memory;
    const { units } = this;
    const slots = index << ELEMENT_SHIFT;
    const next = elements[slots + ElementSlot.Next]!;
    const first = elements[slots + ElementSlot.FirstAttribute]! << ATTRIBUTE_SHIFT;
    const last = elements[((next - 1) << ELEMENT_SHIFT) + ElementSlot.AttributesEnd]!;
    for (let i = first; i < last << ATTRIBUTE_SHIFT; i += 1 << ATTRIBUTE_SHIFT) {
      const nameStart = base + attributes[i + AttributeSlot.NameStart]!;
      if (attributes[i + AttributeSlot.Colon]! < 0) continue;
      const length = base + attributes[i + AttributeSlot.NameEnd]! - nameStart;
      if (length !== LANGUAGE.length || !text.startsWith(LANGUAGE, nameStart)) return false;
    }
    units.put(WHOLE);
    const { words } = shaped;
    let kept = base + elements[slots + ElementSlot.Start]!;
    let at = base + elements[slots + ElementSlot.StartTagEnd]!;
    for (let child = index + 1; child < next; ) {
      const own = child << ELEMENT_SHIFT;
      const start = base + elements[own + ElementSlot.Start]!;
      if (!isBlankBetween(text, at, start)) return false;
      at = base + elements[own + ElementSlot.End]!;
      const after = elements[own + ElementSlot.Next]!;
      for (let inner = child; inner < after; inner++) {
        if (elements[(inner << ELEMENT_SHIFT) + ElementSlot.Colon]! >= 0) return false;
      }
      const nameEnd = base + elements[own + ElementSlot.NameEnd]!;
      if (nameEnd - start - 1 === words.length && text.startsWith(words, start + 1)) {
        const from = base + elements[own + ElementSlot.StartTagEnd]!;
        const hasElements = after > child + 1;
        const until = hasElements
          ? elements[((child + 1) << ELEMENT_SHIFT) + ElementSlot.Start]!
          : elements[own + ElementSlot.EndTagStart]!;
        if (until >= 0 && from < base + until) {
          if (!shaped.arePlain(text.slice(from, base + until))) return false;
          units.add(kept, from);
          units.put(WORDS);
          kept = base + until;
        }
      }
      child = after;
    }
    const endTag = elements[slots + ElementSlot.EndTagStart]!;
    if (endTag >= 0 && !isBlankBetween(text, at, base + endTag)) return false;
    units.add(kept, base + elements[slots + ElementSlot.End]!);
    return true;
  }
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((characterClasses[text.charCodeAt(at)]! & SPACE) === 0) return false;
  }
  return true;
}

function isOneOf(names: readonly string[], text: string, start: number, length: number): boolean {
  for (const name of names) {
    if (name.length === length && text.startsWith(name, start)) return true;
  }
  return false;
}
