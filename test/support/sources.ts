/** Invariants of every source adapter. */

import fc from "fast-check";
import { expect } from "vitest";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { applyEdits } from "../../server/core/rules/edits";
import type { Region } from "../../server/core/sources/region";
import type { SourceAdapter, SourceOptions } from "../../server/core/sources/source";
import { removeRecordEnds } from "../../server/core/xml/recordEnd";
import { everyRule, placesOf } from "./documents";
import { compareFindings, readMarkers } from "./markers";
import { editOf, rawEdit, runs } from "./random";

export function openSource(
  text: string,
  adapter: SourceAdapter,
  options?: SourceOptions,
): SourceDocument {
  return new SourceDocument(text, everyRule, adapter, options);
}

/** Says what is found in the text otherwise than its marks say. */
export function expectMarked(marked: string, adapter: SourceAdapter, options?: SourceOptions) {
  const { text, expected } = readMarkers(marked);
  const document = openSource(text, adapter, options);
  expect(compareFindings(text, expected, placesOf(document.findings()))).toBe("");
  return document;
}

/** The texts of the regions. */
export function regionTexts(text: string, adapter: SourceAdapter, options: SourceOptions = {}) {
  return adapter.read(text, options).map((region) => region.text);
}

/**
 * Applies each fix in place and reads the host anew: the region is what the same fix makes of the
 * bare stanzas, and no other region has changed.
 * @returns how many fixes there were, and how many of them could be written
 */
export function proveRoundTrip(document: SourceDocument): { fixes: number; written: number } {
  let fixes = 0;
  let written = 0;
  const { text, adapter, options } = document;
  const before = document.regions().map(({ region }) => region.text);
  const found = document.findings();
  for (const [index, view] of document.regions().entries()) {
    for (const bare of view.document.findings()) {
      const at = view.region.toHost(bare.span);
      const inHost = found.find(
        ({ finding, span }) =>
          finding.rule === bare.finding.rule &&
          finding.messageKey === bare.finding.messageKey &&
          same(span, at),
      );
      expect(inHost, bare.finding.rule.id).toBeDefined();
      const bareFixes = view.document.fixes(bare);
      const hostFixes = document.fixes(inHost!);
      fixes += bareFixes.length;
      for (const fix of hostFixes) {
        const twin = bareFixes.find((one) => one.title === fix.title && sameValues(one, fix));
        expect(twin, fix.title).toBeDefined();
        const repaired = applyEdits(text, fix.edits);
        const wanted = before.with(index, applyEdits(view.region.text, twin!.edits));
        const again = adapter!.read(repaired, options).map((region) => region.text);
        const trim = (one: string) => removeRecordEnds(one).replace(/^[ \t]*\r?\n/gm, "");
        expect(again.map(trim), `${fix.title}:\n${repaired}`).toEqual(wanted.map(trim));
        written++;
      }
    }
  }
  return { fixes, written };
}

function same(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start === b.start && a.end === b.end;
}

function sameValues(a: { values?: object }, b: { values?: object }): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values);
}

/** Directions and requests of the stanzas of each region. */
export function pairsOf(source: SourceDocument) {
  return source.regions().map(({ document }) => ({
    requests: document.exchanges.requestIndexes(),
    passages: document.stanzas().map(({ summary }) => summary?.direction),
  }));
}

/** The places of a region in its host: within bounds, in order, and back again. */
function proveMap(text: string, region: Region): void {
  const { length } = region.text;
  const { host } = region;
  expect(0 <= host.start && host.start <= host.end && host.end <= text.length).toBe(true);
  let last = host.start;
  for (let at = 0; at <= length; at++) {
    const point = region.toHost({ start: at, end: at });
    expect(point.start).toBe(point.end);
    const { start, end } = region.toHost({ start: at, end: Math.min(length, at + 3) });
    const isWithin = host.start <= start && start <= end && end <= host.end;
    expect(isWithin, `${at}: ${start} to ${end} in ${host.start} to ${host.end}`).toBe(true);
    expect(start, "in order").toBeGreaterThanOrEqual(last);
    last = start;
    const back = region.fromHost(start);
    if (at < length) expect(back).toBeDefined();
    if (back !== undefined) {
      const again = region.toHost({ start: back, end: Math.min(length, back + 1) });
      expect(again.start).toBeLessThanOrEqual(start);
      expect(again.end).toBeGreaterThanOrEqual(start);
    }
    // Verbatim text of the host maps to its place there.
    const one = region.toHost({ start: at, end: at + 1 });
    if (
      back === at &&
      one.end - one.start === 1 &&
      region.write({ span: { start: at, end: at + 1 }, newText: "x" })
    ) {
      expect(region.fromHost(one.start)).toBe(at);
    }
  }
  expect(region.fromHost(host.end + 1)).toBeUndefined();
}

/** Edits of one host, with a check after each. */
const EDITS = 25;

/**
 * Breaks the hosts in all ways: reading them never throws, all places are within bounds, and an
 * edited document has the findings of the same text opened anew.
 * @param fragments what breaks texts of this sort
 */
export function proveRobust(
  adapter: SourceAdapter,
  hosts: readonly string[],
  fragments: readonly string[],
  options: SourceOptions = {},
): void {
  const edit = fc.oneof(
    rawEdit,
    fc.record({
      at: fc.nat(),
      length: fc.nat(10),
      inserted: fc.constantFrom(...fragments),
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...hosts), fc.array(edit, { maxLength: 6 }), (host, raws) => {
      const document = openSource(host, adapter, options);
      document.findings();
      for (const raw of raws) document.edit(editOf(raw, document.text));
      const { text } = document;
      const anew = openSource(text, adapter, options);
      const findings = placesOf(document.findings());
      expect(findings).toEqual(placesOf(anew.findings()));
      const pairs = pairsOf(anew);
      expect(pairsOf(document)).toEqual(pairs);
      for (const { start, end } of findings) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
      for (const { region } of document.regions()) proveMap(text, region);
      proveRoundTrip(anew);
      expect(pairsOf(anew), "fixes that were tried").toEqual(pairs);
    }),
    { numRuns: runs(60) },
  );
  // The longer a document is edited, the more of what is known of it was known before.
  fc.assert(
    fc.property(
      fc.constantFrom(...hosts),
      fc.array(edit, { minLength: EDITS, maxLength: EDITS, size: "max" }),
      (host, raws) => {
        const document = openSource(host, adapter, options);
        for (const raw of raws) {
          document.edit(editOf(raw, document.text));
          const anew = openSource(document.text, adapter, options);
          const findings = placesOf(document.findings());
          const wanted = placesOf(anew.findings());
          if (JSON.stringify(findings) !== JSON.stringify(wanted)) {
            expect(findings, JSON.stringify(document.text)).toEqual(wanted);
          }
        }
      },
    ),
    { numRuns: runs(12) },
  );
}
