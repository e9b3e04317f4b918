/** Programs in other languages whose values are stanzas: how each form of literal is written, and how a program is run. */

import type { ProgramSource } from "../../../server/core/sources/names";

/** Writes a text as an expression whose value is the text; undefined if the form cannot hold it. */
export type Form = (text: string) => string | undefined;

/** A tool that runs a program, and the packages of Debian that it needs, with spaces between. */
interface Tool {
  readonly command: string;
  readonly package: string;
}

export interface ProgramLanguage {
  readonly name: string;
  readonly source: ProgramSource;
  /** Name of the file that holds a program. */
  readonly file: string;
  /** Text before and after an expression, so that it stands in a program or a part of one. */
  readonly before: string;
  readonly after: string;
  readonly forms: Readonly<Record<string, Form>>;
  /** Undefined for a language that no package of Debian runs. */
  readonly run?: {
    readonly tool: Tool;
    /** A program that prints the value of each expression, and U+0001 after each. */
    program(expressions: readonly string[]): string;
    /** Commands in the folder of the program, the last of which prints. */
    readonly commands: readonly (readonly string[])[];
  };
}

/** Writes a backslash before each of the characters. */
export function escaped(text: string, characters: RegExp): string {
  return text.replace(characters, "\\$&");
}

/** The text on one line, its line ends as `\n`. */
export function onOneLine(text: string, characters: RegExp): string {
  return escaped(text, characters).replaceAll("\n", "\\n");
}

/** The lines of a text, each with its line end. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The text in a form that has no escapes, unless it holds one of these. */
export function raw(open: string, close: string, without: RegExp): Form {
  return (text) => (without.test(text) ? undefined : `${open}${text}${close}`);
}

/** The lines of the text, each with the indentation. */
export function indented(text: string, indentation: string): string {
  return linesOf(text)
    .map((line) => (line === "\n" ? line : `${indentation}${line}`))
    .join("");
}

/** The text on one line, in double quotes. */
export const double: Form = (text) => `"${onOneLine(text, /[\\"]/g)}"`;

/** The same in a language in which a dollar sign begins an expression. */
export const dollarDouble: Form = (text) => `"${onOneLine(text, /[\\"$]/g)}"`;

/** The lines of the text, each in the form, with the operator between them. */
export const joinedBy =
  (operator: string, form: Form): Form =>
  (text) =>
    linesOf(text)
      .map((line) => form(line))
      .join(`${operator}\n    `);
