/** Invariants of every fix, whatever it repairs. */

import { expect } from "vitest";
import { titleOf } from "../../server/core/check/messages";
import type { DocumentFinding, StanzaDocument } from "../../server/core/document/document";
import { applyEdits } from "../../server/core/rules/edits";
import { type Fix, isAutomatic } from "../../server/core/rules/fix";
import type { Edit } from "../../server/core/text/edit";
import type { Span } from "../../server/core/text/span";
import { parse } from "../../server/core/xml/parse";
import { elementSpans, judge } from "./documents";

/** Says for each fix of each finding of the document whether it stands the proof. */
export function proveFixes(document: StanzaDocument): number {
  let count = 0;
  for (const finding of document.findings()) {
    for (const fix of document.fixes(finding)) {
      proveFix(document, finding, fix);
      count++;
    }
  }
  return count;
}

/**
 * The finding is gone, no new error is there, the edits stay within their stanza and so leave all
 * else as it was, and xmldom takes what has become of the stanza. Leaves the document as it was.
 */
function proveFix(document: StanzaDocument, found: DocumentFinding, fix: Fix): void {
  const { text } = document;
  const { id } = found.finding.rule;
  const at = JSON.stringify(text.slice(found.stanzaStart, found.stanzaStart + 400));
  const what = `${titleOf(fix)} (${id}) on ${at}`;
  const index = elementSpans(document).findIndex((stanza) => isWithin(found.span, stanza));
  // A suppression may stand between stanzas, or across them where they are broken.
  const whole = { start: 0, end: text.length };
  const stanza = id === "suppression-unused" ? whole : elementSpans(document)[index];
  if (!stanza) throw new Error(`no stanza holds the finding of ${what}`);
  expect(areInOrder(fix.edits), `edits in order: ${what}`).toBe(true);
  expect(fix.edits[0]!.span.start, what).toBeGreaterThanOrEqual(stanza.start);
  expect(fix.edits.at(-1)!.span.end, what).toBeLessThanOrEqual(stanza.end);
  const broken = id === "xml-not-well-formed";
  // Further defects of a broken stanza show after its repair.
  const hiding = new Set(broken ? [index] : []);
  const before = countErrors(document, hiding);
  const count = countWithin(document, id, elementSpans(document)[index]);
  const original = text.slice(stanza.start, stanza.end);
  const spans = elementSpans(document).length;

  const undo = applyTo(document, fix.edits);
  try {
    // Only a tag that is closed now may change which stanzas there are.
    const isFramedAnew = elementSpans(document).length !== spans;
    const after = countErrors(document, hiding);
    const told = `${what}\nbecomes\n${document.text}`;
    expect(document.text).toBe(applyEdits(text, fix.edits));
    const mended =
      (after.get("xml-not-well-formed") ?? 0) < (before.get("xml-not-well-formed") ?? 0);
    // A comment that goes may be what broke its stanza, of which nothing was known until then.
    if (id === "suppression-unused" && mended) return;
    if (broken && isFramedAnew) return;
    expectNoNewErrors(before, after, broken || id === "xml-restricted", told);
    expect(isFramedAnew, told).toBe(false);
    const repaired = elementSpans(document)[index];
    const left = countWithin(document, id, repaired);
    expect(left, told).toBeLessThan(count);
    if (!repaired || id === "suppression-unused") return;
    const around = surroundings(text);
    const written = document.text.slice(repaired.start, repaired.end);
    // Of what has holes xmldom knows nothing.
    if (broken && !parse(written, document.scopeAt(repaired.start)).root) return;
    if (broken || isAccepted(around(original))) judge(around(written));
  } finally {
    undo();
  }
}

/**
 * Repairing reaches a fixed point in one application: nothing that may be repaired unseen is left,
 * doing it again changes nothing, and no error is new.
 */
export function proveRepairs(document: StanzaDocument): void {
  const { text } = document;
  const spans = elementSpans(document);
  const isBroken = (stanza: Span) => countWithin(document, "xml-not-well-formed", stanza) > 0;
  const broken = new Set(spans.flatMap((stanza, index) => (isBroken(stanza) ? [index] : [])));
  const before = countErrors(document, broken);
  const brokenBefore = countWithin(document, "xml-not-well-formed");
  const hasRestricted = before.has("xml-restricted");
  const edits = document.repairs();
  expect(areInOrder(edits)).toBe(true);
  const undo = applyTo(document, edits);
  try {
    expect(document.text).toBe(applyEdits(text, edits));
    expect(document.repairs(), `repaired again:\n${document.text}`).toEqual([]);
    for (const finding of document.findings()) {
      const left = document.fixes(finding).filter(isAutomatic);
      expect(
        left.map((fix) => titleOf(fix)),
        `left to repair in\n${document.text}`,
      ).toEqual([]);
    }
    const brokenAfter = countWithin(document, "xml-not-well-formed");
    expect(brokenAfter, document.text).toBeLessThanOrEqual(brokenBefore);
    // Further defects of the repaired stanza could not be seen before.
    if (elementSpans(document).length !== spans.length && brokenAfter < brokenBefore) return;
    const unknown = broken.size > 0 || hasRestricted;
    expectNoNewErrors(before, countErrors(document, broken), unknown, document.text);
  } finally {
    undo();
  }
}

/** Edits the document, the last place first; the result takes it back. */
function applyTo(document: StanzaDocument, edits: readonly Edit[]): () => void {
  const { text } = document;
  for (const edit of [...edits].reverse()) document.edit(edit);
  return () => {
    for (const { span, newText } of edits) {
      const end = span.start + newText.length;
      document.edit({
        span: { start: span.start, end },
        newText: text.slice(span.start, span.end),
      });
    }
    expect(document.text).toBe(text);
  };
}

function areInOrder(edits: readonly Edit[]): boolean {
  let at = 0;
  for (const { span } of edits) {
    if (span.start < at || span.end < span.start) return false;
    at = span.end;
  }
  return true;
}

/** Number of errors of each rule, outside of the stanzas with these indexes. */
function countErrors(
  document: StanzaDocument,
  without: ReadonlySet<number> = new Set(),
): Map<string, number> {
  const counts = new Map<string, number>();
  const left = elementSpans(document).filter((_, index) => without.has(index));
  for (const { finding, span } of document.findings()) {
    if (finding.severity !== "error" || left.some((stanza) => isWithin(span, stanza))) continue;
    counts.set(finding.rule.id, (counts.get(finding.rule.id) ?? 0) + 1);
  }
  return counts;
}

/** Number of findings of the rule in the stanza; without a stanza, in the whole document. */
function countWithin(document: StanzaDocument, id: string, stanza?: Span): number {
  return document
    .findings()
    .filter(({ finding, span }) => finding.rule.id === id && (!stanza || isWithin(span, stanza)))
    .length;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function expectNoNewErrors(
  before: Map<string, number>,
  after: Map<string, number>,
  unknown: boolean,
  told: string,
): void {
  for (const [rule, count] of after) {
    // A stanza that can be read at last, or a value of it, may be what another one answers.
    if (unknown && rule.startsWith("reply-")) continue;
    expect(count, `${rule} after ${told}`).toBeLessThanOrEqual(before.get(rule) ?? 0);
  }
}

/** Puts a stanza into an element that declares what the text around it may have declared. */
function surroundings(text: string): (stanza: string) => string {
  const declarations = new Map([["stream", "http://etherx.jabber.org/streams"]]);
  for (const [, prefix, value] of text.matchAll(/\sxmlns:([a-z]+)\s*=\s*["']([^"'<&]+)["']/g)) {
    if (prefix !== "xml" && prefix !== "xmlns") declarations.set(prefix!, value!);
  }
  const attributes = [...declarations].map(([prefix, value]) => ` xmlns:${prefix}='${value}'`);
  return (stanza) => `<around${attributes.join("")}>${stanza}</around>`;
}

function isAccepted(xml: string): boolean {
  try {
    judge(xml);
    return true;
  } catch {
    return false;
  }
}
