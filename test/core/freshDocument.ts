/** Compares a document that was edited with a new one. */

import fc from "fast-check";
import { expect } from "vitest";
import type { StanzaDocument } from "../../server/core/document/document";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces } from "../support/random";

/** Everything that can be asked of a document, in a form that can be compared. */
export function viewOf(document: StanzaDocument) {
  return {
    stanzas: document.stanzaSpans(),
    findings: document
      .findings()
      .map(({ finding, span, stanzaStart, related }) => [
        finding.rule.id,
        finding.messageKey,
        { ...span },
        stanzaStart,
        related,
      ]),
  };
}

/** The document says what a fresh one says about its text. */
export function expectFresh(document: StanzaDocument): void {
  const { text } = document;
  expect(viewOf(document), JSON.stringify(text)).toEqual(viewOf(open(text, everyRule)));
}

/** The stanzas of all fixtures, each with its wrapper's and neighbours' text left out. */
const stanzas = fixtures.flatMap(({ text }) =>
  open(text, everyRule)
    .stanzaSpans()
    .map(({ start, end }) => text.slice(start, end)),
);

/** Up to about 60 stanzas with all sorts of things between them, in both kinds of line ends. */
export const text = fc
  .record({
    parts: fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...stanzas) },
          { weight: 1, arbitrary: fc.constantFrom(...pieces) },
        ),
        fc.constantFrom("\n", "\n\n", "", " ", "\n  ", "\nC: ", "\n<doc>\n", "\n</doc>\n"),
      ),
      { maxLength: 60, size: "max" },
    ),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ parts, lineEnd }) => parts.flat().join("").replace(/\r?\n/g, lineEnd));
