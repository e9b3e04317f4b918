/**
 * Resolves the holes and elisions of a stanza that is not well-formed as it stands: gives a text of the same length,
 * so that offsets stay valid, which is well-formed if these were its only defects. Other
 * defects stay as they are, for the parser to report.
 */

import type { Span } from "../text/span";
import { endOfBrackets, endOfElision, endOfHole, HOLE, hasElisionAlone } from "./holes";
import { isNameStart, MarkupSkipper } from "./markup";
import { type AttributeHole, type HoleTag, type Mask, nameMask, readHoleTag } from "./resolveTag";

export interface Resolved {
  /** As long as the source, or its start tag alone where the rest was left out. */
  readonly text: string;
  /** In order. */
  readonly holes: readonly AttributeHole[];
  /** Offsets of unknown values that had no quotes. */
  readonly values: ReadonlySet<number>;
  /** True if an elision leaves elements open, or closes some that begin in it. */
  readonly isCut: boolean;
}

interface Open {
  /** `HOLE` for an unknown name. */
  readonly name: string;
  readonly tag: HoleTag;
  /** True if there is an elision right inside it. */
  hasElision: boolean;
}

/**
 * @param hasElisions false where omissions are mistakes
 * @returns undefined if the source has neither holes nor elisions
 */
export function resolveHoles(source: string, hasElisions: boolean): Resolved | undefined {
  return new Resolver(source, hasElisions).resolve();
}

class Resolver {
  readonly #skipper: MarkupSkipper;
  readonly #masks: Mask[] = [];
  readonly #holes: AttributeHole[] = [];
  readonly #values = new Set<number>();
  readonly #open: Open[] = [];
  #root: HoleTag | undefined;
  #isCut = false;

  constructor(
    readonly source: string,
    readonly hasElisions: boolean,
  ) {
    this.#skipper = new MarkupSkipper(source);
  }

  resolve(): Resolved | undefined {
    const { source } = this;
    let at = 0;
    while (at < source.length && !this.#isCut) {
      const next = this.#readText(at);
      at = next < source.length ? this.#readMarkup(next) : next;
    }
    this.#end();
    if (this.#isCut) return this.#startTagAlone();
    if (this.#masks.length === 0) return undefined;
    const text = mask(source, this.#masks);
    return { text, holes: this.#holes, values: this.#values, isCut: false };
  }

  /** Reads character data from the offset on. @returns offset of the next markup */
  #readText(start: number): number {
    const { source } = this;
    let end = start;
    while (end < source.length && source[end] !== "<") {
      const behind = endOfBrackets(source, end);
      if (behind > 0 && source.slice(end, behind).search(/[<&]/) >= 0) this.#hide(end, behind);
      end = behind > 0 ? behind : end + 1;
    }
    if (this.hasElisions && hasElisionAlone(source.slice(start, end))) this.#elide();
    return end;
  }

  #readMarkup(start: number): number {
    const { source } = this;
    const code = source.charCodeAt(start + 1);
    if (code === 0x21 || code === 0x3f) {
      const end = this.#skipper.skip(start);
      return end < 0 ? start + 2 : end;
    }
    const elided = endOfElision(source, start + 1);
    if (elided > 0 && this.hasElisions) {
      const end = /^\s*\/?>/.exec(source.slice(elided, elided + 100));
      if (end) {
        this.#hide(start, elided + end[0].length);
        this.#elide();
        return elided + end[0].length;
      }
    }
    const isEnd = code === 0x2f;
    const nameStart = start + (isEnd ? 2 : 1);
    const begins = isNameStart(source.charCodeAt(nameStart)) || endOfHole(source, nameStart) > 0;
    if (!begins) return start + 1;
    const tag = readHoleTag(source, start, nameStart, this.#root === undefined, this.hasElisions);
    this.#root ??= tag;
    if (isEnd) this.#readEndTag(tag);
    else this.#readStartTag(tag);
    return tag.end;
  }

  #readStartTag(tag: HoleTag): void {
    this.#masks.push(...tag.masks);
    this.#holes.push(...tag.holes);
    for (const one of tag.values) this.#values.add(one);
    this.#isCut = tag.isCut;
    if (!tag.isEmpty) this.#open.push({ name: tag.name, tag, hasElision: false });
  }

  #readEndTag(tag: HoleTag): void {
    const open = this.#open;
    const top = open.at(-1);
    if (!top) return;
    let index = open.findLastIndex(({ name }) => name === tag.name);
    if (tag.name === HOLE || (top.name === HOLE && index < 0)) {
      // An element with an unknown name matches any tag that balances it, but not that of the stanza.
      if (open.length > 1) {
        if (top.name !== HOLE) this.#masks.push(nameMask(top.tag.nameStart, top.tag.nameEnd));
        this.#masks.push(nameMask(tag.nameStart, tag.nameEnd));
        open.pop();
      }
      return;
    }
    const inner = open.slice(index + 1);
    if (inner.length > 0 && top.hasElision) this.#isCut = true;
    else if (inner.every(({ name }) => name === HOLE)) for (const one of inner) this.#hideTag(one);
    else if (index < 0) index = open.length;
    open.length = Math.max(index, 0);
  }

  /** Handles the elements that are open at the end of the source: only an elision may close them. */
  #end(): void {
    if (this.#open.at(-1)?.hasElision) this.#isCut = true;
  }

  #elide(): void {
    const top = this.#open.at(-1);
    if (top) top.hasElision = true;
  }

  /** Masks an unclosed start tag with an unknown name: it is part of the text. */
  #hideTag({ tag }: Open): void {
    const { start, end } = tag;
    const inside = (span: Span) => span.start >= start && span.end <= end;
    const keep = <T extends Span>(spans: T[]) => {
      const kept = spans.filter((one) => !inside(one));
      spans.length = 0;
      spans.push(...kept);
    };
    keep(this.#masks);
    keep(this.#holes);
    this.#hide(start, end);
  }

  #hide(start: number, end: number): void {
    this.#masks.push({ start, end, text: HOLE.repeat(end - start) });
  }

  #startTagAlone(): Resolved {
    // Only an element that is open is cut, and the first one is the root.
    const { start, end, masks, holes, values } = this.#root!;
    const text = mask(this.source.slice(start, end), masks);
    return { text, holes, values: new Set(values), isCut: true };
  }
}

function mask(source: string, masks: readonly Mask[]): string {
  let text = "";
  let at = 0;
  for (const one of [...masks].sort((a, b) => a.start - b.start)) {
    if (one.start < at) continue;
    text += source.slice(at, one.start) + one.text;
    at = one.end;
  }
  return text + source.slice(at);
}
