/** Fixes and repairs of the fixtures, as they are and edited at random. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasCorpus, noCorpus, readCorpus } from "../support/corpus";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { proveFixes, proveRepairs } from "../support/proofs";
import { editOf, rawEdit, runs } from "../support/random";

describe.each(fixtures)("$name", ({ text }) => {
  let hasFailed = false;

  test("every fix removes its finding and adds none", () => {
    hasFailed = true;
    expect(proveFixes(open(text, everyRule))).toBeGreaterThan(0);
    hasFailed = false;
  });

  test("every fix does so where lines end with CR LF, and writes CR LF", ({ skip }) => {
    skip(hasFailed, "has failed with LF");
    const document = open(text.replaceAll("\n", "\r\n"), everyRule);
    expect(proveFixes(document)).toBeGreaterThan(0);
    for (const finding of document.findings()) {
      for (const { edits } of document.fixes(finding)) {
        for (const { newText } of edits) expect(newText).not.toMatch(/(?<!\r)\n/);
      }
    }
  });

  test("repair is idempotent", () => {
    proveRepairs(open(text, everyRule));
  });
});

const edited = fc.tuple(
  fc.constantFrom(...fixtures),
  fc.array(rawEdit, { maxLength: 4, size: "max" }),
);

/** A few stanzas of a fixture, edited at random. */
function textOf([{ text }, edits]: typeof edited extends fc.Arbitrary<infer T> ? T : never) {
  const document = open(text, everyRule);
  for (const raw of edits) document.edit(editOf(raw, document.text));
  return document;
}

test("every fix of a fixture that is edited at random removes its finding and adds none", () => {
  fc.assert(
    fc.property(edited, (choice) => {
      proveFixes(textOf(choice));
    }),
    { numRuns: runs(10) },
  );
});

test("repair of a fixture that is edited at random is idempotent", () => {
  fc.assert(
    fc.property(edited, (choice) => proveRepairs(textOf(choice))),
    { numRuns: runs(20) },
  );
});

describe.skipIf(!hasCorpus)(`the corpus ${noCorpus}`, () => {
  const files = readCorpus();
  const sourceOf = (name: string) => name.split(/[\\/]/)[0];

  test.each([...new Set(files.map(({ name }) => sourceOf(name)))])("fixes of %s", (source) => {
    for (const { text } of files.filter(({ name }) => sourceOf(name) === source)) {
      const document = open(text, everyRule);
      proveFixes(document);
      proveRepairs(document);
    }
  });
});
