/** The stanzas of a document as `xmpp-stanza stanzas` lists them, and what looks like one and is none. */

import type { SourceDocument } from "../core/document/sourceDocument";
import type { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";
import { isChecked } from "./checkedStanzas";

/** Which way a stanza went, seen from the program whose log it is, or from the client. */
type StanzaDirection = "out" | "in";

/** A stanza, or with `passedOver` the start tag of something that was not taken for one. */
export interface StanzaRow {
  readonly file: string;
  /** Of the start tag, from 1. */
  readonly line: number;
  readonly direction?: StanzaDirection;
  readonly kind: string;
  readonly type?: string;
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  /** Name and namespace of the first child that is payload. */
  readonly payload?: { readonly name: string; readonly namespace: string };
  /** Of its error child. */
  readonly condition?: string;
  /** Line of the request that it answers. */
  readonly answers?: number;
  /** Only there for a stanza that is not well-formed. */
  readonly isBroken?: true;
  /** Why it is not checked. */
  readonly passedOver?: string;
}

const directions: Readonly<Record<string, StanzaDirection>> = {
  ...{ out: "out", client: "out" },
  ...{ in: "in", server: "in" },
};

const startTag = /<(?:[\w.-]+:)?(message|presence|iq)(?=[\s/>])/g;

/** A row, and where its start tag begins in the document. */
export interface PlacedRow {
  readonly start: number;
  readonly row: StanzaRow;
}

/** The stanzas of a document, in order. Checks what is not checked yet. */
export function stanzaRowsOf(
  file: string,
  document: SourceDocument,
  lines: LineIndex,
): PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (const { region, document: stanzas } of document.regions()) {
    const startOf = (start: number) => region.toHost({ start, end: start }).start;
    const lineOf = (start: number) => lines.positionAt(startOf(start)).line + 1;
    const all = stanzas.stanzas();
    const requests = stanzas.requestIndexes();
    for (const [index, { span, summary }] of all.entries()) {
      const { start } = span;
      const request = requests[index];
      const sender = stanzas.directionAt(start)?.sender;
      const direction = sender === undefined ? undefined : directions[sender];
      const common = { file, line: lineOf(start), ...(direction ? { direction } : {}) };
      const row: StanzaRow = summary
        ? {
            ...common,
            kind: summary.kind,
            ...(summary.type === "" ? {} : { type: summary.type }),
            ...valuesOf({ id: summary.idValue, from: summary.from?.value, to: summary.to?.value }),
            ...(summary.payload === undefined
              ? {}
              : { payload: { name: summary.payload, namespace: summary.payloadNamespace ?? "" } }),
            ...valuesOf({ condition: summary.error?.condition }),
            ...(request === undefined ? {} : { answers: lineOf(all[request]!.span.start) }),
          }
        : { ...common, kind: kindAt(stanzas.text, start), isBroken: true };
      if (!isChecked(stanzas, span)) continue;
      rows.push({ start: startOf(start), row });
    }
  }
  return rows.sort((a, b) => a.start - b.start);
}

/**
 * Start tags that are no stanza's, and why.
 * @param stanzas the rows of those that are
 * @param unread why nothing at all is looked for in the document
 */
export function passedOverRowsOf(
  file: string,
  document: SourceDocument,
  lines: LineIndex,
  stanzas: readonly PlacedRow[],
  unread: string | undefined,
  translate: Translate,
): PlacedRow[] {
  const rows: PlacedRow[] = [];
  const listed = new Set(stanzas.map(({ start }) => start));
  for (const { index, 1: kind = "" } of document.text.matchAll(startTag)) {
    if (listed.has(index)) continue;
    const around = document.stanzaSpanAt(index);
    const { line } = lines.positionAt(index);
    const within =
      around && around.start !== index ? lines.positionAt(around.start).line + 1 : undefined;
    const passedOver =
      unread ??
      (within !== undefined
        ? translate("part of the stanza at line {line}", { line: String(within) })
        : document.regionAt(index)
          ? translate("a start tag alone, in a comment, or in an element that holds no stanzas")
          : translate("in text that is not read as stanzas"));
    rows.push({ start: index, row: { file, line: line + 1, kind, passedOver } });
  }
  return rows;
}

/** Those that are there and say something. */
function valuesOf<T extends Record<string, string | undefined>>(
  values: T,
): Partial<Record<keyof T, string>> {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(known) as Partial<Record<keyof T, string>>;
}

function kindAt(text: string, start: number): string {
  const tag = new RegExp(startTag);
  return tag.exec(text.slice(start, start + 100))?.[1] ?? "";
}
