/**
 * A stanza that is well-formed by saxes and stands alone is never reported as not well-formed, whatever its indentation,
 * what stands before and behind it, and the line of a log around it.
 */

import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import transcript from "../../server/core/sources/transcript";
import { runs } from "../support/random";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are holes
const attribute = fc.constantFrom(
  ...["", " id='1'", ' to="a@one.example"', " type='error'", " xmlns='jabber:client'"],
  ...[" subject='a > b'", ' subject="it\'s"', " subject='${x} {y} %s'", " subject='...'"],
  ...[" xmlns='urn:example:x'", "\n  from = 'b@two.example'", '\tid = "2"\t'],
  ...[" xmlns:p='urn:example:p' p:a=''", ' to=\'${a ? "b" : ""}\''],
  ...[" label='SEND: RECV: 10:00'", " path='C:\\new\\table'", " to='[jid]' from='****'"],
);
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are holes
const gap = fc.constantFrom("", "", "\n", "\n  ", "\n    ", "\n\n", "\n\t", "\n\t\t", "\n \n");
const words = fc.constantFrom(
  ...["", "words", "a &amp; b", "${a", "{b} c}", "...", "\n...\n", "[truncated]", "'", '"'],
  ...["<![CDATA[<iq>]]>", "<!-- <message> -->", "#{", "1 > 2", "@x@ %s"],
  ...["&#x2026;", "\n[...]\n", "…", "{% if a %}", "%(a)s", "\\n", '\\"', "[OPTIONAL]", "***"],
  ...["<![CDATA[</message>]]>", "<!-- ... -->", "<?a b?>", "]] >", "a C: b", "he wrote: it"],
);
const name = fc.constantFrom(
  ...["message", "iq", "presence", "body", "error", "a.b", "x-y"],
  ...["auth", "stream", "forwarded", "query", "text"],
);
const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
  element: fc
    .tuple(name, attribute, tie("content"), gap)
    .map(([one, own, inner, end]) =>
      inner === "" ? `<${one}${own}/>` : `<${one}${own}>${inner}${end}</${one}>`,
    ),
  content: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc
      .array(fc.tuple(gap, fc.oneof(words, tie("element"))), { maxLength: 4 })
      .map((parts) => parts.flat().join("")),
  ),
}));

const stanza = fc
  .tuple(fc.constantFrom("message", "iq", "presence"), attribute, content)
  .map(([kind, own, inner]) => `<${kind}${own}>${inner}</${kind}>`)
  .filter(isWellFormed)
  .filter((source) => !/^<\w+[^>]*xmlns='urn/.test(source));

function isWellFormed(source: string): boolean {
  let isRight = true;
  const saxes = new SaxesParser({ xmlns: true });
  saxes.on("error", () => {
    isRight = false;
  });
  saxes.write(source).close();
  return isRight;
}

const neighbour = fc.constantFrom(
  ...["", "words", "<presence/>", "<message>", "<iq type='get'", "<auth xmlns='urn:example:a'>"],
  ...["</iq>", "</message>", "<message>\n  <body>text", "<message to='a", "<iq><query></iq>"],
  ...["<message>\n<iq>\n</message>", "&", "<%s>", "...", "<stream:stream xmlns='jabber:client'>"],
  ...["<message id='1' ...", "<iq>\n...", "${", "}", "<doc>", "</doc>", "<!-- a -->"],
  ...["<r xmlns='urn:xmpp:sm:3'>", "<stream:features>\n<mechanisms xmlns='urn:example:m'>"],
  ...["<a:b xmlns:a='urn:example:a'>", "<body xmlns='http://jabber.org/protocol/httpbind'>"],
  ...["<?xml version='1.0'?>", "</stream:stream>", "<x xmlns='urn:example:x'/>", "[truncated]"],
  ...["<message to=a>", "<presence type='/>", "<message><body>$a", "<iq {} type='get'>", "C:"],
  ...["<query xmlns='urn:example:q'>\n<item/>", "<success>", "it's", "\tRECV: a"],
);
const lineEnd = fc.constantFrom("\n", "\n", "\r\n");
const around = fc.array(neighbour, { maxLength: 3 }).map((lines) => lines.join("\n"));

/** The texts of what is reported as not well-formed within the span. */
function brokenIn(document: SourceDocument, start: number, length: number): string[] {
  return document
    .findings()
    .filter(({ finding }) => finding.rule.id === "xml-not-well-formed")
    .filter(({ span }) => span.start >= start && span.start < start + length)
    .map(({ span }) => document.text.slice(span.start, span.end));
}

test("in a plain file", () => {
  const indentation = fc.constantFrom("", "  ", "\t", "        ");
  fc.assert(
    fc.property(
      around,
      indentation,
      stanza,
      around,
      lineEnd,
      (before, indent, one, behind, end) => {
        const withEnds = (lines: string) => lines.replaceAll("\n", end);
        // Deeper than one before it that is never closed, it would be its child.
        const lead = withEnds(`${before.replaceAll(/^/gm, indent)}\n${indent}`);
        const source = withEnds(one);
        const text = `${lead}${source}${withEnds(`\n${behind}`)}`;
        const document = new SourceDocument(text, defaultConfiguration);
        expect(brokenIn(document, lead.length, source.length), document.text).toEqual([]);
      },
    ),
    { numRuns: runs(500) },
  );
});

test("in a log", () => {
  const prefix = fc.constantFrom(
    ...["RECV: ", "10:00:01 SENT: ", "2026-01-02 10:00:01,123 DEBUG    RECV: ", "S: "],
    ...["Jan 02 10:00:01 c2s55\tdebug\tReceived[c2s]: ", "<< "],
  );
  const record = fc.constantFrom(
    ...["10:00:00 SENT: <iq type='result' id='1'/>", "10:00:00 Handled 1 stanza"],
    ...["10:00:00 RECV: <iq type='get' id='2'>", "RECV: <auth xmlns='urn:example:a'>"],
    ...["10:00:00 RECV: <message><body>A long story...", "SENT: <message to='a"],
  );
  const records = fc.array(record, { maxLength: 3 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(records, prefix, stanza, records, (before, lead, source, behind) => {
      const start = `${before}\n${lead}`;
      const text = `${start}${source}\n${behind}`;
      const document = new SourceDocument(text, defaultConfiguration, transcript);
      expect(brokenIn(document, start.length, source.length), text).toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});
