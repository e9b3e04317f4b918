/**
 * Scans a program for literals and comments, as the table of its language describes them. Linear: no character is looked at
 * more than a fixed number of times. Never throws; an open literal ends at its line, or at the next blank line if it may
 * cross lines, so that a half-typed program keeps its other literals.
 */

import { type CompiledLanguage, compile } from "./compile";
import type { Language } from "./language";
import { LiteralScan } from "./literalScan";
import type { Literal, Token } from "./tokens";

/** Maximum depth of literals in expressions in literals. */
const MAX_DEPTH = 20;

/** Maximum length of an expression in a literal, in UTF-16 code units. */
const MAX_HOLE = 5000;

/** The literals and comments, in the order of their places; those in expressions in literals are left out. */
export function scan(text: string, language: Language): Token[] {
  return new Scanner(text, compile(language)).run();
}

/** A heredoc whose text has not begun yet. */
interface PendingHeredoc {
  readonly index: number;
  readonly literal: Literal;
}

class Scanner {
  readonly #tokens: Token[] = [];
  #pending: PendingHeredoc[] = [];
  readonly #literals: LiteralScan;
  #depth = 0;

  constructor(
    readonly text: string,
    readonly language: CompiledLanguage,
  ) {
    this.#literals = new LiteralScan(text, (at, limit, close) => this.#endOfHole(at, limit, close));
  }

  run(): Token[] {
    const { text } = this;
    const { starts, language } = this.language;
    let at = language.begins ? text.search(new RegExp(language.begins)) : 0;
    if (at < 0) return [];
    while (at < text.length) {
      starts.lastIndex = at;
      const next = starts.exec(text)?.index ?? text.length;
      const texts = this.#pending.length > 0 ? this.#readHeredocs(at, next) : undefined;
      if (texts !== undefined) {
        at = texts;
        continue;
      }
      const token = this.#tokenAt(next);
      if (typeof token === "object") this.#tokens.push(token);
      at = typeof token === "object" ? token.end : token;
    }
    this.#readHeredocs(at, text.length);
    return this.#tokens;
  }

  /** The token at the offset; the offset after it if it is of no interest. */
  #tokenAt(at: number): Token | number {
    const { text } = this;
    for (const { form, open } of this.language.comments) {
      const match = matchAt(open, text, at);
      if (!match || (form.isAtLineStart && !isLineStart(text, at))) continue;
      return this.#literals.comment(at, form, match);
    }
    for (const pattern of this.language.skipped) {
      const match = matchAt(pattern, text, at);
      if (match && match[0].length > 0) return at + match[0].length;
    }
    for (const { form, open } of this.language.literals) {
      const match = matchAt(open, text, at);
      if (!match) continue;
      if (form.heredoc === undefined) return this.#literals.literal(at, form, match);
      if (this.#depth > 0) continue;
      const heredoc = this.#literals.heredoc(at, form, match);
      if (!heredoc) continue;
      this.#pending.push({ index: this.#tokens.length, literal: heredoc });
      return heredoc;
    }
    return at + 1;
  }

  /** Reads the texts of the heredocs that begin before the next token; returns the offset after them. */
  #readHeredocs(from: number, next: number): number | undefined {
    const { text } = this;
    const feed = text.indexOf("\n", from);
    if (this.#pending.length === 0 || feed < 0 || feed >= next) return undefined;
    let at = feed + 1;
    for (const { index, literal } of this.#pending) {
      const read = this.#literals.heredocText(at, literal);
      this.#tokens[index] = read.literal;
      at = read.end;
    }
    this.#pending = [];
    return at;
  }

  /** The offset after the bracket that ends an expression in a literal; the limit if it is not closed before that. */
  #endOfHole(start: number, until: number, close: string): number {
    const { text } = this;
    const limit = Math.min(until, start + MAX_HOLE);
    if (close.length > 1 || this.#depth >= MAX_DEPTH) {
      const end = text.indexOf(close, start);
      return end < 0 || end > limit ? limit : end + close.length;
    }
    const { bracketStarts } = this.language;
    const open = close === ")" ? "(" : "{";
    let depth = 1;
    this.#depth++;
    let at = start;
    let end = limit;
    while (at < limit) {
      bracketStarts.lastIndex = at;
      const next = bracketStarts.exec(text)?.index ?? limit;
      if (next >= limit) break;
      const one = text[next];
      if (one === close && --depth === 0) {
        end = next + 1;
        break;
      }
      if (one === open) depth++;
      if (one === open || one === close) {
        at = next + 1;
        continue;
      }
      const token = this.#tokenAt(next);
      at = typeof token === "object" ? token.end : token;
    }
    this.#depth--;
    return Math.min(end, limit);
  }
}

/** The match of a sticky pattern at the offset. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === "\n" || text[at - 1] === "\r";
}
