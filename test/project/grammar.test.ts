import { describe, expect, it } from "vitest";
import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { errorFamilies } from "../../server/core/xmpp/errorFamilies";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { stanzaTypeNames } from "../../server/core/xmpp/stanzaTypes";
import { type Token, tokenize } from "./tokenize";

const STANZA = "entity.name.type.stanza.xmpp-stanza";
const CONDITION = "variable.other.constant.condition.xmpp-stanza";
const ILLEGAL = "invalid.illegal.condition.xmpp-stanza";
const TYPE = "constant.language.type.xmpp-stanza";
const DIRECTION = "keyword.control.direction.xmpp-stanza";
const TAG = "entity.name.tag.localname.xml";

/** The texts of the tokens with the scope, in order. */
async function withScope(text: string, scope: string): Promise<string[]> {
  const tokens = await tokenize(text);
  return tokens.filter((token) => token.scopes.includes(scope)).map((token) => token.text);
}

async function tokenAt(text: string, piece: string): Promise<Token> {
  const found = (await tokenize(text)).find((token) => token.text === piece);
  expect(found, `a token "${piece}"`).toBeDefined();
  return found!;
}

describe("stanzas", () => {
  it("have scopes for their names, in start and end tags", async () => {
    expect(await withScope("<iq id='a'><q/></iq><c:message/><presence", STANZA)).toEqual([
      "iq",
      "iq",
      "message",
      "presence",
    ]);
  });

  it("are not elements whose names only begin or end like theirs", async () => {
    expect(await withScope("<iqs/><messages/><my-presence/><iq.x/>", STANZA)).toEqual([]);
  });

  it.each(Object.entries(stanzaTypeNames))("of kind %s have their types", async (kind, types) => {
    for (const type of types) {
      expect(await withScope(`<${kind} id='a' type='${type}'>`, TYPE)).toEqual([type]);
      expect(await withScope(`<${kind} type = "${type}"/>`, TYPE)).toEqual([type]);
    }
    expect(await withScope(`<${kind} type='wait'/>`, TYPE)).toEqual([]);
  });

  it("may have their attributes on several lines", async () => {
    const text = "<iq\ntype='error'\n  xml:lang='en'>";
    expect(await withScope(text, TYPE)).toEqual(["error"]);
    expect((await tokenAt(text, "lang")).scopes).toContain(
      "entity.other.attribute-name.localname.xml",
    );
  });
});

describe("error children", () => {
  it("have their types", async () => {
    for (const { type } of errorTypes) {
      expect(await withScope(`<error type='${type}'>`, TYPE)).toEqual([type]);
    }
    expect(await withScope("<error type='fatal'><x type='wait'/>", TYPE)).toEqual([]);
  });
});

describe("conditions", () => {
  it.each(conditions.map(({ name }) => name))("include %s", async (name) => {
    expect(await withScope(`<${name} xmlns='${STANZAS_NAMESPACE}'/>`, CONDITION)).toEqual([name]);
    expect(await withScope(`<${name}></${name}>`, CONDITION)).toEqual([name, name]);
  });

  it("of stream errors are those in their namespace, and others there are invalid", async () => {
    const namespace = "urn:ietf:params:xml:ns:xmpp-streams";
    const { conditions: ofStreams, obsolete } = errorFamilies().find(({ id }) => id === "stream")!;
    for (const name of [...ofStreams.map((one) => one.name), ...Object.keys(obsolete)]) {
      const text = `<${name} xmlns='${namespace}'/>`;
      expect(await withScope(text, CONDITION)).toEqual([name]);
      expect(await withScope(text, ILLEGAL)).toEqual([]);
    }
    const unknown = `<item-not-found xmlns="${namespace}"/><text xmlns='${namespace}'>Bye</text>`;
    expect(await withScope(unknown, ILLEGAL)).toEqual(["item-not-found"]);
    expect(await withScope("<system-shutdown/>", CONDITION)).toEqual([]);
  });

  it("are none in a namespace of their own", async () => {
    const text = "<gone xmlns='http://jabber.org/protocol/chatstates'/>";
    expect(await withScope(text, CONDITION)).toEqual([]);
    expect((await tokenAt(text, "gone")).scopes).toContain(TAG);
  });

  it("are illegal if they are none of the 22", async () => {
    const text = `<not-found xmlns='${STANZAS_NAMESPACE}'/><text xmlns='${STANZAS_NAMESPACE}'/>`;
    expect(await withScope(text, ILLEGAL)).toEqual(["not-found"]);
    expect(await withScope("<not-found xmlns='urn:example:errors'/>", ILLEGAL)).toEqual([]);
  });
});

describe("addresses and namespaces", () => {
  const JID = "variable.other.jid.xmpp-stanza";
  const NAMESPACE = "entity.name.namespace.xmpp-stanza";

  it.each(["from", "to", "by", "jid"])("in %s are addresses", async (name) => {
    expect(await withScope(`<iq ${name}='a@b/c' x='d'/>`, JID)).toEqual(["a@b/c"]);
    expect(await withScope(`<iq\n${name} = "it's"/>`, JID)).toEqual(["it's"]);
    expect(await withScope(`<iq x${name}='a' a:${name}='b'>${name}='c'</iq>`, JID)).toEqual([]);
  });

  it("have other scopes than other values", async () => {
    expect(await withScope("<a xmlns='urn:x' xmlns:b=\"urn:y\" x='urn:z'/>", NAMESPACE)).toEqual([
      "urn:x",
      "urn:y",
    ]);
  });

  it("do not hide a condition's namespace, or broken markup", async () => {
    const text = `<gone xmlns='${STANZAS_NAMESPACE}'/>`;
    expect(await withScope(text, CONDITION)).toEqual(["gone"]);
    expect(await withScope("<iq from='a\n<message to='b'/>", JID)).toEqual(["b"]);
  });
});

describe("transcripts", () => {
  it.each(["C:", "S:", "E:", "SEND:", "RECV:"])("have the prefix %s", async (prefix) => {
    expect((await withScope(`${prefix} <iq/>`, DIRECTION)).join("")).toBe(prefix);
    expect((await withScope(`  ${prefix}<iq/>`, DIRECTION)).join("")).toBe(prefix);
  });

  it("have prefixes at the start of a line only", async () => {
    expect(await withScope("see C: and\nABC: <iq/>\n<x a='1'\nC:b='2'/>", DIRECTION)).toEqual([]);
  });

  it("have several roots, and text between them", async () => {
    const text = "The question:\nC: <iq type='get'/>\nand the answer:\nS: <iq type='result'/>\n";
    expect(await withScope(text, STANZA)).toEqual(["iq", "iq"]);
    const { scopes } = await tokenAt(text, "and the answer:");
    expect(scopes).toEqual(["text.xml.xmpp-stanza"]);
  });
});

describe("broken text", () => {
  it("does not reach into the next tag", async () => {
    for (const start of [
      "<iq type='get'",
      "<iq type='get",
      '<query xmlns="',
      "<item-not-found",
      "</iq",
    ]) {
      const tokens = await tokenize(`${start}\n<message type='chat'>`);
      const last = tokens.slice(tokens.findIndex(({ text }) => text === "message"));
      expect(
        last[0]?.scopes.filter((one) => one !== TAG),
        start,
      ).toEqual(["text.xml.xmpp-stanza", "meta.tag.xml", STANZA]);
      expect(
        last.map(({ text }) => text),
        start,
      ).toContain("chat");
    }
  });
});

describe("the rest of XML", () => {
  it("is left to its own grammar", async () => {
    const text = "<body>x &amp; y<![CDATA[<iq/>]]></body><!-- <message/> -->";
    expect(await withScope(text, STANZA)).toEqual([]);
    expect(await withScope(text, "constant.character.entity.xml")).toEqual(["&amp;"]);
    expect(await withScope(text, "string.unquoted.cdata.xml")).toEqual([
      "<![CDATA[",
      "<iq/>",
      "]]>",
    ]);
    expect(await withScope(text, "comment.block.xml")).toEqual(["<!--", " <message/> ", "-->"]);
  });
});
