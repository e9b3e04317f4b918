/**
 * Error replies (RFC 6120 §8.3): built from the request as a DOM and serialised in the style of its
 * file. The only source of replies, for the editor and the command line.
 */

import {
  DOMImplementation,
  DOMParser,
  type Document,
  type Element,
  XMLSerializer,
} from "@xmldom/xmldom";
import { applyEdits, escapeValue, withQuotes } from "../rules/edits";
import { expectDefined } from "../text/invariant";
import { parse } from "../xml/parse";
import { lookupNamespace, type Scope } from "../xml/scope";
import { isBlank, type XmlElement } from "../xml/tree";
import { findCondition, isErrorType } from "../xmpp/conditions";
import { isAbsoluteIri } from "../xmpp/iri";
import { findJidProblem } from "../xmpp/jid";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { readStanzas } from "../xmpp/readStanzas";
import type { Stanza } from "../xmpp/stanza";
import { knownValue } from "../xmpp/unknown";

export interface ReplyOptions {
  readonly condition: string;
  /** Error type; by default the type that the condition expects. */
  readonly type?: string | undefined;
  /** Text for people. */
  readonly text?: string | undefined;
  /** `xml:lang` of the text. */
  readonly language: string;
  /** Address of the entity that reports the error. */
  readonly by?: string | undefined;
  /** Address in gone and redirect, a URI or IRI. */
  readonly address?: string | undefined;
  /** True if an iq's payload is included in the error (§8.3.1, rule 5: MAY). */
  readonly includePayload: boolean;
}

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

/** The reply, or the reason why there is none: a template with its values, for people. */
export type ReplyResult =
  | { readonly xml: string; readonly refusal?: undefined }
  | {
      readonly xml?: undefined;
      readonly refusal: string;
      readonly values?: Readonly<Record<string, string>>;
    };

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
  const parsed = parse(source, scope);
  if (parsed.exceeded) {
    return { refusal: "The stanza exceeds the configured limits, so it was not read." };
  }
  if (parsed.error) {
    return { refusal: "The stanza is not well-formed. Correct it first." };
  }
  const { root, restricted, comments } = parsed;
  const [request] = readStanzas(root, { source, scope, restricted, comments });
  if (!request) return { refusal: "There is no stanza to answer." };
  const refusal = refuseRequest(request);
  if (refusal) return { refusal };
  for (const one of [request.from, request.to]) {
    const address = knownValue(one);
    if (address === undefined || !findJidProblem(address)) continue;
    return { refusal: '"{by}" is not a valid address (RFC 7622 §3).', values: { by: address } };
  }

  const document = new DOMImplementation().createDocument(null, "", null);
  const reply = buildReply(document, request, options);
  document.appendChild(reply);
  layOut(reply, style, 0);
  const xml = new XMLSerializer().serializeToString(reply);
  return { xml: quoteLike(xml, request, style.quote).replaceAll("\n", style.lineEnd) };
}

function refuseOptions(options: ReplyOptions): ReplyResult | undefined {
  const { condition, type, by, address, language } = options;
  if (!/^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(language)) {
    return { refusal: '"{language}" is not a language tag.', values: { language } };
  }
  if (!findCondition(condition)) {
    return {
      refusal: 'Unknown condition "{condition}". Use one of the 22 defined conditions.',
      values: { condition },
    };
  }
  if (type !== undefined && !isErrorType(type)) {
    return {
      refusal: 'Unknown error type "{type}". Use auth, cancel, continue, modify or wait.',
      values: { type },
    };
  }
  if (by !== undefined && findJidProblem(by)) {
    return { refusal: '"{by}" is not a valid address (RFC 7622 §3).', values: { by } };
  }
  if (address !== undefined && !isAbsoluteIri(address)) {
    return {
      refusal: '"{address}" is not an absolute URI. Write it as xmpp:…',
      values: { address },
    };
  }
  return undefined;
}

function refuseRequest(request: Stanza): string | undefined {
  const type = request.typeValue;
  if (type === "error") return "An error must not be answered (RFC 6120 §8.3.1).";
  if (request.kind === "iq" && type === "result") {
    return "A result must not be answered (RFC 6120 §8.2.3).";
  }
  if (request.type && type === undefined) {
    return "The type of this stanza is unknown, so it may be an error. Correct it first.";
  }
  if (request.kind === "iq" && !request.id?.value) {
    return "<iq/> has no id for the reply to repeat. Add one first (RFC 6120 §8.2.3).";
  }
  return undefined;
}

function buildReply(document: Document, request: Stanza, options: ReplyOptions): Element {
  const { element } = request;
  const reply = create(document, element, element.name);
  const { kind, from, to, id } = request;
  reply.setAttribute("type", "error");
  if (id) reply.setAttribute("id", id.value);
  if (to) reply.setAttribute("from", to.value);
  if (from) reply.setAttribute("to", from.value);
  if (kind === "iq" && options.includePayload) importPayload(document, request, reply);
  reply.appendChild(buildError(document, request, options));
  return reply;
}

function buildError(document: Document, request: Stanza, options: ReplyOptions): Element {
  const { condition, text, language, by } = options;
  const definition = expectDefined(findCondition(condition), "unknown conditions were refused");
  const { element } = request;
  const error = create(document, element, element.prefix ? `${element.prefix}:error` : "error");
  if (by !== undefined) error.setAttribute("by", by);
  const type = options.type ?? expectDefined(definition.expectedTypes[0], "each has a type");
  error.setAttribute("type", type);
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
  if (condition === "undefined-condition") {
    const { name, namespace } = OWN_CONDITION;
    error.appendChild(document.createElementNS(namespace, name));
  }
  return error;
}

/**
 * Creates an element in the stanza's own namespace. Declarations around the request are around the
 * reply too, so that only the request's own declarations are repeated.
 */
function create(document: Document, { attributes, namespace }: XmlElement, name: string): Element {
  const declared = attributes.some(({ name: one }) => one === "xmlns" || one.startsWith("xmlns:"));
  return declared && namespace !== ""
    ? document.createElementNS(namespace, name)
    : document.createElement(name);
}

/** Copies the payload, in the namespaces that are in force at its place. */
function importPayload(document: Document, request: Stanza, reply: Element): void {
  const declarations = [...declarationsOf(request.scope)]
    .map(
      ([prefix, namespace]) =>
        ` ${prefix ? `xmlns:${prefix}` : "xmlns"}="${escapeValue(namespace, '"')}"`,
    )
    .join("");
  const wrapped = `<wrapper${declarations}>${withoutDoctypes(request)}</wrapper>`;
  const parsed = new DOMParser({ onError: () => {} }).parseFromString(wrapped, "text/xml");
  const original = parsed.documentElement?.firstChild;
  for (let child = original?.firstChild; child; child = child.nextSibling) {
    // Payload in no namespace, or in that of the stanza, is copied too, beside the reply's own children.
    if (child.nodeType === 1 && child.localName !== "error") {
      reply.appendChild(document.importNode(child, true));
    }
  }
}

/** The source without document type declarations: xmldom throws at a declaration inside an element. */
function withoutDoctypes({ source, restricted }: Stanza): string {
  const doctypes = restricted.filter(({ feature }) => feature === "doctype");
  return applyEdits(
    source,
    doctypes.map(({ span }) => ({ span, newText: "" })),
  );
}

/** Prefix names of XML: wrappers are read forgivingly, and may declare invalid ones. */
const prefixName = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;

function declarationsOf(scope: Scope | undefined): Map<string, string> {
  const found = new Map<string, string>([["stream", lookupNamespace(scope, "stream") ?? ""]]);
  const chain: Scope[] = [];
  for (let one = scope; one; one = one.parent) chain.push(one);
  for (const { namespaces } of chain.reverse()) {
    for (const [prefix, namespace] of namespaces ?? []) {
      if (prefix === "" || prefixName.test(prefix)) found.set(prefix, namespace);
    }
  }
  return found;
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
