/**
 * Stanzas of one shape: what is said of one of them without parsing it is what the rules say of it, and where it ends
 * is where one that is read in the usual way ends.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noParseLimits } from "../../server/core/xml/limits";
import { parseStrictly } from "../../server/core/xml/parse";
import { openScope, type Scope } from "../../server/core/xml/scope";
import { type Shape, ShapeTemplates } from "../../server/core/xml/shapeTemplates";
import { runs } from "../support/random";
import { edited, error, gone, shapeOf, stanzas, text } from "./shapeTexts";

const stream = openScope(undefined, "stream:stream", {
  namespaces: new Map([["", "jabber:client"]]),
  language: "en",
});

/** The values that are told of a shape: id, from and to. */
function valuesOf(source: string, { values }: Shape): (string | undefined)[] {
  return [0, 2, 4].map((i) =>
    values[i]! < 0 ? undefined : source.slice(values[i]!, values[i + 1]!),
  );
}

describe("of one shape are stanzas with", () => {
  test.each([
    ["another id", "<iq id='1' type='get'/>", "<iq id='another' type='get'/>"],
    ["other addresses", "<iq from='a@b' to='c'/>", "<iq from='d@e/f' to='g@h'/>"],
    [
      "other words",
      "<message><body>a</body></message>",
      "<message><body>b &amp; c</body></message>",
    ],
    ["no words", "<message><body>a</body></message>", "<message><body></body></message>"],
    ["other content", "<iq><q xmlns='u'><a/></q></iq>", "<iq><q xmlns='u'>\n <b c='d'/>e</q></iq>"],
    ["other values in a child", "<iq><q xmlns='u' a='1'/></iq>", "<iq><q xmlns='u' a='2'/></iq>"],
    ["other attributes in a child", "<iq><q xmlns='u'/></iq>", "<iq><q a='b' xmlns='u'/></iq>"],
    ["other values of other attributes", "<message n='1'/>", "<message n='2'/>"],
    ["other words of an error", error(gone + text("", "a")), error(gone + text("", "b"))],
  ])("%s", (_, one, other) => {
    expect(shapeOf(one)?.key).toBeDefined();
    expect(shapeOf(other)?.key).toBe(shapeOf(one)?.key);
  });
});

describe("of another shape is a stanza with", () => {
  test.each([
    ["another name", "<iq id='1'/>", "<message id='1'/>"],
    ["another type", "<iq type='get'/>", "<iq type='set'/>"],
    ["an attribute more", "<iq/>", "<iq id='1'/>"],
    ["another namespace", "<iq xmlns='jabber:client'/>", "<iq xmlns='jabber:server'/>"],
    ["another language", "<iq xml:lang='en'/>", "<iq xml:lang='de'/>"],
    ["another child", "<iq><a/></iq>", "<iq><b/></iq>"],
    ["a child of another namespace", "<iq><a xmlns='u'/></iq>", "<iq><a xmlns='v'/></iq>"],
    ["a child of none", "<iq><a xmlns='u'/></iq>", "<iq><a/></iq>"],
    ["a child more", "<iq><a/></iq>", "<iq><a/><a/></iq>"],
    ["children in another order", "<iq><a/><b/></iq>", "<iq><b/><a/></iq>"],
    ["a child in a child", "<iq><a/><b/></iq>", "<iq><a><b/></a></iq>"],
    ["an error child", "<iq/>", "<iq><error/></iq>"],
    ["anything else in its error child", error(gone), error(`${gone}<a/>`)],
    ["an attribute more of its words", error(text("", "a")), error(text(" xml:lang='en'", "a"))],
    ["an element among its words", error(text("", "a")), error(text("", "a<b/>"))],
    ["words in its condition", error("<gone>a</gone>"), error("<gone>b</gone>")],
  ])("%s", (_, one, other) => {
    expect(shapeOf(one)).toBeDefined();
    expect(shapeOf(other)).toBeDefined();
    expect(shapeOf(other)!.key).not.toBe(shapeOf(one)!.key);
  });

  test("other surroundings", () => {
    const inside = (namespace: string, language?: string) =>
      openScope(undefined, "a", { namespaces: new Map([["", namespace]]), language });
    const scopes = [
      undefined,
      inside("jabber:client"),
      inside("jabber:server"),
      inside("", "en"),
      inside("", ""),
      inside("jabber:client", ""),
      inside("jabber:client", "\n"),
      inside("jabber:client", "en"),
      inside("jabber:client", '"en"'),
    ];
    const keys = scopes.map((scope) => shapeOf("<iq/>", scope)?.key);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(scopes.length);
  });
});

test("a separator inside a namespace does not mix it up with the language", () => {
  const templates = new ShapeTemplates();
  const read = (namespace: string, language?: string) => {
    const scope = openScope(undefined, "a", { namespaces: new Map([["", namespace]]), language });
    return shapeOf("<iq/>", scope, templates);
  };
  for (let i = 0; i < 3; i++) expect(read("jabber:client")).toBeDefined();
  expect(read("jabber:client\n", "")).toBeUndefined();
});

test("with long namespaces around it no stanza has a shape", () => {
  const scope = openScope(undefined, "a", { namespaces: undefined, language: "x".repeat(5000) });
  expect(shapeOf("<iq/>", scope)).toBeUndefined();
});

test.each([
  ["a comment", "<iq><!--a--></iq>"],
  ["a CDATA section", "<iq><a><![CDATA[a]]></a></iq>"],
  ["an instruction", "<iq><?a?></iq>"],
  ["a character reference", "<iq><a>&#65;</a></iq>"],
  ["an entity that is none of the five", "<iq><a b='&nope;'/></iq>"],
  ["a bare ampersand", "<iq><a>a & b</a></iq>"],
  ["a reference in its id", "<iq id='a&amp;b'/>"],
  ["a line end in its id", "<iq id='a\nb'/>"],
  ["a carriage return in its id", "<iq id='a\rb'/>"],
  ["a tab in its id", "<iq id='a\tb'/>"],
  ["a name beyond ASCII", "<iq><ö/></iq>"],
  ["a prefix", "<a:iq xmlns:a='jabber:client'/>"],
  ["a prefix in it", "<iq><stream:a/></iq>"],
  ["a declared prefix", "<iq xmlns:a='u'/>"],
  ["a name that begins with a digit", "<iq><1/></iq>"],
  ["a less-than sign in a value", "<iq a='<'/>"],
  ["a value without quotes", "<iq a=b/>"],
  ["an attribute without value", "<iq a/>"],
  ["attributes that touch", "<iq a='b'c='d'/>"],
  ["the same attribute twice", "<iq a='b' a='c'/>"],
  ["the same attribute twice in it", "<iq><a bc='b' d='' bc='c'/></iq>"],
  ["a slash in a tag", "<iq / ></iq>"],
  ["an end tag of something else", "<iq><a></b></iq>"],
  ["an end tag that is longer", "<iq><a></ab></iq>"],
  ["an end tag with more in it", "<iq></iq a>"],
  ["an element that is open", "<iq><a></iq>"],
  ["no end", "<iq><a/>"],
  ["words of its own", "<iq>a</iq>"],
  ["words in its error child", "<iq><error>a</error></iq>"],
  ["a hole in the words of its error child", error(text("", "{words}"))],
  ["the end of a CDATA section", "<iq><a>]]></a></iq>"],
  ["a control character", "<iq><a>\u0001</a></iq>"],
  ["no character", "<iq><a>\uffff</a></iq>"],
  ["half a surrogate pair", "<iq><a>\ud800</a></iq>"],
  ["a namespace that nobody may declare", "<iq><a xmlns='http://www.w3.org/2000/xmlns/'/></iq>"],
  [
    "the namespace of XML as the default",
    "<iq><a><b xmlns='http://www.w3.org/XML/1998/namespace'/></a></iq>",
  ],
  ["no words in the text of its error child", error(text("", ""))],
  ["white space there", error(text("", " \n"))],
  ["a stanza in it", "<iq><a><message/></a></iq>"],
  ["an error child with a stanza in it", "<iq><error><iq/></error></iq>"],
  ["another namespace", "<iq xmlns='urn:x'/>"],
  ["another name", "<query/>"],
  ["no namespace where there is one", "<iq xmlns=''/>", stream],
  [
    "more attributes than are looked through",
    `<iq${[..."abcdefghijklm"].map((a) => ` ${a}=''`).join("")}/>`,
  ],
  ["deep content", `<iq>${"<a>".repeat(40)}${"</a>".repeat(40)}</iq>`],
  ["nothing", ""],
])("a stanza with %s has no shape", (_, source, scope: Scope | undefined = undefined) => {
  expect(shapeOf(source, scope)).toBeUndefined();
});

test("any other well-formed stanza has a shape with its values", () => {
  const source = `<iq\n\ttype = 'result'\r\n to="it's" id='' from='a"b' xml:lang='en' >
    <query xmlns='urn:x' ver="'"><item a = '&lt;'/> &amp; <b >c ]] ></b\n></query></iq\t>`;
  const shape = shapeOf(`${source}<iq/>`)!;
  expect(shape.length).toBe(source.length);
  expect(valuesOf(source, shape)).toEqual(["", 'a"b', "it's"]);
});

test("a stanza with a shape is well-formed, and its shape does not depend on earlier stanzas", () => {
  const templates = new ShapeTemplates();
  for (const source of [...stanzas, ...stanzas]) shapeOf(source, stream, templates);
  fc.assert(
    fc.property(edited, (source) => {
      const fresh = shapeOf(source, stream);
      for (let i = 0; i < 3; i++) {
        const shape = shapeOf(source, stream, templates);
        expect(shape && { ...shape, isNew: true }).toEqual(fresh);
      }
      if (!fresh) return;
      const element = source.slice(0, fresh.length);
      const { root } = parseStrictly(element, stream, noParseLimits);
      expect(root?.span.end, element).toBe(fresh.length);
    }),
    { numRuns: runs(5000) },
  );
});
