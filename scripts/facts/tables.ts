/** The tables of data/: columns parted by tabs, one line with their names, no quotes. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Values by the name of their column. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

const documentColumns = ["document", "short_name", "title", "status"] as const;
const namespaceColumns = ["namespace", "document", "basis", "newer", "reason"] as const;
const conditionColumns = [
  "namespace",
  "name",
  "document",
  "status",
  "carrier",
  "shown",
  "said",
  "added",
  "dropped",
  "reason",
  "attributes",
  "children",
  "meaning",
  "anchor",
  "note",
] as const;
const leftOutColumns = ["namespace", "reason"] as const;

export type DocumentRow = Row<(typeof documentColumns)[number]>;
export type NamespaceRow = Row<(typeof namespaceColumns)[number]>;
export type ConditionRow = Row<(typeof conditionColumns)[number]>;
type LeftOutRow = Row<(typeof leftOutColumns)[number]>;

export interface Tables {
  readonly documents: readonly DocumentRow[];
  readonly namespaces: readonly NamespaceRow[];
  readonly conditions: readonly ConditionRow[];
  /** Namespaces that XEPs show and that are not reported: slips, placeholders. */
  readonly leftOut: readonly LeftOutRow[];
}

/** From the root of the repository. */
const tablePaths = {
  documents: "data/documents.tsv",
  namespaces: "data/namespaces.tsv",
  conditions: "data/app-conditions.tsv",
  leftOut: "data/left-out.tsv",
} as const;

/** @throws Error if a table is not there, or not as it should be */
export function readTables(root: string): Tables {
  const read = <Column extends string>(path: string, columns: readonly Column[]) =>
    parseTable(readFileSync(join(root, path), "utf8"), columns, path);
  return {
    documents: read(tablePaths.documents, documentColumns),
    namespaces: read(tablePaths.namespaces, namespaceColumns),
    conditions: read(tablePaths.conditions, conditionColumns),
    leftOut: read(tablePaths.leftOut, leftOutColumns),
  };
}

/** @throws Error if the columns are others, or a line has more or fewer */
export function parseTable<Column extends string>(
  text: string,
  columns: readonly Column[],
  path: string,
): Row<Column>[] {
  const [head, ...lines] = text.replace(/\n$/, "").split("\n");
  if (head !== columns.join("\t")) throw new Error(`${path}: the columns are not ${columns}`);
  return lines.map((line, index) => {
    const cells = line.split("\t");
    if (cells.length !== columns.length) {
      throw new Error(`${path}:${index + 2}: ${cells.length} cells, not ${columns.length}`);
    }
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) as Row<Column>;
  });
}

export function formatTable<Column extends string>(
  rows: readonly Row<Column>[],
  columns: readonly Column[],
): string {
  const lines = [columns.join("\t"), ...rows.map((row) => columns.map((c) => row[c]).join("\t"))];
  return `${lines.join("\n")}\n`;
}

/** RFCs first, then XEPs by number, then ProtoXEPs by name. */
export function compareDocuments(a: string, b: string): number {
  const rank = (document: string) =>
    document.startsWith("RFC ") ? 0 : document.startsWith("XEP-") ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Path and text of each table. */
export function formatTables(tables: Tables): [path: string, text: string][] {
  return [
    [tablePaths.documents, formatTable(tables.documents, documentColumns)],
    [tablePaths.namespaces, formatTable(tables.namespaces, namespaceColumns)],
    [tablePaths.conditions, formatTable(tables.conditions, conditionColumns)],
    [tablePaths.leftOut, formatTable(tables.leftOut, leftOutColumns)],
  ];
}
