/** Documents that hold stanzas in regions, and those that are nothing but stanzas. */

import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { findRule } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import markdown from "../../server/core/sources/markdown";
import { runToCompletion } from "../../server/core/text/steps";
import { everyRule, placesOf } from "../support/documents";

const broken = "<iq type='get' id='1'/>\n";
const block = (text: string) => `\`\`\`xml\n${text}\`\`\`\n`;

describe("a document without an adapter", () => {
  it("is one region, with the findings and fixes of its stanzas", () => {
    const document = new SourceDocument(broken, defaultConfiguration);
    expect(document.regions()).toHaveLength(1);
    const [found] = document.findings();
    expect(found?.finding.rule.id).toBe("iq-payload");
    expect(document.fixes(found!)).toEqual(document.regions()[0]?.document.fixes(found!));
    expect(document.stanzaSpanAt(3)).toEqual({ start: 0, end: broken.length - 1 });
    expect(document.stanzaSpanAt(broken.length)).toBeUndefined();
  });

  it("is edited and repaired like its stanzas", () => {
    const document = new SourceDocument("<iq type='result'/>\n", defaultConfiguration);
    const missing = findRule("iq-id-missing")!;
    const repaired = applyEdits(document.text, runToCompletion(document.repairingOf(missing)));
    expect(document.withText(repaired).findings()).toEqual([]);
    document.edit({ span: { start: 0, end: document.text.length }, newText: "<iq/>" });
    expect(document.text).toBe("<iq/>");
    expect(document.regions()[0]?.region.text).toBe("<iq/>");
    expect(document.findings().length).toBeGreaterThan(0);
  });
});

describe("a document with an adapter", () => {
  const other = broken.replace("1", "2");
  const text = `a\n\n${block(broken)}\nb\n\n${block(other)}\n`;

  it("has the stanza at an offset, in places of the host", () => {
    const document = new SourceDocument(text, defaultConfiguration, markdown);
    const start = text.indexOf("<iq");
    expect(document.stanzaSpanAt(start + 1)).toEqual({ start, end: start + broken.length - 1 });
    expect(document.stanzaSpanAt(0)).toBeUndefined();
    expect(document.regionAt(0)).toBeUndefined();
    expect(document.regionAt(text.lastIndexOf("<iq"))).toBe(document.regions()[1]);
  });

  it("keeps what it knows of the regions that an edit leaves as they are", () => {
    const document = new SourceDocument(text, defaultConfiguration, markdown);
    const [first, second] = document.regions().map((view) => view.document);
    const found = document.findings();
    const at = text.indexOf("b\n");
    document.edit({
      span: { start: at, end: at },
      newText: `c\n\n${block(broken.replace("1", "3"))}\n`,
    });
    expect(document.regions().map((view) => view.document === first)).toEqual([true, false, false]);
    expect(document.regions()[2]?.document).toBe(second);
    expect(document.findings()).toHaveLength(3);
    // The findings from before are about another text.
    expect(document.fixes(found[1]!)).toEqual([]);
    const all = document.text;
    document.edit({ span: { start: 0, end: all.length }, newText: text });
    expect(placesOf(document.findings())).toEqual(placesOf(found));
  });

  it("takes another configuration, and can be checked bit by bit", () => {
    const document = new SourceDocument(text, defaultConfiguration, markdown);
    expect([...document.check()]).toHaveLength(2);
    expect([...document.check()]).toEqual([]);
    document.configure({ ...everyRule, rules: { "iq-payload": "off" } });
    expect(document.findings()).toEqual([]);
    expect(document.withText(text).findings()).toEqual([]);
  });

  it("has findings up to the limit of a file, whatever they are spread over", () => {
    const limits = { ...defaultConfiguration.limits, findings: 2 };
    const rulesOf = (count: number) =>
      new SourceDocument(block(broken).repeat(count), { ...defaultConfiguration, limits }, markdown)
        .findings()
        .map(({ finding }) => finding.rule.id);
    expect(rulesOf(2)).toEqual(["iq-payload", "iq-payload"]);
    expect(rulesOf(3)).toEqual(["iq-payload", "iq-payload", "limit-exceeded"]);
    expect(rulesOf(9)).toEqual(rulesOf(3));
  });

  it("keeps the documents of regions with findings only, if it is checked once", () => {
    const right = "<iq type='result' id='7' to='a@example.org/b'/>\n";
    const text = block(right) + block(broken) + block(right);
    const document = new SourceDocument(text, defaultConfiguration, markdown);
    let count = 0;
    const found = document.findingsOnce((view) => {
      count += view.document.countStanzas();
    });
    expect(count).toBe(3);
    expect(document.regions().map(({ isOpen }) => isOpen)).toEqual([false, true, false]);
    expect(placesOf(found)).toEqual(placesOf(document.findings()));
    document.repairs();
    const fresh = new SourceDocument(text, defaultConfiguration, markdown);
    fresh.repairs();
    expect(fresh.regions().map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
  });
});
