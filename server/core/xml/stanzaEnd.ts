/** Finds the end of a stanza, in a text that may be broken anywhere; see docs/decisions/framing.md. */

import { endsWithElisionAlone } from "./holes";
import { isNameStart, type Tag } from "./markup";
import type { MarkupScan } from "./scan";
import type { Scope } from "./scope";
import { isSpace } from "./tree";
import { isOpen } from "./wrappers";

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** Maximum number of open elements in which the match of an end tag is searched. */
const MAX_UNWIND = 1000;

/**
 * Maximum number of start tags that look like the next stanza and may yet be children, as in an archive that is
 * not indented; with more, the first was the next stanza.
 */
const MAX_CANDIDATES = 32;

/** Maximum depth of nested stanzas; forwarding what was forwarded ends much sooner. */
const MAX_NESTED = 64;

/** Maximum length of a line with a meaningful indentation, in UTF-16 code units. */
export const MAX_LINE = 2000;

/** End of the stanza, and the offset of the text that has no influence on it. */
export interface StanzaEnd {
  readonly end: number;
  readonly reach: number;
}

interface FoundEnd extends StanzaEnd {
  /** True if the stanza is balanced, whether or not its holes contain markup. */
  readonly isCertain: boolean;
  readonly tagsAreWhole: boolean;
}

/** A start tag that may begin the next stanza rather than be a child. */
interface Candidate {
  /** End of the previous stanza, if the next begins here. */
  readonly boundary: number;
  /** Number of elements that are open around it. */
  readonly depth: number;
  /** True if its place on the line is that of a new stanza. */
  readonly isClear: boolean;
  /** True if an elision stands before it, which may contain the end of the stanza. */
  readonly isLeftOpen: boolean;
}

export class StanzaEnds {
  readonly #openTags: OpenTags;

  /** @param isFramedName true for a tag with the name of a stanza */
  constructor(
    readonly scan: MarkupScan,
    readonly isFramedName: (tag: Tag) => boolean,
  ) {
    this.#openTags = new OpenTags(scan.text);
  }

  /**
   * @param tag the start tag of the stanza
   * @param scope scope that is open around it
   */
  find(start: number, tag: Tag, scope: Scope | undefined): StanzaEnd {
    const { scan } = this;
    const written = this.#find(start, tag, scope);
    if (written.isCertain) return written;
    if (written.tagsAreWhole && !scan.mayHaveHoles(start, written.end)) return written;
    // The text is not balanced with its possible holes taken literally, so that they are holes.
    scan.reachTo(written.reach);
    scan.passesHoles = true;
    const read = this.#find(start, scan.tagAt(tag.nameStart), scope);
    scan.passesHoles = false;
    return read;
  }

  #find(start: number, tag: Tag, scope: Scope | undefined): FoundEnd {
    const { scan } = this;
    const { text } = scan;
    const own = this.#openTags;
    own.depth = 0;
    own.push(tag, true);
    const record = scan.recordEndFrom(tag.nameEnd);
    let candidate: Candidate | undefined;
    let candidates = 0;
    let tagsAreWhole = scan.isCertain(tag);
    let isCertain = tagsAreWhole;
    const found = (end: number, reach: number) => ({ end, reach, isCertain, tagsAreWhole });
    const cut = (end: number, reach: number) => {
      isCertain = false;
      return found(trimEnd(text, candidate?.boundary ?? end), reach);
    };
    if (tag.empty) return found(tag.end, tag.reach);

    let at = tag.end;
    let { reach } = tag;
    for (;;) {
      // The stanza cannot be balanced any more, and a direct child of it stays a candidate: all ends are the same cut.
      if (!tagsAreWhole && candidate?.isClear && candidate.depth === 1) return cut(at, reach);
      const next = scan.markupFrom(at);
      if (record < next || (next < 0 && record < text.length)) return cut(record, record + 1);
      if (next < 0) return cut(text.length, text.length + 1);
      const code = text.charCodeAt(next + 1);
      if (code === SLASH) {
        const end = scan.tagAt(next + 2);
        reach = end.reach;
        at = end.closed ? end.end : end.nameEnd;
        const index = own.find(end);
        const isBalanced = index === own.depth - 1;
        if (!isBalanced) isCertain = false;
        if (!end.closed) tagsAreWhole = isCertain = false;
        // An elision does not end an element that begins after it.
        const isBefore = candidate !== undefined && index >= 0 && index < candidate.depth;
        if (candidate?.isLeftOpen && isBefore && !isBalanced) return cut(at, reach);
        if (index === 0) {
          // If it also closes elements of another stanza, it belongs to that stanza.
          const isOwn = isBalanced && tagsAreWhole;
          return candidate?.isClear && !isOwn ? cut(at, reach) : found(at, reach);
        }
        if (index > 0) {
          own.depth = index;
          // Its parent was closed: it was a child.
          if (isBefore) candidate = undefined;
        } else if (isOpen(scope, text.slice(end.nameStart, end.nameEnd))) {
          return cut(next, reach);
        }
      } else if (code === BANG || code === QUESTION) {
        const end = scan.skip(next);
        at = end < 0 ? next + 2 : end;
      } else if (isNameStart(code)) {
        const child = scan.tagAt(next + 1);
        reach = child.reach;
        if (!scan.isCertain(child)) tagsAreWhole = isCertain = false;
        const isFramed = this.isFramedName(child);
        if (isFramed) {
          const isClear = beginsStanza(text, next, start);
          // The text before it on its line, such as the prefix of a transcript, belongs to it.
          const boundary = isClear ? lineStart(text, next) : next;
          if (isClear || own.depth === 1) {
            if (!candidate) {
              const isLeftOpen = isClear && endsWithElisionAlone(text.slice(at, boundary));
              candidate = { boundary, depth: own.depth, isClear, isLeftOpen };
              candidates = 0;
            }
            if (++candidates > MAX_CANDIDATES) return cut(next, reach);
          }
          if (own.framed >= MAX_NESTED) return cut(next, reach);
        }
        if (!child.empty) own.push(child, isFramed);
        at = child.end;
      } else {
        at = next + 1;
      }
    }
  }
}
/** Stack of the open elements of one stanza, kept as the places of their names. */
class OpenTags {
  depth = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  /** Number of framed names among the open elements, up to each of them. */
  #framed: number[] = [];

  constructor(readonly text: string) {}

  /** Number of framed names among the open elements. */
  get framed(): number {
    return this.#framed[this.depth - 1] ?? 0;
  }

  push(tag: Tag, isFramed: boolean): void {
    this.#framed[this.depth] = this.framed + (isFramed ? 1 : 0);
    this.#starts[this.depth] = tag.nameStart;
    this.#ends[this.depth] = tag.nameEnd;
    this.depth++;
  }

  /** Index of the innermost open element that the end tag closes, or -1. */
  find(tag: Tag): number {
    const lowest = Math.max(0, this.depth - MAX_UNWIND);
    for (let i = this.depth - 1; i >= lowest; i--) if (this.#matches(i, tag)) return i;
    return this.#matches(0, tag) ? 0 : -1;
  }

  #matches(index: number, tag: Tag): boolean {
    const start = this.#starts[index]!;
    const end = this.#ends[index]!;
    const { nameStart, nameEnd } = tag;
    if (nameEnd - nameStart !== end - start) return false;
    return this.text.slice(start, end) === this.text.slice(nameStart, nameEnd);
  }
}

/** Number of white space characters at the start of the line that holds the tag at the offset. */
function lineIndentation(text: string, offset: number): number {
  const lowest = Math.max(0, offset - MAX_LINE);
  let line = offset;
  while (line > lowest && text.charCodeAt(line - 1) !== 0x0a) line--;
  if (line > 0 && line === lowest) return 0;
  let i = line;
  while (isIndent(text.charCodeAt(i))) i++;
  return i - line;
}

/**
 * True if the start tag at the offset, in the `stanza` that is open, is the first on its line (a transcript's
 * prefix may stand before it) and either no deeper than that stanza, or after an empty line.
 */
function beginsStanza(text: string, offset: number, stanza: number): boolean {
  // The search ends at the markup of the stanza itself at the latest.
  let line = offset;
  for (;;) {
    const code = text.charCodeAt(line - 1);
    if (code === 0x0a) break;
    if (code === 0x3c || code === 0x3e) return false;
    line--;
  }
  if (lineIndentation(text, offset) <= lineIndentation(text, stanza)) return true;
  let i = line - 2;
  while (isIndent(text.charCodeAt(i)) || text.charCodeAt(i) === 0x0d) i--;
  return text.charCodeAt(i) === 0x0a;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function isIndent(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The end without the white space before it. The start tag stands before that, so that the result is never empty. */
function trimEnd(text: string, end: number): number {
  let i = end;
  while (isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
