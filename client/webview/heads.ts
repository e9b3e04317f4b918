/** Heads of the lifelines, and the widths of their names. */

import { add } from "./dom";

/** Padding in a head beside its words, and the gap between two heads; the style sheet has the same. */
const PADDING = 12;
const GAP = 10;

/** Measures words in the fonts of the heads, each name once (memoized). */
export class HeadMeasure {
  readonly #widths = new Map<string, number>();
  readonly #context = document.createElement("canvas").getContext("2d");
  #family = "";

  /** @returns the width of a lane, in CSS pixels, in which the name is shown whole */
  widthOf(name: string, family: string): number {
    if (family !== this.#family) this.#widths.clear();
    this.#family = family;
    const known = this.#widths.get(name);
    if (known !== undefined) return known;
    const { local, domain } = linesOf(name);
    const words = Math.max(
      this.#measure(`600 12px ${family}`, local),
      // A name that is no address is in bold letters of that size.
      this.#measure(`${local ? "" : "600 "}11px ${family}`, domain),
    );
    const width = Math.ceil(words) + PADDING + GAP;
    this.#widths.set(name, width);
    return width;
  }

  #measure(font: string, text: string): number {
    const context = this.#context;
    if (!context || text === "") return 0;
    context.font = font;
    return context.measureText(text).width;
  }
}

/** Appends the head of a lifeline to its lane. */
export function addHead(
  parent: Element,
  { name, isImplied }: { readonly name: string; readonly isImplied: boolean },
  x: number,
  width: number,
): void {
  const head = add(parent, "div", isImplied ? "head implied" : "head");
  const { local, domain } = linesOf(name);
  if (local) {
    add(head, "div", "local", local);
    add(head, "div", "domain", domain);
  } else {
    addBreakable(add(head, "div", "local"), domain);
  }
  head.title = name;
  head.style.left = `${x - width / 2 + GAP / 2}px`;
  head.style.width = `${width - GAP}px`;
}

/** Appends a name that may wrap after each of its dots. */
function addBreakable(parent: Element, name: string): void {
  for (const label of name.split(/(?<=\.)/)) parent.append(label, document.createElement("wbr"));
}

/** Splits an address of two parts into two lines. */
function linesOf(name: string): { local: string; domain: string } {
  const end = name.indexOf("@") + 1;
  return { local: name.slice(0, end), domain: name.slice(end) };
}
