/** Messages for syntax errors of JSON. */

import { type ParseError, printParseErrorCode } from "jsonc-parser";
import type { ConfigurationMistake } from "./configurationMistake";

/** By the names that the parser gives its errors. */
const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "This is no JSON: texts stand between double quotes.",
  InvalidNumberFormat: "This is no number as JSON writes it.",
  PropertyNameExpected: "A name between double quotes is expected here.",
  ValueExpected: "A value is expected here.",
  ColonExpected: "A colon is expected here.",
  CommaExpected: "A comma is expected here.",
  CloseBraceExpected: "A closing brace is expected here.",
  CloseBracketExpected: "A closing bracket is expected here.",
  EndOfFileExpected: "The file should end here.",
  InvalidCommentToken: "A comment is not expected here.",
  UnexpectedEndOfComment: "This comment has no end.",
  UnexpectedEndOfString: "This text has no closing quote.",
  UnexpectedEndOfNumber: "This number has no end.",
  InvalidUnicode: "This is no character as JSON writes it.",
  InvalidEscapeCharacter: "JSON has no such escape in texts.",
  InvalidCharacter: "This character cannot stand in a text of JSON.",
};

/** At the token that was not expected; where the file ended too early, at its last character. */
export function syntaxMistake(
  { error, offset, length }: ParseError,
  text: string,
): ConfigurationMistake {
  const start = Math.max(0, Math.min(offset, text.length - 1));
  const span = { start, end: Math.min(text.length, start + Math.max(1, length)) };
  return {
    span,
    message: messages[printParseErrorCode(error)] ?? "This is no JSON.",
    values: {},
    isSyntax: true,
  };
}
