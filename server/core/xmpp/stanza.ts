/**
 * The stanza model: what RFC 6120 §8 calls the parts of a stanza, sorted once, so that a rule is a
 * question to the model and never has to look at raw XML.
 */

import { type Scope, scopeLanguage } from "../xml/scope";
import {
  attribute,
  characterData,
  childElements,
  isBlank,
  type Restricted,
  type XmlAttribute,
  type XmlComment,
  type XmlElement,
  type XmlText,
} from "../xml/tree";
import { type ErrorType, findCondition, isErrorType } from "./conditions";
import { LinePrefix } from "./linePrefix";
import {
  isContentNamespace,
  isNearMiss,
  isOwnNamespace,
  isUnknownNamespace,
  STANZAS_NAMESPACE,
} from "./namespaces";
import { isPlaceholder } from "./placeholder";

export type StanzaKind = "message" | "presence" | "iq";

export interface Stanza {
  readonly kind: StanzaKind;
  readonly element: XmlElement;
  /** True inside another stanza: it was routed before, so only its error child is judged. */
  readonly nested: boolean;
  readonly type: XmlAttribute | undefined;
  readonly id: XmlAttribute | undefined;
  readonly from: XmlAttribute | undefined;
  readonly to: XmlAttribute | undefined;
  /** Value of the type, if it is there and known. */
  readonly typeValue: string | undefined;
  /** Children `error` in the stanza's own namespace or in a content namespace. */
  readonly errors: readonly StanzaError[];
  /** Children `error` in any other namespace that is known. */
  readonly misplacedErrors: readonly XmlElement[];
  /** All other child elements. */
  readonly payload: readonly XmlElement[];
  /** True if something among the children may be anything: a placeholder, an unknown namespace. */
  readonly unknownContent: boolean;
  /** What §11.1 forbids, in all of the stanza; empty for a nested one. */
  readonly restricted: readonly Restricted[];
  readonly comments: readonly XmlComment[];
  /** The text that the offsets count in. */
  readonly source: string;
  /** What is open around the outermost stanza. */
  readonly scope: Scope | undefined;
}

/** An error child (RFC 6120 §8.3.2) with its children sorted. */
export interface StanzaError {
  readonly element: XmlElement;
  readonly type: XmlAttribute | undefined;
  readonly by: XmlAttribute | undefined;
  readonly code: XmlAttribute | undefined;
  /** The 22, in the right namespace. */
  readonly conditions: readonly XmlElement[];
  /** Right namespace, but neither one of the 22 nor `text`. */
  readonly unknown: readonly XmlElement[];
  /** Named like one of the 22, wrong namespace. */
  readonly misplaced: readonly XmlElement[];
  readonly texts: readonly XmlElement[];
  /** Named `text`, wrong namespace. */
  readonly misplacedTexts: readonly XmlElement[];
  /** Qualified by a namespace of their own. */
  readonly application: readonly XmlElement[];
  /** No namespace of their own: none at all, or a content namespace. */
  readonly unqualified: readonly XmlElement[];
  /** Character data straight inside that is more than white space. */
  readonly strayTexts: readonly XmlText[];
  readonly unknownContent: boolean;
}

/** True for the names of the three kinds of stanzas. */
export function isStanzaKind(name: string): name is StanzaKind {
  return name === "message" || name === "presence" || name === "iq";
}

/** True for the namespaces in which a stanza may stand; none is taken for `jabber:client`. */
export function isStanzaNamespace(namespace: string): boolean {
  return namespace === "" || isContentNamespace(namespace);
}

/** True if nothing can be said about the value of the attribute. */
export function isUnknown(value: XmlAttribute): boolean {
  return value.unresolved || isPlaceholder(value.value);
}

/** The attribute's value, if it is there and known. */
export function knownValue(value: XmlAttribute | undefined): string | undefined {
  return value === undefined || isUnknown(value) ? undefined : value.value;
}

/** The type of the error child, if it is one of the five. */
export function knownErrorType(error: StanzaError): ErrorType | undefined {
  const type = knownValue(error.type);
  return type !== undefined && isErrorType(type) ? type : undefined;
}

/** The one defined condition, if there is exactly one. */
export function onlyCondition(error: StanzaError): XmlElement | undefined {
  return error.conditions.length === 1 ? error.conditions[0] : undefined;
}

/**
 * True for an error from before RFC 3920: it says with a code what type and condition say today.
 * What else it lacks needs no finding of its own.
 */
export function isLegacyError(error: StanzaError): boolean {
  return error.code !== undefined && error.type === undefined && error.conditions.length === 0;
}

/** A language tag; of an unknown one nothing more can be said than that it is there. */
export interface Language {
  readonly tag: string;
  readonly isUnknown: boolean;
}

/** The language of the element: its own `xml:lang` or that of the nearest ancestor that has one. */
export function languageOf(element: XmlElement, stanza: Stanza): Language | undefined {
  const { language } = element;
  if (language) return { tag: language.value, isUnknown: isUnknown(language) };
  const tag = scopeLanguage(stanza.scope);
  return tag === undefined ? undefined : { tag, isUnknown: isPlaceholder(tag) };
}

/** A stanza's text as it was parsed, with what was found in it. */
export interface ParsedText {
  readonly source: string;
  readonly scope: Scope | undefined;
  readonly restricted: readonly Restricted[];
  readonly comments: readonly XmlComment[];
}

/** The stanza at the root of a tree, and those nested in it, outermost first. */
export function readStanzas(root: XmlElement, text: ParsedText): Stanza[] {
  const lines = new LinePrefix(text.source);
  const stanzas = [readStanza(root, false, text, lines)];
  const open = [...root.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== "element") continue;
    if (isStanzaKind(node.local) && isContentNamespace(node.namespace)) {
      stanzas.push(readStanza(node, true, { ...text, restricted: [], comments: [] }, lines));
    }
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  return stanzas;
}

function readStanza(
  element: XmlElement,
  nested: boolean,
  text: ParsedText,
  lines: LinePrefix,
): Stanza {
  const errors: StanzaError[] = [];
  const misplacedErrors: XmlElement[] = [];
  const payload: XmlElement[] = [];
  let unknownContent = false;
  for (const child of element.children) {
    if (child.kind === "text" && isUnknownText(child)) unknownContent = true;
    if (child.kind !== "element") continue;
    if (isUnknownNamespace(child.namespace)) {
      unknownContent = true;
      payload.push(child);
    } else if (child.local !== "error") {
      payload.push(child);
    } else if (isErrorNamespace(child.namespace, element.namespace)) {
      errors.push(readError(child, element.namespace, lines));
    } else {
      misplacedErrors.push(child);
      payload.push(child);
    }
  }
  let type: XmlAttribute | undefined;
  let id: XmlAttribute | undefined;
  let from: XmlAttribute | undefined;
  let to: XmlAttribute | undefined;
  for (const one of element.attributes) {
    if (one.name === "type") type = one;
    else if (one.name === "id") id = one;
    else if (one.name === "from") from = one;
    else if (one.name === "to") to = one;
  }
  return {
    kind: element.local as StanzaKind,
    element,
    nested,
    type,
    id,
    from,
    to,
    typeValue: knownValue(type),
    errors,
    misplacedErrors,
    payload,
    unknownContent,
    restricted: text.restricted,
    comments: text.comments,
    source: text.source,
    scope: text.scope,
  };
}

function isErrorNamespace(namespace: string, stanzaNamespace: string): boolean {
  return namespace === stanzaNamespace || isContentNamespace(namespace);
}

function readError(element: XmlElement, stanzaNamespace: string, lines: LinePrefix): StanzaError {
  const conditions: XmlElement[] = [];
  const unknown: XmlElement[] = [];
  const misplaced: XmlElement[] = [];
  const texts: XmlElement[] = [];
  const misplacedTexts: XmlElement[] = [];
  let application: XmlElement[] = [];
  const unqualified: XmlElement[] = [];
  const strayTexts: XmlText[] = [];
  let unknownContent = false;
  for (const child of element.children) {
    if (child.kind === "text") {
      if (isUnknownText(child)) unknownContent = true;
      else if (!isBlank(child.value) && !lines.isWhole(child.value)) strayTexts.push(child);
    }
    if (child.kind !== "element") continue;
    const { local, namespace } = child;
    const named = findCondition(local) !== undefined;
    if (namespace === STANZAS_NAMESPACE) {
      (named ? conditions : local === "text" ? texts : unknown).push(child);
    } else if (isUnknownNamespace(namespace)) {
      unknownContent = true;
    } else {
      const own = isOwnNamespace(namespace, stanzaNamespace);
      const meant = own || isNearMiss(namespace);
      if (meant && named) misplaced.push(child);
      else if (meant && local === "text") misplacedTexts.push(child);
      else (own ? unqualified : application).push(child);
    }
  }
  if (conditions.length + unknown.length + misplaced.length === 0) {
    // Named like a condition, and nothing else is or was meant as one: so this was.
    const meant = application.find((child) => findCondition(child.local));
    if (meant) {
      misplaced.push(meant);
      application = application.filter((child) => child !== meant);
    }
  }
  return {
    element,
    type: attribute(element, "type"),
    by: attribute(element, "by"),
    code: attribute(element, "code"),
    conditions,
    unknown,
    misplaced,
    texts,
    misplacedTexts,
    application,
    unqualified,
    strayTexts,
    unknownContent,
  };
}

/** The child elements, without those in an unknown namespace: they are nobody's business. */
export function knownChildren(element: XmlElement): XmlElement[] {
  return childElements(element).filter((child) => !isUnknownNamespace(child.namespace));
}

function hasUnknownText(element: XmlElement): boolean {
  for (const child of element.children) {
    if (child.kind === "text" && isUnknownText(child)) return true;
  }
  return false;
}

function isUnknownText(text: XmlText): boolean {
  return text.unresolved || isPlaceholder(text.value);
}

/** The character data of an element, or undefined if it holds a placeholder. */
export function knownText(element: XmlElement): string | undefined {
  return hasUnknownText(element) ? undefined : characterData(element);
}
