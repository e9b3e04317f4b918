/** Cached results of shapes: a stanza of a known shape has the findings that it has alone. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { checkStanza } from "../../server/core/check/checkStanza";
import { type Configuration, defaultConfiguration } from "../../server/core/check/config";
import { type DocumentFinding, forget, place } from "../../server/core/check/documentFindings";
import { lintStanza } from "../../server/core/check/lint";
import { FramedText } from "../../server/core/document/framedText";
import type { Rule } from "../../server/core/rules/rule";
import { EditableText } from "../../server/core/text/editableText";
import { Framer } from "../../server/core/xml/frame";
import type { Scope } from "../../server/core/xml/scope";
import { framedStanzas } from "../../server/core/xmpp/stanza";
import type { StanzaSummary } from "../../server/core/xmpp/summary";
import { noCorpus, readCorpus } from "../support/corpus";
import { everyRule, open } from "../support/documents";
import { framesOf } from "../support/frames";
import { pieces, runs } from "../support/random";
import { edited, sources, withoutReader } from "./shapeTexts";

const files = readCorpus();

/** All that is known of a summary, as data. */
function dataOf(summary: StanzaSummary | undefined): unknown {
  if (!summary) return undefined;
  const { kind, type, isTypeUnknown, id, from, to, nameSpan, payload, payloadNamespace } = summary;
  const names = { payload, payloadNamespace, error: summary.error };
  return { kind, type, isTypeUnknown, id, from, to, nameSpan, ...names };
}

/** All of a finding, with its places, as data. */
function findingData({ finding, span, stanzaStart, related }: DocumentFinding): unknown {
  const { rule, severity, messageKey, values } = finding;
  return { rule: rule.id, severity, messageKey, values, span, stanzaStart, related };
}

/** True if the findings of the rule depend on other stanzas, so that none are in a stanza alone. */
const looksAtOthers = ({ check: { on } }: Rule) => on === "reply" || on === "request";

/** Expects of a text what one gets that looks at each stanza of it. */
function expectSame(source: string, configuration: Configuration): void {
  const usual = withoutReader(() => framesOf(new Framer(source, framedStanzas)));
  const framed = new FramedText(new EditableText(source));
  const frames = framed.pieces.map(({ kind, start, end, scope, reach }) => {
    return { kind, start, end, scope, reach };
  });
  expect(frames, source).toEqual(usual);
  const document = open(source, configuration);
  const found = document.findings().filter(({ finding }) => !looksAtOthers(finding.rule));
  const stanzas = usual.filter(({ kind }) => kind === "stanza");
  const elements = usual.filter(({ kind }) => kind !== "comment");
  // The request of a reply may excuse a finding, and is not in the stanza.
  const isThere = (rule: Rule, at: number) =>
    found.some(({ finding, span }) => finding.rule === rule && span.start === at);
  const lint = (start: number, end: number, scope: Scope | undefined) =>
    withoutReader(() => lintStanza(source.slice(start, end), scope, configuration));
  const expected = elements.flatMap(({ start, end, scope }) =>
    lint(start, end, scope)
      .filter(({ rule, span }) => !rule.isExcused || isThere(rule, span.start + start))
      .map((one) => findingData(place(forget(one), start))),
  );
  const actual = found.map(findingData);
  expect(actual, source).toEqual(expected);
  for (const [i, { summary }] of document.stanzas().entries()) {
    const { start, end, scope } = stanzas[i]!;
    const read = checkStanza(source.slice(start, end), scope, configuration).summary;
    expect(dataOf(summary), source.slice(start, end)).toEqual(dataOf(read));
  }
}

/** Comments that silence are for the document. */
const isPlain = (source: string) => !source.includes("xmpp-stanza-");

test.each([
  ["usual", defaultConfiguration],
  ["all", everyRule],
])("with the %s rules, all texts have the findings and summaries of their stanzas", (_, all) => {
  // More than once: at first shapes are learned.
  for (let round = 0; round < 3; round++) {
    for (const source of sources.filter(isPlain)) expectSame(source, all);
  }
});

test.skipIf(files.length === 0)(`so do those of the collection ${noCorpus}`, () => {
  for (const one of files) if (isPlain(one.text)) expectSame(one.text, defaultConfiguration);
});

test("edited stanzas have the same findings as alone", () => {
  const some = fc.array(edited, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, (parts) => {
      // The iq makes the text one of XMPP; without such a sign elements in others are no stanzas.
      const source = [...parts, "<iq type='result' id='last'/>"].join("\n");
      if (isPlain(source)) expectSame(source, everyRule);
    }),
    { numRuns: runs(500) },
  );
});

test("any stanzas have the same findings together as alone", () => {
  const parts = fc.array(fc.constantFrom(...pieces, "<a>", "</a>", "<iq id='a'>"), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (some) => {
      const source = `<iq type='get'>${some.join("")}</iq>`;
      if (isPlain(source)) expectSame(source, everyRule);
    }),
    { numRuns: runs(1000) },
  );
});

test("the addresses of a stanza that was recognised move with it", () => {
  const stanza = "<message from='a@b' to='c@d'/>\n";
  const document = open(stanza.repeat(4));
  const { summary } = document.stanzas()[3]!;
  for (const newText of ["<presence/>\n", "words\n", ""]) {
    expect([summary?.from?.value, summary?.to?.value]).toEqual(["a@b", "c@d"]);
    document.edit({ span: { start: 0, end: newText === "" ? 5 : 0 }, newText });
    expect(document.stanzas().at(-1)?.summary).toBe(summary);
  }
  expect([summary?.from?.value, summary?.to?.value]).toEqual(["a@b", "c@d"]);
});

test("beyond the limits a stanza is reported, however often its shape was met", () => {
  const { limits } = defaultConfiguration;
  const within = (some: object) => ({ ...defaultConfiguration, limits: { ...limits, ...some } });
  const deep = "<message><a><b/></a></message>\n".repeat(3);
  const wide = "<message a='' b='' c=''/>\n".repeat(3);
  const count = (text: string, some: object) => open(text, within(some)).findings().length;
  expect([count(deep, { depth: 3 }), count(deep, { depth: 2 })]).toEqual([0, 3]);
  expect([count(wide, { attributes: 3 }), count(wide, { attributes: 2 })]).toEqual([0, 3]);
  expect([count(deep, { stanzaLength: 30 }), count(deep, { stanzaLength: 29 })]).toEqual([0, 3]);
});

test("of many shapes the first are forgotten, and nothing else is different", () => {
  const unlike = Array.from({ length: 5000 }, (_, i) => `<message><a xmlns='urn:${i}'/></message>`);
  const document = open([...unlike, "<message to=''/>", ...unlike, "<message to=''/>"].join("\n"));
  expect(document.findings()).toHaveLength(2);
  expect(document.stanzas()).toHaveLength(10_002);
});
