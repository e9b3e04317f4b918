/** The table of what real software answers, for the product, from data/answers. */

import { splitJid } from "../../server/core/xmpp/jid";
import {
  type AnswerRow,
  type AnswerTables,
  plainVersion,
  readAnswerTables,
  type SoftwareRow,
} from "../answers/tables";
import { module } from "./extensions";
import type { GeneratedFile } from "./generatedFile";

/** The table as a module of the core. */
export function answerTable(root: string): GeneratedFile {
  const tables = readAnswerTables(root);
  return {
    path: "server/core/replies/answerTable.ts",
    text: module("data/answers", "answerTable", [...tableLines(tables)]),
  };
}

/** The breaches that findings name, as a module of the core. */
export function breachTable(root: string): GeneratedFile {
  const { breaches, servers, clients, software } = readAnswerTables(root);
  const lines = breaches.flatMap((breach) => {
    const { rule, finding } = breach;
    const row = [...servers, ...clients].find((one) => one.software === breach.software);
    const named = software.find((one) => one.software === breach.software);
    if (finding === "" || !row || !named) return [];
    const [key = "", value = ""] = finding.split(" ");
    return [[rule, key, value, `${named.name} ${plainVersion(row.version)}`].join("\t")];
  });
  return {
    path: "server/core/xmpp/breachTable.ts",
    text: module("data/answers/breaches.tsv", "breachTable", lines),
  };
}

/** Lines of four kinds: `=` a situation, `*` software, ` ` its answers, `-` the situations of a client by condition. */
function* tableLines(tables: AnswerTables): Generator<string> {
  for (const { situation, condition, type } of tables.situations) {
    yield `=${[situation, condition, type].join("\t")}`;
  }
  for (const software of tables.software) {
    const isClient = software.role === "client";
    const rows = (isClient ? tables.clients : tables.servers).filter(
      (row) => row.software === software.software,
    );
    const [first] = rows;
    if (!first) continue;
    const facts = [software.software, software.name, plainVersion(first.version), first.measured];
    if (isClient) {
      yield `*${facts.join("\t")}`;
      yield* clientLines(rows, tables);
      continue;
    }
    const { from_no_to, from_own, attributes, xmlns, lang, iq, message, presence, app } = software;
    const form = [from_no_to, from_own, attributes, xmlns, lang, iq, message, presence, app];
    yield `*${[...facts, ...form].join("\t")}`;
    for (const answer of answersOf(software, rows, tables)) yield ` ${answer.join("\t")}`;
  }
}

/** The name of the case without what it is about: `g1` of `g1 iq get, unknown namespace`. */
export function caseName(row: AnswerRow): string {
  return row.case.split(" ")[0]!;
}

/** A condition as it is sent; those that are none say where they stand. */
export function plainCondition({ condition }: AnswerRow): string {
  return condition.split(" ")[0]!;
}

function* clientLines(rows: readonly AnswerRow[], { situations }: AnswerTables): Generator<string> {
  const conditions = [...new Set(rows.map(plainCondition))].filter((one) => one !== "");
  for (const condition of conditions) {
    const own = rows.filter((row) => plainCondition(row) === condition).map(caseName);
    const names = situations.filter(({ cases }) =>
      cases.split(" ").some((one) => own.includes(one)),
    );
    yield `-${[condition, ...names.map(({ situation }) => situation)].join("\t")}`;
  }
}

const asker = "orsino@illyria.example/court";
const others: readonly [RegExp, string][] = [[/^B2[12]/, "sebastian@illyria.example/ship"]];

/** The first answer of each situation and kind, as columns; addresses where they differ from what the software does. */
function* answersOf(
  software: SoftwareRow,
  rows: readonly AnswerRow[],
  { situations, added }: AnswerTables,
): Generator<string[]> {
  for (const { situation, cases } of situations) {
    const names = cases.split(" ");
    const own = names.flatMap((name) => rows.filter((row) => row.case === name));
    for (const kind of new Set(own.map((row) => row.kind))) {
      const row = own.find((one) => one.kind === kind)!;
      const extra = new Map(
        added
          .filter((one) => one.software === software.software && one.situation === situation)
          .filter((one) => one.kind === kind)
          .map(({ column, value }) => [column, value]),
      );
      if (extra.get("outcome") === "ignored") continue;
      yield [
        situation,
        kind,
        extra.get("outcome") ?? outcomeOf(row),
        row.condition.endsWith("(in jabber:client)")
          ? `!${plainCondition(row)}`
          : plainCondition(row),
        row.type,
        templateOf(row),
        reporterOf(row),
        extra.get("payload") ?? row.payload,
        row.code,
        row.app,
        extra.get("from") ?? senderOf(row, software),
        extra.get("to") ?? addresseeOf(row),
        extra.get("adds") ?? "",
      ];
    }
  }
}

function outcomeOf({ outcome }: AnswerRow): string {
  const stream = /^stream error (\S+),/.exec(outcome);
  if (stream) return `stream ${stream[1]}`;
  return (
    { "delivered to the sender itself": "returned", "relayed to the addressee": "relayed" }[
      outcome
    ] ?? outcome
  );
}

function attribute(row: AnswerRow, name: string): string | undefined {
  return new RegExp(`^<[^>]* ${name}='([^']*)'`).exec(row.request)?.[1];
}

/** The text with a hole for what it takes from the request. */
function templateOf(row: AnswerRow): string {
  // Long addresses are abbreviated in the request.
  const to = attribute(row, "to")?.replace("x…(1024)", "x".repeat(1024));
  const text = row.text.replace(`<${row.kind}/>`, "<{kind}/>");
  return to !== undefined && to !== "" && text.endsWith(`: ${to}`)
    ? `${text.slice(0, -to.length)}{to}`
    : text;
}

/** Who is named in `by`, by its relation to the addresses of the request. */
function reporterOf(row: AnswerRow): string {
  const to = splitJid(attribute(row, "to") ?? "");
  if (row.by === "") return "";
  if (row.by === splitJid(askerOf(row)).domain) return "host";
  return row.by === to.domain ? "domain" : "bare";
}

function askerOf(row: AnswerRow): string {
  return others.find(([cases]) => cases.test(row.case))?.[1] ?? asker;
}

/** The sender, where it is not what the software's addressing gives. */
function senderOf(row: AnswerRow, software: SoftwareRow): string {
  if (row.outcome !== "error") return "";
  const to = attribute(row, "to");
  const own = askerOf(row);
  const bare = own.replace(/\/.*/, "");
  const usual =
    to === undefined ? software.from_no_to : to === bare ? software.from_own : "request";
  const senders: [string, string | undefined][] = [
    ["none", ""],
    ["request", to],
    ["own-bare", bare],
    ["own-full", own],
    ["host", splitJid(own).domain],
    ["bare", to?.replace(/\/.*/, "")],
  ];
  const fitting = senders.filter(([, address]) => address === row.from).map(([name]) => name);
  const from = row.from.startsWith("x…") ? ["request"] : fitting;
  return from.includes(usual) ? "" : (from[0] ?? "");
}

/** The addressee, where it is not the asker's full address. */
function addresseeOf(row: AnswerRow): string {
  if (row.outcome !== "error" || row.to.includes("/")) {
    return row.to !== "" && row.to === attribute(row, "to") && row.outcome === "error"
      ? "request"
      : "";
  }
  if (row.to === "") return "none";
  return row.to === attribute(row, "to") ? "request" : "bare";
}
