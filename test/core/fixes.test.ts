/** Fixes and repairs of the fixtures, as they are and edited at random. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { proveFixes, proveRepairs } from "../support/proofs";
import { editOf, rawEdit, runs } from "../support/random";

describe.each(fixtures)("$name", ({ text }) => {
  test("every fix takes its finding away and does no harm", () => {
    expect(proveFixes(open(text, everyRule))).toBeGreaterThan(0);
  });

  test("every fix does so where lines end with CR LF", () => {
    const document = open(text.replaceAll("\n", "\r\n"), everyRule);
    expect(proveFixes(document)).toBeGreaterThan(0);
    for (const finding of document.findings()) {
      for (const { edits } of document.fixes(finding)) {
        for (const { newText } of edits) expect(newText).not.toMatch(/(?<!\r)\n/);
      }
    }
  });

  test("repairing once is repairing twice", () => {
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

test("every fix does no harm to fixtures edited at random", () => {
  fc.assert(
    fc.property(edited, (choice) => {
      proveFixes(textOf(choice));
    }),
    { numRuns: runs(10) },
  );
});

test("repairing once is repairing twice for fixtures edited at random", () => {
  fc.assert(
    fc.property(edited, (choice) => proveRepairs(textOf(choice))),
    { numRuns: runs(20) },
  );
});

const corpus = join(import.meta.dirname, "../../../shared/corpus/stanzas");

describe.skipIf(!existsSync(corpus))("stanzas from the wild", () => {
  const sources = existsSync(corpus) ? readdirSync(corpus) : [];

  test.each(sources)("fixes and repairs of %s", (source) => {
    for (const file of readdirSync(join(corpus, source))) {
      const document = open(readFileSync(join(corpus, source, file), "utf8"), everyRule);
      proveFixes(document);
      proveRepairs(document);
    }
  });
});
