/** Edits of errors outside of stanzas. */

import type { Edit } from "../text/edit";
import { characterData, childElements, isBlank, trimSpace, type XmlElement } from "../xml/tree";
import { findFamilyCondition } from "../xmpp/errorFamilies";
import type { ErrorFamily } from "../xmpp/errorFamily";
import type { FamilyError } from "../xmpp/familyError";
import { emptyElement, escapeValue, lineOf, quoteOf, renameElement, sorted } from "./edits";
import type { FixContext } from "./fix";

/** A child of the error in the namespace, which is declared unless the child inherits it. */
function childXml(
  { element, source }: FamilyError,
  name: string,
  namespace: string,
  rest: { readonly attributes?: string; readonly content: string },
): string {
  const quote = quoteOf(element, source);
  const inherits = element.prefix === "" && element.namespace === namespace;
  const declaration = inherits ? "" : ` xmlns=${quote}${namespace}${quote}`;
  const open = `${name}${declaration}${rest.attributes ?? ""}`;
  return rest.content === "" ? `<${open}/>` : `<${open}>${rest.content}</${name}>`;
}

/** An empty condition of the error's family. */
export function familyConditionXml(error: FamilyError, name: string): string {
  return childXml(error, name, error.family.namespace, { content: "" });
}

/** A `<text/>` of the error; the content is XML already. */
export function familyTextXml(error: FamilyError, content: string, { language }: FixContext) {
  const quote = quoteOf(error.element, error.source);
  const attributes = ` xml:lang=${quote}${escapeValue(language, quote)}${quote}`;
  return childXml(error, "text", error.host.textNamespace ?? "", { attributes, content });
}

/** Renames the element to the condition and removes the content that a condition must not have. */
export function renameToCondition(
  element: XmlElement,
  name: string,
  error: FamilyError,
  context: FixContext,
): Edit[] {
  const qualified = element.prefix === "" ? name : `${element.prefix}:${name}`;
  if (mayHoldContent(error.family, name, element)) return renameElement(element, qualified);
  const renamed = { span: element.nameSpan, newText: qualified };
  return [renamed, ...withoutContent(element, error, context)];
}

/** True if the element's content is allowed in that condition. */
export function mayHoldContent(family: ErrorFamily, name: string, element: XmlElement): boolean {
  if (childElements(element).length > 0) return false;
  return isBlank(characterData(element)) || findFamilyCondition(family, name)?.holds !== undefined;
}

/** Empties the element; its text becomes that of the error, if the error has none and may have one. */
export function withoutContent(
  element: XmlElement,
  error: FamilyError,
  context: FixContext,
): Edit[] {
  const { source } = error;
  const raw = element.children
    .filter((child) => child.kind === "text")
    .map(({ span }) => source.slice(span.start, span.end))
    .join("");
  const text = mayTakeText(error) ? trimSpace(raw) : "";
  const moved = text === "" ? "" : lineOf(element, source) + familyTextXml(error, text, context);
  return emptyElement(element).map((edit) => ({ ...edit, newText: edit.newText + moved }));
}

/** True if a `<text/>` can be added to the error. */
export function mayTakeText({ texts, misplacedTexts, host }: FamilyError): boolean {
  return host.textNamespace !== undefined && texts.length + misplacedTexts.length === 0;
}

/** Edits of both, the first of which may be within the others' element. */
export function together(outer: readonly Edit[], inner: readonly Edit[]): Edit[] {
  return sorted([...outer, ...inner]);
}
