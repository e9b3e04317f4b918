/** Fields of data forms, by their FORM_TYPE (XEP-0004, XEP-0068). */

import { CompletionItemKind } from "vscode-languageserver";
import type { Span } from "../../core/text/span";
import {
  type LooseElement,
  looseAttribute,
  looseLocal,
  looseNamespace,
  loosePrefix,
} from "../../core/xml/loose";
import { resolveReferences } from "../../core/xml/looseAttributes";
import type { Scope } from "../../core/xml/scope";
import { type FormField, formFields } from "../../core/xmpp/payloads";
import type { ElementCursor } from "../cursor";
import { withoutBracket } from "./errorMarkup";
import { type CompletionCandidate, type CompletionContext, quoteNear, statedValue } from "./offer";
import type { Template } from "./template";

const DATA_FORMS = "jabber:x:data";
const FORM_TYPE = "FORM_TYPE";

/** Whole fields for a form: its FORM_TYPE, or else the fields of that type that are not there yet. */
export function fieldOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  form: LooseElement,
  span: Span | undefined,
): CompletionCandidate[] {
  if (!span || !isForm(form, cursor.scope)) return [];
  const there = namesIn(form, cursor.element);
  return missingFields(writing, form, there).map((field) => ({
    label: `field ${field.name}`,
    filter: `field ${field.name}`,
    kind: CompletionItemKind.Struct,
    description: field.type,
    span,
    template: withoutBracket(markupOf(writing, field, loosePrefix(form)), cursor),
  }));
}

/** Names for the `var` of a field. */
export function fieldNames(
  writing: CompletionContext,
  field: LooseElement,
  scope: Scope | undefined,
): readonly FormField[] {
  const form = field.parent;
  if (looseLocal(field) !== "field" || !form || !isForm(form, scope)) return [];
  return missingFields(writing, form, namesIn(form, field));
}

function isForm(element: LooseElement, scope: Scope | undefined): boolean {
  return looseLocal(element) === "x" && looseNamespace(element, scope) === DATA_FORMS;
}

function missingFields(
  writing: CompletionContext,
  form: LooseElement,
  there: readonly string[],
): FormField[] {
  if (!there.includes(FORM_TYPE)) return [{ name: FORM_TYPE, type: "hidden" }];
  const fields = formFields(formTypeOf(writing, form));
  return fields.filter(({ name }) => !there.includes(name));
}

function namesIn(form: LooseElement, except: LooseElement | undefined): string[] {
  return form.children.flatMap((one) => (one === except ? [] : (statedValue(one, "var") ?? [])));
}

/** The value of the field FORM_TYPE; empty if it has none. */
function formTypeOf({ document: { text } }: CompletionContext, form: LooseElement): string {
  const field = form.children.find((one) => looseAttribute(one, "var")?.value === FORM_TYPE);
  const value = field?.children.find((one) => looseLocal(one) === "value");
  if (!value?.endTag) return "";
  return resolveReferences(text.slice(value.startTag.end, value.endTag.start)).trim();
}

function markupOf(writing: CompletionContext, { name, type }: FormField, prefix: string): Template {
  const quote = quoteNear(writing);
  const typed = type === undefined ? "" : ` type=${quote}${type}${quote}`;
  return [
    `<${prefix}field var=${quote}${name}${quote}${typed}><${prefix}value>`,
    { text: "" },
    `</${prefix}value></${prefix}field>`,
  ];
}
