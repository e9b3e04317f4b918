/**
 * Reads an element in one pass, without making a tree: its end, and its shape, which is all of it that rules
 * read, but for the values that differ from element to element. Of the elements of one shape only the first has to be
 * checked. See docs/decisions/shapes.md.
 *
 * It reports no errors. An element that is not plain, and perhaps not well-formed, has no shape, and is checked in the
 * usual way.
 */

import { detachString } from "../text/detachString";
import { DelimiterSearch } from "./delimiterSearch";
import { NEVER } from "./forwardSearch";
import { type FramedElements, isFramedIn } from "./framedElements";
import { isSame, LANGUAGE, NAMESPACE, PlainTags } from "./plainTags";
import { skipName, skipSpace } from "./plainText";
import { lookupNamespace, type Scope, scopeLanguage } from "./scope";
import {
  Gap,
  MAX_GAPS,
  matchTemplate,
  type PlacedGap,
  Shape,
  type ShapeTemplates,
} from "./shapeTemplates";

const SLASH = 0x2f;

/** The parts of framed elements that are read. An element that contains another framed element has no shape. */
export interface ShapedElements extends FramedElements {
  /** Attributes of the element whose values are reported beside the shape. */
  readonly values: readonly [string, string, string];
  /** Attributes whose values are part of the shape, besides namespace and language. All others are ignored. */
  readonly attributes: readonly string[];
  /** The child that is part of the shape as a whole; of other children, name and namespace are. */
  readonly child: string;
  /** The child of that child whose words are ignored. */
  readonly words: string;
  /** False for such words about which a rule may report something. */
  arePlain(words: string): boolean;
}

/** Maximum length of namespaces and language around elements: they are compared for each element. */
const MAX_SURROUNDINGS = 1000;

/** Length of a text, in UTF-16 code units, from which on it has many elements of few shapes. */
const LONG = 100_000;

/** Maximum number of elements to pass over after a run of as many with new shapes: shapes do not pay there. */
const MAX_STRANGE = 32;
const REST = 256;

export class ShapeReader {
  readonly #marks: DelimiterSearch;
  readonly #tags: PlainTags;
  readonly #isWellFormed: boolean;
  // Of the element that is being read.
  #key = "";
  #gaps: PlacedGap[] = [];
  #values: number[] = [];
  /** Length of the current run of elements with new shapes. */
  #strange = 0;
  /** Number of elements that are still to be passed over. */
  #resting = 0;
  // Cache for the last scope.
  #scope: Scope | undefined;
  #namespace = "";
  /** Undefined where elements have no shapes. */
  #surroundings: string | undefined;

  constructor(
    readonly text: string,
    readonly elements: ShapedElements,
    readonly templates: ShapeTemplates,
  ) {
    this.#marks = new DelimiterSearch(text);
    this.#tags = new PlainTags(text, this.#marks);
    this.#isWellFormed = text.isWellFormed();
    this.#enter(undefined);
  }

  #enter(scope: Scope | undefined): void {
    this.#scope = scope;
    this.#namespace = lookupNamespace(scope, "") ?? "";
    const language = scopeLanguage(scope);
    const length = this.#namespace.length + (language?.length ?? 0);
    // Values may contain any character, written as a reference, so that no separator is safe.
    this.#surroundings =
      length > MAX_SURROUNDINGS ? undefined : JSON.stringify([this.#namespace, language ?? null]);
  }

  /**
   * Reads the element at the offset.
   * @param scope scope that is open around it
   * @returns undefined if it has no shape
   */
  read(start: number, scope: Scope | undefined): Shape | undefined {
    if (!this.#isWellFormed) return undefined;
    // With nested wrappers, each of them would search all that is around it.
    const nameEnd = skipName(this.text, start + 1);
    if (!this.#isFramed(start + 1, nameEnd)) return undefined;
    if (scope !== this.#scope) this.#enter(scope);
    const surroundings = this.#surroundings;
    if (surroundings === undefined) return undefined;
    const known = this.templates.within(surroundings);
    const shape = known && matchTemplate(known, this.#marks, start, this.elements.arePlain);
    if (shape) {
      this.#strange = 0;
      return shape;
    }
    return this.#meet(start, nameEnd, surroundings);
  }

  /** Reads an element without a template. */
  #meet(start: number, nameEnd: number, surroundings: string): Shape | undefined {
    if (this.#resting > 0) {
      this.#resting--;
      return undefined;
    }
    const shape = this.#learn(start, nameEnd, surroundings);
    if (shape && !shape.isNew) {
      this.#strange = 0;
    } else if (++this.#strange === MAX_STRANGE) {
      this.#strange = 0;
      this.#resting = REST;
    }
    return shape;
  }

  #learn(start: number, nameEnd: number, surroundings: string): Shape | undefined {
    const { text } = this;
    this.#gaps = [];
    this.#values = [-1, -1, -1, -1, -1, -1];
    this.#key = surroundings;
    let end = this.#readRoot(start, nameEnd);
    if (end < 0 || !this.#isElement()) return undefined;
    if (!this.#tags.isEmpty) {
      this.#tags.push(0, start + 1, nameEnd);
      end = this.#readContent(end);
    }
    if (end < 0 || this.#marks.hasForbidden(start, end)) return undefined;
    const key = detachString(this.#key);
    const isKept = this.templates.isWorthKeeping(key, text.length >= LONG);
    const shape = new Shape(key, end - start, this.#values, !isKept);
    if (isKept) this.templates.add(surroundings, text, start, this.#gaps, shape);
    return shape;
  }

  /**
   * Reads the start tag of the element: it is part of the shape, but for values.
   * @returns offset after the tag, or -1
   */
  #readRoot(start: number, nameEnd: number): number {
    const { text, elements } = this;
    const tags = this.#tags;
    let kept = start;
    const end = tags.readStartTag(nameEnd, (nameStart) => {
      const name = text.slice(nameStart, tags.nameEnd);
      if (name === NAMESPACE || name === LANGUAGE || elements.attributes.includes(name))
        return true;
      if (!this.#leaveOut(elements.values.indexOf(name), start)) return false;
      this.#key += text.slice(kept, tags.valueStart);
      kept = tags.valueEnd;
      return true;
    });
    if (end > 0) this.#key += text.slice(kept, end);
    return end;
  }

  /**
   * Leaves a value out of the shape.
   * @param index of the value among those that are reported, or -1
   * @returns false if the value needs normalization
   */
  #leaveOut(index: number, start: number): boolean {
    const valueStart = this.#tags.valueStart;
    const valueEnd = this.#tags.valueEnd;
    if (index < 0) {
      this.#addGap(Gap.Value, valueStart, valueEnd);
      return true;
    }
    if (!this.#marks.isAsWritten(valueStart, valueEnd)) return false;
    this.#values[2 * index] = valueStart - start;
    this.#values[2 * index + 1] = valueEnd - start;
    this.#addGap(index as Gap, valueStart, valueEnd);
    return true;
  }

  /**
   * Reads the element after its start tag.
   * @returns offset after the element, or -1
   */
  #readContent(start: number): number {
    const { text, elements } = this;
    let at = start;
    let depth = 1;
    // End of the text that is in the shape already, within the child that is part of it as a whole. Else -1.
    let kept = -1;
    // True right after the start tag whose words are ignored; words after another element in it are not.
    let isTold = false;
    while (depth > 0) {
      const tag = this.#marks.markupFrom(at);
      if (tag === NEVER) return -1;
      const isWhole = kept >= 0;
      if (depth === 1 || (isWhole && depth === 2)) {
        // Words in these places are read, with their surroundings.
        if (skipSpace(text, at) !== tag) return -1;
      } else if (!this.#marks.hasOnlyEntities(at, tag)) {
        return -1;
      } else if (!isWhole) {
        this.#addGap(Gap.Words, at, tag);
      } else if (isTold) {
        if (!elements.arePlain(text.slice(at, tag))) return -1;
        this.#addGap(Gap.ToldWords, at, tag);
        this.#key += text.slice(kept, at);
        kept = tag;
      }
      if (text.charCodeAt(tag + 1) === SLASH) {
        at = this.#tags.readEndTag(tag + 2, --depth);
      } else {
        const nameStart = tag + 1;
        const nameEnd = skipName(text, nameStart);
        if (nameEnd === nameStart || this.#isFramed(nameStart, nameEnd)) return -1;
        if (depth === 1 && isSame(text, nameStart, nameEnd, elements.child)) kept = tag;
        at = this.#readStartTag(nameEnd, kept < 0);
        if (depth === 1 && kept < 0) this.#key += this.#childKey(nameStart, nameEnd);
        isTold = kept >= 0 && depth === 2 && isSame(text, nameStart, nameEnd, elements.words);
        if (!this.#tags.isEmpty && !this.#tags.push(depth++, nameStart, nameEnd)) return -1;
      }
      if (at < 0) return -1;
      if (depth === 1 && kept >= 0) {
        this.#key += text.slice(kept, at);
        kept = -1;
      }
    }
    return at;
  }

  /**
   * Reads the start tag of an element inside.
   * @param hasGaps false where the whole tag is part of the shape
   * @returns offset after the tag, or -1
   */
  #readStartTag(nameEnd: number, hasGaps: boolean): number {
    const tags = this.#tags;
    return tags.readStartTag(nameEnd, () => {
      if (hasGaps && tags.namespaceStart !== tags.valueStart) {
        this.#addGap(Gap.Value, tags.valueStart, tags.valueEnd);
      }
      return true;
    });
  }

  /** Name and namespace of a child, with separators that occur in no text. */
  #childKey(nameStart: number, nameEnd: number): string {
    const name = this.text.slice(nameStart, nameEnd);
    if (this.#tags.namespaceStart < 0) return `\u0001${name}`;
    return `\u0001${name}\u0002${this.text.slice(this.#tags.namespaceStart, this.#tags.namespaceEnd)}`;
  }

  /** True if the element whose start tag was read last is in one of the namespaces. */
  #isElement(): boolean {
    const { text, elements } = this;
    const { namespaceStart, namespaceEnd } = this.#tags;
    const own = namespaceStart < 0 ? this.#namespace : text.slice(namespaceStart, namespaceEnd);
    return isFramedIn(elements, own, this.#namespace);
  }

  #isFramed(nameStart: number, nameEnd: number): boolean {
    return this.elements.isName(this.text.slice(nameStart, nameEnd));
  }

  #addGap(kind: Gap, start: number, end: number): void {
    // One gap more than a template can have shows that there are more.
    if (this.#gaps.length <= MAX_GAPS) this.#gaps.push({ kind, start, end });
  }
}
