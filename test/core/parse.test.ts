/** Parsing: the tree with its offsets, and the exact place of what is not well-formed. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../server/core/text/span";
import { parse } from "../../server/core/xml/parse";
import { openScope, type Scope } from "../../server/core/xml/scope";
import type { XmlElement, XmlNode } from "../../server/core/xml/tree";
import { judge } from "../support/documents";
import { pieces, runs } from "../support/random";

/** The text of a span. */
function cut(source: string, { start, end }: Span): string {
  return source.slice(start, end);
}

function parsed(source: string, scope?: Scope) {
  const result = parse(source, scope);
  if (!result.root) throw new Error(`${result.error?.code} in ${source}`);
  return result;
}

function rootOf(source: string, scope?: Scope): XmlElement {
  return parsed(source, scope).root;
}

describe("a tree", () => {
  const source = `<c:iq xmlns:c="jabber:client"\n\ttype = 'get'  id='a&amp;b' >x&lt;<b/><!--d--><![CDATA[e]]></c:iq >`;
  const root = rootOf(source);

  test("has the names, namespaces and values", () => {
    expect([root.name, root.prefix, root.local, root.namespace]).toEqual([
      "c:iq",
      "c",
      "iq",
      "jabber:client",
    ]);
    expect(root.attributes.map(({ name, value }) => [name, value])).toEqual([
      ["xmlns:c", "jabber:client"],
      ["type", "get"],
      ["id", "a&b"],
    ]);
    expect(root.children.map((one) => (one.kind === "element" ? one.name : one.value))).toEqual([
      "x<",
      "b",
      "d",
      "e",
    ]);
  });

  test("knows where everything is", () => {
    expect(cut(source, root.span)).toBe(source);
    expect(cut(source, root.startTag)).toBe(source.slice(0, source.indexOf(">x") + 1));
    expect(cut(source, root.nameSpan)).toBe("c:iq");
    expect(cut(source, root.endTag!)).toBe("</c:iq >");
    expect(root.attributes.map(({ span }) => cut(source, span))).toEqual([
      'xmlns:c="jabber:client"',
      "type = 'get'",
      "id='a&amp;b'",
    ]);
    expect(root.attributes.map(({ nameSpan }) => cut(source, nameSpan))).toEqual([
      "xmlns:c",
      "type",
      "id",
    ]);
    expect(root.attributes.map(({ valueSpan }) => cut(source, valueSpan))).toEqual([
      "jabber:client",
      "get",
      "a&amp;b",
    ]);
    expect(root.children.map(({ span }) => cut(source, span))).toEqual([
      "x&lt;",
      "<b/>",
      "<!--d-->",
      "<![CDATA[e]]>",
    ]);
  });

  test("resolves references, and keeps undeclared ones as they are", () => {
    const { root, restricted } = parsed("<iq a='&#65;&#x42;&quot;&nope;'>&apos;&gone;</iq>");
    expect(root.attributes[0]).toMatchObject({ value: 'AB"&nope;', unresolved: true });
    expect(restricted.map(({ feature, name }) => [feature, name])).toEqual([
      ["entity-reference", "nope"],
      ["entity-reference", "gone"],
    ]);
  });

  test("normalises white space in values as XML says", () => {
    expect(rootOf("<iq a='b\tc\nd\r\ne&#10;f'/>").attributes[0]?.value).toBe("b c d e\nf");
    expect(rootOf("<iq>a\r\nb\rc</iq>").children[0]).toMatchObject({ value: "a\nb\nc" });
  });

  test("counts characters outside the BMP as two code units", () => {
    const text = "<iq a='👩'>👩<b/></iq>";
    expect(rootOf(text).children.map(({ span }) => cut(text, span))).toEqual(["👩", "<b/>"]);
    expect(rootOf(text).attributes.map(({ span }) => cut(text, span))).toEqual(["a='👩'"]);
  });

  test("uses the declarations around it", () => {
    const scope = openScope(undefined, "doc", {
      namespaces: new Map([
        ["", "urn:example:default"],
        ["p", "urn:example:p"],
      ]),
      language: undefined,
    });
    const root = rootOf("<iq><p:a/><b xmlns=''/></iq>", scope);
    const namespaces = root.children.map((one) => (one as XmlElement).namespace);
    expect([root.namespace, ...namespaces]).toEqual(["urn:example:default", "urn:example:p", ""]);
    expect(parse("<iq><p:a/></iq>", undefined).error?.code).toBe("prefix-undeclared");
  });

  test("leaves `stream` undeclared and yet a namespace of its own", () => {
    const [child] = rootOf("<iq><stream:a/></iq>").children as XmlElement[];
    expect(child?.namespace).toBe("http://etherx.jabber.org/streams");
  });
});

/** The source with the one mistake between ⟦ and ⟧, and its code. */
test.each([
  ["<iq>⟦&⟧ b</iq>", "ampersand"],
  ["<iq>⟦&⟧</iq>", "ampersand"],
  ["<iq>⟦&⟧;</iq>", "ampersand"],
  ["<iq>⟦&⟧lt</iq>", "ampersand"],
  ["<iq>⟦&⟧#x;</iq>", "ampersand"],
  ["<iq a='⟦&⟧'/>", "ampersand"],
  ["<iq a='b?c=d⟦&⟧e=f'/>", "ampersand"],
  ["<iq>&lt;⟦&⟧ &amp;</iq>", "ampersand"],
  ["<iq>⟦&#8;⟧</iq>", "character-reference"],
  ["<iq>⟦&#xD800;⟧</iq>", "character-reference"],
  ["<iq>⟦&#1114112;⟧</iq>", "character-reference"],
  ["<iq>a ⟦<⟧ b</iq>", "less-than"],
  ["<iq>⟦<⟧</iq>", "less-than"],
  ["<iq>⟦<⟧3</iq>", "less-than"],
  ["<iq a='⟦<⟧b'/>", "attribute-less-than"],
  ["<iq>⟦]]>⟧</iq>", "cdata-end"],
  ["<iq a='b' ⟦a⟧='c'/>", "attribute-duplicate"],
  ["<iq ⟦a⟧></iq>", "attribute-no-value"],
  ["<iq ⟦a⟧ b='c'/>", "attribute-no-value"],
  ["<iq a=⟦b⟧/>", "attribute-unquoted"],
  ["<iq a=⟦b/c⟧></iq>", "attribute-unquoted"],
  ["<iq a=⟦b⟧ c='d'/>", "attribute-unquoted"],
  ["<iq a='b'⟦c⟧='d'/>", "attribute-space"],
  ["<iq ⟦=⟧'d'/>", "attribute-syntax"],
  ["<iq>\u0009⟦\u0001⟧</iq>", "character"],
  ["<iq a='⟦\u001f⟧'/>", "character"],
  ["<iq>⟦\ufffe⟧</iq>", "character"],
  ["<iq>⟦\ud800⟧</iq>", "character"],
  ["<iq a='\ud83d\ude00⟦\udc00⟧'/>", "character"],
  ["<iq><⟦a⟧></iq>", "tag-unclosed"],
  ["<iq><a><⟦b⟧></a></iq>", "tag-unclosed"],
  ["<iq><a></a>⟦</b>⟧</iq>", "end-tag-unmatched"],
  ["<iq><a>⟦</A>⟧</iq>", "end-tag-unmatched"],
  ["<iq>⟦</>⟧</iq>", "end-tag-unmatched"],
  ["<⟦iq⟧><a/>", "tag-unclosed"],
  ["<iq⟦/⟧ ></iq>", "tag-syntax"],
  ["<iq><⟦a:b⟧/></iq>", "prefix-undeclared"],
  ["<iq ⟦a:b⟧=''/>", "prefix-undeclared"],
  ["<iq><⟦a:⟧/></iq>", "name"],
  ["<iq><⟦:a⟧/></iq>", "name"],
  ["<iq xmlns:a='b' ⟦a:b:c⟧=''/>", "name"],
  ["<iq ⟦xmlns:a=''⟧/>", "namespace-declaration"],
  ["<iq ⟦xmlns:xmlns='a'⟧/>", "namespace-declaration"],
  ["<iq ⟦xmlns:xml='a'⟧/>", "namespace-declaration"],
  ["<iq ⟦xmlns='http://www.w3.org/2000/xmlns/'⟧/>", "namespace-declaration"],
  ["<iq xmlns:a='x' xmlns:b='x' a:c='' ⟦b:c⟧=''/>", "attribute-duplicate"],
  ["<iq><!-- a ⟦--⟧ b --></iq>", "comment"],
  ["<iq>⟦<!--⟧ a </iq>", "comment"],
  ["<iq>⟦<![CDATA[⟧ a </iq>", "markup"],
  ["<iq>⟦<!⟧ELEMENT a ANY></iq>", "markup"],
  ["<iq>⟦<?xml version='1.0'?>⟧</iq>", "xml-declaration"],
])("%s is not well-formed there: %s", (marked, code) => {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const { error } = parse(marked.replace(/[⟦⟧]/g, ""), undefined);
  expect(error).toMatchObject({ code, span: { start, end } });
});

test.each([
  "<iq/>",
  "<iq a='>'/>",
  "<iq>]] ></iq>",
  "<iq>&amp;&lt;&gt;&apos;&quot;&#9;&#x10FFFF;</iq>",
  "<iq><![CDATA[<&]] >]]></iq>",
  "<iq><!-- - & < --></iq>",
  "<iq xml:lang='en' xmlns:a='b' a:c='' c=''/>",
  "<iq xmlns:a='b'><a xmlns:a='c'/><a:d/></iq>",
  "<iq\n>\t</iq\r\n>",
  "<ï_q.-·1/>",
  "<iq stream:a='b'><stream:c/></iq>",
  "<iq xmlns='http://www.w3.org/1999/xhtml'/>",
  "<iq xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
])("%j is well-formed", (source) => {
  expect(parse(source, undefined).error).toBeUndefined();
});

test.each([
  ["<iq><!DOCTYPE a></iq>", "doctype"],
  ["<iq><!DOCTYPE a [<!ENTITY b '>'>]></iq>", "doctype"],
  ["<iq><?a b?></iq>", "processing-instruction"],
  ["<iq><?a?></iq>", "processing-instruction"],
  ["<iq>&a;</iq>", "entity-reference"],
  ["<iq b='&a.b-c;'/>", "entity-reference"],
])("%s is restricted, not broken", (source, feature) => {
  const { restricted } = parsed(source);
  expect(restricted).toMatchObject([{ feature }]);
  expect(source).toContain(cut(source, restricted![0]!.span));
});

describe("any text", () => {
  const text = fc
    .array(fc.constantFrom(...pieces, "a", "<b>", "</b>", "<c d='e'/>"), {
      maxLength: 20,
      size: "max",
    })
    .map((parts) => `<message>${parts.join("")}</message>`);

  test("what is taken for well-formed is so for xmldom, and its tree covers the text", () => {
    let accepted = 0;
    fc.assert(
      fc.property(text, (source) => {
        const result = parse(source, undefined);
        const { error } = result;
        if (error) {
          expect(error.span.start).toBeGreaterThanOrEqual(0);
          expect(error.span.end).toBeGreaterThan(error.span.start);
          expect(error.span.end).toBeLessThanOrEqual(source.length);
          return;
        }
        if (!result.root) throw new Error("a limit is exceeded");
        expectCovered(source, result.root);
        if (result.restricted.length > 0) return;
        accepted++;
        judge(`<around xmlns:stream='http://etherx.jabber.org/streams'>${source}</around>`);
      }),
      { numRuns: runs(1500) },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  test("a stanza is parsed independently of errors in an earlier one", () => {
    const good = "<iq a='b'>c<d/></iq>";
    const fresh = JSON.stringify(shapeOf(rootOf(good)));
    fc.assert(
      fc.property(text, (source) => {
        parse(source, undefined);
        expect(JSON.stringify(shapeOf(rootOf(good)))).toBe(fresh);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** The children of each element stand one behind the other between its tags. */
function expectCovered(source: string, element: XmlElement): void {
  const { startTag, endTag, span, children } = element;
  expect(span.end).toBe(endTag ? endTag.end : startTag.end);
  let at = startTag.end;
  for (const child of children) {
    expect(child.span.start).toBeGreaterThanOrEqual(at);
    at = child.span.end;
    if (child.kind === "element") expectCovered(source, child);
  }
  if (endTag) expect(at).toBeLessThanOrEqual(endTag.start);
  expect(source.slice(element.nameSpan.start, element.nameSpan.end)).toBe(element.name);
}

function shapeOf(node: XmlNode): unknown {
  if (node.kind !== "element") return [node.kind, node.value, node.span];
  const { name, span, attributes, children } = node;
  return [name, span, attributes, children.map(shapeOf)];
}
