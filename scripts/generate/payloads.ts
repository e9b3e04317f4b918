/** The table of what payloads may hold, for the product, from those that data/ keeps. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isContentNamespace } from "../../server/core/xmpp/namespaces";
import { payloadDigits } from "../../server/core/xmpp/payloadDigits";
import { namespacesInForce } from "../facts/payloads/derive";
import { effectiveVocabularies } from "../facts/payloads/effective";
import type { Declaration, Value, Vocabulary } from "../facts/payloads/schema";
import { readPayloadTables } from "../facts/payloads/tables";
import { inOrder, marksOf } from "../facts/payloads/vocabularies";
import { readTables } from "../facts/tables";
import { abbreviated, module } from "./extensions";
import type { GeneratedFile } from "./generatedFile";

/** The tables as modules of the core. */
export function payloadTables(root: string): GeneratedFile[] {
  const { documents, namespaces } = readTables(root);
  const tables = readPayloadTables(root);
  const status = new Map(documents.map((row) => [row.document, row.status]));
  const isKept = (document: string) => !leftOut.includes(status.get(document) ?? "ProtoXEP");
  const kept = new Set(
    namespaces.filter(({ document }) => isKept(document)).map(({ namespace }) => namespace),
  );
  const declared = new Set(tables.elements.map(({ namespace }) => namespace));
  const inForce = namespacesInForce(tables, { documents, namespaces });
  const payloads = [...effectiveVocabularies(tables)]
    .filter(([namespace]) => kept.has(namespace))
    .map(([namespace, vocabulary]) => ({
      isJudged: declared.has(namespace) && inForce.has(namespace) && !isContentNamespace(namespace),
      lines: namespaceLines(namespace, vocabulary),
    }));
  const linesOf = (judged: boolean) =>
    payloads.filter(({ isJudged }) => isJudged === judged).flatMap(({ lines }) => lines);
  const published = tables.fields.filter(({ document }) => isKept(document));
  const forms = [...new Set(published.map(({ form }) => form))];
  const fields = forms.flatMap((form) => [
    abbreviated(form),
    ...published
      .filter((row) => row.form === form)
      .map(({ field, type }) => ` ${field}${type === "" ? "" : ` ${type}`}`),
  ]);
  return [
    {
      path: "server/core/xmpp/payloadTable.ts",
      text: module("data/payload-*.tsv", "payloadTable", linesOf(false)),
    },
    {
      path: "server/core/xmpp/judgedPayloadTable.ts",
      text: `${module("data/payload-*.tsv", "judgedPayloadTable", linesOf(true))}\nexport const payloadMonth = "${monthOf(root)}";\n`,
    },
    {
      path: "server/core/xmpp/formTable.ts",
      text: module("data/payload-fields.tsv", "formTable", fields),
    },
  ];
}

/** The month of the sources that the tables were made of. */
function monthOf(root: string): string {
  const text = readFileSync(join(root, "data/README.md"), "utf8");
  const [, month] = /\((\d{4}-\d\d)-\d\d\)/.exec(text) ?? [];
  if (month === undefined) throw new Error("data/README.md: no date of the sources");
  return month;
}

/** Statuses of documents that nobody is helped to write payloads of. */
const leftOut = ["ProtoXEP", "Retracted", "Rejected"];

function namespaceLines(namespace: string, vocabulary: Vocabulary): string[] {
  const elements = inOrder(vocabulary);
  const names = elements.map(([name]) => name);
  return [
    abbreviated(namespace),
    ...elements.map(([name, declaration]) => ` ${elementLine(name, declaration, names)}`),
  ];
}

/** Names as their numbers, if each has one of one digit. */
function numbered(children: readonly string[], names: readonly string[]): string {
  if (names.length > payloadDigits.length) return children.join(" ");
  return children.map((one) => payloadDigits[names.indexOf(one)]).join("");
}

function elementLine(name: string, declaration: Declaration, all: readonly string[]): string {
  const { children, attributes, text, openAttributes } = declaration;
  const names = inOrder(attributes).map(
    ([attribute, value]) => `${attribute}${value.required ? "^" : ""}${writtenValue(value)}`,
  );
  return [
    name,
    `${numbered([...children].sort(), all)}${marksOf(declaration).join("")}`,
    [...names, ...(openAttributes ? ["*"] : [])].join(";"),
    text ? writtenValue(text) || "." : "",
  ]
    .join("\t")
    .trimEnd();
}

function writtenValue({ type, values }: Value): string {
  if (!values) return type ? `:${type}` : "";
  const all = values.join("|");
  if (/[;\t\n]/.test(all)) throw new Error(`a value would end the attribute: ${all}`);
  return `=${all}`;
}
