/** The tables of payloads in data/: what is read out of schemas and examples, and that all is decided. */

import { describe, expect, it, test } from "vitest";
import { readCodec } from "../../scripts/facts/payloads/codec";
import {
  derivePayloads,
  namespacesInForce,
  payloadQuestions,
} from "../../scripts/facts/payloads/derive";
import { effectiveVocabularies } from "../../scripts/facts/payloads/effective";
import { readMarkup } from "../../scripts/facts/payloads/markup";
import { readSchemas } from "../../scripts/facts/payloads/schema";
import { type PayloadTables, readPayloadTables } from "../../scripts/facts/payloads/tables";
import { readTables } from "../../scripts/facts/tables";
import type { Xep } from "../../scripts/facts/xep";
import { hasForm } from "../../server/core/xmpp/valueForms";

const tables = readTables(process.cwd());
const payloads = readPayloadTables(process.cwd());

describe("the tables of payloads", () => {
  const vocabularies = effectiveVocabularies(payloads);

  it("leave nothing to be decided", () => {
    expect(payloadQuestions(payloads, tables)).toEqual([]);
  });

  it("give a reason for each decision", () => {
    const decided = [...payloads.values, ...payloads.evidence, ...payloads.namespaces].filter(
      ({ decision }) => decision !== "",
    );
    expect(decided.length).toBeGreaterThan(150);
    expect(decided.filter(({ why }) => why === "")).toEqual([]);
    expect(new Set(decided.map(({ decision }) => decision))).toEqual(
      new Set(["keep", "drop", "closed", "open"]),
    );
  });

  it("know what a schema says", () => {
    const identity = vocabularies.get("http://jabber.org/protocol/disco#info")?.get("identity");
    const required = [...identity!.attributes].filter(([, { required }]) => required);
    expect(required.map(([name]) => name)).toEqual(["category", "type"]);
  });

  it("know what its text says and its schema forgets", () => {
    const header = vocabularies.get("urn:xmpp:http:upload:0")?.get("header");
    expect([...header!.attributes.keys()]).toEqual(["name"]);
  });

  it("do not know the slips of examples", () => {
    const option = vocabularies.get("jabber:x:data")?.get("option");
    expect([...option!.attributes.keys()]).toEqual(["label"]);
    expect(vocabularies.get("http://jabber.org/protocol/pubsub")?.has("affilation")).toBe(false);
  });

  it("know from examples what is in namespaces without a schema", () => {
    const query = vocabularies.get("urn:xmpp:mam:2")?.get("query");
    expect([...query!.attributes.keys()]).toContain("queryid");
  });

  it("hold nothing against payloads of withdrawn documents and replaced namespaces", () => {
    const inForce = namespacesInForce(payloads, tables);
    expect(inForce).toContain("http://jabber.org/protocol/disco#info");
    expect(inForce).not.toContain("jabber:x:delay");
    expect(inForce).not.toContain("urn:xmpp:extdisco:1");
    // Deferred, and in wide use.
    expect(inForce).toContain("urn:xmpp:push:0");
  });
});

const schema = `
<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a' xmlns='urn:a'>
  <xs:element name='query'><xs:complexType><xs:sequence>
    <xs:element ref='item'/><xs:element name='note' type='xs:string'/><xs:element ref='x:other' xmlns:x='urn:b'/>
    <xs:any namespace='##other'/>
  </xs:sequence><xs:attribute name='node' use='required'/><xs:attributeGroup ref='more'/></xs:complexType></xs:element>
  <xs:element name='item'><xs:complexType><xs:simpleContent><xs:extension base='level'>
    <xs:attribute name='at' type='xs:dateTime'/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
  <xs:attributeGroup name='more'><xs:attribute name='count' type='xs:unsignedByte'/></xs:attributeGroup>
  <xs:simpleType name='level'><xs:restriction base='xs:NCName'>
    <xs:enumeration value='low'/><xs:enumeration value='high'/></xs:restriction></xs:simpleType>
  <xs:element name='empty' type='none'>
</xs:schema>`;

describe("a schema", () => {
  const vocabulary = readSchemas([schema]).get("urn:a")!;

  it("is read for names, attributes, references and types, even if it is not well-formed", () => {
    expect([...vocabulary.keys()].sort()).toEqual(["empty", "item", "note", "query"]);
    expect(vocabulary.get("query")).toMatchObject({
      children: new Set(["item", "note"]),
      attributes: new Map([
        ["node", { required: true }],
        ["count", { required: false, type: "unsigned" }],
      ]),
      open: false,
      foreign: true,
    });
    expect(vocabulary.get("item")).toMatchObject({
      attributes: new Map([["at", { required: false, type: "dateTime" }]]),
      text: { values: ["low", "high"] },
    });
  });

  it("unites declarations of one name: required is what all of them require", () => {
    const attribute = (name: string, use: string) =>
      `<xs:complexType><xs:attribute name='${name}' use='${use}'/></xs:complexType>`;
    const twice = `<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:a'>
<xs:element name='a'>${attribute("one", "required")}</xs:element>
<xs:element name='b'><xs:complexType><xs:sequence><xs:element name='a'>${attribute("two", "optional")}</xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
    expect(readSchemas([twice]).get("urn:a")?.get("a")?.attributes).toEqual(
      new Map([
        ["one", { required: false }],
        ["two", { required: false }],
      ]),
    );
  });
});

const tablesOfA = {
  documents: [{ document: "XEP-9999", short_name: "a", title: "A", status: "Stable" }],
  namespaces: [
    { namespace: "urn:a", document: "XEP-9999", basis: "schema", newer: "", reason: "" },
  ],
};

function derived(examples: readonly string[], codec = "", before?: PayloadTables) {
  const none = { elements: [], values: [], evidence: [], fields: [], namespaces: [] };
  const xep: Xep = {
    document: "XEP-9999",
    shortName: "a",
    title: "A",
    status: "Stable",
    blocks: [],
    examples: [schema, ...examples],
    text: "",
  };
  return derivePayloads(before ?? none, tablesOfA, {
    xeps: [xep],
    history: [
      ["urn:a", readSchemas([schema.replace("name='note'", "name='remark'")]).get("urn:a")!],
    ],
    codec: codec === "" ? undefined : readCodec(codec),
  });
}

describe("evidence", () => {
  const example = `<query xmlns='urn:a'><item>middle</item><itme/><note more='1'/>...</query>`;

  it("is what examples, former schemas and a codec show beyond a schema, with its places", () => {
    const codec = `-xml(a_query, #elem{name = <<"query">>, xmlns = <<"urn:a">>,
      attrs = [#attr{name = <<"node">>}, #attr{name = <<"extra">>}]}).`;
    const { evidence } = derived([example, example.replace("middle", "{level}")], codec);
    expect(
      evidence.map(({ element, kind, name, value, where }) => [element, kind, name, value, where]),
    ).toEqual([
      ["item", "value", "", "middle", "XEP-9999"],
      ["itme", "element", "", "", "XEP-9999*2"],
      ["note", "attribute", "more", "", "XEP-9999*2"],
      ["query", "attribute", "extra", "", "codec"],
      ["query", "child", "itme", "", "XEP-9999*2"],
      ["query", "child", "remark", "", "former"],
      ["query", "without", "node", "", "XEP-9999*2,codec"],
      ["remark", "element", "", "", "former"],
    ]);
  });

  it("of one example alone is asked about, as is whether an enumeration is complete", () => {
    const once = derived([example]);
    expect(payloadQuestions(once, tablesOfA)).toEqual([
      "urn:a: are low|high all values of the text of <item/>?",
      'urn:a: <item/> value  "middle" in XEP-9999 alone: keep or drop?',
      "urn:a: <itme/> element  in XEP-9999 alone: keep or drop?",
      "urn:a: <note/> attribute more in XEP-9999 alone: keep or drop?",
      "urn:a: <query/> without node in XEP-9999 alone: keep or drop?",
    ]);
  });

  it("keeps what was decided, and what is known of the codec without it", () => {
    const codec = `-xml(a, #elem{name = <<"query">>, xmlns = <<"urn:a">>, attrs = [#attr{name = <<"extra">>}]}).`;
    const first = derived([example], codec);
    const evidence = first.evidence.map((row) => ({ ...row, decision: "drop", why: "a slip" }));
    const again = derived([example], "", { ...first, evidence });
    expect(again.evidence).toEqual(evidence);
    const effective = effectiveVocabularies(again).get("urn:a")!;
    expect([...effective.keys()].sort()).toEqual(["empty", "item", "note", "query"]);
    expect(effective.get("query")?.attributes.get("node")).toEqual({ required: true });
  });

  it("has the fields of forms, those of the registrar first", () => {
    const registrar = `<form_type><name>urn:form</name><field var='size' type='text-single'/></form_type>`;
    const form = `<x xmlns='jabber:x:data'><field var='FORM_TYPE'><value>urn:form</value></field>
<field var='size' type='fixed'/><field var='colour' type='list-single'/></x>`;
    expect(derived([form, registrar]).fields).toEqual([
      {
        form: "urn:form",
        field: "colour",
        type: "list-single",
        document: "XEP-9999",
        basis: "example",
      },
      {
        form: "urn:form",
        field: "size",
        type: "text-single",
        document: "XEP-9999",
        basis: "registrar",
      },
    ]);
  });
});

test("markup is read as far as it goes", () => {
  const [root] = readMarkup(
    "<a xmlns='urn:a' xmlns:p='urn:p'><p:b><c></p:b>text<d x='1'/></a></e>",
  );
  expect(root?.children.map(({ namespace, local }) => [namespace, local])).toEqual([
    ["urn:p", "b"],
    ["urn:a", "d"],
  ]);
  expect(root?.text).toBe("text");
});

test("values have the forms of XML Schema", () => {
  const right = (type: string, ...values: string[]) =>
    values.filter((value) => hasForm(value, { type }));
  expect(right("boolean", "true", "1", "yes")).toEqual(["true", "1"]);
  expect(right("unsigned", "0", "70000", "-1", " 7 ")).toEqual(["0", "70000", " 7 "]);
  expect(right("positive", "0", "12")).toEqual(["12"]);
  expect(right("integer", "-3", "3.5")).toEqual(["-3"]);
  expect(right("decimal", "-3.5", "INF", "x")).toEqual(["-3.5", "INF"]);
  expect(right("dateTime", "2004-02-19T21:12:00Z", "2004-02-19T21:12Z", "2004-02-19")).toEqual([
    "2004-02-19T21:12:00Z",
  ]);
  expect(right("date", "2004-02-19", "19.2.2004")).toEqual(["2004-02-19"]);
  expect(right("base64", "QUJD\nRA==", "A_B")).toEqual(["QUJD\nRA=="]);
  expect(hasForm("low", { values: ["low"] }) && !hasForm("high", { values: ["low"] })).toBe(true);
});
