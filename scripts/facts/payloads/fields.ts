/** Fields of forms by their FORM_TYPE: from the registrar's tables in XEPs, and from forms in examples. */

import { isPlaceholder } from "../../../server/core/xmpp/placeholder";
import { compareDocuments } from "../tables";
import type { Xep } from "../xep";
import { allElements, type Markup, readMarkup } from "./markup";
import type { FieldRow } from "./tables";

const DATA_FORMS = "jabber:x:data";

/** The fields by form; what a registrar's table says takes precedence. */
export function readFields(xeps: readonly Xep[]): FieldRow[] {
  const found = new Map<string, FieldRow>();
  const add = (row: FieldRow) => {
    const key = `${row.form}\t${row.field}`;
    if (row.form === "" || row.field === "" || /\s/.test(row.form + row.field)) return;
    if (isPlaceholder(row.form) || isPlaceholder(row.field)) return;
    const there = found.get(key);
    if (!there || (there.basis === "example" && row.basis === "registrar")) found.set(key, row);
    else if (there.type === "") found.set(key, { ...there, type: row.type });
  };
  const ordered = [...xeps].sort((a, b) => compareDocuments(a.document, b.document));
  for (const { document, examples } of ordered) {
    for (const element of examples.flatMap((one) => [...allElements(readMarkup(one))])) {
      if (element.local === "form_type") registered(element, document).forEach(add);
      if (element.namespace === DATA_FORMS && element.local === "x")
        shown(element, document).forEach(add);
    }
  }
  const order = ({ form, field }: FieldRow) => `${form}\t${field}`;
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function registered(form: Markup, document: string): FieldRow[] {
  const name = form.children.find(({ local }) => local === "name")?.text.trim() ?? "";
  return fieldsIn(form).map((field) => ({
    form: name,
    field: field.attributes.get("var")?.trim() ?? "",
    type: typeOf(field),
    document,
    basis: "registrar",
  }));
}

function shown(form: Markup, document: string): FieldRow[] {
  const fields = fieldsIn(form);
  const named = fields.find(({ attributes }) => attributes.get("var") === "FORM_TYPE");
  const name = named?.children.find(({ local }) => local === "value")?.text.trim() ?? "";
  return fields
    .filter((field) => field !== named)
    .map((field) => ({
      form: name,
      field: field.attributes.get("var")?.trim() ?? "",
      type: typeOf(field),
      document,
      basis: "example",
    }));
}

function fieldsIn({ children }: Markup): Markup[] {
  return children.filter(({ local }) => local === "field");
}

const types = new Set([
  "boolean",
  "fixed",
  "hidden",
  "jid-multi",
  "jid-single",
  "list-multi",
  "list-single",
  "text-multi",
  "text-private",
  "text-single",
]);

function typeOf({ attributes }: Markup): string {
  const type = attributes.get("type")?.trim() ?? "";
  return types.has(type) ? type : "";
}
