/**
 * Whatever a text is, it can be checked: nothing is thrown, and every range is within the text. The long
 * run tries more of everything (test:long).
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noCorpus, readCorpus } from "../support/corpus";
import { everyRule, open, placesOf } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";
import { proveRanges } from "../support/wellBehaved";

const isLong = process.env.XMPP_STANZA_LONG === "1";

/** Checks the text, and asks for what follows from its findings. */
function prove(text: string): void {
  const document = open(text, everyRule);
  proveRanges(document);
  for (const found of document.findings().slice(0, 5)) {
    for (const { edits } of document.fixes(found)) {
      let end = 0;
      for (const { span } of edits) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
  expect(document.text).toBe(text);
}

const name = fc.constantFrom(
  ...["message", "iq", "presence", "error", "text", "gone", "x:gone", "a", "forwarded", "ꙮ", "a:b"],
);
const value = fc.oneof(
  fc.constantFrom("error", "get", "x@y/z", "jabber:client", "urn:ietf:params:xml:ns:xmpp-stanzas"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const attribute = fc
  .tuple(fc.constantFrom("type", "id", "to", "xmlns", "xml:lang", "xmlns:x", "by"), value)
  .map(([key, text]) => ` ${key}='${text.replace(/[<&']/g, "")}'`);

/** XML that is well-formed but for what its values hold. */
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, fc.array(attribute, { maxLength: 4 }), fc.array(tie("content"), { maxLength: 4 }))
    .map(([tag, attributes, content]) =>
      content.length === 0
        ? `<${tag}${attributes.join("")}/>`
        : `<${tag}${attributes.join("")}>${content.join("")}</${tag}>`,
    ),
  content: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("\n  ", "words", "&amp;", "<!-- x -->", "<![CDATA[<]]>", "<?x?>", "&x;"),
    tie("element"),
  ),
}));

test("random strings", () => {
  const unit = fc.constantFrom("grapheme", "binary", "grapheme-ascii");
  const text = unit.chain((one) =>
    fc.string({ unit: one as "binary", maxLength: 200, size: "max" }),
  );
  fc.assert(fc.property(text, prove), { numRuns: runs(300) });
  const units = fc.array(fc.nat(0xffff), { maxLength: 100, size: "max" });
  fc.assert(
    fc.property(units, (codes) => prove(`<iq>${String.fromCharCode(...codes)}</iq>`)),
    { numRuns: runs(300) },
  );
});

test("pieces of stanzas in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: "max" }), (all) =>
      prove(all.join("")),
    ),
    { numRuns: runs(500) },
  );
});

test("random XML", () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (all) => prove(all.join("\n"))),
    {
      numRuns: runs(500),
    },
  );
});

/** A change of a text, before the text is known: what is at a place is put elsewhere, doubled or cut. */
const mutation = fc.record({
  at: fc.nat(),
  length: fc.nat(60),
  to: fc.nat(),
  piece: fc.option(fc.constantFrom(...pieces), { freq: 2, nil: undefined }),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { at, length, to, piece }: Mutation): string {
  const start = at % (text.length + 1);
  const moved = piece ?? text.slice(to % (text.length + 1)).slice(0, length);
  return text.slice(0, start) + moved + text.slice(start + (length % 3 === 0 ? length : 0));
}

/** The short run opens each of so many prefixes anew; it types all of them all the same. */
const step = isLong ? 1 : 10;

test.each(fixtures.map(({ name, text }) => [name, text] as const))(
  "every prefix of %s can be checked, typed key by key",
  (_, text) => {
    const typed = open("", everyRule);
    for (let length = 0; length < text.length; length++) {
      typed.edit({ span: { start: length, end: length }, newText: text[length]! });
      proveRanges(typed);
      if ((length + 1) % step !== 0) continue;
      const anew = open(text.slice(0, length + 1), everyRule);
      proveRanges(anew);
      const [one, other] = [typed, anew].map((document) => placesOf(document.findings()));
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
    }
    expect(typed.text).toBe(text);
  },
);

const files = readCorpus();

describe.each([
  { what: "fixtures", texts: fixtures.map(({ text }) => text), note: "" },
  { what: "the corpus", texts: files.map(({ text }) => text), note: noCorpus },
])("$what, changed at random", ({ texts, note }) => {
  test.skipIf(texts.length === 0)(`can be checked ${note}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.array(mutation, { minLength: 1, maxLength: 6, size: "max" }),
        (text, from, mutations) => {
          // A part of it: most of a long text would stay as it is.
          const part =
            text.length > 3000 ? text.slice(from % (text.length - 2000)).slice(0, 2000) : text;
          prove(mutations.reduce(mutate, part));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

test.skipIf(files.length === 0)(`every file of the corpus can be checked ${noCorpus}`, () => {
  for (const { text } of files) proveRanges(open(text, everyRule));
});
