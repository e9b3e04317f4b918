/**
 * Framing: cuts a text into the spans of its stanzas without parsing them.
 *
 * The text may hold anything between stanzas (transcript prefixes, prose), any number of wrappers
 * around them, and may be broken anywhere. A stanza that is never closed ends where the next stanza
 * begins that cannot be its child, so that one mistake does not hide what follows. The
 * decision is local: it never looks at more than a few stanzas.
 */

import type { Span } from "../text/span";
import { ElementReader } from "./elementReader";
import { NEVER } from "./forwardSearch";
import { type FramedElements, isFramedIn } from "./framedElements";
import { isNameStart, readDeclarations, type Tag } from "./markup";
import { MarkupScan } from "./scan";
import { lookupNamespace, openScope, type Scope } from "./scope";
import { StanzaEnds } from "./stanzaEnd";
import { isSpace } from "./tree";
import {
  aroundStream,
  Closings,
  closeWrapper,
  declaringDefault,
  isStreamHeader,
  streamsAround,
  without,
} from "./wrappers";

const SLASH = 0x2f;
const GREATER_THAN = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;

/** Maximum number of framed elements in one, itself included: with more, the next may be among them. */
const MAX_NAMED = 30;

export interface Frame extends Span {
  /** A nonza is an element on the level of stanzas that is none (XEP-0360). */
  readonly kind: "stanza" | "nonza" | "comment";
  /** Scope that is open around the stanza, and still is after it. */
  readonly scope: Scope | undefined;
  /** Offset of the text that has no influence on the frame. */
  readonly reach: number;
}

export class Framer {
  /** True if an element was open somewhere around or between stanzas, streams aside. */
  hasWrappers = false;
  readonly #scan: MarkupScan;
  readonly #ends: StanzaEnds;
  readonly #closings: Closings;
  // Of the scope that was met last.
  #isEntered = false;
  #scope: Scope | undefined;
  #around = "";
  /** True if an element that declares no namespace is framed there. */
  #isFramedHere = false;

  /** Reads the elements that are plain. */
  readonly reader: ElementReader;

  constructor(
    readonly text: string,
    readonly framed: FramedElements,
  ) {
    this.reader = new ElementReader(text, framed.names);
    this.#scan = new MarkupScan(text);
    this.#ends = new StanzaEnds(this.#scan, (tag) => this.#isFramedName(tag));
    this.#closings = new Closings(text);
  }

  /**
   * The first stanza or comment at or after an offset that lies between frames.
   * @param scope scope that is open at that offset
   */
  next(from: number, scope: Scope | undefined): Frame | undefined {
    const { text } = this;
    const scan = this.#scan;
    scan.reach = 0;
    let open = scope;
    let at = from;
    let record = scan.recordEndFrom(at);
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) return undefined;
      if (record < start) {
        open = streamsAround(open);
        record = scan.recordEndFrom(start);
      }
      const code = text.charCodeAt(start + 1);
      if (code === BANG || code === QUESTION) {
        const end = scan.skip(start);
        if (end > 0 && text.startsWith("<!--", start)) {
          return { kind: "comment", start, end, scope: open, reach: Math.max(end, scan.reach) };
        }
        at = end < 0 ? start + 2 : end;
      } else if (code === SLASH) {
        const tag = scan.tagAt(start + 2);
        open = closeWrapper(open, text.slice(tag.nameStart, tag.nameEnd));
        at = tag.end;
      } else if (isNameStart(code)) {
        const end = this.#readPlain(start, open);
        if (end >= 0) {
          // All its tags match: every rule of framing ends it there.
          const reach = Math.max(end, scan.reach);
          return { kind: "stanza", start, end, scope: open, reach };
        }
        const tag = scan.tagAt(start + 1);
        if (!tag.empty && this.#isHead(tag)) {
          at = tag.end;
          continue;
        }
        if (this.#isFramedName(tag)) {
          if (this.#isFramed(tag, open)) {
            const { end, reach } = this.#ends.find(start, tag, open);
            return { kind: "stanza", start, end, scope: open, reach: Math.max(reach, scan.reach) };
          }
          const left = this.#withoutUnclosed(tag, open);
          if (left !== open) {
            open = left;
            at = start;
            continue;
          }
        }
        if (this.#isOther(tag, open)) {
          const { end, reach } = this.#ends.find(start, tag, open);
          return { kind: "nonza", start, end, scope: open, reach: Math.max(reach, scan.reach) };
        }
        if (!tag.empty && tag.end > tag.nameEnd) open = this.#open(tag, open);
        at = tag.end;
      } else {
        at = start + 1;
      }
    }
  }

  /** Offset after the element that begins there, if it is framed and plain; else -1. */
  #readPlain(start: number, scope: Scope | undefined): number {
    const { reader, framed } = this;
    if (!this.#beginsFramed(start + 1)) return -1;
    const end = reader.read(start, scope);
    if (end < 0 || reader.namedCount > MAX_NAMED) return -1;
    if (scope !== this.#scope || !this.#isEntered) this.#enter(scope);
    const { declared } = reader;
    if (declared === undefined) return this.#isFramedHere ? end : -1;
    return isFramedIn(framed, declared, this.#around) ? end : -1;
  }

  #enter(scope: Scope | undefined): void {
    this.#isEntered = true;
    this.#scope = scope;
    this.#around = lookupNamespace(scope, "") ?? "";
    this.#isFramedHere = isFramedIn(this.framed, this.#around, this.#around);
  }

  /** True if the name of a framed element, without a prefix, begins there. */
  #beginsFramed(nameStart: number): boolean {
    const { text, framed } = this;
    for (const name of framed.names) {
      if (!text.startsWith(name, nameStart)) continue;
      const code = text.charCodeAt(nameStart + name.length);
      if (isSpace(code) || code === GREATER_THAN || code === SLASH) return true;
    }
    return false;
  }

  /** True for a start tag without content in its record of a log: it opens no element. */
  #isHead({ nameStart, nameEnd, end }: Tag): boolean {
    const record = this.#scan.recordEndFrom(nameEnd);
    if (record === NEVER || isStreamHeader(this.text.slice(nameStart, nameEnd))) return false;
    const next = this.text.indexOf("<", end);
    return next < 0 || record < next;
  }

  #open(tag: Tag, parent: Scope | undefined): Scope {
    const name = this.text.slice(tag.nameStart, tag.nameEnd);
    const isStream = isStreamHeader(name);
    this.hasWrappers ||= !isStream;
    const around = isStream ? aroundStream(parent) : parent;
    return openScope(around, name, readDeclarations(this.text, tag));
  }

  #isFramed(tag: Tag, scope: Scope | undefined): boolean {
    const namespace = this.#namespaceOf(tag, scope);
    if (namespace === undefined) return false;
    return isFramedIn(this.framed, namespace, lookupNamespace(scope, "") ?? "");
  }

  #isOther(tag: Tag, scope: Scope | undefined): boolean {
    const namespaces = this.framed.others?.(this.#localOf(tag));
    return namespaces?.includes(this.#namespaceOf(tag, scope) ?? "") === true;
  }

  /** Undefined for a prefix that is not bound. */
  #namespaceOf(tag: Tag, scope: Scope | undefined): string | undefined {
    const prefix = this.#prefixOf(tag);
    const inside = this.#declares(tag) ? this.#open(tag, scope) : scope;
    return lookupNamespace(inside, prefix) ?? (prefix === "" ? "" : undefined);
  }

  /**
   * The scope around an element that has the name of a stanza, but not the namespace: without the wrapper that
   * declares the namespace, if that is never closed, as it then ends before the element.
   */
  #withoutUnclosed(tag: Tag, scope: Scope | undefined): Scope | undefined {
    if (this.#prefixOf(tag) !== "" || this.#declares(tag)) return scope;
    const declaring = declaringDefault(scope);
    if (!declaring) return scope;
    const end = this.#closings.closingOf(declaring, scope, tag.end);
    this.#scan.reachTo(end < 0 ? this.text.length + 1 : end + 1);
    return end < 0 ? without(scope, (one) => one === declaring) : scope;
  }

  #prefixOf({ nameStart, nameEnd }: Tag): string {
    const name = this.text.slice(nameStart, nameEnd);
    const colon = name.indexOf(":");
    return colon < 0 ? "" : name.slice(0, colon);
  }

  /** False for most stanzas, whose namespace is that of their surroundings. */
  #declares(tag: Tag): boolean {
    return this.text.slice(tag.nameEnd, tag.end).includes("xmlns");
  }

  #isFramedName(tag: Tag): boolean {
    return this.framed.names.includes(this.#localOf(tag));
  }

  /** The local name; empty for a long one. */
  #localOf({ nameStart, nameEnd }: Tag): string {
    const { text } = this;
    let start = nameStart;
    for (let i = start; i < nameEnd; i++) if (text.charCodeAt(i) === 0x3a) start = i + 1;
    // Names of framed elements are short; most tags are ruled out without creating a string.
    return nameEnd - start > 10 ? "" : text.slice(start, nameEnd);
  }
}
