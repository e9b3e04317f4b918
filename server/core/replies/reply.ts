/**
 * Error replies (RFC 6120 §8.3): built from the request as a DOM and serialised in the style of its
 * file. The only source of replies, for the editor and the command line.
 */

import { DOMImplementation, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { withQuotes } from "../rules/edits";
import { expectDefined } from "../text/invariant";
import { parse } from "../xml/parse";
import type { Scope } from "../xml/scope";
import { isBlank, type XmlElement } from "../xml/tree";
import { findCondition } from "../xmpp/conditions";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { readStanzas } from "../xmpp/readStanzas";
import type { Stanza } from "../xmpp/stanza";
import { copyPayload, declaresNamespace } from "./copyPayload";
import {
  invalidSender,
  noJid,
  type Refusal,
  type ReplyOptions,
  type ReplyResult,
  readAppCondition,
  refuseOptions,
  refuseRequest,
} from "./replyOptions";

/** Style in which the reply is written. */
export interface ReplyStyle {
  /** White space before each of its lines but the first. */
  readonly indentation: string;
  /** One further level of indentation. */
  readonly step: string;
  readonly lineEnd: string;
  /** Quote of attributes; by default that of the request. */
  readonly quote?: "'" | '"' | undefined;
}

const DEFAULT_ADDRESS = "xmpp:somewhere.else@example.net";
/** undefined-condition needs an application-specific condition beside it (§8.3.3.21). */
const OWN_CONDITION = { name: "own-condition", namespace: "urn:example:errors" };

/**
 * Builds the error reply to a stanza.
 * @param source the text of the request, from `<` to `>`
 * @param scope namespaces and language that are declared around it, and will be around the reply
 */
export function createErrorReply(
  source: string,
  scope: Scope | undefined,
  options: ReplyOptions,
  style: ReplyStyle,
): ReplyResult {
  const refused = refuseOptions(options);
  if (refused) return refused;
  const request = readStanza(source, scope);
  if ("refusal" in request) return request;
  const refusal = refuseRequest(request);
  if (refusal) return { refusal };
  const sender = invalidSender(request, options);
  if (sender !== undefined) return noJid(sender);

  const document = new DOMImplementation().createDocument(null, "", null);
  const reply = buildReply(document, request, options);
  document.appendChild(reply);
  layOut(reply, style, 0);
  const xml = new XMLSerializer().serializeToString(reply);
  return { xml: quoteLike(xml, request, style.quote).replaceAll("\n", style.lineEnd) };
}

/**
 * The stanza of the text, if it is well-formed.
 * @param source from `<` to `>`
 */
export function readStanza(source: string, scope: Scope | undefined): Stanza | Refusal {
  const parsed = parse(source, scope);
  if (parsed.exceeded) {
    return { refusal: "The stanza exceeds the configured limits, so it was not read." };
  }
  if (parsed.error) {
    return { refusal: "The stanza is not well-formed. Correct it first." };
  }
  const { root, restricted, comments } = parsed;
  const [request] = readStanzas(root, { source, scope, restricted, comments });
  return request ?? { refusal: "There is no stanza to answer." };
}

function buildReply(document: Document, request: Stanza, options: ReplyOptions): Element {
  const { element } = request;
  const reply = create(document, element, element.name);
  const { stanzaLanguage, payload } = options;
  if (stanzaLanguage !== undefined) reply.setAttribute("xml:lang", stanzaLanguage);
  reply.setAttribute("type", "error");
  if (request.id && !options.omitId) reply.setAttribute("id", request.id.value);
  const from = options.from ?? request.to?.value;
  const to = options.to ?? request.from?.value;
  if (from !== undefined) reply.setAttribute("from", from);
  if (to !== undefined) reply.setAttribute("to", to);
  const error = buildError(document, request, options);
  const children = payload ? copyPayload(document, request) : [];
  for (const child of payload === "after" ? [error, ...children] : [...children, error]) {
    reply.appendChild(child);
  }
  return reply;
}

function buildError(document: Document, request: Stanza, options: ReplyOptions): Element {
  const { condition, text, language, by, code, app } = options;
  const definition = expectDefined(findCondition(condition), "unknown conditions were refused");
  const { element } = request;
  const error = create(document, element, element.prefix ? `${element.prefix}:error` : "error");
  if (by !== undefined) error.setAttribute("by", by);
  const type = options.type ?? expectDefined(definition.expectedTypes[0], "each has a type");
  error.setAttribute("type", type);
  if (code !== undefined) error.setAttribute("code", code);
  const defined = document.createElementNS(STANZAS_NAMESPACE, condition);
  if (definition.characterData) {
    defined.appendChild(document.createTextNode(options.address ?? DEFAULT_ADDRESS));
  }
  error.appendChild(defined);
  if (text !== undefined) {
    const words = document.createElementNS(STANZAS_NAMESPACE, "text");
    words.setAttribute("xml:lang", language);
    words.appendChild(document.createTextNode(text));
    error.appendChild(words);
  }
  const fallback = condition === "undefined-condition" ? OWN_CONDITION : undefined;
  const own = app === undefined ? fallback : readAppCondition(app);
  if (own) {
    const { name, namespace } = own;
    error.appendChild(document.createElementNS(namespace, name));
  }
  return error;
}

/**
 * Creates an element in the stanza's own namespace. Declarations around the request are around the
 * reply too, so that only the request's own declarations are repeated.
 */
function create(document: Document, element: XmlElement, name: string): Element {
  return declaresNamespace(element) && element.namespace !== ""
    ? document.createElementNS(element.namespace, name)
    : document.createElement(name);
}

/** Puts each element on a line of its own if its parent holds only elements. */
function layOut(element: Element, style: ReplyStyle, depth: number): void {
  const children = [...nodesOf(element)];
  const elements = children.filter((child) => child.nodeType === 1) as Element[];
  const mixed = children.some((child) => child.nodeType === 3 && !isBlank(child.nodeValue ?? ""));
  if (elements.length === 0 || mixed) return;
  for (const child of children) if (child.nodeType === 3) element.removeChild(child);
  // Only a document itself has no owner.
  const document = element.ownerDocument!;
  const line = (level: number) =>
    document.createTextNode(`\n${style.indentation}${style.step.repeat(level)}`);
  for (const child of elements) {
    element.insertBefore(line(depth + 1), child);
    layOut(child, style, depth + 1);
  }
  element.appendChild(line(depth));
}

function* nodesOf(element: Element) {
  for (let child = element.firstChild; child; child = child.nextSibling) yield child;
}

/** The text with the given quotes, or with those of the request. */
function quoteLike(xml: string, request: Stanza, quote: ReplyStyle["quote"]): string {
  const last = request.element.attributes.at(-1);
  const own = last && request.source[last.span.end - 1] === "'" ? "'" : '"';
  return withQuotes(xml, quote ?? own);
}
