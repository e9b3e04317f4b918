/** Converts an error from before RFC 3920 to the current syntax. */

import type { Edit } from "../text/edit";
import type { XmlAttribute } from "../xml/tree";
import { conditionForCode } from "../xmpp/legacyCodes";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import {
  appendChildren,
  conditionXml,
  prependChild,
  quoteOf,
  removeAttribute,
  replaceContent,
  sorted,
  textXml,
} from "./edits";
import type { Fix, FixContext } from "./fix";
import { strayTextRemoval, strayTextSource } from "./strayText";

/**
 * Replaces the code by its condition, adds a missing type, and moves the text
 * right inside the error child into `<text/>`. Undefined if the code stands for no condition.
 */
export function convertLegacyError(
  stanza: Stanza,
  error: StanzaError,
  code: XmlAttribute,
  context: FixContext,
): Fix | undefined {
  const meant = conditionForCode(code.value);
  if (!meant) return undefined;
  const { source } = stanza;
  const { element } = error;
  const quote = quoteOf(element, source);
  const text = error.texts.length === 0 ? strayTextSource(error, source) : "";
  const address = meant.name === "redirect" ? "xmpp:" : "";
  const condition = conditionXml(meant.name, quote, address);
  const words = text === "" ? [] : [textXml(text, context.language, quote)];
  const attributes = error.type
    ? removeAttribute(code, source)
    : replaceByType(code, meant.type, source);
  const edits = [attributes, ...convertContent(stanza, error, condition, words, context)];
  return {
    title: "Convert code {code} to {condition}",
    values: { code: code.value, condition: meant.name },
    edits: sorted(edits),
    applicability: "preferred",
  };
}

function convertContent(
  { source }: Stanza,
  error: StanzaError,
  condition: string,
  words: readonly string[],
  context: FixContext,
): Edit[] {
  const { element } = error;
  const children = [condition, ...words];
  if (!element.children.some((child) => child.kind === "element")) {
    return [replaceContent(element, children, source, context)];
  }
  if (words.length === 0) return [prependChild(element, condition, source, context)];
  return [...strayTextRemoval(error, source), appendChildren(element, children, source, context)];
}

/** Replaces the code by the type. */
export function replaceByType(code: XmlAttribute, type: string, source: string): Edit {
  const quote = source[code.span.end - 1] ?? "'";
  return { span: code.span, newText: `type=${quote}${type}${quote}` };
}
