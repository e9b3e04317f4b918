/** Requests and replies in the editor: where one goes from one to the other. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodeLens, Location, WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import scansion from "../../server/core/sources/scansion";
import transcript from "../../server/core/sources/transcript";
import { conditions } from "../../server/core/xmpp/conditions";
import type { ConditionChoice, ReplyAnswer } from "../../server/protocol/protocol";
import { applied, pullingClient, rangeOf, Session, URI } from "./support";

const text = `<iq type='get' id='q1' from='viola@illyria.example/boat' to='illyria.example'>
  <query xmlns='jabber:iq:version'/>
</iq>
<message id='m1' from='viola@illyria.example/boat' to='olivia@illyria.example'/>
<iq type='error' id='q1' from='illyria.example' to='viola@illyria.example/boat'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
<iq type='set' id='q2' from='viola@illyria.example/boat' to='illyria.example'>
  <query xmlns='jabber:iq:private'/>
</iq>
`;

/** The n-th id of that value in the text, between the quotes. */
function idRange(id: string, n = 0) {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) => (line.includes(` id='${id}'`) ? [index] : []));
  const line = found[n]!;
  const character = lines[line]!.indexOf(`'${id}'`) + 1;
  return { start: { line, character }, end: { line, character: character + id.length } };
}

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
  await session.open(text);
});
afterEach(() => session.dispose());

const at = (position: { line: number; character: number }) => ({
  textDocument: { uri: URI },
  position,
});

describe("the id of a reply", () => {
  it("leads to the request", async () => {
    const { connection } = session;
    expect(
      await connection.sendRequest("textDocument/definition", at(idRange("q1", 1).start)),
    ).toEqual({
      uri: URI,
      range: idRange("q1", 0),
    });
    expect(
      await connection.sendRequest("textDocument/definition", at(idRange("q1", 0).start)),
    ).toBe(null);
    expect(
      await connection.sendRequest("textDocument/definition", at({ line: 1, character: 4 })),
    ).toBe(null);
  });

  it("is highlighted together with that of the request", async () => {
    const found = await session.connection.sendRequest(
      "textDocument/documentHighlight",
      at(idRange("q1", 1).end),
    );
    expect(found).toEqual([
      { range: idRange("q1", 0), kind: 3 },
      { range: idRange("q1", 1), kind: 2 },
    ]);
  });
});

describe("the id of a request", () => {
  it("has the replies as its references", async () => {
    const references = (includeDeclaration: boolean): Promise<Location[]> =>
      session.connection.sendRequest("textDocument/references", {
        ...at(idRange("q1").start),
        context: { includeDeclaration },
      });
    expect((await references(false)).map(({ range }) => range)).toEqual([idRange("q1", 1)]);
    expect((await references(true)).map(({ range }) => range)).toEqual([
      idRange("q1", 0),
      idRange("q1", 1),
    ]);
  });

  it("is renamed with that of its replies", async () => {
    const { connection } = session;
    expect(
      await connection.sendRequest("textDocument/prepareRename", at(idRange("q1").start)),
    ).toEqual(idRange("q1"));
    const edit: WorkspaceEdit = await connection.sendRequest("textDocument/rename", {
      ...at(idRange("q1").start),
      newName: "it's",
    });
    expect(edit.changes?.[URI]).toEqual([
      { range: idRange("q1", 0), newText: "it&apos;s" },
      { range: idRange("q1", 1), newText: "it&apos;s" },
    ]);
    await expect(
      connection.sendRequest("textDocument/rename", { ...at(idRange("q1").start), newName: "" }),
    ).rejects.toThrow(/cannot be empty/);
  });
});

describe("code lens", () => {
  const lenses = (): Promise<CodeLens[]> =>
    session.connection.sendRequest("textDocument/codeLens", { textDocument: { uri: URI } });

  it("names the replies to a request, and the request of a reply", async () => {
    const found = await lenses();
    expect(found.map(({ command }) => command)).toEqual([undefined, undefined, undefined]);
    const resolved = await Promise.all(
      found.map(
        (lens): Promise<CodeLens> => session.connection.sendRequest("codeLens/resolve", lens),
      ),
    );
    expect(resolved.map(({ range, command }) => `${range.start.line}: ${command?.title}`)).toEqual([
      "0: answered: item-not-found (cancel)",
      "4: in reply to iq get, line 1",
      "9: no reply in this file",
    ]);
    await session.connection.sendRequest("workspace/executeCommand", {
      command: resolved[0]!.command!.command,
      arguments: resolved[0]!.command!.arguments,
    });
    expect(session.shown).toEqual([URI]);
  });

  it("is switched off by a setting", async () => {
    await session.configure({ codeLens: false });
    expect(await lenses()).toEqual([]);
  });

  it("is asked for again when settings change, by a client that does so", async () => {
    session.dispose();
    const { workspace } = pullingClient;
    session = await Session.start({
      ...pullingClient,
      workspace: { ...workspace, codeLens: { refreshSupport: true } },
    });
    const asked = new Promise<void>((resolve) => {
      session.connection.onRequest("workspace/codeLens/refresh", () => {
        resolve();
        return null;
      });
    });
    await session.configure({ codeLens: false });
    await asked;
  });
});

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
    expect(groups).toEqual(["XEP-0060 Publish-Subscribe", "Common conditions", "Other conditions"]);
    expect(choices[0]?.name).toBe("bad-request");
    const names = choices.map(({ name }) => name);
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
