/**
 * Diagnostics are kept for what stands before an edit. After any edits they are those of a document that was
 * just opened with the same text, and as many as are kept are the same objects.
 */

import fc from "fast-check";
import { expect, it, test } from "vitest";
import { runToCompletion } from "../../server/core/text/steps";
import { inEnglish } from "../../server/core/text/translate";
import { diagnosticsOf } from "../../server/features/diagnostics";
import { OpenDocument } from "../../server/features/openDocument";
import { editOf, pieces, rawEdit, runs } from "../support/random";

const MAX_COUNT = 12;

function open(text: string): OpenDocument {
  return new OpenDocument("file:///a.stanza", "xmpp-stanza", 1, text);
}

const diagnosticsIn = (document: OpenDocument, maxCount = MAX_COUNT) =>
  runToCompletion(diagnosticsOf(document, inEnglish, maxCount));

const stanza = "<iq type='error' id='a'>\r\n<error><gone/></error>\n</iq>\r";

test("after any edits", () => {
  const text = fc
    .array(fc.constantFrom(stanza, stanza, ...pieces), { maxLength: 20 })
    .map((parts) => parts.join(""));
  const edits = fc.array(fc.array(rawEdit, { minLength: 1, maxLength: 2 }), { maxLength: 6 });
  fc.assert(
    fc.property(text, edits, (opened, groups) => {
      const document = open(opened);
      diagnosticsIn(document);
      for (const group of groups) {
        for (const raw of group) {
          const { span, newText } = editOf(raw, document.text);
          document.change([{ range: document.rangeOf(span), text: newText }], 2);
        }
        expect(diagnosticsIn(document)).toEqual(diagnosticsIn(open(document.text)));
      }
    }),
    { numRuns: runs(400) },
  );
});

it("keeps diagnostics before an edit, and recreates moved diagnostics after it", () => {
  const document = open(stanza.repeat(10));
  const first = diagnosticsIn(document, 100);
  expect(first.length).toBeGreaterThanOrEqual(20);
  const behind = document.positionAt(stanza.length * 5);
  document.change([{ range: { start: behind, end: behind }, text: "\n\n" }], 2);
  const second = diagnosticsIn(document, 100);
  const isSame = second.map((one, index) => one === first[index]);
  expect(isSame).toEqual(first.map((_, index) => index < first.length / 2));
});

it("recreates diagnostics after text of equal length with other lines", () => {
  const document = open(`\n\n<presence/>\n${stanza.repeat(4)}`);
  const linesOf = () => diagnosticsIn(document).map(({ range }) => range.start.line);
  const first = linesOf();
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
  document.change([{ range, text: "  " }], 2);
  expect(linesOf()).toEqual(first.map((line) => line - 2));
});

it("recreates diagnostics in another language", () => {
  const document = open(stanza);
  diagnosticsIn(document);
  const [first] = runToCompletion(diagnosticsOf(document, (template) => `»${template}`, MAX_COUNT));
  expect(first?.message).toMatch(/^»/);
});
