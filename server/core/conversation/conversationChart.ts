/**
 * The content of a conversation chart: its lifelines and rows as data, the label of a row, and
 * the ties between requests and replies. Shared by the SVG and the editor's view.
 */

import type { Translate } from "../text/translate";

/** A vertical line: an address without its resource, or a side that no address names. */
export interface Lifeline {
  readonly name: string;
  /** True for the client or server that is meant where a stanza leaves an address out. */
  readonly isImplied: boolean;
  /** Index of the row with the error that ends its stream; absent if it goes on, or is taken up again. */
  readonly endRow?: number;
}

export interface RowFindings {
  readonly count: number;
  /** The highest severity. */
  readonly severity: "error" | "warning" | "information";
}

/** A stanza, or an error outside of stanzas, on its way from one lifeline to another. */
export interface ArrowRow {
  readonly shape: "arrow";
  /** Of the element: UTF-16 offsets from the document's start. */
  readonly span: { readonly start: number; readonly end: number };
  /** Name of a stanza; what an error outside of stanzas is called. */
  readonly kind: string;
  /** `""` without a type. */
  readonly type: string;
  readonly id?: string | undefined;
  /** Name of the first child that is payload. */
  readonly payload?: string | undefined;
  /** Condition and type of a stanza of type error, or of an error outside of stanzas; each `""` if it is missing. */
  readonly error?: { readonly condition: string; readonly type: string } | undefined;
  /** Indexes of lifelines. */
  readonly from: number;
  readonly to: number;
  /** True for an iq of type result or error and for a message or presence of type error. */
  readonly isReply: boolean;
  /** Index of the row of the request, where that is certain. */
  readonly replyTo?: number | undefined;
  /** True for an error outside of stanzas. */
  readonly isNonza?: true;
  /** Index of the lifeline whose stream it ends, if it ends one. */
  readonly endsStreamOf?: number;
  readonly findings?: RowFindings | undefined;
}

/** A stanza that is not well-formed: its sender is not known. */
interface BrokenRow {
  readonly shape: "broken";
  readonly span: { readonly start: number; readonly end: number };
  readonly findings?: RowFindings | undefined;
}

export type Row = ArrowRow | BrokenRow;

export interface Conversation {
  /** In the order in which they appear. */
  readonly lifelines: readonly Lifeline[];
  /** A row for each stanza that is not nested, and for each error outside of stanzas, in the order of the document. */
  readonly rows: readonly Row[];
}

/** The label of an arrow, in the words of the protocol, which are not translated. */
export interface Label {
  /** Kind and type. */
  readonly stanza: string;
  /** The condition with its error type, or the payload; `""` if there is neither. */
  readonly detail: string;
  readonly id: string;
}

export function labelOf({ kind, type, error, payload, id }: ArrowRow): Label {
  const errorType = error?.type ? `(${error.type})` : "";
  return {
    stanza: joined([kind, type]),
    detail: error ? joined([error.condition, errorType]) : (payload ?? ""),
    id: id ?? "",
  };
}

/** True for a stanza of type error and for an error outside of stanzas. */
export function isError(row: Row): boolean {
  return row.shape === "arrow" && row.error !== undefined;
}

/** The row in a sentence, for those who hear the chart instead of seeing it. */
export function describeRow(row: Row, { lifelines }: Conversation, translate: Translate): string {
  const parts: string[] = [];
  if (row.shape === "arrow") {
    const { stanza, detail, id } = labelOf(row);
    const from = lifelines[row.from]?.name ?? "";
    const to = lifelines[row.to]?.name ?? "";
    const what = joined([stanza, detail]);
    parts.push(translate("{stanza} from {from} to {to}", { stanza: what, from, to }));
    if (id) parts.push(translate("id {id}", { id }));
    if (row.endsStreamOf !== undefined) parts.push(translate("ends the stream"));
    if (row.replyTo !== undefined) {
      parts.push(translate("in reply to stanza {number}", { number: String(row.replyTo + 1) }));
    }
  } else {
    parts.push(brokenLabel(translate));
  }
  if (row.findings) parts.push(describeFindings(row.findings, translate));
  return parts.join(", ");
}

export function describeFindings({ count, severity }: RowFindings, translate: Translate): string {
  const number = String(count);
  if (severity === "error") return translate("findings: {number}, with errors", { number });
  if (severity === "warning") return translate("findings: {number}, with warnings", { number });
  return translate("findings: {number}", { number });
}

/** The label in place of an arrow. */
export function brokenLabel(translate: Translate): string {
  return translate("a stanza that is not well-formed");
}

/** The text shown where there is nothing to draw. */
export function emptyLabel(translate: Translate): string {
  return translate("There are no stanzas in this document.");
}

/** The tie of a reply to its request: a bracket at the lifeline of the requester. */
export interface Tie {
  /** Indexes of rows; the request comes first. */
  readonly request: number;
  readonly reply: number;
  readonly lifeline: number;
  /** The side of the lifeline that the arrow of the request does not leave from. */
  readonly side: -1 | 1;
  /** Ties that are open at the same time lie beside each other, from 0 to MAX_LANES - 1. */
  readonly lane: number;
}

/** Maximum number of ties side by side; more of them share the last lane. */
export const MAX_LANES = 5;

/** The ties, in the order of their replies. */
export function tiesOf({ rows }: Conversation): Tie[] {
  // In the order of replies, what was answered in between gets its lane before what lies around it.
  const pairs: { request: number; reply: number }[] = [];
  rows.forEach((row, reply) => {
    if (row.shape === "arrow" && row.replyTo !== undefined) {
      pairs.push({ request: row.replyTo, reply });
    }
  });
  /** Up to which row each lane is taken, by lifeline and side. */
  const taken = new Map<string, number[]>();
  return pairs.flatMap(({ request, reply }): Tie[] => {
    const row = rows[request];
    if (row?.shape !== "arrow") return [];
    const side = row.to < row.from ? 1 : -1;
    const lifeline = row.from;
    const lanes = taken.get(`${lifeline} ${side}`) ?? [];
    taken.set(`${lifeline} ${side}`, lanes);
    let lane = lanes.findIndex((end) => end < request);
    if (lane < 0) lane = Math.min(lanes.length, MAX_LANES - 1);
    lanes[lane] = Math.max(lanes[lane] ?? 0, reply);
    return [{ request, reply, lifeline, side, lane }];
  });
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** A bracket from one row to another, as a path of SVG: out, down and back, with round corners. */
export function tiePath(x: number, top: number, bottom: number, out: number): string {
  const radius = Math.min(Math.abs(out), (bottom - top) / 2);
  const corner = Math.sign(out) * radius;
  const side = x + out;
  return [
    `M${x},${top}`,
    `H${side - corner}`,
    `Q${side},${top} ${side},${top + radius}`,
    `V${bottom - radius}`,
    `Q${side},${bottom} ${side - corner},${bottom}`,
    `H${x}`,
  ].join(" ");
}
