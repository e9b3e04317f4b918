/** Rows of `xmpp-stanza stanzas`: the stanzas of a document, and start tags that were passed over. */

import type { LineIndex } from "../text/lines";
import type { Translate } from "../text/translate";
import { familyRowsOf } from "./familyRows";
import type { SourceDocument } from "./sourceDocument";
import type { StanzaDirection, StanzaRow } from "./stanzaRow";

const directions: Readonly<Record<string, StanzaDirection>> = {
  ...{ out: "out", client: "out", ">": "out" },
  ...{ in: "in", server: "in", "<": "in" },
};

const startTag = /<(?:[\w.-]+:)?(message|presence|iq)(?=[\s/>])/g;

/** A row, with the offset of its start tag in the document. */
export interface PlacedRow {
  readonly start: number;
  readonly row: StanzaRow;
}

/** The stanzas of a document and its errors outside of stanzas, in order. Checks the unchecked stanzas. */
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
    const requests = stanzas.exchanges.requestIndexes();
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
      rows.push({ start: startOf(start), row });
    }
    for (const { start, row } of familyRowsOf(stanzas)) {
      const sender = stanzas.directionAt(start)?.sender;
      const direction = sender === undefined ? undefined : directions[sender];
      const place = { file, line: lineOf(start), ...(direction ? { direction } : {}) };
      rows.push({ start: startOf(start), row: { ...place, ...row } });
    }
  }
  return rows.sort((a, b) => a.start - b.start);
}

/**
 * Start tags that begin no stanza, with the reason.
 * @param stanzas the rows of the stanzas
 * @param unread reason why the whole document is not read
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
  const originals = new Map(
    document
      .regions()
      .flatMap(({ region }) => (region.repeats ?? []).map(({ at, of }) => [at, of])),
  );
  for (const { index, 1: kind = "" } of document.text.matchAll(startTag)) {
    if (listed.has(index)) continue;
    const around = document.stanzaSpanAt(index);
    const { line } = lines.positionAt(index);
    const within =
      around && around.start !== index ? lines.positionAt(around.start).line + 1 : undefined;
    const original = originals.get(index);
    const passedOver =
      unread ??
      (original === undefined
        ? undefined
        : translate("a copy of the stanza at line {line}", {
            line: String(lines.positionAt(original).line + 1),
          })) ??
      (within !== undefined
        ? translate("part of the stanza at line {line}", { line: String(within) })
        : document.regionAt(index)
          ? translate("a start tag alone, in a comment, or in an element that holds no stanzas")
          : translate("in text that is not read as stanzas"));
    rows.push({ start: index, row: { file, line: line + 1, kind, passedOver } });
  }
  return rows;
}

/** The properties with a value. */
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
