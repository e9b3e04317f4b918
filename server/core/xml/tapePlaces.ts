/** Places of the parts of an element that is on a tape, and the same places in all elements of its shape. */

import type { Span } from "../text/span";
import { Read } from "./elementShape";
import {
  ATTRIBUTE_SHIFT,
  AttributeSlot,
  ELEMENT_SHIFT,
  ElementSlot,
  type ElementTape,
  type TapeNumbers,
} from "./elementTape";

/** Part of an element or of an attribute. */
export enum Part {
  Element = 0,
  StartTag = 1,
  Name = 2,
  EndTag = 3,
  Attribute = 4,
  AttributeName = 5,
  AttributeValue = 6,
}

/** Slots of start and end, by part, and what has to be added to them. */
const slotsOf = [
  [ElementSlot.Start, 0, ElementSlot.End, 0],
  [ElementSlot.Start, 0, ElementSlot.StartTagEnd, 0],
  [ElementSlot.Start, 1, ElementSlot.NameEnd, 0],
  [ElementSlot.EndTagStart, 0, ElementSlot.End, 0],
  [AttributeSlot.NameStart, 0, AttributeSlot.ValueEnd, 1],
  [AttributeSlot.NameStart, 0, AttributeSlot.NameEnd, 0],
  [AttributeSlot.ValueStart, 0, AttributeSlot.ValueEnd, 0],
] as const;

/**
 * The span of a part.
 * @param index of the element or of the attribute on the tape
 */
function spanOf(numbers: TapeNumbers, part: Part, index: number): Span {
  const [startSlot, afterStart, endSlot, afterEnd] = slotsOf[part];
  const isOfAttribute = part >= Part.Attribute;
  const slots = index << (isOfAttribute ? ATTRIBUTE_SHIFT : ELEMENT_SHIFT);
  const from = isOfAttribute ? numbers.attributes : numbers.elements;
  return { start: from[slots + startSlot]! + afterStart, end: from[slots + endSlot]! + afterEnd };
}

/** The span of a part of a node: where reads are noted, one that does so. */
export function placedSpan(tape: ElementTape, part: Part, index: number): Span {
  return tape.isNoted ? new TapeSpan(tape, part, index) : spanOf(tape, part, index);
}

/** Span of a part that notes where its offsets are read: a rule may report a place without knowing where it is. */
export class TapeSpan implements Span {
  readonly #tape: ElementTape;

  /** @param index of the element or of the attribute on the tape */
  constructor(
    tape: ElementTape,
    readonly part: Part,
    readonly index: number,
  ) {
    this.#tape = tape;
  }

  get start(): number {
    this.#tape.reads |= Read.Other;
    return this.plain().start;
  }

  get end(): number {
    this.#tape.reads |= Read.Other;
    return this.plain().end;
  }

  /** The same as a plain object, without a note. */
  plain(): Span {
    return spanOf(this.#tape, this.part, this.index);
  }

  /** Its place in all elements of the shape. */
  get place(): ShapePlace {
    return placeOf(this.#tape, this.part, this.index);
  }
}

/** Place of a part in all elements of one shape: their children may have any number of descendants. */
export interface ShapePlace {
  readonly part: Part;
  /** Number of the child of the root that holds it; -1 for the root itself. */
  readonly child: number;
  /** Index of the element, counted from that child on. */
  readonly inner: number;
  /** Index of the attribute among those of its element. */
  readonly attribute: number;
}

function placeOf({ elements }: TapeNumbers, part: Part, index: number): ShapePlace {
  let owner = index;
  let attribute = 0;
  if (part >= Part.Attribute) {
    owner = 0;
    while (elements[(owner << ELEMENT_SHIFT) + ElementSlot.AttributesEnd]! <= index) owner++;
    attribute = index - elements[(owner << ELEMENT_SHIFT) + ElementSlot.FirstAttribute]!;
  }
  if (owner === 0) return { part, child: -1, inner: 0, attribute };
  let child = 0;
  let first = 1;
  for (;;) {
    const next = elements[(first << ELEMENT_SHIFT) + ElementSlot.Next]!;
    if (owner < next) return { part, child, inner: owner - first, attribute };
    first = next;
    child++;
  }
}

/** The span of the place in an element of the shape. */
export function spanAt(numbers: TapeNumbers, { part, child, inner, attribute }: ShapePlace): Span {
  const { elements } = numbers;
  let owner = 0;
  if (child >= 0) {
    owner = 1;
    for (let i = 0; i < child; i++) owner = elements[(owner << ELEMENT_SHIFT) + ElementSlot.Next]!;
    owner += inner;
  }
  const index =
    part >= Part.Attribute
      ? elements[(owner << ELEMENT_SHIFT) + ElementSlot.FirstAttribute]! + attribute
      : owner;
  return spanOf(numbers, part, index);
}
