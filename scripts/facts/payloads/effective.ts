/** What payloads may hold: what schemas declare, widened by all evidence that is no mistake. */

import { type Declaration, emptyDeclaration, type Vocabulary } from "./schema";
import type { EvidenceRow, PayloadTables } from "./tables";
import { inOrder, vocabulariesOf } from "./vocabularies";

/** The vocabularies by namespace; of one without a schema what examples show. */
export function effectiveVocabularies({
  elements,
  values,
  evidence,
}: PayloadTables): Map<string, Vocabulary> {
  const closed = values.filter(({ decision }) => decision !== "open");
  const found = vocabulariesOf(elements, closed);
  const dropped = new Set(
    evidence.filter(isDropped).flatMap((row) => (row.kind === "element" ? [elementOf(row)] : [])),
  );
  for (const row of evidence) {
    if (isDropped(row) || dropped.has(elementOf(row))) continue;
    if (row.kind === "child" && dropped.has(`${row.namespace} ${row.name}`)) continue;
    const vocabulary = found.get(row.namespace) ?? new Map<string, Declaration>();
    found.set(row.namespace, vocabulary);
    const declaration = vocabulary.get(row.element) ?? openText();
    vocabulary.set(row.element, declaration);
    widen(declaration, row);
  }
  for (const vocabulary of found.values()) nameChildren(vocabulary);
  return new Map(inOrder(found));
}

/** Adds the children that are referred to and declared nowhere. */
function nameChildren(vocabulary: Vocabulary): void {
  for (const { children } of [...vocabulary.values()]) {
    for (const child of children) {
      if (!vocabulary.has(child)) vocabulary.set(child, { ...openText(), open: true });
    }
  }
}

function elementOf({ namespace, element }: EvidenceRow): string {
  return `${namespace} ${element}`;
}

function isDropped({ decision }: EvidenceRow): boolean {
  return decision === "drop";
}

/** Of an element without a schema nothing is known of its text. */
function openText(): Declaration {
  return { ...emptyDeclaration(), text: {} };
}

function widen(declaration: Declaration, { kind, name, value }: EvidenceRow): void {
  const { attributes, children } = declaration;
  const known = attributes.get(name);
  switch (kind) {
    case "child":
      children.add(name);
      break;
    case "attribute":
      if (!known) attributes.set(name, { required: false });
      break;
    case "without":
      if (known) attributes.set(name, { ...known, required: false });
      break;
    case "value":
      if (name === "") declaration.text = widened(declaration.text ?? {}, value);
      else if (known) {
        attributes.set(name, { required: known.required, ...widened(known, value) });
      }
      break;
  }
}

function widened({ values }: Pick<Declaration["text"] & object, "values">, value: string) {
  return values ? { values: [...values, value] } : {};
}
