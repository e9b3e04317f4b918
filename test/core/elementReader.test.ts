/**
 * What the reader of plain elements reads is read as saxes reads it: the same tree, with the same places. And
 * nearly all stanzas are plain, or the reader would be for nothing.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../server/core/rules/edits";
import { ElementReader } from "../../server/core/xml/elementReader";
import { Framer } from "../../server/core/xml/frame";
import { defaultParseLimits, noParseLimits } from "../../server/core/xml/limits";
import { parse, parseStrictly } from "../../server/core/xml/parse";
import { openScope, type Scope } from "../../server/core/xml/scope";
import type { ParseResult, XmlAttribute, XmlNode } from "../../server/core/xml/tree";
import { framedStanzas } from "../../server/core/xmpp/stanza";
import { generateStanzas } from "../bench/generate";
import { noCorpus, readCorpus } from "../support/corpus";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { framesOf } from "../support/frames";
import { editOf, pieces, rawEdit, runs } from "../support/random";
import { withoutReader } from "./shapeTexts";

const scope = openScope(undefined, "stream:stream", {
  namespaces: new Map([
    ["", "jabber:client"],
    ["a", "urn:example:a"],
  ]),
  language: "en",
});

/** All that a tree says, with its places, as data. */
function dataOf(result: ParseResult): unknown {
  if (!result.root) return result;
  return [node(result.root), result.restricted, result.comments];
}

function node(one: XmlNode): unknown {
  if (one.kind === "comment") return { value: one.value, span: one.span };
  if (one.kind === "text") {
    const { value, cdata, unresolved, span } = one;
    return { value, cdata, unresolved, span };
  }
  const { name, prefix, local, namespace, span, startTag, nameSpan, endTag, language } = one;
  const children = one.children.map(node);
  const attributes = one.attributes.map(attribute);
  const tags = { span, startTag, nameSpan, endTag };
  return { name, prefix, local, namespace, tags, language: language?.span, attributes, children };
}

function attribute(one: XmlAttribute): unknown {
  const { name, prefix, local, value, unresolved, span, nameSpan, valueSpan } = one;
  return { name, prefix, local, value, unresolved, span, nameSpan, valueSpan };
}

function expectSame(source: string, around: Scope | undefined, limits = noParseLimits): void {
  const strict = dataOf(parseStrictly(source, around, limits));
  expect(dataOf(parse(source, around, limits)), source).toEqual(strict);
}

function isPlain(source: string, around: Scope | undefined = undefined): boolean {
  return new ElementReader(source).read(0, around) === source.length;
}

function stanzasOf(text: string): { source: string; around: Scope | undefined }[] {
  const document = open(text);
  return document.stanzaSpans().map(({ start, end }) => ({
    source: text.slice(start, end),
    around: document.scopeAt(start),
  }));
}

test.each([
  "<iq/>",
  "<iq />",
  "<iq\n\ttype = 'get'\r\n to=\"a\" ></iq\n>",
  "<a:iq xmlns:a='jabber:client'><a:b a:c='d' xml:lang='en'/></a:iq>",
  "<message><body>a &amp; b &lt;c&gt; &quot;&apos;</body></message>",
  "<message to='&quot;a&quot;@b' from=\"it's\"/>",
  "<message>\r\n  <body>a\rb\r\nc</body>\r\n</message>",
  "<message><body>é 👩 \u0085 ]] > ]></body></message>",
  "<presence><c ver='a=b/c+d=='/></presence>",
])("%j is plain", (source) => {
  expect(isPlain(source)).toBe(true);
  expectSame(source, undefined);
});

test.each([
  ["a comment", "<iq><!--a--></iq>"],
  ["a CDATA section", "<iq><![CDATA[a]]></iq>"],
  ["an instruction", "<iq><?a?></iq>"],
  ["a character reference", "<iq>&#65;</iq>"],
  ["an entity that is none of the five", "<iq a='&nope;'/>"],
  ["an entity by the name of what all objects have", "<iq>&toString;</iq>"],
  ["a bare ampersand", "<iq>a & b</iq>"],
  ["an ampersand at the end", "<iq>&amp</iq>"],
  ["a name beyond ASCII", "<iq><ö/></iq>"],
  ["a name with two colons", "<iq><a:b:c/></iq>"],
  ["a name that begins with a colon", "<iq><:a/></iq>"],
  ["a name that ends with a colon", "<iq><a:/></iq>"],
  ["a name that begins with a digit", "<iq><1/></iq>"],
  ["a line end in a value", "<iq a='b\nc'/>"],
  ["a less-than sign in a value", "<iq a='<'/>"],
  ["a value without quotes", "<iq a=b/>"],
  ["an attribute without value", "<iq a/>"],
  ["attributes that touch", "<iq a='b'c='d'/>"],
  ["the same attribute twice", "<iq a='b' a='c'/>"],
  ["a slash in a tag", "<iq / ></iq>"],
  ["an end tag of something else", "<iq><a></b></iq>"],
  ["an end tag that is longer", "<iq><a></ab></iq>"],
  ["an end tag with more in it", "<iq></iq a>"],
  ["an element that is open", "<iq><a></iq>"],
  ["a stanza that is open", "<iq><a/>"],
  ["a second root", "<iq/><iq/>"],
  ["text behind the root", "<iq/> "],
  ["text before the root", " <iq/>"],
  ["the end of a CDATA section", "<iq>]]></iq>"],
  ["a control character", "<iq>\u0001</iq>"],
  ["no character", "<iq>\uffff</iq>"],
  ["half a surrogate pair", "<iq>\ud800</iq>"],
  ["nothing", ""],
  ["a value that is never closed", "<iq a='b/>"],
  ["a name that is never closed", "<iq"],
])("%s is for saxes", (_, source) => {
  expect(isPlain(source)).toBe(false);
  expectSame(source, undefined);
});

test("what goes on behind the part of the text that is read at once is read as a whole", () => {
  const end = "\u{1f600}&amp;<b c='\u{1f600}&quot;d'></b>]] </body></message>";
  for (const length of [2000, 32_700, 65_500]) {
    for (let n = length; n < length + 60; n++) {
      const source = `<message><body>${"x".repeat(n)}${end}`;
      expect(isPlain(source)).toBe(true);
      if (n % 4 === 0) expectSame(source, undefined);
    }
  }
  const stanza = `<message id='\u{1f600}'><body>&lt;${end}\n`;
  const source = `${stanza}<iq><a></iq>\n${" ".repeat(3000)}`.repeat(60);
  const frames = () => framesOf(new Framer(source, framedStanzas));
  expect(frames()).toEqual(withoutReader(frames));
});

test("limits hold as they do for saxes", () => {
  const limits = { ...defaultParseLimits, depth: 3, attributes: 2 };
  for (const source of [
    "<iq><a><b/></a></iq>",
    "<iq><a><b><c/></b></a></iq>",
    "<iq a='' b=''/>",
    "<iq a='' b='' c=''/>",
  ]) {
    expectSame(source, undefined, limits);
  }
  const many = Array.from({ length: 40 }, (_, i) => ` a${i}=''`).join("");
  expectSame(`<iq${many}/>`, undefined);
});

test("mistakes about namespaces are those that saxes' tree has", () => {
  for (const source of [
    "<iq><p:a/></iq>",
    "<iq p:a=''/>",
    "<iq xmlns:p=''/>",
    "<iq xmlns:xml='urn:x'/>",
    "<iq xmlns:p='u' xmlns:q='u' p:a='' q:a=''/>",
    "<iq xmlns='urn:x'><a:b/></iq>",
  ]) {
    expectSame(source, undefined);
    expectSame(source, scope);
  }
});

test("every stanza of the fixtures has the same tree", () => {
  for (const { text } of fixtures) {
    for (const { source, around } of stanzasOf(text)) expectSame(source, around);
  }
});

const files = readCorpus();

test.skipIf(files.length === 0)(
  `every stanza of the collection has the same tree ${noCorpus}`,
  () => {
    let plain = 0;
    let count = 0;
    for (const { text } of files) {
      for (const { source, around } of stanzasOf(text)) {
        expectSame(source, around);
        count++;
        if (isPlain(source, around)) plain++;
      }
    }
    expect(plain / count).toBeGreaterThan(0.8);
  },
);

test("stanzas that were edited have the same tree", () => {
  const sources = stanzasOf(generateStanzas(3000, 3)).map(({ source }) => source);
  const edits = fc.array(rawEdit, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...sources), edits, (source, raws) => {
      let text = source;
      for (const raw of raws) text = applyEdits(text, [editOf(raw, text)]);
      expectSame(text, scope);
    }),
    { numRuns: runs(2000) },
  );
});

test("whatever is put together has the same tree", () => {
  const text = fc.array(fc.constantFrom(...pieces, "<a", "<a b='c'>", "</a>", "/>", "a"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (parts) => expectSame(`<iq>${parts.join("")}</iq>`, scope)),
    { numRuns: runs(3000) },
  );
});
