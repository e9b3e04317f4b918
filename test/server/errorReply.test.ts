/** Code actions and commands that make an error reply to a request. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import scansion from "../../server/core/sources/scansion";
import transcript from "../../server/core/sources/transcript";
import { conditions } from "../../server/core/xmpp/conditions";
import type { ConditionChoice, ReplyAnswer } from "../../server/protocol/protocol";
import { exchange as text } from "./exchangeText";
import { applied, pullingClient, rangeOf, Session, URI } from "./support";

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
  await session.open(text);
});
afterEach(() => session.dispose());

describe("an error reply", () => {
  it("is offered on a request, and not on a reply", async () => {
    const range = rangeOf(text, "query");
    const actions = await session.actions(range, { only: ["refactor"] });
    const notFound = actions.find(({ title }) => title === "Create error reply: item-not-found");
    const after = applied(text, notFound!);
    expect(
      after.slice(0, after.indexOf("<message")),
    ).toBe(`${text.slice(0, text.indexOf("<message"))}<iq type='error' id='q1' from='illyria.example' to='viola@illyria.example/boat'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`);
    expect(new StanzaDocument(after, defaultConfiguration).findings()).toEqual([]);
    expect(await session.actions(rangeOf(text, "item-not-found"), { only: ["refactor"] })).toEqual(
      [],
    );
  });

  it("is the quick fix of a request without a reply", async () => {
    await session.configure({ rules: { "request-unanswered": "warning" } });
    const ask = (id: string) =>
      `<iq type='get' id='${id}' from='lea@a.example/d' to='b.example'><ping xmlns='urn:xmpp:ping'/></iq>\n`;
    const captured = `${ask("u1")}${ask("u2")}<iq type='result' id='u2' to='lea@a.example/d' from='b.example'/>\n`;
    await session.open(captured);
    const codes = async () => (await session.diagnostics()).map(({ code }) => code);
    expect(await codes()).toEqual(["request-unanswered"]);
    const actions = await session.actions(rangeOf(captured, "iq"), { only: ["quickfix"] });
    const [first] = actions;
    expect(first).toMatchObject({
      kind: "quickfix",
      diagnostics: [{ code: "request-unanswered" }],
    });
    expect(first?.title).toMatch(/^Create error reply: /);
    await session.change(2, [{ text: applied(captured, first!) }]);
    expect(await codes()).toEqual([]);
    // At the request that is answered there is nothing to fix.
    const others = await session.actions(rangeOf(captured, "u2"), { only: ["quickfix"] });
    expect(others).toEqual([]);
  });

  it("says what the client asks for", async () => {
    const answer = await session.connection.sendRequest<ReplyAnswer<WorkspaceEdit>>(
      "xmppStanza/reply",
      {
        uri: URI,
        position: rangeOf(text, "query").start,
        condition: "conflict",
        code: "409",
        omitId: true,
        payload: "after",
      },
    );
    const written = answer.edit?.changes?.[URI]?.[0]?.newText;
    expect(written).toMatch(/<iq type='error' from=/);
    expect(written).toMatch(/code='409'.*<\/error>\s*<query/s);
  });

  it("is that of a server, with remarks; the choices name the servers that answer", async () => {
    const position = rangeOf(text, "query").start;
    const choices = await session.connection.sendRequest<ConditionChoice[]>(
      "xmppStanza/conditions",
      { uri: URI, position },
    );
    const named = choices.filter((choice) => choice.as !== undefined);
    expect(named.map(({ name }) => name)).toContain("As ejabberd 23.01 sends it");
    const answer = await session.connection.sendRequest<ReplyAnswer<WorkspaceEdit>>(
      "xmppStanza/reply",
      { uri: URI, position, as: "ejabberd" },
    );
    expect(answer.edit?.changes?.[URI]?.[0]?.newText).toMatch(/<iq xml:lang='en' to='viola@/);
    const refused = await session.connection.sendRequest("xmppStanza/reply", {
      uri: URI,
      position,
      as: "jabberd2",
      situation: "iq-type-invalid",
    });
    expect(refused).toEqual({ refusal: "jabberd2 2.7.0 does not answer this (iq-type-invalid)." });
  });

  it("is refused with a reason", async () => {
    const answer = await session.connection.sendRequest("xmppStanza/reply", {
      uri: URI,
      position: rangeOf(text, "item-not-found").start,
      condition: "conflict",
    });
    expect(answer).toEqual({ refusal: expect.stringContaining("An error must not be answered") });
  });

  it.each([
    ["another follows after a blank line", "<iq type='get' id='1'/>\n\n<presence/>\n", "\n\n<iq"],
    [
      "the one before it is set apart",
      "<presence/>\r\n\r\n<iq type='get' id='1'/>\r\n",
      "\r\n\r\n<iq",
    ],
    [
      "stanzas stand line by line",
      "<iq type='get' id='1'/>\n<presence/>\n\n<presence/>\n",
      "\n<iq",
    ],
    ["it is alone", "<iq type='get' id='1'/>\n\n", "\n<iq"],
  ])("stands apart as stanzas do where %s", async (_where, before, start) => {
    await session.change(2, [{ text: before }]);
    const answer: ReplyAnswer<WorkspaceEdit> = await session.connection.sendRequest(
      "xmppStanza/reply",
      { uri: URI, position: rangeOf(before, "'get'").start, condition: "conflict" },
    );
    const [edit] = answer.edit!.changes![URI]!;
    expect(edit!.newText.slice(0, start.length)).toBe(start);
  });

  it.each([
    [
      "xmpp-stanza",
      "<iq type='get' id='1'/>",
      "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>|",
    ],
    [
      "xml",
      "<log>\n  <iq type='get' id='1'/>\n</log>",
      "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>|",
    ],
    ["typescript", "const a = \"<iq type='get' id='1'/>\";\n", "xmpp-stanzas'>|"],
  ])("has a place to go on writing, in %s", async (languageId, before, place) => {
    const uri = `file:///cursor.${languageId}`;
    await session.configure({ sources: { javascript: true } });
    await session.open(before, uri, languageId);
    const { edit, cursor }: ReplyAnswer<WorkspaceEdit> = await session.connection.sendRequest(
      "xmppStanza/reply",
      { uri, position: rangeOf(before, "get").start, condition: "gone" },
    );
    const document = TextDocument.create(uri, languageId, 1, before);
    const after = TextDocument.create(
      uri,
      languageId,
      2,
      TextDocument.applyEdits(document, edit!.changes![uri]!),
    );
    const at = after.offsetAt(cursor!);
    const marked = `${after.getText().slice(0, at)}|${after.getText().slice(at)}`;
    expect(marked).toContain(place);
    expect(marked.indexOf("|")).toBeGreaterThan(before.indexOf("<iq"));
  });

  it("may have the conditions of the request's extension first, then the common ones", async () => {
    const request =
      "<iq type='set' id='1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish/></pubsub></iq>";
    await session.change(2, [{ text: request }]);
    const position = rangeOf(request, "publish").start;
    const choices: ConditionChoice[] = await session.connection.sendRequest(
      "xmppStanza/conditions",
      { uri: URI, position },
    );
    const groups = [...new Set(choices.map(({ group }) => group))];
    expect(groups).toEqual([
      "XEP-0060 Publish-Subscribe",
      "Common conditions",
      "Other conditions",
      "Answers of real software",
    ]);
    expect(choices[0]?.name).toBe("bad-request");
    const names = choices.filter((choice) => choice.as === undefined).map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
    expect([...names].sort()).toEqual(conditions.map(({ name }) => name).sort());
    const plain: ConditionChoice[] = await session.connection.sendRequest("xmppStanza/conditions");
    expect(plain.slice(0, 4).map(({ name }) => name)).toEqual([
      "service-unavailable",
      "item-not-found",
      "bad-request",
      "feature-not-implemented",
    ]);
  });

  it("answers a line of a transcript from the other side", async () => {
    await session.change(2, [{ text: "C: <presence to='a.example'/>\n" }]);
    const answer = await session.connection.sendRequest("xmppStanza/reply", {
      uri: URI,
      position: { line: 0, character: 5 },
      condition: "conflict",
    });
    const [edit] = (answer as { edit: WorkspaceEdit }).edit.changes![URI]!;
    expect(edit?.newText).toMatch(/^\nS: <presence type='error' from='a\.example'>/);
  });

  const get = (id: string) => `<iq type='get' id='${id}'><query xmlns='urn:x'/></iq>`;
  const hosts: [name: string, languageId: string, before: string, after: RegExp][] = [
    [
      "script.scs",
      "scansion",
      `Viola sends:\n\t${get("1")}\n\nViola disconnects\n`,
      /^Viola sends:\n\t<iq .*\n\nViola receives:\n\t<iq type='error' id='1'>\n\t\s+<error [\s\S]*\n\t<\/iq>\n\nViola disconnects\n$/,
    ],
    [
      "script.scs",
      "scansion",
      `Viola receives:\r\n\t${get("1")}\r\n\t${get("2")}\r\n`,
      /^Viola receives:\r\n\t<iq .*\r\n\r\nViola sends:\r\n\t<iq [\s\S]*\r\n\t<\/iq>\r\n\r\nViola receives:\r\n\t<iq type='get' id='2'.*\r\n$/,
    ],
    ["wire.log", "log", `C: ${get("1")}\n`, /^C: .*\nS: <iq [\s\S]*\n<\/iq>\n$/],
    ["wire.log", "log", `1:02 RECV: ${get("1")}\n`, /^1:02 RECV: .*\nSEND: <iq /],
    [
      "wire.log",
      "log",
      `INFO IN: <iq type='get' id='1'>\nINFO IN:   <query xmlns='urn:x'/>\nINFO IN: </iq>\n`,
      /\nINFO IN: <\/iq>\nINFO SEND: <iq type='error' id='1'>\n(?:INFO SEND: .*\n)+$/,
    ],
    [
      "wire.log",
      "log",
      `>> <iq type='get' id='1'>\n>>   <query xmlns='urn:x'/>\n>> </iq>\n`,
      /\n>> <\/iq>\n<< <iq type='error' id='1'>\n(?:<< .*\n)+$/,
    ],
  ];
  it.each(hosts)(
    "comes from the other side in %s, %s: %j",
    async (name, languageId, before, after) => {
      const uri = `file:///${name}`;
      await session.open(before, uri, languageId);
      const position = rangeOf(before, "get").start;
      const answer = await session.connection.sendRequest("xmppStanza/reply", {
        uri,
        position,
        condition: "conflict",
      });
      const { edit } = answer as { edit: WorkspaceEdit };
      const document = TextDocument.create(uri, languageId, 1, before);
      const written = TextDocument.applyEdits(document, edit.changes![uri]!);
      expect(written).toMatch(after);
      const adapter = languageId === "scansion" ? scansion : transcript;
      const [view] = new SourceDocument(written, defaultConfiguration, adapter).regions();
      expect(view?.document.exchanges.requestIndexes()[1]).toBe(0);
    },
  );
});
