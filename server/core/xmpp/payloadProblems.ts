/**
 * What in a payload contradicts its XEP, by the tables of payloads: names, required attributes, and values of closed
 * lists and simple types. Silent about what is unknown, elided, or in a namespace that no document in force declares.
 */

import type { Span } from "../text/span";
import { characterData, childElements, type XmlAttribute, type XmlElement } from "../xml/tree";
import { findJudgedElement, isJudgedNamespace } from "./judgedPayloads";
import type { PayloadElement, PayloadValue } from "./payloadVocabulary";
import { isUnknownName } from "./placeholder";
import { isUnknown, unknownTextsIn } from "./unknown";
import { hasForm } from "./valueForms";

export type PayloadProblem =
  /** The namespace has no such element. */
  | { readonly kind: "element"; readonly element: XmlElement; readonly span: Span }
  /** The namespace has it, but not in that parent. */
  | { readonly kind: "misplaced"; readonly element: XmlElement; readonly span: Span }
  /** The stanza has such a child already. */
  | { readonly kind: "repeated"; readonly element: XmlElement; readonly span: Span }
  | {
      readonly kind: "attribute";
      readonly element: XmlElement;
      readonly name: string;
      readonly span: Span;
    }
  /** A required attribute is not there. */
  | {
      readonly kind: "missing";
      readonly element: XmlElement;
      readonly name: string;
      readonly span: Span;
    }
  /** The value of the attribute, or of the text if the name is empty. */
  | {
      readonly kind: "value";
      readonly element: XmlElement;
      readonly name: string;
      readonly value: string;
      readonly said: PayloadValue;
      readonly span: Span;
    };

/** The problems of the element and all that is in it, in the order of the text. */
export function payloadProblems(element: XmlElement): PayloadProblem[] {
  const problems: PayloadProblem[] = [];
  judge(element, undefined, problems);
  return problems;
}

/** @param above definition of the parent, if that is in the same namespace and known */
function judge(
  element: XmlElement,
  above: PayloadElement | undefined,
  problems: PayloadProblem[],
): void {
  const { namespace, local } = element;
  const known = isJudgedNamespace(namespace) ? judgeElement(element, above, problems) : undefined;
  for (const child of childElements(element)) {
    // What is in an unknown element is unknown with it.
    if (child.namespace !== namespace) judge(child, undefined, problems);
    else if (known) judge(child, known, problems);
    else if (!isJudgedNamespace(namespace) || local === "") judge(child, undefined, problems);
  }
}

/** The definition of the element, whose own problems are added. */
function judgeElement(
  element: XmlElement,
  above: PayloadElement | undefined,
  problems: PayloadProblem[],
): PayloadElement | undefined {
  const { namespace, local, nameSpan: span } = element;
  if (isUnknownName(local)) return undefined;
  const known = findJudgedElement(namespace, local);
  if (!known) {
    if (!above?.isOpen) problems.push({ kind: "element", element, span });
    return undefined;
  }
  if (above && !above.isOpen && !above.children.includes(local)) {
    problems.push({ kind: "misplaced", element, span });
  }
  judgeAttributes(element, known, problems);
  judgeText(element, known.text, problems);
  return known;
}

function judgeAttributes(
  element: XmlElement,
  known: PayloadElement,
  problems: PayloadProblem[],
): void {
  const { attributes, hole, isElided, nameSpan } = element;
  const present = new Set<string>();
  for (const attribute of attributes) {
    const { name, prefix } = attribute;
    present.add(name);
    if (prefix !== "" || name === "xmlns" || isUnknownName(name) || attribute === hole) continue;
    const said = known.attributes.find((one) => one.name === name);
    if (!said && !known.hasOpenAttributes) {
      problems.push({ kind: "attribute", element, name, span: attribute.nameSpan });
    } else if (said && isWrong(attribute, said)) {
      const { value, valueSpan, span } = attribute;
      problems.push({
        kind: "value",
        element,
        name,
        value,
        said,
        span: value === "" ? span : valueSpan,
      });
    }
  }
  if (hole || isElided) return;
  for (const { name, required } of known.attributes) {
    if (required && !present.has(name)) {
      problems.push({ kind: "missing", element, name, span: nameSpan });
    }
  }
}

function isWrong(attribute: XmlAttribute, said: PayloadValue): boolean {
  return !isUnknown(attribute) && !hasForm(attribute.value, said);
}

/** Adds the problem of its text, unless that is empty or unknown. */
export function judgeText(
  element: XmlElement,
  text: PayloadValue | undefined,
  problems: PayloadProblem[],
): void {
  if (!text || (text.type === undefined && !text.values)) return;
  if (childElements(element).length > 0 || unknownTextsIn(element).size > 0) return;
  const value = characterData(element).trim();
  if (value === "" || hasForm(value, text)) return;
  const span = element.children.find((child) => child.kind === "text")?.span ?? element.nameSpan;
  problems.push({ kind: "value", element, name: "", value, said: text, span });
}
