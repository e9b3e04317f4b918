/**
 * The stanza model: the parts of a stanza by the terms of RFC 6120 §8, sorted once, so that a rule is a
 * question to the model and never has to look at raw XML.
 */

import type { FramedElements } from "../xml/framedElements";
import { type Scope, scopeLanguage } from "../xml/scope";
import type { Restricted, XmlAttribute, XmlComment, XmlElement } from "../xml/tree";
import { type ErrorType, isErrorType } from "./conditions";
import type { ErrorChildren } from "./errorChildren";
import { errorHostNamespaces } from "./errorHosts";
import { BOSH_NAMESPACE, isContentNamespace } from "./namespaces";
import { isUnknownValue } from "./placeholder";
import { isUnknown, knownValue } from "./unknown";

export type StanzaKind = "message" | "presence" | "iq";

export interface Stanza {
  readonly kind: StanzaKind;
  readonly element: XmlElement;
  /** True inside another stanza: such a stanza was routed before, so that only its error child is judged. */
  readonly nested: boolean;
  readonly type: XmlAttribute | undefined;
  readonly id: XmlAttribute | undefined;
  readonly from: XmlAttribute | undefined;
  readonly to: XmlAttribute | undefined;
  /** Value of the type, if it is there and known. */
  readonly typeValue: string | undefined;
  /** Children `error` in the stanza's own namespace or in a content namespace. */
  readonly errors: readonly StanzaError[];
  /** Children `error` in any other known namespace. */
  readonly misplacedErrors: readonly XmlElement[];
  /** All other child elements that are known to be no error children. */
  readonly payload: readonly XmlElement[];
  /** True if any element may be among the children: a placeholder, an element of unknown name. */
  readonly unknownContent: boolean;
  /** True if an error child may be there: unknown content, or an `error` in an unknown namespace. */
  readonly mayHaveError: boolean;
  /** XML that §11.1 forbids, in the whole stanza; empty for a nested stanza. */
  readonly restricted: readonly Restricted[];
  readonly comments: readonly XmlComment[];
  /** The text that the offsets are relative to. */
  readonly source: string;
  /** Scope that is open around the outermost stanza. */
  readonly scope: Scope | undefined;
}

/** An error child (RFC 6120 §8.3.2) with its children sorted. */
export interface StanzaError extends ErrorChildren {
  readonly element: XmlElement;
  readonly type: XmlAttribute | undefined;
  readonly by: XmlAttribute | undefined;
  readonly code: XmlAttribute | undefined;
  /** True if a child may be an application-specific condition: also any element in an unknown namespace. */
  readonly mayHaveApplication: boolean;
}

const stanzaKinds: readonly StanzaKind[] = ["message", "presence", "iq"];

/** True for the names of the three kinds of stanzas. */
export function isStanzaKind(name: string): name is StanzaKind {
  return name === "message" || name === "presence" || name === "iq";
}

/**
 * True for the namespaces in which a stanza may stand. No namespace is taken for `jabber:client`, and so is that of a
 * BOSH body, which a sender forgot to leave (XEP-0206 §3).
 */
export function isStanzaNamespace(namespace: string): boolean {
  return namespace === "" || namespace === BOSH_NAMESPACE || isContentNamespace(namespace);
}

/** The type of the error child, if it is one of the five. */
export function knownErrorType(error: StanzaError): ErrorType | undefined {
  const type = knownValue(error.type);
  return type !== undefined && isErrorType(type) ? type : undefined;
}

/** The defined condition, if there is exactly one. */
export function onlyCondition(error: StanzaError): XmlElement | undefined {
  return error.conditions.length === 1 ? error.conditions[0] : undefined;
}

/**
 * True for an error from before RFC 3920, with a legacy code instead of type and condition.
 * Its further defects need no findings of their own.
 */
export function isLegacyError(error: StanzaError): boolean {
  return error.code !== undefined && error.type === undefined && error.conditions.length === 0;
}

/** A language tag; an unknown tag shows only that there is a tag. */
export interface Language {
  readonly tag: string;
  readonly isUnknown: boolean;
}

/** The language of the element: its own `xml:lang` or that of the nearest ancestor that has one. */
export function languageOf(element: XmlElement, stanza: Stanza): Language | undefined {
  const { language } = element;
  if (language) return { tag: language.value, isUnknown: isUnknown(language) };
  const tag = scopeLanguage(stanza.scope);
  return tag === undefined ? undefined : { tag, isUnknown: isUnknownValue(tag) };
}

/** The elements that are stanzas, and others that report errors on the level of stanzas. */
export const framedStanzas: FramedElements = {
  names: stanzaKinds,
  isNamespace: isStanzaNamespace,
  others: errorHostNamespaces,
};
