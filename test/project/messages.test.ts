/** Style of messages: fault first, advice in the imperative, section last, and short. */

import { describe, expect, it } from "vitest";
import bundle from "../../l10n/bundle.l10n.zh-cn.json";
import { rules } from "../../server/core/rules";

/** Longest message, in characters before its values are filled in: what the Problems panel shows in one line. */
const MAX_LENGTH = 90;

const chinese: Readonly<Record<string, string>> = bundle;

const messages = rules.flatMap(({ id, severity, messages: ofRule }) =>
  Object.entries(ofRule).map(([key, text]) => ({ name: `${id}.${key}`, severity, text })),
);

describe("a message of a rule", () => {
  it.each([
    ["English", (text: string) => text],
    ["Chinese", (text: string) => chinese[text] ?? ""],
  ])(`has at most ${MAX_LENGTH} characters in %s`, (_, translate) => {
    const long = messages.filter(({ text }) => translate(text).length > MAX_LENGTH);
    expect(long.map(({ name, text }) => `${name}: ${translate(text)}`)).toEqual([]);
  });

  it("names a section at its end, in brackets, or not at all", () => {
    const elsewhere = (text: string) => /RFC|§/.test(text.replace(/ \(RFC \d+ §[^()]+\)$/, ""));
    expect(messages.filter(({ text }) => elsewhere(text))).toEqual([]);
    const elsewhereInChinese = (text: string) =>
      /RFC|§/.test((chinese[text] ?? "").replace(/（RFC \d+ §[^（）]+）$/, ""));
    expect(messages.filter(({ text }) => elsewhereInChinese(text))).toEqual([]);
  });

  it("states no duty that is stronger than its rule", () => {
    const wrong = messages.filter(({ severity, text }) =>
      severity === "error" ? /\bshould\b/.test(text) : /\bmust\b/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it("names the fault", () => {
    const riddle = /\bis none\b|\bis no \w+ of\b|\bdemands?\b|\bnobody\b|\bneed be\b|error child/i;
    expect(messages.filter(({ text }) => riddle.test(text))).toEqual([]);
  });
});

describe("the title of a rule", () => {
  it("states a duty: must or may for errors, should for the rest", () => {
    const wrong = rules.filter(({ severity, summary }) =>
      severity === "error"
        ? !/\b(?:must|may)\b/.test(summary) || /\bshould\b/.test(summary)
        : !/\bshould\b/.test(summary) || /\bmust\b/.test(summary),
    );
    expect(wrong.map(({ id, summary }) => `${id}: ${summary}`)).toEqual([]);
  });

  it(`has at most ${MAX_LENGTH} characters, and names elements as they are written`, () => {
    const wrong = rules.filter(
      ({ summary }) => summary.length > MAX_LENGTH || /error child|text element/.test(summary),
    );
    expect(wrong.map(({ id, summary }) => `${id}: ${summary}`)).toEqual([]);
  });
});
