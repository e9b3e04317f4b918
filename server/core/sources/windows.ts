/**
 * Trees of long texts, window by window: that of a whole text takes up to a hundred times the memory of the text, and
 * only some of its nodes are looked at.
 */

import { NodeType, Tree } from "@lezer/common";
import type { Region } from "./region";
import type { PartReader, SourcePart } from "./source";

/** Length of a window in UTF-16 code units, if it can end there. */
const WINDOW = 250_000;

/** The end of a window: the text before it is parsed as if all text were there. */
export interface Cut {
  /** Offset in the parsed text. */
  readonly end: number;
  /** Text to parse before the next window, so that it is taken as it is in the whole text. */
  readonly lead: string;
}

/** The language of a text. */
export interface Grammar {
  parse(text: string): Tree;
  /**
   * The last place where a window can end.
   * @param from offset after which it has to end
   * @returns undefined if it needs more text
   */
  cutOf(tree: Tree, text: string, from: number): Cut | undefined;
}

/** A part of a text with its tree, in which offsets are those of the text. */
export interface Window {
  readonly tree: Tree;
  readonly start: number;
  readonly end: number;
  /** Of the next window. */
  readonly lead: string;
}

export interface WindowOptions {
  /** Text to parse before the first window. */
  readonly lead?: string;
  /** True if more text follows: what may depend on it is in no window. */
  readonly isOpen?: boolean;
  /** Length of a window; smaller for tests. */
  readonly length?: number;
}

/** The windows of a text, each when it is asked for. */
export function* windowsOf(
  text: string,
  grammar: Grammar,
  { lead: first = "", isOpen = false, length = WINDOW }: WindowOptions = {},
): Generator<Window, void> {
  let lead = first;
  let wanted = length;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start + wanted - 1);
    const limit = feed < 0 ? text.length : feed + 1;
    const source = lead + text.slice(start, limit);
    const tree = isBinary(source) ? Tree.empty : grammar.parse(source);
    const isWhole = limit === text.length && !isOpen;
    const cut =
      isWhole || tree === Tree.empty
        ? { end: source.length, lead: "" }
        : grammar.cutOf(tree, source, lead.length);
    const base = start - lead.length;
    if (cut) {
      const end = base + cut.end;
      yield { tree: placed(tree, base), start, end, lead: cut.lead };
      start = end;
      lead = cut.lead;
    }
    if (limit === text.length && isOpen) return;
    wanted = cut ? length : 2 * wanted;
  }
}

/** True for text of no program, without quotes and markup, in which a parser would look for words character by character. */
function isBinary(text: string): boolean {
  return text.includes("\0") && !/["'`~<#/]/.test(text);
}

/** The tree with its offsets moved. */
function placed(tree: Tree, base: number): Tree {
  return base === 0 ? tree : new Tree(NodeType.none, [tree], [base], base + tree.length);
}

/** What was read of the windows of a text. */
export interface ReadWindows {
  readonly regions: Region[];
  readonly end: number;
  readonly lead: string;
  /** False if a region may go on, or have a comment, beyond the end. */
  readonly isComplete: boolean;
}

/** Reads the regions of a document part by part, each with the lead that the previous one leaves. */
export class WindowParts implements PartReader {
  #lead = "";

  constructor(readonly readWindows: (text: string, options: WindowOptions) => ReadWindows) {}

  read(text: string, isOpen: boolean): SourcePart {
    const lead = this.#lead;
    // One window for the part: its length is chosen by the caller.
    const length = Math.max(WINDOW, text.length);
    const read = this.readWindows(text, { lead, isOpen, length });
    if (isOpen && !read.isComplete) return { regions: [], end: 0 };
    this.#lead = read.lead;
    const readAgain = (edited: string) => this.readWindows(edited, { lead }).regions;
    return { regions: read.regions, end: isOpen ? read.end : text.length, readAgain };
  }
}
