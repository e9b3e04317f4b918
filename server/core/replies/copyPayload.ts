/** The payload of a request, as nodes for its reply (RFC 6120 §8.3.1, rule 5). */

import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { applyEdits, escapeValue } from "../rules/edits";
import { lookupNamespace, type Scope } from "../xml/scope";
import type { XmlElement } from "../xml/tree";
import type { Stanza } from "../xmpp/stanza";
import { isNcName } from "./replyOptions";

/** The children of the request but for error children, in the namespaces that are in force at their place. */
export function copyPayload(document: Document, request: Stanza): Element[] {
  const declarations = [...declarationsOf(request.scope)]
    .map(
      ([prefix, namespace]) =>
        ` ${prefix ? `xmlns:${prefix}` : "xmlns"}="${escapeValue(namespace, '"')}"`,
    )
    .join("");
  const wrapped = `<wrapper${declarations}>${withoutDoctypes(request)}</wrapper>`;
  const parsed = new DOMParser({ onError: () => {} }).parseFromString(wrapped, "text/xml");
  const original = parsed.documentElement?.firstChild;
  const copied: Element[] = [];
  for (let child = original?.firstChild; child; child = child.nextSibling) {
    // Payload in no namespace, or in that of the stanza, is copied too, beside the reply's own children.
    if (child.nodeType === 1 && child.localName !== "error") {
      copied.push(adopt(document, child as Element, request));
    }
  }
  return copied;
}

/** A copy that declares no namespace which the reply inherits from around it. */
function adopt(document: Document, child: Element, { element }: Stanza): Element {
  const copy = document.importNode(child, true);
  if (copy.namespaceURI !== element.namespace || declaresNamespace(element)) return copy;
  const inherited = document.createElement(copy.tagName);
  for (const { name, value } of copy.attributes) inherited.setAttribute(name, value);
  for (let one = copy.firstChild; one; one = copy.firstChild) inherited.appendChild(one);
  return inherited;
}

/** True if the start tag itself declares a namespace. */
export function declaresNamespace({ attributes }: XmlElement): boolean {
  return attributes.some(({ name }) => name === "xmlns" || name.startsWith("xmlns:"));
}

/** The source without document type declarations: xmldom throws at a declaration inside an element. */
function withoutDoctypes({ source, restricted }: Stanza): string {
  const doctypes = restricted.filter(({ feature }) => feature === "doctype");
  return applyEdits(
    source,
    doctypes.map(({ span }) => ({ span, newText: "" })),
  );
}

/** Wrappers are read forgivingly, and may declare prefixes that are no names. */
function declarationsOf(scope: Scope | undefined): Map<string, string> {
  const found = new Map<string, string>([["stream", lookupNamespace(scope, "stream") ?? ""]]);
  const chain: Scope[] = [];
  for (let one = scope; one; one = one.parent) chain.push(one);
  for (const { namespaces } of chain.reverse()) {
    for (const [prefix, namespace] of namespaces ?? []) {
      if (prefix === "" || isNcName(prefix)) found.set(prefix, namespace);
    }
  }
  return found;
}
