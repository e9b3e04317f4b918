/** A log that is checked part by part: the same is found at the same places, wherever the parts end. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { ChunkedChecker } from "../../server/core/document/chunkedText";
import transcript from "../../server/core/sources/transcript";
import { LineIndex } from "../../server/core/text/lines";
import { everyRule } from "../support/documents";
import { runs } from "../support/random";
import { openSource } from "../support/sources";

const error = "<error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
const get = (id: string) =>
  `<iq type='get' id='${id}' to='mill.example'><query xmlns='urn:example:a'/></iq>`;

const records = [
  `10:00:00 SENT: <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`,
  `10:00:01 RECV: ${get("q1")}`,
  `10:00:02 queued ${get("q1")}`,
  `10:00:03 SENT: <iq type='result'/>`,
  `10:00:04 RECV: <message id='m1' type='error'><body>one\n10 two\n  three</body>${error}</message>`,
  `10:00:05 RECV:\n<message id='m2'>\n  <body>a</body>\n</message>`,
  `10:00:06 expected <iq> but read <a>`,
  `10:00:07 SENT: <presence/><presence type='gone'/>`,
  `10:00:08 SENT b'<iq type=\\'get\\' id=\\'q2\\'/>'`,
  `10:00:09 RECV: <message id='m3'><body>a & b</body></message>`,
  `10:00:10 RECV: <message id='m4'><body>a</body>`,
  `<!-- xmpp-stanza-disable-next-line iq-id-missing -->\n10:00:11 SENT: <iq type='result'/>`,
  `<!-- xmpp-stanza-disable iq-payload -->\n10:00:12 SENT: <iq type='get' id='q3'/>`,
  `10:00:13 words`,
];

/** `line:character rule`, in order, and the number of stanzas. */
function inParts(text: string, part: number): { told: string[]; count: number } {
  const parts = new ChunkedChecker(everyRule, { part, adapter: transcript });
  const told: string[] = [];
  let count = 0;
  const add = (one: ReturnType<ChunkedChecker["add"]>) => {
    for (const { finding, span } of one?.findings ?? []) {
      const { line, character } = one!.lines.positionAt(span.start);
      told.push(`${line}:${character} ${finding.rule.id}`);
    }
    count += one?.stanzaCount ?? 0;
  };
  for (let at = 0; at < text.length; at += 37) add(parts.add(text.slice(at, at + 37)));
  add(parts.end());
  return { told, count };
}

function asWhole(text: string): string[] {
  const lines = new LineIndex(text);
  return openSource(text, transcript)
    .findings()
    .map(({ finding, span }) => {
      const { line, character } = lines.positionAt(span.start);
      return `${line}:${character} ${finding.rule.id}`;
    });
}

const certain = (told: readonly string[]) =>
  told.filter((one) => !/ reply-| request-| suppression-unused|xml-restricted/.test(one));

test("has the same findings and the same number of stanzas, whatever the size of the parts", () => {
  const text = `${records.slice(0, 2).join("\n")}\n${records.join("\n")}\n`;
  const { count } = inParts(text, 1_000_000);
  expect(count).toBe(12);
  const whole = certain(asWhole(text));
  expect(whole.length).toBeGreaterThan(4);
  for (const part of [1, 50, 100, 300, 1000]) {
    expect([part, certain(inParts(text, part).told)]).toEqual([part, whole]);
    expect([part, inParts(text, part).count]).toEqual([part, count]);
  }
});

test("has the same findings in any order of its records", () => {
  // Words for both directions stand in the first records.
  const first = `${records[0]}\n${records[1]}\n${records[3]}\n`;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...records), { maxLength: 20 }),
      fc.integer({ min: 1, max: 600 }),
      (some, part) => {
        const text = `${first}${some.join("\n")}\n`;
        expect(certain(inParts(text, first.length + part).told)).toEqual(certain(asWhole(text)));
      },
    ),
    { numRuns: runs(60) },
  );
});
