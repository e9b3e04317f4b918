/**
 * The JSON schema of findings: what `--format json` prints, what the package for programs returns, and what is in the lines of
 * `--format jsonl`. Types make sure that it has every property of a finding and no other.
 */

import type { TextLine } from "../../server/cli/reporters/jsonl";
import type { ReportedFinding, ReportedRange } from "../../server/core/check/report";
import { rules } from "../../server/core/rules";
import type { GeneratedFile } from "./generatedFile";
import { table } from "./markdown";
import { replaceBetween } from "./readme";

const FINDINGS_SCHEMA = "schemas/findings.schema.json";

interface Schema {
  readonly description?: string;
  readonly [word: string]: unknown;
}

/** A schema for each property. */
type Properties<T> = { readonly [Name in keyof T]-?: Schema };
type Item<T> = T extends readonly (infer One)[] ? One : never;
type Fix = Item<ReportedFinding["fixes"]>;

const place = (description: string): Schema => ({ type: "integer", minimum: 1, description });

const range: Properties<ReportedRange> = {
  line: place("line of the start, from 1"),
  column: place("column of the start, from 1, in UTF-16 code units"),
  endLine: place("line of the end"),
  endColumn: place("column of the end, exclusive"),
};

const edit: Properties<Item<Fix["edits"]>> = {
  newText: { type: "string", description: "text that replaces the range" },
  ...range,
};

const fix: Properties<Fix> = {
  title: { type: "string", description: "what the fix does, for people" },
  preferred: { type: "boolean", description: "true for the likeliest fix" },
  safe: { type: "boolean", description: "true for the only right fix, which `--fix` applies" },
  edits: list(edit, "text edits, each relative to the text before any of them"),
};

const related: Properties<Item<ReportedFinding["related"]>> = {
  message: { type: "string", description: "what is at the place, for people" },
  ...range,
};

const finding: Properties<ReportedFinding> = {
  file: { type: "string", description: "name of the file, or of the text" },
  rule: { type: "string", enum: rules.map(({ id }) => id), description: "the broken rule" },
  severity: {
    type: "string",
    enum: ["error", "warning", "information"],
    description: "how much it matters",
  },
  message: { type: "string", description: "what is wrong, for people" },
  ...range,
  stanzaLine: place("line of the start tag of the stanza"),
  related: list(related, "other places, such as the request of a reply: a message and a range"),
  fixes: list(fix, "repairs, the preferred one first: `title`, `preferred`, `safe`, `edits`"),
  documentation: {
    type: "string",
    format: "uri",
    description: "address of the page about the rule",
  },
};

/** A line of `--format jsonl`. */
const line: Properties<TextLine> = {
  file: { type: "string", description: "name of the file, or of the text" },
  stanzas: { type: "integer", minimum: 0, description: "number of stanzas that were checked" },
  nonzas: {
    type: "integer",
    minimum: 1,
    description: "number of stream errors and failures that were checked; only if there are any",
  },
  findings: { $ref: "#" },
  notices: {
    type: "array",
    items: { type: "string" },
    description: "why something was not read; only if there is a reason",
  },
};

function object(properties: Readonly<Record<string, Schema>>): Schema {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function list(properties: Readonly<Record<string, Schema>>, description: string): Schema {
  return { type: "array", items: object(properties), description };
}

export function findingsSchema(): GeneratedFile {
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Findings of xmpp-stanza",
    description: "What xmpp-stanza check --format json prints, and what check() returns.",
    type: "array",
    items: { $ref: "#/definitions/finding" },
    definitions: {
      finding: object(finding),
      line: { ...object(line), required: ["file", "stanzas", "findings"] },
    },
  };
  return { path: FINDINGS_SCHEMA, text: `${JSON.stringify(schema, undefined, 2)}\n` };
}

export const LIBRARY_PAGE = "docs/library.md";

/** The text of the page with the properties of a finding. */
export function withFindingTable(page: string): string {
  const rows = Object.entries(finding).map(([name, { description = "" }]) => [
    `\`${name}\``,
    description,
  ]);
  return replaceBetween(page, "finding", table(["Property", ""], rows), LIBRARY_PAGE);
}
