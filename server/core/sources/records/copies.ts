/**
 * Detects copies: some programs print a stanza several times, as it passes through their layers. A print is a copy if
 * it has the same content, in any order of attributes and with any quotes, comes soon after, and its record
 * begins differently from that of the first print.
 */

import type { Direction } from "../../text/directions";

/** A printed stanza. */
export abstract class Print {
  /** Signatures of the records with its copies. */
  copies: Set<string> | undefined;
  /** The previous print of that id, and the next; of the prints without an id, those of that kind. */
  previous: Print | undefined;
  next: Print | undefined;
  key = "";
  #content: string | undefined;

  /**
   * @param line number of its line in the log
   * @param signature beginning of its record, normalized
   */
  constructor(
    readonly line: number,
    readonly signature: string,
    readonly direction: Direction | undefined,
    readonly text: string,
    /** Offset of its start tag in the host. */
    readonly place: number,
  ) {}

  /** Leaves the print out. */
  abstract drop(): void;

  /** Ends the part with the print, from which nothing is left out any more. */
  abstract endPart(): void;

  /** Normalized content. */
  get content(): string {
    this.#content ??= identityOf(this.text);
    return this.#content;
  }

  /** True if a later print may be a copy of it by what stands around that. */
  mayBeCopy({ signature, direction }: Print): boolean {
    if (this.signature === signature || this.copies?.has(signature)) return false;
    if (!direction || !this.direction) return true;
    return direction.sender === this.direction.sender && direction.stream === this.direction.stream;
  }
}

/** A print and its original. */
interface Repetition {
  readonly copy: Print;
  readonly original: Print;
}

/** Maximum number of lines between a print and its copies. */
const MAX_LINES = 200;

/** Maximum number of prints that are compared with one. */
const MAX_ALIKE = 8;

/** Maximum number of remembered prints without an id, which may be printed again with one. */
const MAX_UNNUMBERED = 8;

export class Copies {
  /** The last print of each id, or of each kind without an id. */
  readonly #last = new Map<string, Print>();
  /** The prints of the last lines, in order. */
  #recent: Print[] = [];
  /** Number of those that are forgotten. */
  #forgotten = 0;
  readonly #unnumbered: Print[] = [];

  /**
   * Adds a printed stanza.
   * @returns the print to leave out, this print or an earlier one that has no id yet, and the print that counts
   */
  add(own: Print): Repetition | undefined {
    const id = idOf(own.text);
    own.key = id === "" ? kindOf(own.text) : ` ${id}`;
    this.#forgetBefore(own.line - MAX_LINES);
    const last = this.#last.get(own.key);
    const original = last && originalOf(own, last);
    if (original) {
      original.copies ??= new Set();
      original.copies.add(own.signature);
      return { copy: own, original };
    }
    if (last) {
      own.previous = last;
      last.next = own;
    }
    this.#last.set(own.key, own);
    this.#recent.push(own);
    if (id === "") {
      this.#unnumbered.push(own);
      if (this.#unnumbered.length > MAX_UNNUMBERED) this.#unnumbered.shift();
      return undefined;
    }
    const index = this.#unnumbered.findIndex(
      (one) =>
        one.signature !== own.signature &&
        own.text.startsWith(`<${one.key}`) &&
        one.content === own.content,
    );
    const [copy] = index < 0 ? [] : this.#unnumbered.splice(index, 1);
    return copy && { copy, original: own };
  }

  /** Ends a part of the log. */
  endPart(line: number): void {
    this.#forgetBefore(line - MAX_LINES);
    this.#recent = this.#recent.slice(this.#forgotten);
    this.#forgotten = 0;
    for (const one of this.#recent) one.endPart();
    for (const one of this.#unnumbered) one.endPart();
  }

  #forgetBefore(line: number): void {
    for (; this.#forgotten < this.#recent.length; this.#forgotten++) {
      const one = this.#recent[this.#forgotten]!;
      if (one.line >= line) return;
      if (this.#last.get(one.key) === one) this.#last.delete(one.key);
      if (one.next) one.next.previous = undefined;
    }
  }
}

/** The first of several prints with the same content of which a print is a copy. */
function originalOf(own: Print, last: Print): Print | undefined {
  let found: Print | undefined;
  let count = 0;
  for (let one: Print | undefined = last; one && count < MAX_ALIKE; one = one.previous) {
    if (!one.mayBeCopy(own)) continue;
    count++;
    if (one.content === own.content) found = one;
  }
  return found;
}

/** Tokens: end tags, references, which have several spellings, and words; a word before `=` is a name. */
const tokens = /<\/[^<>]*>?|&#?\w{1,8};|=|[^\s<>&"'/=]+/g;
const startTag = /^<([^\s/>]+)/;
const contentNamespace = /^jabber:(?:client|server|component:accept|component:connect)$/;
const idAttribute = /^<[^>]*?\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function idOf(stanza: string): string {
  const match = idAttribute.exec(stanza);
  return match?.[1] ?? match?.[2] ?? "";
}

function kindOf(stanza: string): string {
  return startTag.exec(stanza)?.[1] ?? "";
}

/** Normalized content of a stanza, independent of its id and of the order of its attributes. */
function identityOf(stanza: string): string {
  const id = idOf(stanza);
  let sum = 0;
  let product = 1;
  let count = 0;
  const add = (word: string) => {
    const hash = hashOf(word);
    sum = (sum + hash) | 0;
    product = Math.imul(product, hash | 1);
    count++;
  };
  let word = "";
  let name = "";
  for (const [token] of stanza.matchAll(tokens)) {
    if (token.startsWith("</") || token.startsWith("&")) continue;
    if (token === "=") {
      name = word;
      word = "";
      continue;
    }
    if (word !== "") add(word);
    word = "";
    if (name === "") {
      word = token;
      continue;
    }
    const isId = name === "id" && token === id;
    if (!isId && !(name === "xmlns" && contentNamespace.test(token))) add(`${name}=${token}`);
    name = "";
  }
  if (word !== "") add(word);
  return `${count} ${sum} ${product}`;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
