/**
 * Templates: texts of elements with gaps for values of attributes, and words. Most elements of a
 * capture differ from an earlier element only in these, and are read by a few comparisons of strings.
 */

import { detachString } from "../text/detachString";
import type { DelimiterSearch } from "./delimiterSearch";
import { NEVER } from "./forwardSearch";

/** Content of a gap. */
export const Gap = {
  /** The value of an attribute, as it is written: one of the three reported values. */
  First: 0,
  Second: 1,
  Third: 2,
  /** The value of an ignored attribute. */
  Value: 3,
  /** Ignored character data. */
  Words: 4,
  /** Character data about which a rule may report something. */
  ToldWords: 5,
} as const;

export type Gap = (typeof Gap)[keyof typeof Gap];

/** A gap in an element, from `start` to `end`; offsets in the text that it was read from. */
export interface PlacedGap {
  readonly kind: Gap;
  readonly start: number;
  readonly end: number;
}

/** Shape of an element: its text without the gaps. */
export class Shape {
  /**
   * @param key equal for elements that rules cannot tell apart, but for their values
   * @param length length of the whole element
   * @param values start and end of each of the three values, relative to the element; -1 without the attribute
   * @param isNew true if it may be the only element of the shape: a single element does not pay to cache
   */
  constructor(
    readonly key: string,
    readonly length: number,
    readonly values: readonly number[],
    readonly isNew: boolean,
  ) {}
}

/** Branch of the trie: a literal text, then a gap or the end of the element. */
interface Branch {
  readonly literal: string;
  /** Offset and code unit in which it differs from the most similar earlier branch. */
  readonly probe: number;
  readonly code: number;
  /** The end of the element. */
  readonly key: string | undefined;
  readonly gap: Gap;
  /** Terminator of the gap, if it is a value. */
  readonly quote: string;
  /** Branches after the gap, the last match first. */
  readonly next: Branch[];
}

/** Maximum number of remembered keys. */
const MAX_KEYS = 2000;
/** Number of first shapes that are remembered at once in a long text: they will occur again. */
const MAX_EARLY = 100;
/** Maximum number of branches in all, and at one place. */
const MAX_BRANCHES = 4000;
const MAX_CHOICES = 40;
/** Maximum number of gaps: a larger element hardly occurs again. */
export const MAX_GAPS = 40;
const MAX_LENGTH = 2000;

export class ShapeTemplates {
  /** Roots by the surroundings of the element. */
  readonly #roots = new Map<string, Branch[]>();
  #count = 0;
  readonly #met = new Set<string>();
  #early = 0;

  /** True if an element of that shape is worth a template; in a short text, at its second occurrence. */
  isWorthKeeping(key: string, isLong: boolean): boolean {
    if (this.#met.has(key)) return true;
    if (key.length > MAX_LENGTH) return false;
    if (this.#met.size >= MAX_KEYS) this.#met.clear();
    this.#met.add(key);
    if (!isLong || this.#early === MAX_EARLY) return false;
    this.#early++;
    return true;
  }

  /** The templates of elements with those surroundings, if there are any. */
  within(surroundings: string): Branch[] | undefined {
    return this.#roots.get(surroundings);
  }

  /** Adds an element. */
  add(
    surroundings: string,
    text: string,
    start: number,
    gaps: readonly PlacedGap[],
    { key, length }: Shape,
  ): void {
    if (gaps.length > MAX_GAPS) return;
    const left = gaps.reduce((sum, gap) => sum + gap.end - gap.start, 0);
    if (length - left > MAX_LENGTH) return;
    if (this.#count + gaps.length >= MAX_BRANCHES) {
      this.#roots.clear();
      this.#count = 0;
    }
    let at = start;
    let choices: Branch[] = this.#roots.get(surroundings) ?? [];
    if (choices.length === 0) this.#roots.set(surroundings, choices);
    for (const { kind, start: gapStart, end } of gaps) {
      const literal = text.slice(at, gapStart);
      let branch = choices.find((one) => one.literal === literal);
      if (!branch) {
        const quote = kind < Gap.Words ? text.charAt(end) : "";
        branch = this.#put(choices, literal, { key: undefined, gap: kind, quote });
      }
      choices = branch.next;
      at = end;
    }
    const literal = text.slice(at, start + length);
    this.#put(choices, literal, { key, gap: Gap.Words, quote: "" });
  }

  #put(choices: Branch[], text: string, what: Pick<Branch, "key" | "gap" | "quote">): Branch {
    const literal = detachString(text);
    const likeness = choices.map((one) => commonLength(one.literal, literal));
    const probe = Math.min(Math.max(0, ...likeness), literal.length - 1);
    const branch = { literal, probe, code: literal.charCodeAt(probe), ...what, next: [] };
    if (choices.length >= MAX_CHOICES) choices.pop();
    choices.unshift(branch);
    this.#count++;
    return branch;
  }
}

/** Length of the common prefix, by binary search: engines compare strings far faster than characters. */
function commonLength(a: string, b: string): number {
  let same = 0;
  let max = Math.min(a.length, b.length);
  while (same < max) {
    const middle = (same + max + 1) >> 1;
    if (a.slice(same, middle) === b.slice(same, middle)) same = middle;
    else max = middle - 1;
  }
  return same;
}

/** Reads the element at the offset, if a template matches it. */
export function matchTemplate(
  root: Branch[],
  marks: DelimiterSearch,
  start: number,
  arePlain: (words: string) => boolean,
): Shape | undefined {
  const { text } = marks;
  const values = [-1, -1, -1, -1, -1, -1];
  let choices = root;
  let at = start;
  for (;;) {
    const branch = choose(choices, text, at);
    if (!branch) return undefined;
    const { key, gap, literal } = branch;
    at += literal.length;
    if (key !== undefined) {
      return marks.hasForbidden(start, at) ? undefined : new Shape(key, at - start, values, false);
    }
    const gapStart = at;
    const markup = marks.markupFrom(gapStart);
    at = gap < Gap.Words ? text.indexOf(branch.quote, gapStart) : markup;
    if (at < 0 || at > markup || at === NEVER) return undefined;
    if (gap < Gap.Value) {
      if (!marks.isAsWritten(gapStart, at)) return undefined;
      values[2 * gap] = gapStart - start;
      values[2 * gap + 1] = at - start;
    } else if (!marks.hasOnlyEntities(gapStart, at)) {
      return undefined;
    } else if (gap === Gap.ToldWords && !arePlain(text.slice(gapStart, at))) {
      return undefined;
    }
    choices = branch.next;
  }
}

function choose(choices: Branch[], text: string, at: number): Branch | undefined {
  for (let i = 0; i < choices.length; i++) {
    const branch = choices[i]!;
    const { literal } = branch;
    if (text.charCodeAt(at + branch.probe) !== branch.code) continue;
    // Engines compare two strings faster than they see whether one begins with the other.
    if (text.slice(at, at + literal.length) !== literal) continue;
    // Move to front: frequent branches are found first.
    if (i > 0) {
      choices[i] = choices[i - 1]!;
      choices[i - 1] = branch;
    }
    return branch;
  }
  return undefined;
}
