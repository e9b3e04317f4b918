/**
 * Stanzas of one shape: what is said of one of them without parsing it is what the rules say of it, and where it ends
 * is where one that is read in the usual way ends.
 */

import { describe, expect, test } from "vitest";
import { openScope, type Scope } from "../../server/core/xml/scope";
import { error, gone, shapeOf, text } from "./shapeTexts";

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
    ["another child", "<iq><a/></iq>", "<iq><b/></iq>"],
    ["a child of another namespace", "<iq><a xmlns='u'/></iq>", "<iq><a xmlns='v'/></iq>"],
    ["a child of none", "<iq><a xmlns='u'/></iq>", "<iq><a/></iq>"],
    ["a child with a prefix", "<iq><a xmlns='u'/></iq>", "<iq><stream:a/></iq>"],
    ["another namespace of a prefix", "<iq xmlns:a='u'><a:b/></iq>", "<iq xmlns:a='v'><c/></iq>"],
    ["other words of its own", "<iq>a<a/></iq>", "<iq>\n  b\n<a/></iq>"],
    ["other placeholders among them", "<iq>{a}</iq>", "<iq>...</iq>"],
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
    ["a child more", "<iq><a/></iq>", "<iq><a/><a/></iq>"],
    ["a child in a child", "<iq><a/><b/></iq>", "<iq><a><b/></a></iq>"],
    ["an error child", "<iq/>", "<iq><error/></iq>"],
    ["an error child instead of another", "<iq><a/></iq>", "<iq><error/></iq>"],
    ["a child whose name is a placeholder", "<iq><a/></iq>", "<iq><defined-condition/></iq>"],
    ["words of its own", "<iq/>", "<iq>a</iq>"],
    ["a placeholder of its own", "<iq>a</iq>", "<iq>{a}</iq>"],
    ["words at another place", "<iq>a<b/></iq>", "<iq><b/>a</iq>"],
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

test("in any number of surroundings stanzas have shapes, each its own", () => {
  const keys = Array.from({ length: 2_500 }, (_, i) => {
    const namespaces = new Map([["", `urn:example:${i}`]]);
    return shapeOf("<iq/>", openScope(undefined, "a", { namespaces, language: undefined }))?.key;
  });
  expect(keys).not.toContain(undefined);
  expect(new Set(keys).size).toBe(keys.length);
});

test("deep in elements that are open no stanza has a shape", () => {
  const around = (depth: number): Scope | undefined => {
    const declared = { namespaces: undefined, language: "en" };
    return depth === 0 ? undefined : openScope(around(depth - 1), "a", declared);
  };
  expect(shapeOf("<iq/>", around(16))).toBeDefined();
  expect(shapeOf("<iq/>", around(17))).toBeUndefined();
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
  ["a prefix in its error child", error("<stream:a/>")],
  ["a prefix of an attribute there", error("<a stream:b=''/>")],
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
  ["words in brackets", "<iq>[<a/>]</iq>"],
  ["a reference in its words", "<iq>&lt;</iq>"],
  ["an error child with a prefix", "<iq xmlns:a='jabber:client'><a:error/></iq>"],
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
  ["white space there", error(text("", " \n"))],
  ["a stanza in it", "<iq><a><message/></a></iq>"],
  ["an error child with a stanza in it", "<iq><error><iq/></error></iq>"],
  [
    "more attributes than are looked through",
    `<iq${[..."abcdefghijklmnopqrstuvwxy"].map((a) => ` ${a}=''`).join("")}/>`,
  ],
  ["deep content", `<iq>${"<a>".repeat(70)}${"</a>".repeat(70)}</iq>`],
  ["much in its error child", error(`<a b='${"c".repeat(2000)}'/>`)],
  ["nothing", ""],
])("a stanza with %s has no shape", (_, source, scope: Scope | undefined = undefined) => {
  expect(shapeOf(source, scope)).toBeUndefined();
});

test("any other well-formed stanza has a shape with its values", () => {
  const source = `<iq\n\ttype = 'result'\r\n to="it's" id='' from='a"b' xml:lang='en' >
    <query xmlns='urn:x' ver="'"><item a = '&lt;'/> &amp; <b >c ]] ></b\n></query></iq\t>`;
  const shape = shapeOf(`${source}<iq/>`)!;
  expect(shape.length).toBe(source.length);
  expect(shape.values).toEqual(["", 'a"b', "it's"]);
});
