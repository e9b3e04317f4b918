/**
 * Locates the exact place of a syntax error. saxes reports the error where it noticed it; users need the
 * character that they have to change.
 */

import type { Span } from "../text/span";
import type { OpenElement } from "./nodes";
import { isSpace, type WellFormednessCode, type WellFormednessError } from "./tree";

interface Failure {
  readonly message: string;
  /** Offset after the character at which saxes noticed the error. */
  readonly position: number;
  /** Start of the markup or text in which saxes noticed the error. */
  readonly tokenStart: number;
  readonly open: OpenElement | undefined;
}

type Locate = (source: string, failure: Failure) => WellFormednessError;

/** Locators of the errors, by the beginning of saxes' message. */
const locators: readonly (readonly [message: string, locate: Locate])[] = [
  ["disallowed character in entity name", locateReference],
  ["empty entity name", locateReference],
  ["malformed character entity", locateReference],
  ["disallowed character in tag name.", last("tag-syntax")],
  ["disallowed character in tag name", locateLessThan],
  ["disallowed character in attribute name", last("attribute-syntax")],
  ["disallowed character in closing tag", last("tag-syntax")],
  ["disallowed character in processing instruction", locateInstruction],
  ["processing instruction without a target", locateInstruction],
  ["disallowed character.", locateCharacter],
  ["forward-slash in opening tag", locateSlash],
  ["attribute without value", locateNoValue],
  ["unquoted attribute value", locateUnquoted],
  ["no whitespace between attributes", locateUnspaced],
  ["duplicate attribute", locateDuplicate],
  ['the string "]]>"', locateCdataEnd],
  ["incorrect syntax", locateMarkup],
  ["malformed comment", locateComment],
  ["weird empty close tag", locateEmptyEndTag],
  ["unmatched closing tag", locateStrayEndTag],
  ["an XML declaration must be at the start", locateDeclaration],
  ["the XML declaration must appear at the start", locateDeclaration],
];

/** True if the message of saxes has a locator. */
export function isLocated(message: string): boolean {
  return locators.some(([beginning]) => message.startsWith(beginning));
}

/** The error of that message at its place; for an unknown message, where saxes noticed it. */
export function locateFailure(source: string, failure: Failure): WellFormednessError {
  const [, locate] = locators.find(([beginning]) => failure.message.startsWith(beginning)) ?? [];
  return (locate ?? last("unknown-syntax"))(source, failure);
}

/** The error if the end tag at `start` does not close the innermost open element. */
export function locateMismatch(
  source: string,
  start: number,
  element: OpenElement,
): WellFormednessError | undefined {
  const nameStart = start + 2;
  const { name } = element;
  const nameEnd = nameStart + name.length;
  if (source.startsWith(name, nameStart) && endsName(source, nameEnd)) return undefined;
  const end = source.indexOf(">", start) + 1;
  const endTag = { start, end };
  const closing = source.slice(nameStart, end - 1).trim();
  for (let outer = element.parent; outer; outer = outer.parent) {
    if (outer.name === closing) return at("tag-unclosed", name, element.nameSpan, endTag);
  }
  return at("end-tag-unmatched", closing, endTag, element.nameSpan);
}

/** The error where the text ends while an element is open. */
export function locateAtEnd(
  source: string,
  tokenStart: number,
  open: OpenElement,
): WellFormednessError {
  const rest = source.slice(tokenStart);
  if (rest.startsWith("<!--")) return at("comment", "<!--", span(tokenStart, 4));
  if (rest.startsWith("<![CDATA[")) return at("markup", "<![CDATA[", span(tokenStart, 9));
  if (rest.startsWith("<!")) return at("markup", "<!", span(tokenStart, 2));
  if (rest.startsWith("<?")) return at("processing-instruction", "<?", span(tokenStart, 2));
  const ampersand = findAmpersand(source, tokenStart, source.length);
  if (ampersand >= 0) return at("ampersand", "&", span(ampersand, 1));
  if (rest.startsWith("</")) {
    const name = /^<\/[^\s>]*/.exec(rest)?.[0] ?? "</";
    return at("tag-syntax", name, span(tokenStart, name.length));
  }
  if (rest.startsWith("<")) return locateOpenTag(source, tokenStart);
  return at("tag-unclosed", open.name, open.nameSpan);
}

/** A start tag without an end: its last attribute is not closed, or `>` is missing. */
function locateOpenTag(source: string, start: number): WellFormednessError {
  const attribute = nameBeforeValue(
    source,
    start,
    Math.max(source.lastIndexOf('"'), source.lastIndexOf("'")),
  );
  if (attribute) {
    const name = source.slice(attribute.start, attribute.end);
    return at("attribute-unclosed", name, attribute);
  }
  const name = /^<[^\s/>]*/.exec(source.slice(start))?.[0] ?? "<";
  return at("tag-syntax", name, span(start, name.length));
}

/** The name of the attribute whose value begins with the quote, if there is any. */
function nameBeforeValue(source: string, start: number, quote: number): Span | undefined {
  let at = quote;
  const skip = (characters: RegExp) => {
    while (at > start && characters.test(source[at - 1]!)) at--;
    return at;
  };
  skip(/\s/);
  if (at <= start || source[at - 1] !== "=") return undefined;
  at--;
  const end = skip(/\s/);
  skip(/[^\s=<>"']/);
  return at < end ? { start: at, end } : undefined;
}

const reference = /&(?:#[0-9]+|#x[0-9A-Fa-f]+|[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*);/uy;

/** Offset of the first `&` in the range that begins no reference, or -1. */
function findAmpersand(source: string, start: number, end: number): number {
  for (let i = source.indexOf("&", start); i >= 0 && i < end; i = source.indexOf("&", i + 1)) {
    reference.lastIndex = i;
    if (!reference.test(source)) return i;
  }
  return -1;
}

function locateReference(source: string, { position, tokenStart }: Failure): WellFormednessError {
  const ampersand = findAmpersand(source, tokenStart, position);
  if (ampersand >= 0) return at("ampersand", "&", span(ampersand, 1));
  const start = source.lastIndexOf("&", position - 1);
  return at("character-reference", source.slice(start, position), { start, end: position });
}

function locateLessThan(_source: string, { tokenStart }: Failure): WellFormednessError {
  return at("less-than", "<", span(tokenStart, 1));
}

function locateCharacter(source: string, { position }: Failure): WellFormednessError {
  const start = position - 1;
  if (source[start] === "<") return at("attribute-less-than", "<", span(start, 1));
  const code = source.charCodeAt(start).toString(16).toUpperCase().padStart(4, "0");
  return at("character", `U+${code}`, span(start, 1));
}

function locateSlash(_source: string, { position }: Failure): WellFormednessError {
  return at("tag-syntax", "/", span(position - 2, 1));
}

/** Locates the name that ends before the character at which saxes noticed the error. */
function locateNoValue(source: string, { position, tokenStart }: Failure): WellFormednessError {
  let end = position - 1;
  while (end > tokenStart && isSpace(source.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > tokenStart && !/[\s<>"'=/]/.test(source[start - 1]!)) start--;
  return at("attribute-no-value", source.slice(start, end), { start, end });
}

function locateUnquoted(source: string, { position }: Failure): WellFormednessError {
  return locateWord("attribute-unquoted", source, position - 1, /(?:[^\s/>]|\/(?!>))*/y);
}

function locateUnspaced(source: string, { position }: Failure): WellFormednessError {
  return locateWord("attribute-space", source, position - 1, /[^\s=>]*/y);
}

function locateWord(
  code: WellFormednessCode,
  source: string,
  start: number,
  word: RegExp,
): WellFormednessError {
  word.lastIndex = start;
  const found = word.exec(source)?.[0] ?? "";
  return at(code, found, span(start, Math.max(1, found.length)));
}

function locateDuplicate(_source: string, { open }: Failure): WellFormednessError {
  const seen = new Map<string, Span>();
  for (const { name, nameSpan } of open?.attributes ?? []) {
    const first = seen.get(name);
    if (first) return at("attribute-duplicate", name, nameSpan, first);
    seen.set(name, nameSpan);
  }
  return at("attribute-duplicate", "", open?.nameSpan ?? span(0, 1));
}

function locateCdataEnd(_source: string, { position }: Failure): WellFormednessError {
  return at("cdata-end", "]]>", span(position - 3, 3));
}

function locateMarkup(_source: string, { tokenStart }: Failure): WellFormednessError {
  return at("markup", "<!", span(tokenStart, 2));
}

function locateComment(source: string, { position }: Failure): WellFormednessError {
  return at("comment", "--", span(source.lastIndexOf("--", position - 2), 2));
}

function locateInstruction(source: string, failure: Failure): WellFormednessError {
  return locateToken("processing-instruction", source, failure);
}

function locateDeclaration(source: string, failure: Failure): WellFormednessError {
  return locateToken("xml-declaration", source, failure);
}

/** Locates the token, from its start to `?>`. */
function locateToken(
  code: WellFormednessCode,
  source: string,
  { tokenStart, position }: Failure,
): WellFormednessError {
  const end = source.indexOf("?>", tokenStart);
  return at(code, "<?", { start: tokenStart, end: end < 0 ? position : end + 2 });
}

function locateEmptyEndTag(_source: string, { position }: Failure): WellFormednessError {
  return at("end-tag-unmatched", "", span(position - 3, 3));
}

function locateStrayEndTag(
  _source: string,
  { tokenStart, position }: Failure,
): WellFormednessError {
  return at("end-tag-unmatched", "", { start: tokenStart, end: position });
}

/** Locates the character at which saxes noticed the error. */
function last(code: WellFormednessCode): Locate {
  return (source, { position }) => at(code, source[position - 1] ?? "", span(position - 1, 1));
}

function endsName(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset);
  return code === 0x3e || isSpace(code);
}

function span(start: number, length: number): Span {
  return { start, end: start + length };
}

function at(
  code: WellFormednessCode,
  subject: string,
  where: Span,
  related?: Span,
): WellFormednessError {
  return related ? { code, subject, span: where, related } : { code, subject, span: where };
}
