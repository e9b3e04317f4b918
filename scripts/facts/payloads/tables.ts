/** The tables of payloads in data/, and the lines in them about one name. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatTable, parseTable, type Row } from "../tables";

const elementColumns = ["namespace", "element", "children", "attributes", "text"] as const;
const valueColumns = ["namespace", "element", "attribute", "values", "decision", "why"] as const;
const evidenceColumns = [
  "namespace",
  "element",
  "kind",
  "name",
  "value",
  "where",
  "decision",
  "why",
] as const;
const fieldColumns = ["form", "field", "type", "document", "basis"] as const;
const namespaceColumns = ["namespace", "decision", "why"] as const;

/** An element as the schemas of XEPs declare it; those of RFCs are written by hand. */
export type ElementRow = Row<(typeof elementColumns)[number]>;
/** An enumeration: `closed` if no other value is right, `open` if others may be. */
export type ValuesRow = Row<(typeof valueColumns)[number]>;
/** What shows more than the schema says: `keep` if it is right, `drop` if it is a mistake. */
export type EvidenceRow = Row<(typeof evidenceColumns)[number]>;
/** A field of a form with that FORM_TYPE. */
export type FieldRow = Row<(typeof fieldColumns)[number]>;
/** Whether a schema may be held against payloads, where the status of its document does not decide that. */
type PayloadNamespaceRow = Row<(typeof namespaceColumns)[number]>;

export interface PayloadTables {
  readonly elements: readonly ElementRow[];
  readonly values: readonly ValuesRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly fields: readonly FieldRow[];
  readonly namespaces: readonly PayloadNamespaceRow[];
}

const paths = {
  elements: "data/payload-elements.tsv",
  values: "data/payload-values.tsv",
  evidence: "data/payload-evidence.tsv",
  fields: "data/payload-fields.tsv",
  namespaces: "data/payload-namespaces.tsv",
} as const;

/** @throws Error if a table is not there, or not as it should be */
export function readPayloadTables(root: string): PayloadTables {
  const read = <Column extends string>(path: string, columns: readonly Column[]) =>
    parseTable(readFileSync(join(root, path), "utf8"), columns, path);
  return {
    elements: read(paths.elements, elementColumns),
    values: read(paths.values, valueColumns),
    evidence: read(paths.evidence, evidenceColumns),
    fields: read(paths.fields, fieldColumns),
    namespaces: read(paths.namespaces, namespaceColumns),
  };
}

/** Path and text of each table. */
export function formatPayloadTables(tables: PayloadTables): [path: string, text: string][] {
  return [
    [paths.elements, formatTable(tables.elements, elementColumns)],
    [paths.values, formatTable(tables.values, valueColumns)],
    [paths.evidence, formatTable(tables.evidence, evidenceColumns)],
    [paths.fields, formatTable(tables.fields, fieldColumns)],
    [paths.namespaces, formatTable(tables.namespaces, namespaceColumns)],
  ];
}
