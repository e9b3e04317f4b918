/** Messages for syntax errors of JSON. */

import { type ParseError, printParseErrorCode } from "jsonc-parser";
import type { ConfigurationMistake } from "./configurationMistake";

/** By the names that the parser gives its errors. */
const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "Invalid JSON. Strings need double quotes.",
  InvalidNumberFormat: "Invalid number in JSON.",
  PropertyNameExpected: "A name in double quotes must be here.",
  ValueExpected: "A value must be here.",
  ColonExpected: "A colon must be here.",
  CommaExpected: "A comma must be here.",
  CloseBraceExpected: "A closing brace must be here.",
  CloseBracketExpected: "A closing bracket must be here.",
  EndOfFileExpected: "The file must end here. Remove the rest.",
  InvalidCommentToken: "A comment must not be here. Remove it.",
  UnexpectedEndOfComment: "Comment without an end. Close it.",
  UnexpectedEndOfString: "String without a closing quote. Add it.",
  UnexpectedEndOfNumber: "Incomplete number. Complete it.",
  InvalidUnicode: "Invalid character in JSON.",
  InvalidEscapeCharacter: "Unknown escape in a string. Correct it.",
  InvalidCharacter: "Control character in a string. Escape it.",
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
    message: messages[printParseErrorCode(error)] ?? "Invalid JSON.",
    values: {},
    isSyntax: true,
  };
}
