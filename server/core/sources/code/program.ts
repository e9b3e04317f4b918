/** The stanzas in a program: in its literals, joined as the program joins them, and in its comments. */

import { takeBlockComment, takeLineComments } from "../commentStanzas";
import { linesOf } from "../lines";
import {
  type AddPiece,
  type CommentPlace,
  commentAbove,
  LiteralRegions,
  UNKNOWN,
} from "../literals";
import type { Region } from "../region";
import { RegionBuilder } from "../region";
import { wholeBlocks } from "../wholeBlocks";
import { type CompiledLanguage, compile } from "./compile";
import { isUnfinished } from "./isUnfinished";
import { Joins, type Operand } from "./joins";
import type { Language } from "./language";
import { addLiteral } from "./literalText";
import { scan } from "./scan";
import type { Comment, Literal, Token } from "./tokens";

/** A stanza's start tag in a literal, whose `<` may be written as a number. */
const mayBeStanza = /(?:<|\\x3c|\\u003c|\\074)(?:[\w.-]+:)?(?:message|presence|iq)(?![\w-])/i;

/** The regions of a program, in the order of their places. */
export function readProgram(text: string, language: Language, readsComments: boolean): Region[] {
  return new ProgramReader(text, compile(language), readsComments).read();
}

class ProgramReader {
  readonly #found: LiteralRegions;
  readonly #tokens: readonly Token[];
  readonly #joins: Joins;
  /** Looked for once: a program may hold a hundred thousand literals. */
  readonly #lineEnd: string;
  /** Offset up to which comments were read. */
  #behind = 0;

  constructor(
    readonly text: string,
    readonly language: CompiledLanguage,
    readonly readsComments: boolean,
  ) {
    this.#found = new LiteralRegions(text);
    this.#lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    this.#tokens = scan(text, language.language);
    this.#joins = new Joins(text, this.#tokens, language);
  }

  read(): Region[] {
    /** End of the last literal or comment over lines. */
    let last = 0;
    for (let index = 0; index < this.#tokens.length; ) {
      const token = this.#tokens[index]!;
      if (token.kind === "comment") {
        this.#readComment(token);
        index++;
      } else {
        index = this.#readLiteral(token, index, last);
      }
      if (this.text.slice(token.start, token.end).includes("\n")) last = token.end;
    }
    return this.#found.regions;
  }

  #readComment({ start, end, open, close }: Comment): void {
    const { text } = this;
    this.#found.comments.add(start, end, {
      open: this.#wholeOpening(start, end, open, close),
      close,
    });
    if (!this.readsComments || start < this.#behind) return;
    if (close === "" && this.language.comments.some(({ form }) => form.close === undefined)) {
      this.#behind = takeLineComments(this.#found, start, open);
    } else if (mayBeStanza.test(text.slice(start, end))) {
      const from = start + open.length;
      takeBlockComment(this.#found, from, Math.max(from, end - close.length), close);
    }
  }

  /** The opening of a comment with its repeated last sign, as in `%%` and `///`. */
  #wholeOpening(start: number, end: number, open: string, close: string): string {
    let behind = start + open.length;
    while (behind < end - close.length && this.text[behind] === open.at(-1)) behind++;
    return this.text.slice(start, behind);
  }

  /** Takes a text that begins with the literal; returns the index of the first token after it. */
  #readLiteral(literal: Literal, index: number, last: number): number {
    const { text } = this;
    if (!mayBeStanza.test(text.slice(literal.text.start, literal.text.end))) return index + 1;
    const piecesOf = (operands: readonly Operand[]) => operands.map((one) => this.#pieceOf(one));
    const { operands, next } = this.#joins.from(index, (some) => {
      const builder = new RegionBuilder(text);
      for (const add of piecesOf(some)) add(builder);
      return isUnfinished(builder.text);
    });
    const isXml = literal.form.isXml === true;
    const place = this.#commentPlace(literal, last);
    if (this.#found.take({ pieces: piecesOf(operands), isXml, place })) return next;
    if (literal.form.isMultiline) this.#takeBlocks(literal, place);
    return index + 1;
  }

  /** Takes the blocks of lines among the words of a literal that are whole stanzas. */
  #takeBlocks(literal: Literal, place: CommentPlace): void {
    const { text } = this;
    const lines = linesOf(text, literal.text.start, literal.text.end).map(({ start, end }) => ({
      start,
      end: start + text.slice(start, end).trimEnd().length,
    }));
    for (const { first, last } of wholeBlocks(text, lines)) {
      const within = { start: lines[first]!.start, end: lines[last]!.end };
      const add: AddPiece = (builder) =>
        addLiteral(builder, literal, this.language.language, { ...this.#callsOf(literal), within });
      this.#found.take({ pieces: [add], isXml: true, place });
    }
  }

  #pieceOf(operand: Operand): AddPiece {
    if (operand.kind === "expression") {
      return (builder) => builder.hole(operand.start, operand.end, UNKNOWN);
    }
    const calls = this.#callsOf(operand);
    return (builder) => addLiteral(builder, operand, this.language.language, calls);
  }

  /** What the program does with the value of a literal. */
  #callsOf({ start, end }: Literal) {
    const { text } = this;
    const { formats, margin, language } = this.language;
    const isFormatted =
      language.fields !== undefined &&
      (!formats ||
        new RegExp(`(?:${formats.source})$`).test(text.slice(Math.max(0, start - 200), start)));
    if (margin) margin.lastIndex = end;
    return { isFormatted, hasMargin: margin?.test(text) ?? false, lineEnd: this.#lineEnd };
  }

  #commentPlace({ start }: Literal, last: number): CommentPlace {
    const { comment } = this.language.language;
    return comment === undefined ? {} : commentAbove(this.text, start, last, comment);
  }
}
