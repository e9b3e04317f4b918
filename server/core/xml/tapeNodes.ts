/**
 * The tree of an element that is on a tape; its nodes are made when somebody asks for them. They note what is read of
 * them that is not in the shape of the element (`elementShape.ts`).
 */

import type { Span } from "../text/span";
import { Read, type ShapedElements } from "./elementShape";
import {
  ATTRIBUTE_SHIFT,
  AttributeSlot,
  ELEMENT_SHIFT,
  ElementSlot,
  type ElementTape,
} from "./elementTape";
import { resolveEntities } from "./references";
import { lookupNamespace } from "./scope";
import { TapeAttribute, TapeText } from "./tapeLeaves";
import { Part, placedSpan } from "./tapePlaces";
import { isBlank, type XmlAttribute, type XmlElement, type XmlNode } from "./tree";

const NONE: readonly never[] = [];

/** Part of the element that a node belongs to, by what of it is in the shape. */
enum Zone {
  /** The element itself: all but some values. */
  Root = 0,
  /** Of a child only that it is there, of its descendants nothing. */
  Child = 1,
  /** All. */
  Whole = 2,
  /** All but the words right in it. */
  Words = 3,
}

/**
 * The root of the tree of a tape.
 * @param shaped undefined where nobody asks for what is read
 */
export function openTape(tape: ElementTape, shaped?: ShapedElements): XmlElement {
  tape.isNoted = shaped !== undefined;
  return new TapeElement(tape, 0, undefined, Zone.Root, shaped);
}

class TapeElement implements XmlElement {
  readonly #local: string;
  readonly #tape: ElementTape;
  /** Its first slot. */
  readonly #slots: number;
  readonly #zone: Zone;
  readonly #shaped: ShapedElements | undefined;
  #namespace: string | undefined = undefined;
  #attributes: readonly TapeAttribute[] | undefined = undefined;
  #children: readonly XmlNode[] | undefined = undefined;

  /** @param index of the element on the tape */
  constructor(
    tape: ElementTape,
    index: number,
    readonly parent: TapeElement | undefined,
    zone: Zone,
    shaped: ShapedElements | undefined,
  ) {
    this.#tape = tape;
    this.#zone = zone;
    this.#shaped = shaped;
    const slots = index << ELEMENT_SHIFT;
    this.#slots = slots;
    const { elements } = tape;
    const colon = elements[slots + ElementSlot.Colon]!;
    const start = colon < 0 ? elements[slots + ElementSlot.Start]! : colon;
    this.#local = tape.source.slice(start + 1, elements[slots + ElementSlot.NameEnd]!);
  }

  get kind(): "element" {
    return "element";
  }

  get local(): string {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    return this.#local;
  }

  get name(): string {
    const { prefix, local } = this;
    return prefix === "" ? local : `${prefix}:${local}`;
  }

  get prefix(): string {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    const colon = this.#slot(ElementSlot.Colon);
    return colon < 0 ? "" : this.#tape.source.slice(this.#slot(ElementSlot.Start) + 1, colon);
  }

  get namespace(): string {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    this.#namespace ??= this.#readNamespace();
    return this.#namespace;
  }

  get attributes(): readonly XmlAttribute[] {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    return this.#ownAttributes;
  }

  get language(): XmlAttribute | undefined {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    const index = this.#slot(ElementSlot.Language);
    if (index < 0) return undefined;
    const first = this.#slot(ElementSlot.FirstAttribute);
    return index < first ? this.parent?.language : this.#ownAttributes[index - first];
  }

  get hole(): undefined {
    return undefined;
  }

  get isElided(): false {
    return false;
  }

  get children(): readonly XmlNode[] {
    if (this.#zone === Zone.Child) this.#tape.reads |= Read.Other;
    this.#children ??= this.#readChildren();
    return this.#children;
  }

  get span(): Span {
    return this.#spanOf(Part.Element);
  }

  get startTag(): Span {
    return this.#spanOf(Part.StartTag);
  }

  get nameSpan(): Span {
    return this.#spanOf(Part.Name);
  }

  get endTag(): Span | undefined {
    // Whether there is one is not in the shape of all.
    this.#tape.reads |= Read.Other;
    return this.#slot(ElementSlot.EndTagStart) < 0 ? undefined : this.#spanOf(Part.EndTag);
  }

  #spanOf(part: Part): Span {
    return placedSpan(this.#tape, part, this.#slots >> ELEMENT_SHIFT);
  }

  #slot(slot: number): number {
    return this.#tape.elements[this.#slots + slot]!;
  }

  #readNamespace(): string {
    const { scope, source, attributes } = this.#tape;
    const index = this.#slot(ElementSlot.Namespace);
    if (index < 0) return lookupNamespace(scope, this.prefix) ?? "";
    const own = index << ATTRIBUTE_SHIFT;
    const start = attributes[own + AttributeSlot.ValueStart]!;
    const value = source.slice(start, attributes[own + AttributeSlot.ValueEnd]!);
    return attributes[own + AttributeSlot.HasReferences] === 0 ? value : resolveEntities(value);
  }

  get #ownAttributes(): readonly TapeAttribute[] {
    this.#attributes ??= this.#readAttributes();
    return this.#attributes;
  }

  #readAttributes(): readonly TapeAttribute[] {
    const first = this.#slot(ElementSlot.FirstAttribute);
    const end = this.#slot(ElementSlot.AttributesEnd);
    if (first === end) return NONE;
    const made: TapeAttribute[] = [];
    const shaped = this.#zone === Zone.Root ? this.#shaped : undefined;
    for (let i = first; i < end; i++) made.push(new TapeAttribute(this.#tape, i, shaped));
    return made;
  }

  #readChildren(): readonly XmlNode[] {
    const tape = this.#tape;
    const { elements } = tape;
    const index = this.#slots >> ELEMENT_SHIFT;
    const end = this.#slot(ElementSlot.EndTagStart);
    if (end < 0) return NONE;
    const made: XmlNode[] = [];
    const next = this.#slot(ElementSlot.Next);
    let at = this.#slot(ElementSlot.StartTagEnd);
    for (let child = index + 1; child < next; ) {
      const slots = child << ELEMENT_SHIFT;
      this.#addText(at, elements[slots + ElementSlot.Start]!, made);
      const element = new TapeElement(tape, child, this, this.#zoneOf(slots), this.#shaped);
      made.push(element);
      at = elements[slots + ElementSlot.End]!;
      child = elements[slots + ElementSlot.Next]!;
    }
    this.#addText(at, end, made);
    return made.length === 0 ? NONE : made;
  }

  /** The zone of a child. */
  #zoneOf(slots: number): Zone {
    const zone = this.#zone;
    const shaped = this.#shaped;
    if (!shaped || zone === Zone.Child) return Zone.Child;
    if (zone === Zone.Words) return Zone.Whole;
    const { elements, source } = this.#tape;
    const start = elements[slots + ElementSlot.Start]! + 1;
    const name = source.slice(start, elements[slots + ElementSlot.NameEnd]!);
    if (zone === Zone.Root) return name === shaped.child ? Zone.Whole : Zone.Child;
    // Only children of that child are meant, but those deeper in it may as well be.
    return name === shaped.words ? Zone.Words : Zone.Whole;
  }

  /** Adds the text between the offsets, unless it is only white space. */
  #addText(start: number, end: number, nodes: XmlNode[]): void {
    if (start === end) return;
    const written = this.#tape.source.slice(start, end);
    // White space has no meaning, unless it was written as references.
    if (isBlank(written) && !written.includes("\r\n")) return;
    const read = this.#zone === Zone.Whole ? 0 : Read.Other;
    nodes.push(new TapeText(this.#tape, written, start, end, read));
  }
}
