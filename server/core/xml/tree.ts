/**
 * The tree of one parsed stanza: its nodes with their places.
 *
 * Every offset in it is a UTF-16 code unit offset from the start of the text that was parsed (the
 * stanza), so that a stanza which moves within its document keeps its tree valid.
 */

import type { Span } from "../text/span";
import type { ExceededLimit } from "./limits";

export interface XmlAttribute {
  /** The name as written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** The value with references resolved; a reference beyond the five stays as written. */
  readonly value: string;
  /** True if the value holds an entity reference whose meaning cannot be known. */
  readonly unresolved: boolean;
  /** From the name to the closing quote. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Between the quotes. */
  readonly valueSpan: Span;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface XmlElement {
  readonly kind: "element";
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /**
   * The namespace name; the empty string for none, `UNKNOWN_NAMESPACE` if it holds an entity
   * reference. White space in it is kept.
   */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** Its own `xml:lang`, or that of the nearest element around it that has one. */
  readonly language: XmlAttribute | undefined;
  /** Hole among the attributes: any missing attribute may be in it, but no namespace declaration. */
  readonly hole: XmlAttribute | undefined;
  /** True if there is an elision in the start tag, or from there on: the element may have any children. */
  readonly isElided: boolean;
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly span: Span;
  /** From `<` to `>` of the start tag, or of the empty-element tag. */
  readonly startTag: Span;
  readonly nameSpan: Span;
  /** From `</` to `>`; undefined for an empty-element tag. */
  readonly endTag: Span | undefined;
}

/** Character data or a CDATA section; white space alone, outside CDATA, is no node. */
export interface XmlText {
  readonly kind: "text";
  readonly value: string;
  readonly cdata: boolean;
  readonly unresolved: boolean;
  readonly span: Span;
}

export interface XmlComment {
  readonly kind: "comment";
  /** Between `<!--` and `-->`. */
  readonly value: string;
  readonly span: Span;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

/** XML that RFC 6120 §11.1 forbids in streams, and that fixtures still contain. */
export interface Restricted {
  readonly feature: "doctype" | "processing-instruction" | "entity-reference";
  /** Name of the entity or target of the processing instruction. */
  readonly name: string;
  readonly span: Span;
}

/** The first place where the text is not well-formed. */
export interface WellFormednessError {
  readonly code: WellFormednessCode;
  /** Subject of the message: a tag name, an attribute, a character, a prefix. */
  readonly subject: string;
  readonly span: Span;
  /** Related place of the error, such as the start tag which the end tag does not match. */
  readonly related?: Span;
}

export type WellFormednessCode =
  | "tag-unclosed"
  | "end-tag-unmatched"
  | "tag-syntax"
  | "attribute-duplicate"
  | "attribute-no-value"
  | "attribute-unquoted"
  | "attribute-space"
  | "attribute-syntax"
  | "attribute-unclosed"
  | "attribute-unopened"
  | "attribute-less-than"
  | "ampersand"
  | "character-reference"
  | "less-than"
  | "character"
  | "cdata-end"
  | "markup"
  | "comment"
  | "processing-instruction"
  | "xml-declaration"
  | "prefix-undeclared"
  | "name"
  | "namespace-declaration"
  /** A message of saxes without a code of its own. */
  | "unknown-syntax";

export type ParseResult =
  | {
      readonly root: XmlElement;
      readonly restricted: readonly Restricted[];
      readonly comments: readonly XmlComment[];
      readonly error?: undefined;
      readonly exceeded?: undefined;
    }
  | {
      readonly error: WellFormednessError;
      readonly exceeded?: undefined;
      readonly root?: undefined;
    }
  /** Too large to be read: whether it is well-formed is unknown. */
  | { readonly exceeded: ExceededLimit; readonly error?: undefined; readonly root?: undefined };

/** The attribute of that name, if the element has it. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const one of element.attributes) if (one.name === name) return one;
  return undefined;
}

/** The child elements, without text and comments. */
export function childElements(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) if (child.kind === "element") found.push(child);
  return found;
}

/** The character data right inside the element, CDATA included, comments left out. */
export function characterData(element: XmlElement): string {
  let value = "";
  for (const child of element.children) if (child.kind === "text") value += child.value;
  return value;
}

/** True for the white space of XML (space, tab, carriage return, line feed), and for the empty string. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** True for a code unit that is white space in XML. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Offset after the white space that begins there; the same offset if there is none. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Trims XML's white space, and only that, off both ends. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
