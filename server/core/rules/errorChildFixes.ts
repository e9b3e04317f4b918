/** Fixes of an error child in a wrong namespace, or at a wrong depth in the stanza. */

import type { Edit } from "../text/edit";
import { attribute, childElements, isBlank, type XmlElement } from "../xml/tree";
import { findCondition } from "../xmpp/conditions";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import type { Stanza } from "../xmpp/stanza";
import {
  addAttribute,
  appendChildren,
  applyEdits,
  emptyElement,
  layoutOf,
  lineOf,
  putAttribute,
  removeAttribute,
  removeElement,
  renameElement,
  sorted,
} from "./edits";
import type { Fix, FixContext } from "./fix";

/** Moves a child of the stanza into the stanza's namespace. */
export function takeStanzaNamespace(child: XmlElement, { element, source }: Stanza): Fix {
  const own = attribute(child, "xmlns");
  const edits: Edit[] = [];
  if (element.prefix !== "") edits.push(putAttribute(child, "xmlns", element.namespace, source));
  else if (own) edits.push(removeAttribute(own, source));
  const renamed = child.prefix === "" ? [] : renameElement(child, "error");
  return {
    title: "Use the stanza's namespace for <error/>",
    edits: sorted([...renamed, ...edits]),
    applicability: "automatic",
  };
}

/** Moves a nested element to the end of the stanza, as the stanza's error child. */
export function moveOut(nested: XmlElement, stanza: Stanza, context: FixContext): Fix {
  const { element, source } = stanza;
  const child = reindent(asErrorChild(nested, stanza), nested, stanza, context);
  return {
    title: "Move <error/> out into the stanza",
    edits: sorted([takeAway(nested, source), appendChildren(element, [child], source, context)]),
    applicability: "preferred",
  };
}

/** Removes the element; a parent without other content becomes an empty-element tag. */
function takeAway(nested: XmlElement, source: string): Edit {
  const { parent } = nested;
  const isAlone = parent?.children.every(
    (one) => one === nested || (one.kind === "text" && isBlank(one.value)),
  );
  const [emptied] = parent && isAlone ? emptyElement(parent) : [];
  return emptied ?? removeElement(nested, source);
}

/** The text of the element as a child of the stanza; its content keeps its namespaces. */
function asErrorChild(nested: XmlElement, { element, source }: Stanza): string {
  const edits: Edit[] = [];
  const own = attribute(nested, "xmlns");
  if (own) edits.push(removeAttribute(own, source));
  const name = element.prefix === "" ? "error" : `${element.prefix}:error`;
  if (nested.name !== name) edits.push(...renameElement(nested, name));
  for (const [prefix, namespace] of borrowedPrefixes(nested, element)) {
    edits.push(addAttribute(nested, `xmlns:${prefix}`, namespace, source));
  }
  for (const child of childElements(nested)) {
    if (child.prefix !== "" || attribute(child, "xmlns") || child.namespace === "") continue;
    // Named like a condition or text, it was meant for the namespace of stanza errors.
    const isMeant = child.local === "text" || findCondition(child.local) !== undefined;
    const namespace = isMeant ? STANZAS_NAMESPACE : child.namespace;
    if (namespace !== element.namespace) {
      edits.push(addAttribute(child, "xmlns", namespace, source));
    }
  }
  const { start, end } = nested.span;
  const within = sorted(edits).map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applyEdits(source.slice(start, end), within);
}

/** The prefixes used inside the element that are declared between the element and the stanza, with their namespaces. */
function borrowedPrefixes(nested: XmlElement, stanza: XmlElement): Map<string, string> {
  const borrowed = new Map<string, string>();
  const visit = (one: XmlElement, isOuter: boolean) => {
    const { prefix, namespace } = one;
    if (!isOuter && prefix !== "" && !declares(one, nested, prefix)) {
      if (declares(nested.parent, stanza, prefix)) borrowed.set(prefix, namespace);
    }
    for (const child of childElements(one)) visit(child, false);
  };
  visit(nested, true);
  return borrowed;
}

/** True if the element, or one of its ancestors up to `to`, declares the prefix. */
function declares(from: XmlElement | undefined, to: XmlElement, prefix: string): boolean {
  for (let one = from; one; one = one === to ? undefined : one.parent) {
    if (attribute(one, `xmlns:${prefix}`)) return true;
  }
  return false;
}

/** The text with its later lines indented as the stanza's children are. */
function reindent(text: string, nested: XmlElement, stanza: Stanza, context: FixContext): string {
  const { element, source } = stanza;
  const old = lineOf(nested, source).replace(/^\r?\n/, "");
  const { before } = layoutOf(element, source, context);
  if (!before.includes("\n") || !lineOf(nested, source).includes("\n")) return text;
  const wanted = before.slice(before.lastIndexOf("\n") + 1);
  return text.replaceAll(`\n${old}`, `\n${wanted}`);
}
