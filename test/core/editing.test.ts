/**
 * A document that was edited says what a fresh one says about its text, after every one of many thousand
 * edits: typing, deleting, pasting half a stanza, other line ends, halves of surrogate pairs, undo. The
 * long run makes many times as many (test:long).
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { StanzaDocument } from "../../server/core/document/document";
import type { Edit } from "../../server/core/text/edit";
import { invert } from "../../server/core/text/offsets";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";

/** All that is said of a document, cheap to compare. */
function viewOf(document: StanzaDocument): string {
  const findings = document
    .findings()
    .map(({ finding, span, stanzaStart, related }) => [
      finding.rule.id,
      finding.messageKey,
      span.start,
      span.end,
      stanzaStart,
      ...related.map((one) => `${one.messageKey} ${one.span.start} ${one.span.end}`),
    ]);
  const stanzas = document.stanzaSpans().map(({ start, end }) => [start, end]);
  return JSON.stringify([stanzas, findings]);
}

const stanzas = fixtures.flatMap(({ text }) =>
  open(text)
    .stanzaSpans()
    .map(({ start, end }) => text.slice(start, end)),
);

/** Actions on a text that is not known yet: places are taken modulo its length. */
const action = fc.record({
  kind: fc.constantFrom("type", "delete", "half", "lines", "surrogate", "undo", "replace"),
  at: fc.nat(),
  length: fc.nat(60),
  piece: fc.constantFrom(...pieces),
  stanza: fc.constantFrom(...stanzas),
});

type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

function editFor({ kind, at, length, piece, stanza }: Action, text: string): Edit {
  const start = at % (text.length + 1);
  const end = Math.min(text.length, start + length);
  switch (kind) {
    case "type":
      return { span: { start, end: start }, newText: piece };
    case "delete":
      return { span: { start, end }, newText: "" };
    case "half": {
      const half = stanza.length >> 1;
      const newText = at % 2 === 0 ? stanza.slice(0, half) : stanza.slice(half);
      return { span: { start, end: start }, newText: `\n${newText}` };
    }
    case "lines": {
      const part = text.slice(start, Math.min(text.length, start + 10 * length));
      const newText = part.includes("\r\n")
        ? part.replaceAll("\r\n", "\n")
        : part.replaceAll("\n", "\r\n");
      return { span: { start, end: start + part.length }, newText };
    }
    case "surrogate":
      return {
        span: { start, end: start },
        newText: ["\ud83d", "\udc69", "👩"][at % 3]!,
      };
    default:
      return { span: { start, end }, newText: piece };
  }
}

/** Makes the edits one by one and compares after each; undoes the last edit where that is asked for. */
function proveEdits(start: string, actions: readonly Action[]): void {
  const document = open(start, everyRule);
  const done: Edit[] = [];
  for (const one of actions) {
    const last = one.kind === "undo" ? done.pop() : undefined;
    const edit = last ?? editFor(one, document.text);
    if (!last) done.push(...invert(document.text, [edit]));
    document.edit(edit);
    const { text } = document;
    if (viewOf(document) !== viewOf(open(text, everyRule))) {
      expect.fail(`another view after ${JSON.stringify(edit)} of ${JSON.stringify(text)}`);
    }
  }
}

const lineEnd = fc.constantFrom("\n", "\r\n", "\n\n", " ");

function textOf(most: number) {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...stanzas), { minLength: 1, maxLength: most, size: "max" }),
      lineEnd,
    )
    .map(([all, end]) => all.join(end));
}

test("ten thousand edits of small documents", () => {
  let count = 0;
  fc.assert(
    fc.property(
      textOf(6),
      fc.array(action, { minLength: 25, maxLength: 25, size: "max" }),
      (start, actions) => {
        count += actions.length;
        proveEdits(start, actions);
      },
    ),
    { numRuns: runs(400) },
  );
  expect(count).toBeGreaterThanOrEqual(10_000);
});

test("edits of documents of up to two thousand stanzas", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(50, 200, 2_000).chain(textOf),
      fc.array(action, { minLength: 5, maxLength: 5, size: "max" }),
      proveEdits,
    ),
    { numRuns: runs(25) },
  );
});
