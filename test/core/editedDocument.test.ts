/** A document that is edited says the same as a new one of the same text. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StanzaDocument } from "../../server/core/document/document";
import { elementSpans, everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { editOf, pieces, rawEdit, runs } from "../support/random";
import { expectFresh, text, viewOf } from "./freshDocument";

function expectWithin(document: StanzaDocument): void {
  const { length } = document.text;
  const spans = elementSpans(document);
  for (const { finding, span, stanzaStart, related } of document.findings()) {
    if (span.end > length) throw new Error("out of bounds");
    if (finding.rule.id === "suppression-unused") continue; // may stand between stanzas
    const stanza = spans.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!stanza) throw new Error(`${JSON.stringify(span)} lies in no stanza`);
    if (stanzaStart < stanza.start || stanzaStart >= stanza.end)
      throw new Error("stanza elsewhere");
    for (const one of [span, ...related.map((other) => other.span)]) {
      if (one.start < 0 || one.end < one.start || one.end > length)
        throw new Error("out of bounds");
    }
  }
}

test("an edited document equals a fresh one", () => {
  fc.assert(
    fc.property(
      text,
      fc.array(rawEdit, { minLength: 1, maxLength: 8, size: "max" }),
      (start, edits) => {
        const document = open(start, everyRule);
        for (const raw of edits) {
          document.edit(editOf(raw, document.text));
          expectFresh(document);
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

test("an edited document equals a fresh one without a check between the edits", () => {
  fc.assert(
    fc.property(
      text,
      fc.array(rawEdit, { minLength: 2, maxLength: 12, size: "max" }),
      (start, edits) => {
        const document = open(start, everyRule);
        for (const raw of edits) document.edit(editOf(raw, document.text));
        expectFresh(document);
      },
    ),
    { numRuns: runs(60) },
  );
});

test("an edited document equals a fresh one while small broken pieces are typed and removed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 8, size: "max" }),
      fc.array(rawEdit, { minLength: 1, maxLength: 6, size: "max" }),
      (start, edits) => {
        const document = open(start.join(""), everyRule);
        for (const raw of edits) {
          document.edit(editOf({ ...raw, length: raw.length % 12 }, document.text));
          expectFresh(document);
        }
      },
    ),
    { numRuns: runs(400) },
  );
});

test("an edited document equals a fresh one while each fixture is typed and deleted", () => {
  for (const { text } of fixtures.filter(({ name }) => ["framing", "recovery"].includes(name))) {
    const document = open("", everyRule);
    const step = 7;
    for (let at = 0; at < text.length; at += step) {
      const newText = text.slice(at, at + step);
      document.edit({ span: { start: at, end: at }, newText });
      expect(viewOf(document)).toEqual(viewOf(open(document.text, everyRule)));
    }
    while (document.text !== "") {
      document.edit({ span: { start: 0, end: Math.min(step, document.text.length) }, newText: "" });
      expect(viewOf(document)).toEqual(viewOf(open(document.text, everyRule)));
    }
  }
});

describe.each(fixtures)("$name", ({ text }) => {
  test("every beginning of it can be linted, and every finding lies within", () => {
    // Typed at the end, so that only the last stanza is new.
    const document = open("", everyRule);
    for (let end = 1; end <= text.length; end++) {
      document.edit({ span: { start: end - 1, end: end - 1 }, newText: text[end - 1]! });
      expectWithin(document);
    }
    expect(document.text).toBe(text);
  });

  test("every end of it can be linted, and every finding lies within", () => {
    for (let start = 0; start < text.length; start += 13) {
      expectWithin(open(text.slice(start), everyRule));
    }
  });
});
