/** Rules about payloads in files that hold a schema of the namespace. */

import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";

const configuration = {
  ...defaultConfiguration,
  rules: { "payload-element-unknown": "warning" },
} as const;

const pong = "<iq type='get' id='a'><pong xmlns='urn:xmpp:ping'/></iq>\n";
const schema = "<!-- <xs:schema targetNamespace='urn:xmpp:ping'/> -->\n";

const findings = (document: SourceDocument) =>
  document.findings().map(({ finding }) => finding.rule.id);
const findingsIn = (text: string) => findings(new SourceDocument(text, configuration));

describe("a file with a schema", () => {
  it.each([
    ["with either quotes", '<!-- <schema\n targetNamespace = "urn:xmpp:ping" -->\n'],
    ["with quotes as references", "<!-- targetNamespace=&quot;urn:xmpp:ping&quot; -->\n"],
    ["in a literal", '<!-- "targetNamespace=\\"urn:xmpp:ping\\"" -->\n'],
  ])("%s is not judged in its namespace", (_, before) => {
    expect(findingsIn(pong)).toEqual(["payload-element-unknown"]);
    expect(findingsIn(before + pong)).toEqual([]);
  });

  it("is judged in other namespaces", () => {
    const other = "<iq type='get' id='b'><frob xmlns='jabber:iq:roster'/></iq>\n";
    expect(findingsIn(schema + pong + other)).toEqual(["payload-element-unknown"]);
  });

  it("is judged again once an edit takes the schema away, and not while it has one", () => {
    const document = new SourceDocument(pong, configuration);
    expect(findings(document)).toHaveLength(1);
    document.edit({ span: { start: 0, end: 0 }, newText: schema });
    expect(findings(document)).toEqual([]);
    document.edit({ span: { start: 0, end: schema.length }, newText: "" });
    expect(findings(document)).toHaveLength(1);
    expect(findings(document.withText(schema + pong))).toEqual([]);
    expect(findings(document.withText(schema).withText(pong))).toHaveLength(1);
  });
});
