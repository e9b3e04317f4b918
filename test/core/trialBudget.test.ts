/** The trials of fixes are in proportion to the text, and can be taken one by one. */

import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { TrialBudget } from "../../server/core/check/trialBudget";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import markdown from "../../server/core/sources/markdown";
import type { Steps } from "../../server/core/text/steps";
import { hostileTexts } from "../support/hostile";

/** Number of trials for the fixes of all findings of a text. */
function trialsFor(document: SourceDocument): number {
  let count = 0;
  for (const { document: stanzas } of document.regions()) {
    for (const found of stanzas.findings()) {
      for (const _ of stanzas.fixing(found, document.trials)) count++;
    }
  }
  return count;
}

const costOf = (trials: number, length: number) => trials * (300 + length);
const kinds = [
  "error children in one stanza",
  "unknown conditions in one error",
  "texts in one error",
];

describe("the fixes of all findings of a stanza are tried", () => {
  test.each(kinds)("in proportion to its length: %s", (kind) => {
    for (const n of [100, 300, 900]) {
      const text = hostileTexts[kind]!(n);
      const trials = trialsFor(new SourceDocument(text, defaultConfiguration));
      expect(trials).toBeGreaterThan(0);
      expect(costOf(trials, text.length)).toBeLessThan(2 * (100_000 + 30 * text.length));
    }
  });

  test("fewer times where each trial reports hundreds of findings", () => {
    const trials = [50, 900].map((n) => {
      const text = hostileTexts["error children in one stanza"]!(n);
      return trialsFor(new SourceDocument(text, defaultConfiguration));
    });
    expect(trials[1]).toBeLessThan(trials[0]! / 4);
  });

  test("in proportion to the text of a run, however many files it is in", () => {
    const stanza = "<message type='error'><error type='x'/></message>\n";
    const prices = [1, 10, 1000].map((count) => {
      const budget = new TrialBudget(stanza.length * count);
      let price = 0;
      while (budget.spend(0)) price += 300;
      return price / (stanza.length * count);
    });
    for (const price of prices) expect(price).toBeLessThanOrEqual(3030);
    expect(prices[2]).toBeLessThan(50);
  });

  test("all of them where they are few", () => {
    const stanza = "<message type='error'><error type='x'/><error type='y'/></message>\n";
    const document = new SourceDocument(stanza, defaultConfiguration);
    for (const found of document.findings()) {
      const before = document.fixes(found);
      for (let i = 0; i < 3; i++) expect(document.fixes(found)).toEqual(before);
    }
  });

  test("with one budget for all regions of a document", () => {
    const one = hostileTexts["error children in one stanza"]!(20);
    const text = `\`\`\`xml\n${one}\n\`\`\`\n\n`.repeat(100);
    const trials = trialsFor(new SourceDocument(text, defaultConfiguration, markdown));
    expect(trials).toBeGreaterThan(100);
    expect(costOf(trials, one.length)).toBeLessThan(100_000 + 30 * text.length);
  });

  test("with the whole budget again when it is renewed, and after an edit", () => {
    const text = hostileTexts["error children in one stanza"]!(200);
    const document = new SourceDocument(text, defaultConfiguration);
    const first = trialsFor(document);
    expect(trialsFor(document)).toBe(0);
    document.renewTrials();
    expect(trialsFor(document)).toBeGreaterThanOrEqual(first);
    document.edit({ span: { start: 0, end: 0 }, newText: "\n" });
    expect(trialsFor(document)).toBeGreaterThanOrEqual(first);
  });
});

test("a repair has a step for each trial", () => {
  const text = hostileTexts["unknown conditions in one error"]!(200);
  const document = new SourceDocument(text, defaultConfiguration);
  const count = (steps: Steps<unknown>) => [...steps].length;
  expect(count(document.repairing(() => true))).toBeGreaterThan(10);
});
