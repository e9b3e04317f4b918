/**
 * Detects copies: some programs print a stanza several times, as it passes through their layers. A print is a copy if
 * it has the same content, in any order of attributes and with any quotes, comes soon after, and its record
 * begins differently from that of the first print.
 */

import type { Direction } from "../../text/directions";

/** A printed stanza. */
export interface Print {
  /** Index of its line. */
  readonly line: number;
  /** Beginning of its record, normalized. */
  readonly signature: string;
  readonly direction: Direction | undefined;
  readonly text: string;
  /** Leaves the print out. */
  readonly drop: () => void;
}

interface PrintWithCopies {
  readonly print: Print;
  /** Signatures of the records with its copies. */
  readonly copies: Set<string>;
}

/** Maximum number of lines between a print and its copies. */
const MAX_LINES = 200;

/** Maximum number of remembered prints with the same content. */
const MAX_ALIKE = 8;

/** Maximum number of remembered prints without an id, which may be printed again with one. */
const MAX_UNNUMBERED = 8;

export class Copies {
  #known = new Map<string, PrintWithCopies[]>();
  #unnumbered: { readonly key: string; readonly print: Print }[] = [];

  /**
   * Adds a printed stanza.
   * @returns the print to leave out: this print, an earlier one that has no id yet, or none
   */
  add(print: Print): Print | undefined {
    const { key, id } = identityOf(print.text);
    const full = `${key} ${id}`;
    const known = (this.#known.get(full) ?? [])
      .filter((one) => print.line - one.print.line <= MAX_LINES)
      .slice(-MAX_ALIKE);
    const original = known.find((one) => isCopy(one, print));
    if (original) {
      original.copies.add(print.signature);
      return print;
    }
    known.push({ print, copies: new Set([print.signature]) });
    this.#known.set(full, known);
    if (id === "") {
      this.#unnumbered.push({ key, print });
      if (this.#unnumbered.length > MAX_UNNUMBERED) this.#unnumbered.shift();
      return undefined;
    }
    const index = this.#unnumbered.findIndex(
      (one) => one.key === key && one.print.signature !== print.signature,
    );
    return index < 0 ? undefined : this.#unnumbered.splice(index, 1)[0]!.print;
  }
}

function isCopy({ print, copies }: PrintWithCopies, later: Print): boolean {
  if (copies.has(later.signature)) return false;
  const a = print.direction;
  const b = later.direction;
  if (!a || !b) return true;
  return a.sender === b.sender && a.stream === b.stream;
}

/** Tokens: end tags, references, which have several spellings, and words; a word before `=` is a name. */
const tokens = /<\/[^<>]*>?|&#?\w{1,8};|=|[^\s<>&"'/=]+/g;
const contentNamespace = /^jabber:(?:client|server|component:accept|component:connect)$/;
const idAttribute = /^<[^>]*?\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Normalized content of a stanza, independent of the order of its attributes, and its id. */
function identityOf(stanza: string): { readonly key: string; readonly id: string } {
  const match = idAttribute.exec(stanza);
  const id = match?.[1] ?? match?.[2] ?? "";
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
  return { key: `${count} ${sum} ${product}`, id };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
