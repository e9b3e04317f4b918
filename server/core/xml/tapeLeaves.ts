/** Attributes and texts of an element that is on a tape. They note what is read of them that is not in its shape. */

import type { Span } from "../text/span";
import { Read, type ShapedElements } from "./elementShape";
import { ATTRIBUTE_SHIFT, AttributeSlot, type ElementTape } from "./elementTape";
import { resolveEntities } from "./references";
import { Part, placedSpan } from "./tapePlaces";
import type { XmlAttribute, XmlText } from "./tree";

export class TapeAttribute implements XmlAttribute {
  readonly name: string;
  readonly #tape: ElementTape;
  /** Its first slot. */
  readonly #slots: number;
  /** Noted where the value is read. */
  readonly #read: number;
  #value: string | undefined = undefined;

  /**
   * @param index of the attribute on the tape
   * @param shaped undefined for an attribute that is in the shape as a whole
   */
  constructor(tape: ElementTape, index: number, shaped: ShapedElements | undefined) {
    const slots = index << ATTRIBUTE_SHIFT;
    const { attributes, source } = tape;
    const start = attributes[slots + AttributeSlot.NameStart]!;
    this.name = source.slice(start, attributes[slots + AttributeSlot.NameEnd]!);
    this.#tape = tape;
    this.#slots = slots;
    this.#read = shaped ? readOf(this.name, shaped) : 0;
  }

  get prefix(): string {
    const { name } = this;
    const colon = name.indexOf(":");
    return colon < 0 ? "" : name.slice(0, colon);
  }

  get local(): string {
    const { name } = this;
    return name.slice(name.indexOf(":") + 1);
  }

  get value(): string {
    this.#tape.reads |= this.#read;
    this.#value ??= this.#readValue();
    return this.#value;
  }

  get unresolved(): false {
    return false;
  }

  get span(): Span {
    return this.#spanOf(Part.Attribute);
  }

  get nameSpan(): Span {
    return this.#spanOf(Part.AttributeName);
  }

  get valueSpan(): Span {
    return this.#spanOf(Part.AttributeValue);
  }

  #spanOf(part: Part): Span {
    return placedSpan(this.#tape, part, this.#slots >> ATTRIBUTE_SHIFT);
  }

  get valueStart(): number {
    return this.#slot(AttributeSlot.ValueStart);
  }

  get valueEnd(): number {
    return this.#slot(AttributeSlot.ValueEnd);
  }

  #slot(slot: number): number {
    this.#tape.reads |= Read.Other;
    return this.#tape.attributes[this.#slots + slot]!;
  }

  #readValue(): string {
    const { source, attributes } = this.#tape;
    const slots = this.#slots;
    const start = attributes[slots + AttributeSlot.ValueStart]!;
    const written = source.slice(start, attributes[slots + AttributeSlot.ValueEnd]!);
    return attributes[slots + AttributeSlot.HasReferences] === 0
      ? written
      : resolveEntities(written);
  }
}

/** Noted where the value of an attribute of the root is read. */
function readOf(name: string, { attributes, values }: ShapedElements): number {
  if (name === "xmlns" || name === "xml:lang" || attributes.includes(name)) return 0;
  const index = values.indexOf(name);
  return index < 0 ? Read.Other : Read.First << index;
}

export class TapeText implements XmlText {
  readonly #tape: ElementTape;
  readonly #written: string;
  #value: string | undefined = undefined;

  constructor(
    tape: ElementTape,
    written: string,
    readonly start: number,
    readonly end: number,
    /** Noted where the value is read. */
    readonly read: number,
  ) {
    this.#tape = tape;
    this.#written = written;
  }

  get kind(): "text" {
    return "text";
  }

  get cdata(): false {
    return false;
  }

  get unresolved(): false {
    return false;
  }

  get value(): string {
    this.#tape.reads |= this.read;
    this.#value ??= resolveEntities(withLineFeeds(this.#written));
    return this.#value;
  }

  get span(): Span {
    this.#tape.reads |= Read.Other;
    return { start: this.start, end: this.end };
  }
}

/** Line ends as XML reads them (XML 1.0 §2.11). */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
