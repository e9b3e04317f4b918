/** A text that is checked part by part: the same is found at the same places, wherever the parts end. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChunkedChecker } from "../../server/core/document/chunkedText";
import { rules } from "../../server/core/rules";
import { LineIndex } from "../../server/core/text/lines";
import { generateStanzas } from "../bench/generate";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { runs } from "../support/random";

/** `line:character rule`, in order. */
type Reports = readonly string[];

function inParts(text: string, part: number, chunk = 50, maxLength?: number): Reports {
  const chunked = new ChunkedChecker(everyRule, { part, maxLength });
  const reports: string[] = [];
  const tell = (one: ReturnType<ChunkedChecker["add"]>) => {
    for (const { finding, span } of one?.findings ?? []) {
      const { line, character } = one!.lines.positionAt(span.start);
      reports.push(`${line}:${character} ${finding.rule.id}`);
    }
  };
  for (let at = 0; at < text.length; at += chunk) tell(chunked.add(text.slice(at, at + chunk)));
  tell(chunked.end());
  return reports;
}

function asWhole(text: string): Reports {
  const lines = new LineIndex(text);
  return open(text, everyRule)
    .findings()
    .map(({ finding, span }) => {
      const { line, character } = lines.positionAt(span.start);
      return `${line}:${character} ${finding.rule.id}`;
    });
}

function withoutReplies(reports: Reports): Reports {
  return reports.filter((one) => !/ reply-| request-| suppression-unused/.test(one));
}

/** Rules whose findings the request of a reply may excuse; in doubt they report nothing. */
const excusable = rules.filter(({ isExcused }) => isExcused).map(({ id }) => id);
const isExcusable = (one: string) => excusable.some((id) => one.endsWith(` ${id}`));

test("a capture with mistakes has the same findings, whatever the size of the parts", () => {
  const text = generateStanzas(6000, 2);
  const whole = asWhole(text);
  expect(whole.length).toBeGreaterThan(5);
  for (const part of [1, 100, 500, 1000, 3000, 100_000]) {
    expect(inParts(text, part), `parts of ${part}`).toEqual(whole);
  }
});

test("every fixture has the same findings, but for those that need the whole text", () => {
  const sizes = fc.record({
    part: fc.integer({ min: 1, max: 2000 }),
    chunk: fc.integer({ min: 1, max: 300 }),
  });
  for (const fixture of fixtures) {
    // The first part shows that the whole text is XMPP.
    const text = `<stream:features/>\n${fixture.text}`;
    const whole = withoutReplies(asWhole(text));
    fc.assert(
      fc.property(sizes, ({ part, chunk }) => {
        const parts = withoutReplies(inParts(text, part, chunk));
        const certain = (reports: Reports) => reports.filter((one) => !isExcusable(one));
        expect(certain(parts)).toEqual(certain(whole));
        expect(whole).toEqual(expect.arrayContaining(parts.filter(isExcusable)));
      }),
      { numRuns: runs(8) },
    );
  }
});

test("an address that may be its request's is not reported, nor an id that a request may lack", () => {
  const error = "<error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
  const filler = "<presence/>\n".repeat(10);
  const request = `<message id='1' to='@'/>\n`;
  const reply = `<message type='error' id='1' from='@'>${error}</message>\n`;
  expect(inParts(`${request}${filler}${reply}`, 20)).toEqual(["0:20 jid-invalid"]);
  const asked = "<iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>\n";
  const answer = "<iq type='result'/>\n";
  expect(inParts(`${asked}${answer}`, 20)).toEqual(["0:1 iq-id-missing"]);
  expect(inParts(`${asked}${filler}${answer}`, 20)).toEqual([
    "0:1 iq-id-missing",
    "11:1 iq-id-missing",
  ]);
});

describe("these carry over from a part to the next:", () => {
  const missing = "<iq type='result'/>\n";
  const filler = "<presence/>\n".repeat(10);

  test("namespaces and languages", () => {
    const error =
      "<iq type='error' id='1'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>a</text></error></iq>\n";
    const text = `<log xmlns='urn:x'>${filler}${missing}<stream xmlns='jabber:client' xml:lang='en'>\n${filler}${error}</stream>${missing}</log>${missing}`;
    const whole = asWhole(text);
    expect(whole).toHaveLength(1); // of the last, which is in no namespace that is somebody else's
    expect(inParts(text, 1, 7)).toEqual(whole);
  });

  test("rules that a comment disables, until another enables them", () => {
    const text = `${missing}<!-- xmpp-stanza-disable iq-id-missing -->${filler}${missing}${filler}<!-- xmpp-stanza-enable -->${filler}${missing}`;
    expect(inParts(text, 1)).toEqual(asWhole(text));
    expect(inParts(text, 1)).toHaveLength(2);
  });

  test("rules disabled for the file, from there on", () => {
    const text = `<!-- xmpp-stanza-disable-file iq-id-missing -->${filler}${missing}`;
    expect(inParts(text, 1)).toEqual([]);
  });

  test("a rule disabled for the next line", () => {
    const comment = "<!-- xmpp-stanza-disable-next-line iq-id-missing -->";
    const text = `${filler}<presence/>${comment}<presence/>\n${missing}${filler}${missing}`;
    expect(asWhole(text)).toHaveLength(1);
    expect(inParts(text, 1)).toEqual(asWhole(text));
  });

  test("a rule disabled for a line in which a part would end", () => {
    const comment = "<!-- xmpp-stanza-disable-next-line iq-id-missing -->\n";
    const text = `${filler}${comment}<presence/>${missing.trim().repeat(3)}\n${missing}${filler}`;
    expect(asWhole(text)).toHaveLength(1);
    expect(inParts(text, 1, 9)).toEqual(asWhole(text));
  });

  test("a comment with a mistake, which is reported once", () => {
    const text = `<!-- xmpp-stanza-disable no-rule, iq-id-missing -->${filler}${missing}${filler}`;
    expect(asWhole(text)).toHaveLength(1);
    expect(inParts(text, 1)).toEqual(asWhole(text));
  });

  test("a comment just before a stanza", () => {
    const text = `${filler}<!-- xmpp-stanza-expect iq-id-missing -->\n${missing}${filler}<!-- xmpp-stanza-expect iq-id-missing -->\n<presence/>`;
    for (const part of [1, 60, 130, 170]) expect(inParts(text, part, 11)).toEqual(asWhole(text));
    expect(asWhole(text)).toHaveLength(1);
  });

  test("places after a line end CR LF at the end of a part", () => {
    // No stanza ends in the empty lines, so that they are cut at the size that is too much.
    const text = `<presence/>${"\r\n".repeat(60)}${missing}`;
    for (const maxLength of [20, 21, 22, 23]) {
      expect(inParts(text, 1, 1, maxLength), `at maxLength ${maxLength}`).toEqual(asWhole(text));
    }
  });

  test("places on one long line", () => {
    const text = `${"<presence/>".repeat(40)}<iq type='result'/>`;
    expect(inParts(text, 20, 9)).toEqual(asWhole(text));
  });
});

test("a finding of a reply has its fixes as often as they are asked for, until the next part is there", () => {
  const get = "<iq type='get' id='1' from='a@a.example' to='b@b.example'><q xmlns='u'/></iq>\n";
  const result = "<iq type='result' id='1' from='a@a.example' to='b@b.example'/>\n";
  const chunked = new ChunkedChecker(everyRule, { part: 10_000 });
  chunked.add(get + result);
  const { document, findings } = chunked.end();
  expect(findings.map(({ finding }) => finding.rule.id)).toEqual(["reply-address"]);
  const [found] = findings;
  const fixes = document.fixes(found!);
  expect(fixes).toHaveLength(1);
  expect(document.fixes(found!)).toEqual(fixes);
  expect(document.findings()).toEqual(findings);
});

describe("findings that need the whole text are not reported:", () => {
  const request = "<message id='1' from='a@a.example' to='b@b.example'/>\n";
  const reply =
    "<presence id='1' type='error' from='b@b.example' to='a@a.example'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>\n";
  const filler = "<presence/>\n".repeat(200);

  test("a reply of another kind is reported within its part, and not beyond", () => {
    expect(inParts(request + reply, 10_000)).toEqual(asWhole(request + reply));
    expect(inParts(request + reply, 10_000)).toHaveLength(1);
    expect(inParts(request + filler + reply, 500)).toEqual([]);
  });

  test("a comment that silences nothing may do so in another part", () => {
    const text = `<!-- xmpp-stanza-disable iq-id-missing -->${filler}`;
    expect(asWhole(text)).toHaveLength(1);
    expect(inParts(text, 500)).toEqual([]);
  });
});
