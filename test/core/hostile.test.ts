/**
 * Texts that want to break something. Here their numbers are small; `npm run test:long` takes them to the million. That
 * their time is linear is measured by `npm run bench -- --linear`.
 */

import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { messageOf } from "../../server/core/check/messages";
import { reportFinding } from "../../server/core/check/report";
import { conversationOf } from "../../server/core/conversation/conversation";
import { svgOf } from "../../server/core/conversation/conversationSvg";
import { createErrorReply } from "../../server/core/replies/reply";
import { LineIndex } from "../../server/core/text/lines";
import { inEnglish } from "../../server/core/text/translate";
import { everyRule, formattingOf, open } from "../support/documents";
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
  formattingOf(document, "  ");
  svgOf(conversationOf(document, inEnglish), inEnglish);
  const [stanza] = document.stanzaSpans();
  const options = { condition: "conflict", language: "en", payload: "before" as const };
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
        "Longer than 1000000 characters; not checked. Shorten it or raise limits.stanzaLength",
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
    expect(limit.message).toContain("raise limits.depth");
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
    expect(limit.message).toContain("raise limits.attributes");
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
      expect(messageOf(finding)).toContain("More than 10000 findings");
      expect(messageOf(finding)).toContain("raise limits.findings");
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

test("an entity bomb is reported as forbidden by RFC 6120, and is not expanded", () => {
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
