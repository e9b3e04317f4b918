/**
 * Tape of an element that was read: the places of its elements and attributes as numbers, in the order of the text. A
 * tree is made of it on demand, and only of the parts that somebody asks for (`tapeNodes.ts`).
 *
 * All offsets are UTF-16 code units from the start of the element.
 */

import type { Scope } from "./scope";

/** Numbers that are kept for an element. */
export enum ElementSlot {
  Start = 0,
  NameEnd = 1,
  /** Offset of the colon in the name, or -1. */
  Colon = 2,
  StartTagEnd = 3,
  /** -1 for an empty-element tag. */
  EndTagStart = 4,
  End = 5,
  FirstAttribute = 6,
  /** Index after its last attribute. */
  AttributesEnd = 7,
  /** Index of the parent, or -1. */
  Parent = 8,
  /** Index after its last descendant. */
  Next = 9,
  /** Index of the attribute that declares its namespace; -1 for a declaration around the whole element. */
  Namespace = 10,
  /** Index of the attribute that declares the default namespace inside it, or -1. */
  DefaultNamespace = 11,
  /** Index of the nearest attribute `xml:lang`, or -1. */
  Language = 12,
}

/** Numbers that are kept for an attribute. */
export enum AttributeSlot {
  NameStart = 0,
  NameEnd = 1,
  Colon = 2,
  ValueStart = 3,
  ValueEnd = 4,
  /** 1 if the value has references. */
  HasReferences = 5,
}

/** Number of slots for an element, and for an attribute, as powers of two. */
export const ELEMENT_SHIFT = 4;
export const ATTRIBUTE_SHIFT = 3;

/** Facts about an element that are known without a tree. */
export interface TapeSize {
  /** Greatest number of nested elements, itself included. */
  readonly depth: number;
  /** Greatest number of attributes of an element. */
  readonly attributes: number;
  /** Number of elements with the names that the reader counts. */
  readonly named: number;
}

/** Numbers of an element that was read. */
export interface TapeNumbers {
  readonly elements: Int32Array;
  readonly attributes: Int32Array;
}

/** Memory of a reader, for the element that it has read last. */
export class TapeMemory implements TapeNumbers {
  elements = new Int32Array(64 << ELEMENT_SHIFT);
  attributes = new Int32Array(64 << ATTRIBUTE_SHIFT);
  /** The tape that shares this memory, as long as somebody uses it. */
  #lent: ElementTape | undefined;

  /** Lends the memory to a tape, until the next element is read or the tape is released. */
  lend(tape: ElementTape): void {
    this.#lent = tape;
  }

  /** Takes the memory back for the next element: a tape that is still in use gets a copy of its own. */
  takeBack(): void {
    const lent = this.#lent;
    if (!lent) return;
    this.#lent = undefined;
    lent.elements = lent.elements.slice(0, lent.elementCount << ELEMENT_SHIFT);
    lent.attributes = lent.attributes.slice(0, lent.attributeCount << ATTRIBUTE_SHIFT);
  }

  /** Ends the use of a tape. */
  release(tape: ElementTape): void {
    if (this.#lent === tape) this.#lent = undefined;
    tape.elements = tape.attributes = NOTHING;
  }

  growElements(): Int32Array<ArrayBuffer> {
    this.elements = grown(this.elements);
    return this.elements;
  }

  growAttributes(): Int32Array<ArrayBuffer> {
    this.attributes = grown(this.attributes);
    return this.attributes;
  }
}

const NOTHING = new Int32Array(0);

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length);
  more.set(array);
  return more;
}

/** Tape of one element. */
export class ElementTape implements TapeNumbers {
  elements: Int32Array;
  attributes: Int32Array;
  /** Reads of parts outside of the shape since this was set to 0, as bits (`elementShape.ts`). */
  reads = 0;
  /** True where somebody asks for these reads. */
  isNoted = false;

  readonly #memory: TapeMemory;

  constructor(
    memory: TapeMemory,
    /** Text of the element. */
    readonly source: string,
    /** Scope that is open around it. */
    readonly scope: Scope | undefined,
    readonly elementCount: number,
    readonly attributeCount: number,
    readonly size: TapeSize,
  ) {
    this.#memory = memory;
    this.elements = memory.elements;
    this.attributes = memory.attributes;
    memory.lend(this);
  }

  /** Ends its use: its tree cannot be read any more. */
  release(): void {
    this.#memory.release(this);
  }
}
