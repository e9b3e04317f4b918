/** What a payload may hold, in words for people: as XEPs say it in schemas and examples. */

import type { Translate } from "../text/translate";
import { definingExtension } from "../xmpp/extensions";
import { findPayloadElement, payloadElements } from "../xmpp/payloads";
import type { PayloadAttribute, PayloadElement, PayloadValue } from "../xmpp/payloadVocabulary";
import { code, linkTo, type Paragraphs, title } from "./explanations";

/** An element of a namespace: its attributes, children and text. */
export function explainPayloadElement(
  namespace: string,
  name: string,
  translate: Translate,
): Paragraphs | undefined {
  const element = findPayloadElement(namespace, name);
  if (!element) return undefined;
  return [
    title(name, translate("element of {namespace}", { namespace })),
    ...holdings(element, translate),
    source(namespace),
  ];
}

/** An attribute of such an element, with its values. */
export function explainPayloadAttribute(
  namespace: string,
  name: string,
  attribute: string,
  translate: Translate,
): Paragraphs | undefined {
  const found = findPayloadElement(namespace, name)?.attributes.find(
    (one) => one.name === attribute,
  );
  if (!found) return undefined;
  const what = found.required
    ? translate("required attribute of {element}", { element: `<${name}/>` })
    : translate("attribute of {element}", { element: `<${name}/>` });
  return [title(attribute, what), valueText(found, translate), source(namespace)];
}

/** All elements of the namespace, a line each, with the way they are written; no paragraph if none is known. */
export function explainPayloads(namespace: string, translate: Translate): Paragraphs {
  return payloadElements(namespace).map((element) => {
    const lines = holdings(element, translate).map((line) => `  ${line}`);
    return [`<${element.name}/>`, ...lines].join("\n");
  });
}

function holdings(element: PayloadElement, translate: Translate): string[] {
  const { attributes, children, isOpen, holdsOthers, text } = element;
  const ordered = [...attributes].sort((a, b) => Number(b.required) - Number(a.required));
  const lines: string[] = [];
  if (ordered.length > 0) {
    const all = ordered.map((one) => describeAttribute(one, translate)).join(", ");
    lines.push(`${translate("Attributes:")} ${all}`);
  }
  if (children.length > 0 || holdsOthers) {
    const others = isOpen ? translate("any") : translate("any of other namespaces");
    const all = [...children.map(code), ...(holdsOthers ? [others] : [])];
    lines.push(`${translate("Children:")} ${all.join(", ")}`);
  }
  if (text) {
    const value = valueText(text, translate) || translate("any");
    lines.push(`${translate("Text:")} ${value}`);
  }
  return lines.length > 0 ? lines : [translate("It is empty.")];
}

function describeAttribute(attribute: PayloadAttribute, translate: Translate): string {
  const notes = [attribute.required ? translate("required") : "", valueText(attribute, translate)];
  const said = notes.filter((one) => one !== "").join("; ");
  return code(attribute.name) + (said === "" ? "" : ` (${said})`);
}

/** Names of simple types that mean something to people. */
const types: Readonly<Record<string, { readonly meaning: string }>> = {
  boolean: { meaning: "true or false" },
  integer: { meaning: "a whole number" },
  unsigned: { meaning: "a whole number from 0" },
  positive: { meaning: "a whole number from 1" },
  decimal: { meaning: "a number" },
  dateTime: { meaning: "date and time as in XEP-0082" },
  date: { meaning: "a date as in XEP-0082" },
  base64: { meaning: "bytes in Base64" },
};

/** What the value has to be; empty if nothing is said of it. */
function valueText({ type, values }: PayloadValue, translate: Translate): string {
  if (values) return values.map((one) => (one === "" ? '""' : code(one))).join(" | ");
  const meaning = types[type ?? ""]?.meaning;
  return meaning === undefined ? "" : translate(meaning);
}

/** The document that defines the namespace. */
function source(namespace: string): string {
  const extension = definingExtension(namespace);
  return extension ? `${linkTo(extension)} · ${extension.title}` : code(namespace);
}
