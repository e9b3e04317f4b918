/** Links: from a namespace to the section or the XEP that defines it, from a rule in a comment to its page. */

import type { DocumentLink } from "vscode-languageserver";
import type { TextPiece } from "../core/document/piece";
import { oncePerPiece, wrappersOf } from "../core/document/structure";
import { findRule } from "../core/rules/allRules";
import { type RulePage, rulePage } from "../core/rules/pages";
import { readDirectives } from "../core/suppressions/readDirectives";
import type { Span } from "../core/text/span";
import type { Steps } from "../core/text/steps";
import type { Translate } from "../core/text/translate";
import { type PairedElement, pairTags, readAttributes } from "../core/xml/tagPairs";
import { definingExtension, nameOfExtension } from "../core/xmpp/extensions";
import { findNamespaceSection, sectionPage } from "../core/xmpp/namespaceSections";
import type { StanzaView } from "./stanzaView";

/** Source of a link, relative to its piece, whose place may change. */
interface Target {
  readonly span: Span;
  /** A namespace, or the id of a rule. */
  readonly name: string;
  readonly kind: "namespace" | "rule";
}

const targetsOf = oncePerPiece((source, piece) => readTargets(source, piece));

/** Maximum number of links: an editor that asks again with each key needs them soon. */
const MAX_LINKS = 5000;

/** Target of a link, and its tooltip. */
type Destination = Omit<DocumentLink, "range">;

/** The first links of the document, in the order of their places; in steps, one for each piece that is looked at. */
export function* documentLinksOf(
  document: StanzaView,
  translate: Translate,
  pageOf: RulePage = rulePage,
): Steps<DocumentLink[]> {
  const { stanzas } = document;
  const links: { start: number; link: DocumentLink }[] = [];
  const destinations = new Map<string, Destination>();
  const add = ({ span, name, kind }: Target, base: number) => {
    let destination = destinations.get(name);
    if (!destination) {
      destination = destinationOf(kind, name, translate, pageOf);
      destinations.set(name, destination);
    }
    const start = span.start + base;
    const range = document.rangeOf({ start, end: span.end + base });
    links.push({ start, link: { range, ...destination } });
  };
  const around = wrappersOf(stanzas).flatMap((one) => namespaceTargets(stanzas.text, one));
  for (const target of around.slice(0, MAX_LINKS)) add(target, 0);
  for (const piece of stanzas.pieces) {
    if (links.length >= MAX_LINKS) break;
    for (const target of targetsOf(stanzas, piece)) add(target, piece.start);
    yield;
  }
  links.sort((a, b) => a.start - b.start);
  return links.slice(0, MAX_LINKS).map(({ link }) => link);
}

/** The link for a namespace or a rule: no rule is named like a namespace. */
function destinationOf(
  kind: Target["kind"],
  name: string,
  translate: Translate,
  pageOf: RulePage,
): Destination {
  if (kind === "rule") {
    const tooltip = translate("Open the documentation of {rule}", { rule: name });
    return { target: pageOf(name, translate), tooltip };
  }
  const defined = findNamespaceSection(name);
  if (defined) {
    const { rfc, section } = defined;
    const tooltip = translate("Open RFC {rfc}, section {section}", { rfc, section });
    return { target: sectionPage(defined), tooltip };
  }
  const extension = definingExtension(name);
  if (!extension) return {};
  const values = { document: nameOfExtension(extension), title: extension.title };
  return { target: extension.url, tooltip: translate("Open {document}: {title}", values) };
}

function readTargets(source: string, { isElement }: TextPiece): Target[] {
  const targets: Target[] = [];
  if (isElement && source.includes("xmlns")) {
    const { elements } = pairTags(source, { start: 0, end: source.length });
    for (const element of elements) targets.push(...namespaceTargets(source, element));
  }
  for (const { names } of readDirectives(source)) {
    for (const { name, span } of names) {
      if (findRule(name)) targets.push({ span, name, kind: "rule" });
    }
  }
  return targets;
}

function namespaceTargets(text: string, element: PairedElement): Target[] {
  if (!text.slice(element.startTag.start, element.startTag.end).includes("xmlns")) return [];
  return readAttributes(text, element)
    .filter(({ name }) => name === "xmlns" || name.startsWith("xmlns:"))
    .filter(({ value }) => isDefined(value))
    .map(({ value, valueSpan }) => ({ span: valueSpan, name: value, kind: "namespace" }));
}

function isDefined(namespace: string): boolean {
  return (findNamespaceSection(namespace) ?? definingExtension(namespace)) !== undefined;
}
