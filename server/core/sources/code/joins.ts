/** Literals that a program joins to one text: neighbours, and operands of an operator, with the expressions between them. */

import type { Span } from "../../text/span";
import type { CompiledLanguage } from "./compile";
import type { Literal, Token } from "./tokens";

/** An operand of a join: a literal, or an expression whose value is unknown. */
export type Operand = Literal | (Span & { readonly kind: "expression" });

/** What ends an expression, besides an operator that joins. */
const ends = /[,;)\]}]|\s[?:]\s|==|!=|&&|\|\||->|=>|\|>/y;
const endsWithLine = /[,;)\]}]|\s[?:]\s|==|!=|&&|\|\||->|=>|\|>|\r?\n/y;

/** Maximum length of an expression between literals, in UTF-16 code units. */
const MAX_EXPRESSION = 2000;

/** Reads joins of one program. */
export class Joins {
  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly language: CompiledLanguage,
  ) {}

  /**
   * The operands from a literal on, and the index of the first token after them.
   * @param mayGoOn asked with the operands so far before those of a list are read: its items may be texts of their own
   */
  from(
    first: number,
    mayGoOn: (operands: readonly Operand[]) => boolean,
  ): { readonly operands: readonly Operand[]; readonly next: number } {
    const { tokens, language } = this;
    const literal = tokens[first] as Literal;
    const operands: Operand[] = [literal];
    let next = first + 1;
    let isWrapped = this.#isBefore(language.wrappers, literal.start);
    const isListed = this.#isBefore(language.lists, literal.start);
    let at = literal.end;
    const take = (token: Literal) => {
      operands.push(token);
      next = this.#indexAfter(token, next);
      at = token.end;
    };
    for (;;) {
      at = this.#skipMatch(language.suffix, at);
      const place = this.#skipSpace(at);
      const neighbour = this.#literalAt(place, next);
      if (
        neighbour &&
        language.language.isAdjacentJoined &&
        !isNewStatement(this.text, at, place, language)
      ) {
        take(neighbour);
        continue;
      }
      const macro = neighbour ? undefined : this.#macroAt(place, next);
      if (macro) {
        operands.push({ kind: "expression", ...macro.span });
        take(macro.literal);
        continue;
      }
      const after = isWrapped && this.text[place] === ")" ? this.#skipSpace(place + 1) : place;
      const operator = this.#operatorAt(after, isListed && mayGoOn(operands));
      if (operator === undefined) break;
      let operand = this.#skipSpace(operator);
      const wrapper = this.#skipMatch(language.wrappers, operand);
      isWrapped = wrapper > operand;
      operand = this.#skipSpace(wrapper);
      const added = this.#literalAt(operand, next);
      if (added) {
        take(added);
        continue;
      }
      const end = this.#endOfExpression(operand, next, isListed);
      if (end <= operand) break;
      operands.push({ kind: "expression", start: operand, end });
      while ((this.tokens[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
      at = end;
      isWrapped = false;
    }
    return { operands, next };
  }

  #indexAfter(token: Token, from: number): number {
    let index = from;
    while (this.tokens[index] && this.tokens[index] !== token) index++;
    return index + 1;
  }

  #isBefore(pattern: RegExp | undefined, at: number): boolean {
    return pattern !== undefined && endsWith(pattern, this.text.slice(Math.max(0, at - 300), at));
  }

  #skipMatch(pattern: RegExp | undefined, at: number): number {
    if (!pattern) return at;
    pattern.lastIndex = at;
    return pattern.test(this.text) ? pattern.lastIndex : at;
  }

  /** Skips white space, comments and line ends after a backslash. */
  #skipSpace(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      space.lastIndex = at;
      space.test(text);
      at = Math.max(at, space.lastIndex);
      const comment = this.#tokenAt(at);
      if (comment?.kind !== "comment") return at;
      at = comment.end;
    }
  }

  #tokenAt(at: number): Token | undefined {
    const { tokens } = this;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.start < at) low = middle + 1;
      else high = middle;
    }
    return tokens[low]?.start === at ? tokens[low] : undefined;
  }

  #literalAt(at: number, next: number): Literal | undefined {
    const token = this.#tokenAt(at);
    const isLater = token && (this.tokens[next]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    return isLater && token.kind === "literal" ? token : undefined;
  }

  /** A name that stands for a text, with the literal after it. */
  #macroAt(at: number, next: number): { span: Span; literal: Literal } | undefined {
    const { macro } = this.language;
    if (!macro) return undefined;
    const end = this.#skipMatch(macro, at);
    if (end === at) return undefined;
    const literal = this.#literalAt(this.#skipSpace(end), next);
    return literal && { span: { start: at, end }, literal };
  }

  /** The offset after an operator that joins. */
  #operatorAt(at: number, isListed: boolean): number | undefined {
    if (isListed && this.text[at] === ",") return at + 1;
    const { joins } = this.language;
    const end = this.#skipMatch(joins, at);
    return end > at ? end : undefined;
  }

  #endOfExpression(start: number, next: number, isListed: boolean): number {
    const { text, tokens } = this;
    const stop = this.language.language.endsAtLine ? endsWithLine : ends;
    const { joins } = this.language;
    const limit = Math.min(text.length, start + MAX_EXPRESSION);
    let index = next;
    let depth = 0;
    let at = start;
    while (at < limit) {
      while ((tokens[index]?.start ?? Number.POSITIVE_INFINITY) < at) index++;
      const token = tokens[index];
      if (token?.start === at && token.end > at) {
        at = token.end;
        continue;
      }
      if (depth === 0) {
        stop.lastIndex = at;
        if (stop.test(text)) break;
        if (at > start && this.#skipMatch(joins, at) > at) break;
        if (isListed && (text[at] === "," || text.startsWith(">>", at))) break;
      }
      const one = text[at]!;
      if (one === "(" || one === "[" || one === "{") depth++;
      else if (one === ")" || one === "]" || one === "}") depth--;
      at++;
    }
    if (depth !== 0 || at >= limit) return start;
    return start + text.slice(start, at).trimEnd().length;
  }
}

const space = /(?:\s|\\\r?\n)*/y;

const endPatterns = new WeakMap<RegExp, RegExp>();

/** True if the text ends with a match of the sticky pattern. */
function endsWith(pattern: RegExp, text: string): boolean {
  const made = endPatterns.get(pattern) ?? new RegExp(`(?:${pattern.source})$`);
  endPatterns.set(pattern, made);
  return made.test(text);
}

/** True if neighbouring literals are in statements of their own, where a statement ends with its line. */
function isNewStatement(
  text: string,
  from: number,
  to: number,
  { language }: CompiledLanguage,
): boolean {
  return language.endsAtLine === true && /(?<![\\\r])\r?\n/.test(text.slice(from, to));
}
