/** Makes the stanza model of a tree: sorts the children of stanzas and of their error children. */

import { Read } from "../xml/elementShape";
import type { ElementTape } from "../xml/elementTape";
import type { Scope } from "../xml/scope";
import {
  attribute,
  isBlank,
  type Restricted,
  type XmlAttribute,
  type XmlComment,
  type XmlElement,
  type XmlText,
} from "../xml/tree";
import { findCondition } from "./conditions";
import { LinePrefix } from "./linePrefix";
import {
  isContentNamespace,
  isNearMiss,
  isOwnNamespace,
  isUnknownNamespace,
  STANZAS_NAMESPACE,
} from "./namespaces";
import { isUnknownName } from "./placeholder";
import { isStanzaKind, type Stanza, type StanzaError, type StanzaKind } from "./stanza";
import { knownValue, unknownTextsIn } from "./unknown";

/** A stanza's text with the results of parsing it. */
export interface ParsedText {
  readonly source: string;
  readonly scope: Scope | undefined;
  readonly restricted: readonly Restricted[];
  readonly comments: readonly XmlComment[];
  /** True if it is known that no element in the stanza has the name of a stanza. */
  readonly isAlone?: boolean;
}

/** The text of a stanza that is on a tape; it notes where it is read. */
export class TapedText implements ParsedText {
  readonly restricted: readonly Restricted[] = NONE;
  readonly comments: readonly XmlComment[] = NONE;
  readonly scope: Scope | undefined;
  readonly isAlone: boolean;

  /** @param tape with the elements counted that have names of stanzas */
  constructor(readonly tape: ElementTape) {
    this.scope = tape.scope;
    this.isAlone = tape.size.named === 1;
  }

  get source(): string {
    this.tape.reads |= Read.Other;
    return this.tape.source;
  }
}

const NONE: readonly never[] = [];

/** The stanza at the root of a tree, and those nested in it, outermost first. */
export function readStanzas(root: XmlElement, text: ParsedText): Stanza[] {
  const lines = new LinePrefix(text);
  const stanzas = [readStanza(root, false, text, lines)];
  if (text.isAlone) return stanzas;
  const { source, scope } = text;
  const nested = { source, scope, restricted: NONE, comments: NONE };
  const open = [...root.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== "element") continue;
    if (isStanzaKind(node.local) && isContentNamespace(node.namespace)) {
      stanzas.push(readStanza(node, true, nested, lines));
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
  let unknownContent = element.isElided || unknownTextsIn(element).size > 0;
  let mayHaveError = false;
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    if (isUnknownName(child.local)) {
      unknownContent = true;
    } else if (isUnknownNamespace(child.namespace)) {
      if (child.local === "error") mayHaveError = true;
      else payload.push(child);
    } else if (child.local !== "error") {
      payload.push(child);
    } else if (isErrorNamespace(child.namespace, element.namespace)) {
      errors.push(readError(child, element.namespace, lines));
    } else {
      misplacedErrors.push(child);
      payload.push(child);
    }
  }
  // A missing attribute may be in a hole.
  const { hole } = element;
  let type = hole;
  let id = hole;
  let from = hole;
  let to = hole;
  for (const one of element.attributes) {
    if (one.name === "type") type = one;
    else if (one.name === "id") id = one;
    else if (one.name === "from") from = one;
    else if (one.name === "to") to = one;
  }
  return new ReadStanza(
    element,
    nested,
    text,
    { type, id, from, to },
    {
      errors,
      misplacedErrors,
      payload,
      unknownContent,
      mayHaveError: mayHaveError || unknownContent,
    },
  );
}

type StanzaAttributes = Pick<Stanza, "type" | "id" | "from" | "to">;
type StanzaChildren = Pick<
  Stanza,
  "errors" | "misplacedErrors" | "payload" | "unknownContent" | "mayHaveError"
>;

class ReadStanza implements Stanza {
  readonly kind: StanzaKind;
  readonly type: XmlAttribute | undefined;
  readonly id: XmlAttribute | undefined;
  readonly from: XmlAttribute | undefined;
  readonly to: XmlAttribute | undefined;
  readonly typeValue: string | undefined;
  readonly errors: readonly StanzaError[];
  readonly misplacedErrors: readonly XmlElement[];
  readonly payload: readonly XmlElement[];
  readonly unknownContent: boolean;
  readonly mayHaveError: boolean;

  constructor(
    readonly element: XmlElement,
    readonly nested: boolean,
    readonly text: ParsedText,
    { type, id, from, to }: StanzaAttributes,
    children: StanzaChildren,
  ) {
    this.kind = element.local as StanzaKind;
    this.type = type;
    this.id = id;
    this.from = from;
    this.to = to;
    this.typeValue = knownValue(type);
    this.errors = children.errors;
    this.misplacedErrors = children.misplacedErrors;
    this.payload = children.payload;
    this.unknownContent = children.unknownContent;
    this.mayHaveError = children.mayHaveError;
  }

  get restricted(): readonly Restricted[] {
    return this.text.restricted;
  }

  get comments(): readonly XmlComment[] {
    return this.text.comments;
  }

  get source(): string {
    return this.text.source;
  }

  get scope(): Scope | undefined {
    return this.text.scope;
  }
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
  const unknownTexts = unknownTextsIn(element);
  const unknownContent = element.isElided || unknownTexts.size > 0;
  let mayHaveCondition = unknownContent;
  let mayHaveApplication = unknownContent;
  for (const child of element.children) {
    if (child.kind === "text" && !unknownTexts.has(child)) {
      if (!isBlank(child.value) && !lines.isWhole(child.value)) strayTexts.push(child);
    }
    if (child.kind !== "element") continue;
    const { local, namespace } = child;
    const named = findCondition(local) !== undefined;
    if (isUnknownName(local)) {
      mayHaveCondition = mayHaveApplication = true;
    } else if (namespace === STANZAS_NAMESPACE) {
      (named ? conditions : local === "text" ? texts : unknown).push(child);
    } else if (isUnknownNamespace(namespace)) {
      mayHaveApplication = true;
      if (named) mayHaveCondition = true;
    } else {
      const own = isOwnNamespace(namespace, stanzaNamespace);
      const meant = own || isNearMiss(namespace);
      if (meant && named) misplaced.push(child);
      else if (meant && local === "text") misplacedTexts.push(child);
      else (own ? unqualified : application).push(child);
    }
  }
  if (conditions.length + unknown.length + misplaced.length === 0) {
    // Without any other candidate, an element with the name of a condition was meant as the condition.
    const meant = application.find((child) => findCondition(child.local));
    if (meant) {
      misplaced.push(meant);
      application = application.filter((child) => child !== meant);
    }
  }
  return {
    element,
    type: attribute(element, "type") ?? element.hole,
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
    mayHaveCondition,
    mayHaveApplication,
  };
}
