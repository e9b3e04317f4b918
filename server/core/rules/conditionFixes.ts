/** Fixes of an element that was meant as the defined condition, with a wrong name, namespace or content. */

import type { Edit } from "../text/edit";
import { characterData, childElements, isBlank, trimSpace, type XmlElement } from "../xml/tree";
import { holdsAddress } from "../xmpp/conditions";
import { isAbsoluteIri } from "../xmpp/iri";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import type { Stanza, StanzaError } from "../xmpp/stanza";
import {
  emptyElement,
  lineOf,
  quoteOf,
  removeElement,
  renameElement,
  setNamespace,
  sorted,
  textXml,
} from "./edits";
import type { Fix, FixContext } from "./fix";

/** Renames the element to the condition and removes the content that a condition must not have. */
export function renameCondition(
  element: XmlElement,
  name: string,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Edit[] {
  if (mayHold(name, element)) return renameElement(element, name);
  const renamed = { span: element.nameSpan, newText: name };
  return [renamed, ...emptyCondition(element, error, stanza, context)];
}

/** Moves the element into the namespace of stanza errors, and removes the content that it must not have there. */
export function moveCondition(
  element: XmlElement,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Edit[] {
  const edits = setNamespace(element, STANZAS_NAMESPACE, stanza.source);
  if (mayHold(element.local, element) || !element.endTag) return edits;
  const outer = edits.filter((edit) => edit.span.start < element.startTag.end);
  return sorted([...outer, ...emptyCondition(element, error, stanza, context)]);
}

/** Keeps one of the conditions, for each of two of them. */
export function keepOneOf(
  conditions: readonly XmlElement[],
  two: readonly [XmlElement, XmlElement],
  source: string,
): Fix[] {
  return two.map((kept) => ({
    title: "Keep {condition}, remove the others",
    values: { condition: kept.local },
    edits: conditions.filter((one) => one !== kept).map((one) => removeElement(one, source)),
    applicability: "choice",
  }));
}

/** Empties the condition; its text becomes the error's text if there is none yet. */
export function emptyCondition(
  element: XmlElement,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Edit[] {
  const moved = movedText(element, error, stanza, context);
  const line = moved === "" ? "" : lineOf(element, stanza.source);
  return emptyElement(element).map((edit) => ({ ...edit, newText: edit.newText + line + moved }));
}

/** True if the element's content is allowed in that condition. */
function mayHold(name: string, element: XmlElement): boolean {
  if (childElements(element).length > 0) return false;
  const text = characterData(element);
  return isBlank(text) || (holdsAddress(name) && isAbsoluteIri(trimSpace(text)));
}

function movedText(
  element: XmlElement,
  error: StanzaError,
  { source }: Stanza,
  context: FixContext,
): string {
  if (error.texts.length + error.misplacedTexts.length > 0) return "";
  const raw = element.children
    .filter((child) => child.kind === "text")
    .map(({ span }) => source.slice(span.start, span.end))
    .join("");
  const text = trimSpace(raw);
  return text === "" ? "" : textXml(text, context.language, quoteOf(element, source));
}
