/** The tables of data/answers: what real software answers, and the situations in which it was asked. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../facts/tables";

/** From the root of the repository. */
export const answerFolder = "data/answers";

export const answerColumns = [
  "software",
  "version",
  "measured",
  "case",
  "kind",
  "outcome",
  "condition",
  "type",
  "text",
  "text_lang",
  "by",
  "payload",
  "code",
  "app",
  "id",
  "from",
  "to",
  "odd",
  "request",
] as const;
const situationColumns = ["situation", "title", "condition", "type", "source", "cases"] as const;
const softwareColumns = [
  "software",
  "name",
  "role",
  "from_no_to",
  "from_own",
  "attributes",
  "xmlns",
  "lang",
  "iq",
  "message",
  "presence",
  "app",
] as const;
const addedColumns = ["software", "situation", "kind", "column", "value"] as const;
const breachColumns = ["software", "case", "rule", "finding", "section", "breach"] as const;

export type AnswerRow = Readonly<Record<(typeof answerColumns)[number], string>>;
export type SituationRow = Readonly<Record<(typeof situationColumns)[number], string>>;
export type SoftwareRow = Readonly<Record<(typeof softwareColumns)[number], string>>;
type AddedRow = Readonly<Record<(typeof addedColumns)[number], string>>;
type BreachRow = Readonly<Record<(typeof breachColumns)[number], string>>;

export interface AnswerTables {
  readonly servers: readonly AnswerRow[];
  readonly clients: readonly AnswerRow[];
  readonly situations: readonly SituationRow[];
  readonly software: readonly SoftwareRow[];
  /** What the measured columns do not hold: addresses of results, elements that a server adds. */
  readonly added: readonly AddedRow[];
  readonly breaches: readonly BreachRow[];
}

/** @throws Error if a table is not there, or not as it should be */
export function readAnswerTables(root: string): AnswerTables {
  const read = <Column extends string>(name: string, columns: readonly Column[]) => {
    const path = `${answerFolder}/${name}.tsv`;
    return parseTable(readFileSync(join(root, path), "utf8"), columns, path);
  };
  return {
    servers: [...read("servers", answerColumns), ...read("own", answerColumns)],
    clients: read("clients", answerColumns),
    situations: read("situations", situationColumns),
    software: read("software", softwareColumns),
    added: read("added", addedColumns),
    breaches: read("breaches", breachColumns),
  };
}

/** The version without what a distribution adds: `0.12.3` of `0.12.3-1+deb12u1`. */
export function plainVersion(version: string): string {
  return /^\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
}
