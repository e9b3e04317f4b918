/**
 * Framing: cuts a text into the spans of its stanzas without parsing them.
 *
 * The text may hold anything between stanzas (transcript prefixes, prose), any number of wrappers
 * around them, and may be broken anywhere. A stanza that is never closed ends where the next one
 * begins that cannot be its child, so that one mistake does not hide what comes behind it. What it
 * takes to decide an end is local: never more than about two stanzas are looked at.
 */

import type { Span } from "../text/span";
import { type FramedElements, isFramedIn } from "./framedElements";
import { isNameStart, MarkupSkipper, readDeclarations, readTag, type Tag } from "./markup";
import { lookupNamespace, openScope, type Scope } from "./scope";
import type { ShapeReader } from "./shapeReader";
import type { Shape } from "./shapeTemplates";
import { isSpace } from "./tree";

const LESS_THAN = "<";
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** An end tag that matches nothing is looked for in this many open elements at most. */
const MAX_UNWIND = 1000;

/**
 * So many start tags that look like the next stanza may yet be children, as in an archive that is
 * not indented; of more, the first was the next stanza.
 */
const MAX_CANDIDATES = 8;

/** So many stanzas may be open in each other; forwarding what was forwarded ends much sooner. */
const MAX_NESTED = 64;

/** On longer lines nobody indents; looking further back would cost more than it tells. */
export const MAX_LINE = 2000;

export interface Frame extends Span {
  readonly kind: "stanza" | "comment";
  /** What is open around it, and still is behind it. */
  readonly scope: Scope | undefined;
  /** The frame depends on no text from here on. */
  readonly reach: number;
  /** Of a stanza that has one, if shapes are read. */
  readonly shape?: Shape | undefined;
}

export class Framer {
  readonly #skipper: MarkupSkipper;
  readonly #openTags: OpenTags;

  /** @param shapes reads those of the same elements in the same text */
  constructor(
    readonly text: string,
    readonly framed: FramedElements,
    readonly shapes?: ShapeReader,
  ) {
    this.#skipper = new MarkupSkipper(text);
    this.#openTags = new OpenTags(text);
  }

  /**
   * The first stanza or comment at or behind an offset that lies between frames.
   * @param scope what is open at that offset
   */
  next(from: number, scope: Scope | undefined): Frame | undefined {
    const { text } = this;
    let open = scope;
    let at = from;
    // Markup that is never closed is so only as far as nothing behind it closes it.
    let unclosed = false;
    const reachOf = (reach: number) => (unclosed ? text.length + 1 : reach);
    for (;;) {
      const start = text.indexOf(LESS_THAN, at);
      if (start < 0) return undefined;
      const code = text.charCodeAt(start + 1);
      if (code === BANG || code === QUESTION) {
        const end = this.#skipper.skip(start);
        if (end > 0 && text.startsWith("<!--", start)) {
          return { kind: "comment", start, end, scope: open, reach: reachOf(end) };
        }
        if (end < 0) unclosed = true;
        at = end < 0 ? start + 2 : end;
      } else if (code === SLASH) {
        const tag = readTag(text, start + 2);
        open = closeWrapper(open, text.slice(tag.nameStart, tag.nameEnd));
        at = tag.end;
      } else if (isNameStart(code)) {
        const shape = this.shapes?.read(start, open);
        if (shape) {
          // All of its tags match, and no stanza is in it: it ends there in whatever way one looks for the end.
          const end = start + shape.length;
          return { kind: "stanza", start, end, scope: open, reach: reachOf(end), shape };
        }
        const tag = readTag(text, start + 1);
        if (this.#isFramedName(tag) && this.#isFramed(tag, open)) {
          const { end, reach } = this.#findEnd(start, tag, open);
          return { kind: "stanza", start, end, scope: open, reach: reachOf(reach) };
        }
        if (!tag.empty && tag.end > tag.nameEnd) open = this.#open(tag, open);
        at = tag.end;
      } else {
        at = start + 1;
      }
    }
  }

  #open(tag: Tag, parent: Scope | undefined): Scope {
    const name = this.text.slice(tag.nameStart, tag.nameEnd);
    return openScope(parent, name, readDeclarations(this.text, tag));
  }

  #isFramed(tag: Tag, scope: Scope | undefined): boolean {
    const name = this.text.slice(tag.nameStart, tag.nameEnd);
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    // Most stanzas declare nothing, and what is in force around them decides.
    const declares = this.text.slice(tag.nameEnd, tag.end).includes("xmlns");
    const inside = declares ? this.#open(tag, scope) : scope;
    const namespace = lookupNamespace(inside, prefix) ?? (prefix === "" ? "" : undefined);
    if (namespace === undefined) return false;
    return isFramedIn(this.framed, namespace, lookupNamespace(scope, "") ?? "");
  }

  /** Where the stanza that begins with `tag` ends, and how far one has to look to know. */
  #findEnd(start: number, tag: Tag, scope: Scope | undefined): { end: number; reach: number } {
    if (tag.empty) return { end: tag.end, reach: tag.reach };
    const { text } = this;
    const own = this.#openTags;
    own.depth = 0;
    own.push(tag, true);
    // A start tag that may begin the next stanza rather than be a child: decided by what follows.
    let candidate = -1;
    let candidateDepth = 0;
    let candidates = 0;
    let unclosed = false;
    // A tag reaches no further than the next one, so that the last one that was read tells.
    const found = (end: number, reach: number) => ({
      end,
      reach: unclosed ? text.length + 1 : reach,
    });
    const cut = (end: number, reach: number) => found(trimEnd(text, end), reach);

    let at = tag.end;
    for (;;) {
      const next = text.indexOf(LESS_THAN, at);
      if (next < 0) return cut(candidate < 0 ? text.length : candidate, text.length + 1);
      const code = text.charCodeAt(next + 1);
      if (code === SLASH) {
        const end = readTag(text, next + 2);
        at = end.closed ? end.end : end.nameEnd;
        const depth = own.find(end);
        if (depth >= 0) {
          own.depth = depth;
          if (depth === 0) return found(at, end.reach);
          if (depth < candidateDepth) candidate = -1; // its parent was closed: it was a child
        } else if (candidate >= 0) {
          return cut(candidate, end.reach);
        } else if (isOpen(scope, text.slice(end.nameStart, end.nameEnd))) {
          return cut(next, end.reach);
        }
      } else if (code === BANG || code === QUESTION) {
        const end = this.#skipper.skip(next);
        if (end < 0) unclosed = true;
        at = end < 0 ? next + 2 : end;
      } else if (isNameStart(code)) {
        const child = readTag(text, next + 1);
        const isFramed = this.#isFramedName(child);
        if (isFramed) {
          const begins = beginsStanza(text, next, start);
          // What stands before it on its line, such as the prefix of a transcript, belongs to it.
          const boundary = begins ? lineStart(text, next) : next;
          if (begins && own.depth === 1) return cut(boundary, child.reach);
          if (begins || own.depth === 1) {
            if (candidate < 0) {
              candidate = boundary;
              candidateDepth = own.depth;
              candidates = 0;
            }
            if (++candidates > MAX_CANDIDATES) return cut(candidate, child.reach);
          }
          if (own.framed >= MAX_NESTED) return cut(candidate < 0 ? next : candidate, child.reach);
        }
        if (!child.empty) own.push(child, isFramed);
        at = child.end;
      } else {
        at = next + 1;
      }
    }
  }

  #isFramedName(tag: Tag): boolean {
    const { text } = this;
    let start = tag.nameStart;
    for (let i = start; i < tag.nameEnd; i++) if (text.charCodeAt(i) === 0x3a) start = i + 1;
    // Names that are framed are short; most tags need no string to be seen as something else.
    if (tag.nameEnd - start > 10) return false;
    return this.framed.isName(text.slice(start, tag.nameEnd));
  }
}

/** The open elements of one stanza, kept as the places of their names. */
class OpenTags {
  depth = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  /** How many of the open elements up to each are framed by their names. */
  #framed: number[] = [];

  constructor(readonly text: string) {}

  /** How many of the open elements are framed by their names. */
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

/** The scope behind an end tag: that of the wrapper it closes, with all inside it. */
function closeWrapper(scope: Scope | undefined, name: string): Scope | undefined {
  let one = scope;
  for (let i = 0; one && i < MAX_UNWIND; i++, one = one.parent) {
    if (one.name === name) return one.parent;
  }
  return scope;
}

function isOpen(scope: Scope | undefined, name: string): boolean {
  return closeWrapper(scope, name) !== scope;
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
 * prefix may stand before it) and either no deeper than that stanza, or behind an empty line.
 */
function beginsStanza(text: string, offset: number, stanza: number): boolean {
  // The markup of the stanza itself is the last that is met.
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

/** The end without the white space before it. The start tag stands before that, so the text never ends. */
function trimEnd(text: string, end: number): number {
  let i = end;
  while (isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
