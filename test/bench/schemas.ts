/**
 * Schemas for generic validators, as strict as their kinds allow without rejecting valid stanzas. They are for a fair
 * comparison of speed; the mistakes that they miss are not measured here.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { STANZAS_NAMESPACE, STREAMS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import type { StanzaKind } from "../../server/core/xmpp/stanza";
import { stanzaTypeNames } from "../../server/core/xmpp/stanzaTypes";

const CLIENT = "jabber:client";
const XS = "http://www.w3.org/2001/XMLSchema";

export interface Schemas {
  /** Path of the XML Schema for streams, which imports the others. */
  readonly xsd: string;
  /** Path of the grammar in RELAX NG's compact syntax. */
  readonly rnc: string;
}

/** Writes the schemas into the folder. */
export function writeSchemas(folder: string): Schemas {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  write("stanzas.xsd", stanzasSchema());
  write("client.xsd", clientSchema());
  return {
    xsd: write("stream.xsd", streamSchema()),
    rnc: write("stream.rnc", grammar()),
  };
}

function schema(namespace: string, content: string): string {
  return `<xs:schema xmlns:xs="${XS}" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
${content}</xs:schema>
`;
}

function stanzasSchema(): string {
  const elements = conditions.map(({ name, characterData }) => {
    const type = characterData ? "xs:anyURI" : "empty";
    return `  <xs:element name="${name}" type="${type}"/>\n`;
  });
  return schema(
    STANZAS_NAMESPACE,
    `${elements.join("")}  <xs:element name="text"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:anyAttribute processContents="skip"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
  <xs:simpleType name="empty"><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
`,
  );
}

function oneOf(values: readonly string[]): string {
  const all = values.map((value) => `<xs:enumeration value="${value}"/>`).join("");
  return `<xs:simpleType><xs:restriction base="xs:string">${all}</xs:restriction></xs:simpleType>`;
}

function clientSchema(): string {
  const stanza = (kind: StanzaKind) => {
    const use = kind === "iq" ? ` use="required"` : "";
    return `  <xs:element name="${kind}"><xs:complexType>
    <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="from"/><xs:attribute name="to"/><xs:attribute name="id"${use}/>
    <xs:attribute name="type"${use}>${oneOf(stanzaTypeNames[kind])}</xs:attribute>
    <xs:anyAttribute namespace="##other" processContents="skip"/>
  </xs:complexType></xs:element>\n`;
  };
  return schema(
    CLIENT,
    `  <xs:import namespace="${STANZAS_NAMESPACE}" schemaLocation="stanzas.xsd"/>
${stanza("message")}${stanza("presence")}${stanza("iq")}  <xs:element name="error"><xs:complexType>
    <xs:sequence><xs:any namespace="##any" processContents="lax" maxOccurs="3"/></xs:sequence>
    <xs:attribute name="by"/>
    <xs:attribute name="type" use="required">${oneOf(errorTypes.map(({ type }) => type))}</xs:attribute>
  </xs:complexType></xs:element>
`,
  );
}

function streamSchema(): string {
  return schema(
    STREAMS_NAMESPACE,
    `  <xs:import namespace="${CLIENT}" schemaLocation="client.xsd"/>
  <xs:element name="stream"><xs:complexType>
    <xs:sequence><xs:any namespace="##other" processContents="strict" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:anyAttribute processContents="skip"/>
  </xs:complexType></xs:element>
`,
  );
}

function grammar(): string {
  const values = (all: readonly string[]) => all.map((one) => `"${one}"`).join(" | ");
  const common = "attribute from { text }?, attribute to { text }?, attribute xml:lang { text }?";
  const ofType = (kind: StanzaKind) =>
    values(stanzaTypeNames[kind].filter((type) => type !== "error"));
  const named = conditions.map(({ name, characterData }) =>
    characterData ? `element se:${name} { text }` : `element se:${name} { empty }`,
  );
  return `default namespace = "${CLIENT}"
namespace se = "${STANZAS_NAMESPACE}"
namespace stream = "${STREAMS_NAMESPACE}"
namespace client = "${CLIENT}"
start = element stream:stream { attribute * { text }*, (message | presence | iq)* }
message = element message { ${common}, attribute id { text }?, ((attribute type { ${ofType("message")} }?, any*) | (attribute type { "error" }, any*, error)) }
presence = element presence { ${common}, attribute id { text }?, ((attribute type { ${ofType("presence")} }?, any*) | (attribute type { "error" }, any*, error)) }
iq = element iq { ${common}, attribute id { text }, ((attribute type { "get" | "set" }, any) | (attribute type { "result" }, any?) | (attribute type { "error" }, any?, error)) }
any = element * - (client:error | se:*) { attribute * { text }*, (text | any)* }
error = element error { attribute by { text }?, attribute type { ${values(errorTypes.map(({ type }) => type))} }, condition, element se:text { attribute xml:lang { text }, text }?, any? }
condition = ${named.join(" | ")}
`;
}
