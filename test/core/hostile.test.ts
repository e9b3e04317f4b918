/**
 * Texts that want to break something. Here their numbers are small, and nothing looks at a clock;
 * `npm run test:long` takes them to the million and doubles them to see that time is linear.
 */

import { afterAll, describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { messageOf } from "../../server/core/check/messages";
import { reportFinding } from "../../server/core/check/report";
import { conversationOf } from "../../server/core/conversation/conversation";
import { svgOf } from "../../server/core/conversation/conversationSvg";
import { createErrorReply } from "../../server/core/replies/reply";
import { LineIndex } from "../../server/core/text/lines";
import { inEnglish } from "../../server/core/text/translate";
import { everyRule, open } from "../support/documents";
import { hostileTexts } from "../support/hostile";
import { proveRanges } from "../support/wellBehaved";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const cases = Object.entries(hostileTexts);

/** Does with a text all that the core can do with one. */
function useAll(text: string): void {
  const document = open(text, everyRule);
  proveRanges(document);
  const lines = new LineIndex(text);
  for (const found of document.findings().slice(0, 30)) {
    reportFinding(found, "file", lines, document);
    document.suppressions(found);
  }
  document.repairs();
  document.format("  ");
  svgOf(conversationOf(document, inEnglish), inEnglish);
  const [stanza] = document.stanzaSpans();
  const options = { condition: "conflict", language: "en", includePayload: true };
  const style = { indentation: "", step: "  ", lineEnd: "\n" };
  if (stanza) {
    createErrorReply(text.slice(stanza.start, stanza.end), undefined, options, style);
  }
  document.edit({ span: { start: 0, end: 0 }, newText: "<" });
  document.edit({ span: { start: text.length, end: text.length + 1 }, newText: "" });
  proveRanges(document);
}

test.each(cases)("%s do no harm", (_, make) => {
  useAll(make(1));
  useAll(make(isLong ? 5_000 : 300));
});

/** The finding about the limit, with what it stands at; there must be nothing else. */
function onlyLimit(text: string): { message: string; at: string } {
  const found = open(text).findings();
  expect(found.map(({ finding }) => finding.rule.id)).toEqual(["limit-exceeded"]);
  const { finding, span } = found[0]!;
  return { message: messageOf(finding), at: text.slice(span.start, span.end) };
}

describe("beyond a limit there is one finding, which names the limit and its setting", () => {
  const { limits } = defaultConfiguration;

  test("a stanza that is too long", () => {
    const length = isLong ? 100_000_000 : limits.stanzaLength + 1;
    const stanza = "<message id='' type='bogus'/>";
    const text = (value: number) => stanza.replace("id=''", `id='${"x".repeat(value)}'`);
    expect(onlyLimit(text(length))).toEqual({
      at: "message",
      message:
        "This stanza is longer than 1000000 characters, so it is not checked. Shorten it, or raise the setting limits.stanzaLength.",
    });
    const [just] = open(text(limits.stanzaLength - stanza.length)).findings();
    expect(just?.finding.rule.id).toBe("stanza-type-invalid");
  });

  test("elements that are too deep", () => {
    const text = (depth: number) =>
      `<message type='bogus'>${"<a>".repeat(depth)}${"</a>".repeat(depth)}</message>`;
    const limit = onlyLimit(text(limits.depth));
    expect(limit.at).toBe("a");
    expect(limit.message).toContain("256 elements");
    expect(limit.message).toContain("raise the setting limits.depth");
    const [just] = open(text(limits.depth - 1)).findings();
    expect(just?.finding.rule.id).toBe("stanza-type-invalid");
    onlyLimit(text(isLong ? 1_000_000 : 100_000));
    onlyLimit(`<message>${"<a>".repeat(isLong ? 1_000_000 : 100_000)}`);
  });

  test("too many attributes", () => {
    const text = (count: number) =>
      `<message ${Array.from({ length: count }, (_, i) => `a${i}='x'`).join(" ")} type='bogus'/>`;
    const limit = onlyLimit(text(limits.attributes));
    expect(limit.at).toBe("type");
    expect(limit.message).toContain("1000 attributes");
    expect(limit.message).toContain("raise the setting limits.attributes");
    const [just] = open(text(limits.attributes - 1)).findings();
    expect(just?.finding.rule.id).toBe("stanza-type-invalid");
    onlyLimit(text(isLong ? 1_000_000 : 50_000));
  });

  test("too many findings, of many stanzas and of one", () => {
    const stanza = "<message type='bogus'/>\n";
    const nested = stanza.replace("type='bogus'", "xmlns='jabber:client' type='error'");
    const count = isLong ? 1_000_000 : 12_000;
    for (const text of [stanza.repeat(count), `<message>${nested.repeat(12_000)}</message>`]) {
      const found = open(text).findings();
      expect(found).toHaveLength(limits.findings + 1);
      const { finding, span } = found.at(-1)!;
      expect(finding.rule.id).toBe("limit-exceeded");
      expect(messageOf(finding)).toContain("more than 10000 findings");
      expect(messageOf(finding)).toContain("raise the setting limits.findings");
      expect(span.start).toBeGreaterThanOrEqual(found.at(-2)!.span.start);
    }
    expect(open(stanza.repeat(limits.findings)).findings()).toHaveLength(limits.findings);
  });

  test("a limit that was raised lets the stanza be checked", () => {
    const text = `<message type='bogus'>${"<a>".repeat(2000)}${"</a>".repeat(2000)}</message>`;
    const raised = { ...defaultConfiguration, limits: { ...limits, depth: 3000 } };
    const [found] = open(text, raised).findings();
    expect(found?.finding.rule.id).toBe("stanza-type-invalid");
  });
});

test("an entity bomb is what RFC 6120 forbids, and is not expanded", () => {
  const text = hostileTexts["an entity bomb in a stanza"]!(5_000);
  const found = open(text).findings();
  expect(found.map(({ finding }) => finding.rule.id)).toEqual(["xml-restricted", "xml-restricted"]);
});

/** The engine keeps its way back on a stack of a fixed size, and throws where that is full. */
test.each([
  ["attributes without values", "<message ", "a="],
  ["attributes with values", "<message ", "a='' "],
  ["values with other quotes in them", "<message ", `a='"' `],
])(
  "a tag of millions of %s is too long for a regular expression, and is read",
  (_, start, part) => {
    for (const end of ["/>", ""]) proveRanges(open(start + part.repeat(6_000_000) + end));
  },
);

test("a million stanzas of the same id come and go", () => {
  const line =
    "<iq id='1' type='get' to='a@b'><a xmlns='urn:a'/></iq>\n<iq id='1' type='result'/>\n";
  const half = line.repeat(isLong ? 250_000 : 5_000);
  const document = open(half + half);
  expect(document.findings()).toEqual([]);
  document.edit({ span: { start: 0, end: half.length }, newText: "" });
  expect(document.findings()).toEqual([]);
  document.edit({ span: { start: 0, end: 0 }, newText: half });
  expect(document.findings()).toEqual([]);
  document.configure({ ...everyRule, rules: {} });
  expect(document.findings()).toEqual([]);
});

/** Milliseconds that the processor has worked for this process: others on it do not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of the fastest of some runs: what else the machine does only makes them longer. */
function fastest(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = worked();
    open(text, everyRule).findings();
    least = Math.min(least, worked() - start);
  }
  return least;
}

/** Four doublings: linear time takes 16 times as long, quadratic time 256 times. */
const TIMES = 16;
/** So much more than linear is allowed: what a machine does besides makes single doublings uneven. */
const ALLOWANCE = 3;

/**
 * Tags that get too long for the stack of regular expressions on the way: from there on a slower loop
 * reads them, which is one step and no slope. They are measured behind it, over two doublings: linear
 * time takes 4 times as long, quadratic time 16 times.
 */
const behindStep: Readonly<Record<string, number>> = {
  attributes: 2_560_000,
  "declarations and attributes with prefixes": 640_000,
};

describe.runIf(isLong)("time is linear over four doublings of the text", () => {
  const told: string[] = [];
  afterAll(() => console.log(told.join("\n")));

  test.each(cases)("%s", (name, make) => {
    const step = behindStep[name];
    let count = step ?? 5_000;
    // Long enough for a clock.
    while (step === undefined && count < 320_000 && fastest(make(count), 3) < 20) count *= 2;
    const factor = step === undefined ? TIMES : 4;
    let small = fastest(make(count), 3);
    let large = fastest(make(factor * count), 3);
    const ratioNow = () => large / Math.max(small, 10);
    // Whoever else uses the caches of the processor makes single runs slow; a slope stays.
    for (let more = 0; more < 2 && ratioNow() >= ALLOWANCE * factor; more++) {
      small = Math.min(small, fastest(make(count), 3));
      large = Math.min(large, fastest(make(factor * count), 3));
    }
    const ratio = ratioNow();
    const times = `${small.toFixed(0)} ms, ${factor * count}: ${large.toFixed(0)} ms`;
    told.push(`${name}: ${count}: ${times}, ratio ${ratio.toFixed(1)}`);
    expect(ratio, `${count}: ${times}`).toBeLessThan(ALLOWANCE * factor);
  });
});
