/** The tables of what extensions define, for the product, from those that data/ keeps. */

import { isCondition, pairsOf } from "../facts/derive";
import { type ConditionRow, readTables, type Tables } from "../facts/tables";
import type { GeneratedFile } from "./generatedFile";

const note = (from: string) =>
  `// Generated from ${from} by \`npm run generate\`; change it there (see data/README.md).\n`;

/** The tables as modules of the core. */
export function extensionTables(root: string): GeneratedFile[] {
  const tables = readTables(root);
  return [
    {
      path: "server/core/xmpp/extensionTable.ts",
      text: module("data/documents.tsv and data/namespaces.tsv", "extensionTable", [
        ...extensionLines(tables),
      ]),
    },
    {
      path: "server/core/xmpp/appConditionTable.ts",
      text: module("data/app-conditions.tsv", "appConditionTable", [
        ...byNamespace(tables.conditions.filter(isKept), conditionLine),
      ]),
    },
    {
      path: "server/core/xmpp/appConditionTextTable.ts",
      text: module("data/app-conditions.tsv", "appConditionTextTable", [
        ...byNamespace(tables.conditions.filter(isKept), textLine),
      ]),
    },
  ];
}

export function module(from: string, name: string, lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/[\\`]|\$(?=\{)/g, "\\$&")).join("\n");
  return `${note(from)}\nexport const ${name} = \`\n${escaped}\n\`;\n`;
}

/** Namespaces and conditions that some document defines, if only for another carrier; the rest is slips. */
function isKept({ status, namespace }: ConditionRow): boolean {
  return namespace !== "" && (status === "declared" || status === "elsewhere");
}

/** Two namespaces begin most names; a character that none begins with stands for each. */
const abbreviations = [
  ["http://jabber.org/protocol/", "~"],
  ["urn:xmpp:", "+"],
] as const;

function* extensionLines({ documents, namespaces }: Tables): Generator<string> {
  for (const { document, short_name, title, status } of documents) {
    const defined = namespaces.filter((row) => row.document === document);
    if (defined.length === 0 && title === "") continue;
    yield [document, short_name, title, status].join("\t");
    for (const { namespace, newer } of defined) {
      const names = [namespace, ...(newer === "" ? [] : [newer])].map(abbreviated);
      yield ` ${names.join(" ")}`;
    }
  }
}

export function abbreviated(namespace: string): string {
  for (const [start, short] of abbreviations) {
    if (namespace.startsWith(start)) return short + namespace.slice(start.length);
  }
  return namespace;
}

function* byNamespace(
  rows: readonly ConditionRow[],
  line: (row: ConditionRow) => string,
): Generator<string> {
  for (const namespace of new Set(rows.map((row) => row.namespace))) {
    yield namespace;
    for (const row of rows) if (row.namespace === namespace) yield ` ${line(row)}`;
  }
}

function conditionLine(row: ConditionRow): string {
  const pairs = isCondition(row)
    ? pairsOf(row).map((pair) => pair.replace("/?", ""))
    : [`!${row.carrier}`];
  return [row.name, row.document.replace(" ", "_"), pairs.join(","), ...required(row)].join(" ");
}

/** `name=value|value` of each attribute that the element has to have. */
function required({ attributes }: ConditionRow): string[] {
  return attributes
    .split(",")
    .filter((one) => one.endsWith(" (required)"))
    .map((one) => {
      const name = one.slice(0, one.indexOf("="));
      const values = one.split(" ").find((word) => word.includes("|")) ?? "";
      return `${name}=${values}`;
    });
}

function textLine({ name, anchor, meaning }: ConditionRow): string {
  return [name, anchor, meaning].join("\t");
}
