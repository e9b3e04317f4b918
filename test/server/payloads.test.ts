/** Completion and hover inside payloads: what XEPs define there. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hover, MarkupContent } from "vscode-languageserver/node";
import {
  accepted,
  complete,
  labels,
  preselected,
  taken as takenIn,
  withCursor,
} from "./completing";
import { endClients, startClients } from "./completionClients";
import { type Session, URI } from "./support";

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  [snippets, plain] = await startClients();
});
afterAll(() => endClients([snippets, plain]));

const iq = (payload: string) => `<iq type='set' id='a1'>${payload}</iq>`;
const taken = (marked: string, label: string) => takenIn(plain, marked, label);

const DISCO = "http://jabber.org/protocol/disco#info";
const PUBSUB = "http://jabber.org/protocol/pubsub";

describe("in a payload", () => {
  it("the children of the element are offered, with what they must have", async () => {
    const marked = iq(`<query xmlns='${DISCO}'><|</query>`);
    expect(await labels(plain, marked)).toEqual(["identity", "feature"].sort());
    expect(await taken(marked, "identity")).toBe(
      iq(`<query xmlns='${DISCO}'><identity category='' type=''/></query>`),
    );
    const [feature] = await complete(snippets, marked);
    expect(feature?.label).toBe("feature");
    expect(feature?.textEdit?.newText).toBe("feature var='$1'/>");
  });

  it("children keep the prefix of their parent, and have room for what they hold", async () => {
    const marked = iq(`<p:pubsub xmlns:p='${PUBSUB}'><p:publish node='n'>|</p:publish></p:pubsub>`);
    expect(await taken(marked, "item")).toBe(marked.replace("|", "<p:item></p:item>"));
  });

  it("an element is renamed where it has attributes already, with its end tag", async () => {
    const marked = iq(`<query xmlns='${DISCO}'><iden| category='client'></iden></query>`);
    expect(await taken(marked, "identity")).toBe(
      iq(`<query xmlns='${DISCO}'><identity category='client'></identity></query>`),
    );
  });

  it("a choice is offered for a value, and true and false", async () => {
    const admin = (inside: string) =>
      iq(`<query xmlns='http://jabber.org/protocol/muc#admin'>${inside}</query>`);
    expect(await labels(plain, admin("<item affiliation='|'/>"))).toEqual([
      "admin",
      "member",
      "none",
      "outcast",
      "owner",
    ]);
    expect(
      await labels(plain, iq("<query xmlns='jabber:iq:roster'><item approved='|'/></query>")),
    ).toEqual(["true", "false"]);
    expect(await labels(plain, "<presence><show>a|</show></presence>")).toEqual([
      "away",
      "chat",
      "dnd",
      "xa",
    ]);
  });

  it("attributes are offered that are not there yet, the required ones first and marked", async () => {
    const marked = iq(`<query xmlns='${DISCO}'><identity category='client' |/></query>`);
    const items = await complete(snippets, marked);
    expect(items.map(({ label, labelDetails }) => [label, labelDetails?.description])).toEqual([
      ["type", "required"],
      ["name", undefined],
    ]);
    expect(preselected(items)).toEqual(["type"]);
    const { text } = withCursor(marked);
    expect(accepted(text, items[0]!)).toBe(marked.replace("|", "type=''"));
  });

  it("namespaces without a schema have what their examples show", async () => {
    const marked = iq("<query xmlns='urn:xmpp:mam:2' |/>");
    expect(await labels(plain, marked)).toContain("queryid");
  });

  it("nothing is offered where nothing is known", async () => {
    expect(await labels(plain, iq("<query xmlns='urn:example:own'><|</query>"))).toEqual([]);
    expect(await labels(plain, iq("<query xmlns='urn:example:own' |/>"))).toEqual([]);
    expect(await labels(plain, iq(`<query xmlns='${DISCO}'><own |/></query>`))).toEqual([]);
  });
});

describe("in a stanza", () => {
  it("payloads are offered with their namespace, and found by it, by document and by name", async () => {
    const marked = "<iq type='get' id='a1'><|</iq>";
    const items = await complete(plain, marked);
    const ping = items.find(({ label }) => label === "ping")!;
    expect(ping.labelDetails?.description).toBe("XEP-0199 XMPP Ping");
    expect(ping.filterText).toBe("ping urn:xmpp:ping XEP-0199 XMPP Ping ping");
    expect(accepted(withCursor(marked).text, ping)).toBe(
      marked.replace("<|", "<ping xmlns='urn:xmpp:ping'/>"),
    );
  });

  it("an iq has one payload", async () => {
    expect(await labels(plain, iq("<ping xmlns='urn:xmpp:ping'/><|"))).toEqual([]);
  });

  it("the children of RFC 6121 come first, each once", async () => {
    const offered = await labels(plain, "<presence><status>x</status><|</presence>");
    expect(offered.slice(0, 2)).toEqual(["priority", "show"]);
    expect(offered).not.toContain("status");
    expect(await taken("<presence><|</presence>", "show")).toBe(
      "<presence><show>away</show></presence>",
    );
  });
});

describe("in a data form", () => {
  const form = (fields: string) => iq(`<x xmlns='jabber:x:data' type='submit'>${fields}</x>`);
  const room = `<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>`;

  it("the FORM_TYPE is offered before the fields that it has", async () => {
    const offered = await labels(plain, form("<|"));
    expect(offered[0]).toBe("field FORM_TYPE");
    expect(await taken(form("<|"), "field FORM_TYPE")).toBe(
      form("<field var='FORM_TYPE' type='hidden'><value></value></field>"),
    );
  });

  it("its fields are offered, as wholes and as names, with their types", async () => {
    const marked = form(`${room}<field var='muc#roomconfig_roomname'/><|`);
    const offered = await labels(plain, marked);
    expect(offered).toContain("field muc#roomconfig_moderatedroom");
    expect(offered).not.toContain("field muc#roomconfig_roomname");
    expect(await taken(marked, "field muc#roomconfig_moderatedroom")).toBe(
      marked.replace(
        "<|",
        "<field var='muc#roomconfig_moderatedroom' type='boolean'><value></value></field>",
      ),
    );
    const names = await labels(plain, form(`${room}<field var='|'/>`));
    expect(names).toContain("muc#roomconfig_passwordprotectedroom");
    expect(names).not.toContain("FORM_TYPE");
  });
});

describe("a hover", () => {
  let count = 0;
  async function hover(marked: string): Promise<string | undefined> {
    const { text, position } = withCursor(marked);
    const uri = `${URI}.p${++count}`;
    await plain.open(text, uri);
    const found: Hover | null = await plain.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position,
    });
    return (found?.contents as MarkupContent | undefined)?.value;
  }

  it("says where an element is defined and what it may hold", async () => {
    expect(await hover(iq(`<query xmlns='${DISCO}'><iden|tity category='client'/></query>`))).toBe(
      `identity · element of ${DISCO}

Attributes: category (required), type (required), name

XEP-0030: https://xmpp.org/extensions/xep-0030.html · Service Discovery`,
    );
  });

  it("says what an attribute has to be", async () => {
    const admin = `<query xmlns='http://jabber.org/protocol/muc#admin'><item ro|le='none'/></query>`;
    expect(await hover(iq(admin))).toBe(
      `role · attribute of <item/>

moderator | none | participant | visitor

XEP-0045: https://xmpp.org/extensions/xep-0045.html · Multi-User Chat`,
    );
  });

  it("says nothing of what is not known", async () => {
    expect(await hover(iq("<que|ry xmlns='urn:example:own'/>"))).toBeUndefined();
    expect(await hover(iq(`<query xmlns='${DISCO}'><ow|n/></query>`))).toBeUndefined();
    expect(await hover(iq(`<query xmlns='${DISCO}' ow|n='1'/>`))).toBeUndefined();
  });
});
