/** What the pages about answers show: situations, and in each the answers of the software that was asked. */

import { createAnswer } from "../../server/core/replies/answerAs";
import { buildAnswer } from "../../server/core/replies/answerItem";
import type { AnswerForm, MeasuredAnswer } from "../../server/core/replies/answerProfiles";
import { writeItem } from "../../server/core/replies/answerXml";
import { readStanza } from "../../server/core/replies/reply";
import { caseName, plainCondition } from "../generate/answers";
import { type AnswerRow, type AnswerTables, plainVersion, type SituationRow } from "./tables";

export interface ShownAnswer {
  readonly software: string;
  readonly version: string;
  readonly measured: string;
  readonly kind: string;
  /** Name of the condition, or what came instead of an error. */
  readonly answer: string;
  readonly type: string;
  readonly text: string;
  /** What else is in it: `by`, code, payload, addresses that are missing. */
  readonly details: readonly string[];
  /** Where it breaks the RFC, with the section. */
  readonly breach: string;
  readonly request: string;
  /** XML of the answer; empty if there is none, or if it cannot be written from the table. */
  readonly xml: string;
}

export interface ShownSituation extends SituationRow {
  readonly answers: readonly ShownAnswer[];
}

/** All situations in the order of the table. */
export function shownSituations(tables: AnswerTables): ShownSituation[] {
  const all = [...tables.servers, ...tables.clients];
  const rank = (row: AnswerRow) =>
    tables.software.findIndex((one) => one.software === row.software);
  return tables.situations.map((situation) => {
    const cases = situation.cases.split(" ");
    const rows = cases.flatMap((name) => all.filter((row) => caseName(row) === name));
    rows.sort((a, b) => rank(a) - rank(b));
    return { ...situation, answers: distinct(rows).map((row) => shown(row, situation, tables)) };
  });
}

/** One row of those that say the same. */
function distinct(rows: readonly AnswerRow[]): AnswerRow[] {
  const keyOf = (row: AnswerRow) =>
    [row.software, row.kind, row.outcome, row.condition, row.type, row.odd, row.id].join("\t");
  const keys = new Set<string>();
  return rows.filter((row) => !keys.has(keyOf(row)) && keys.add(keyOf(row)));
}

const outcomes: Readonly<Record<string, string>> = {
  result: "result",
  silence: "no answer",
  "relayed to the addressee": "delivered to the addressee",
  "delivered to the sender itself": "delivered to the sender",
};

function shown(row: AnswerRow, situation: SituationRow, tables: AnswerTables): ShownAnswer {
  const software = tables.software.find((one) => one.software === row.software);
  const breach = tables.breaches.find(
    (one) => one.software === row.software && one.case === caseName(row),
  );
  const request = row.request.replace("x…(1024)", "x".repeat(1024));
  return {
    software: software?.name ?? row.software,
    version: plainVersion(row.version),
    measured: row.measured,
    kind: row.kind,
    answer: plainCondition(row) || (outcomes[row.outcome] ?? row.outcome),
    type: row.type,
    text: row.text.replace(/x{100,}/, "x…"),
    details: detailsOf(row),
    breach: breach ? `${breach.breach} (${breach.section})` : "",
    request,
    xml: software?.role === "client" ? clientXml(row) : serverXml(row, request, situation),
  };
}

function detailsOf(row: AnswerRow): string[] {
  if (row.outcome !== "error") return [];
  const facts: [boolean, string][] = [
    [row.by !== "", `by ${row.by}`],
    [row.code !== "", `code ${row.code}`],
    [row.app !== "", row.app],
    [row.payload === "yes", "with the payload"],
    [row.payload === "altered", "with the payload, written anew"],
    [row.from === "", "no from"],
    [row.to === "", "no to"],
    [row.id === "invented", "an invented id"],
    [row.id === "empty", "an empty id"],
    [row.odd !== "", row.odd.replace(/error in namespace $/, "error in no namespace")],
  ];
  return facts.flatMap(([holds, text]) => (holds ? [text] : []));
}

const style = { indentation: "", step: "", lineEnd: "" };

function serverXml(row: AnswerRow, request: string, { situation }: SituationRow): string {
  if (!/^<(?:iq|message|presence)\b/.test(request)) return "";
  const to = row.to.includes("/") ? row.to : "orsino@illyria.example/court";
  const answer = createAnswer(request, undefined, { as: row.software, situation, to }, style);
  return answer.refusal === undefined && answer.isMeasured ? (answer.xml ?? "") : "";
}

/** Libraries put the payload first, where they return it. */
const clientForm: AnswerForm = {
  fromWithoutTo: "none",
  fromOwn: "request",
  attributes: "from to type id",
  xmlns: "no",
  language: "no",
  places: { iq: "before", message: "before", presence: "before" },
  app: "after",
};

/** The answer of a client; none where the table does not tell how it looks. */
function clientXml(row: AnswerRow): string {
  const stanza = readStanza(row.request, undefined);
  if (row.outcome !== "error" || row.odd !== "" || "refusal" in stanza) return "";
  const isIdOwn = row.id === "invented" || row.id === "empty";
  const answer: MeasuredAnswer = {
    situation: "",
    kind: row.kind,
    outcome: "error",
    condition: plainCondition(row),
    type: row.type,
    text: row.text,
    by: "",
    payload: row.payload === "altered" ? "yes" : row.payload,
    code: row.code,
    app: row.app,
    from: row.from === "" ? "none" : "request",
    to: row.to === "" ? "none" : "",
    adds: "",
  };
  const asker = stanza.from?.value ?? "";
  const item = buildAnswer(stanza, clientForm, answer, { asker });
  const id = row.id === "empty" ? "" : "…";
  const attributes = isIdOwn ? [...item.attributes, ["id", id] as const] : item.attributes;
  // A client that sends no `from` leaves it to its server.
  const sent = attributes.filter(([name]) => name !== "from" || row.from !== "");
  return writeItem({ ...item, attributes: sent }, { closesLast: false });
}
