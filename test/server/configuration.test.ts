/** Configuration files in the editor: what holds, what takes effect when, and what is wrong in them. */

import { afterEach, describe, expect, it } from "vitest";
import { filesOf, type Introduction, pullingClient, pushedClient, Session } from "./support";

const FOLDER = "file:///stanzas/";
const CONFIGURATION = `${FOLDER}xmpp-stanza.json`;
const broken = "<iq type='get'/>";

let session: Session;
afterEach(() => session.dispose());

async function start(
  texts: Record<string, string | Error>,
  more: Introduction = {},
  settings = {},
) {
  const files = filesOf(texts);
  session = await Session.start(pullingClient, settings, undefined, { files, ...more });
}

async function codes(uri?: string): Promise<unknown[]> {
  return (await session.diagnostics(uri)).map(({ code }) => code);
}

describe("a configuration file", () => {
  it("sets the rules of the documents below it", async () => {
    await start({ [CONFIGURATION]: `{ "rules": { "iq-id-missing": "off" } }` });
    await session.open(broken);
    expect(await codes()).toEqual(["iq-payload"]);
  });

  it("wins over the editor's settings, which are for where there is none", async () => {
    const settings = { rules: { "iq-payload": "off" } };
    await start({ [CONFIGURATION]: "{}" }, {}, settings);
    await session.open(broken);
    expect((await codes()).sort()).toEqual(["iq-id-missing", "iq-payload"]);
    await session.open(broken, "file:///elsewhere/a.stanza");
    expect(await codes("file:///elsewhere/a.stanza")).toEqual(["iq-id-missing"]);
  });

  it("leaves out the files that it ignores", async () => {
    await start({ [CONFIGURATION]: `{ "ignore": ["sample.*"] }` });
    await session.open(broken);
    expect(await codes()).toEqual([]);
    const actions = await session.actions({
      start: { line: 0, character: 1 },
      end: { line: 0, character: 1 },
    });
    expect(actions.filter(({ kind }) => kind === "quickfix")).toEqual([]);
  });

  it("sets the language of messages", async () => {
    await start({ [CONFIGURATION]: `{ "language": "zh-cn", "rules": { "iq-payload": "off" } }` });
    await session.open(broken);
    const [found] = await session.diagnostics();
    expect(found?.message).toMatch(/\p{Script=Han}/u);
  });

  it("is found by names with spaces and other letters", async () => {
    const folder = "file:///my%20st%C3%A4nzas/";
    await start({
      [`${folder}xmpp-stanza.json`]: `{ "overrides": [{ "files": "ü *.stanza", "rules": { "iq-payload": "off" } }] }`,
    });
    const uri = `${folder}%C3%BC%201.stanza`;
    await session.open(broken, uri);
    expect(await codes(uri)).toEqual(["iq-id-missing"]);
  });

  it("takes effect at once when it changes, and the client asks again", async () => {
    const texts: Record<string, string> = {};
    await start(texts);
    await session.open(broken);
    expect((await codes()).length).toBe(2);
    texts[CONFIGURATION] = `{ "rules": { "iq-id-missing": "off" } }`;
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: CONFIGURATION, type: 1 }],
    });
    expect(await codes()).toEqual(["iq-payload"]);
    expect(session.refreshes).toBe(1);
  });

  it("is watched by name with clients that support it", async () => {
    const files = filesOf({});
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    session = await Session.start({ workspace }, {}, undefined, { files });
    await session.open(broken);
    await session.publications(1);
    expect(session.registered.map(({ registerOptions }) => registerOptions)).toContainEqual({
      watchers: [{ globPattern: "**/xmpp-stanza.json" }],
    });
  });

  it("is pushed to a client that cannot pull, when it is saved", async () => {
    const texts: Record<string, string> = {};
    session = await Session.start(pushedClient, {}, undefined, { files: filesOf(texts) });
    await session.open("{}", CONFIGURATION, "jsonc");
    await session.open(broken);
    await session.publications(2);
    texts[CONFIGURATION] = `{ "rules": { "iq-id-missing": "off" } }`;
    await session.connection.sendNotification("textDocument/didSave", {
      textDocument: { uri: CONFIGURATION },
    });
    const last = (await session.publications(4)).slice(2);
    const found = last.find(({ uri }) => uri.endsWith("sample.stanza"));
    expect(found?.diagnostics.map(({ code }) => code)).toEqual(["iq-payload"]);
  });

  it("that cannot be read is named in the log, and the editor's settings hold", async () => {
    const settings = { rules: { "iq-payload": "off" } };
    await start({ [CONFIGURATION]: new Error("xmpp-stanza.json: not permitted") }, {}, settings);
    await session.open(broken);
    expect(await codes()).toEqual(["iq-id-missing"]);
    expect(session.logged).toContain("xmpp-stanza.json: not permitted");
  });

  it("is found in file systems whose addresses have no authority", async () => {
    const options = { readsFiles: true, commands: [] };
    session = await Session.start(pullingClient, {}, undefined, { options });
    session.connection.onRequest("xmppStanza/readFile", ({ uri }: { uri: string }) =>
      uri === "tmp:/a/xmpp-stanza.json"
        ? { text: `{ "rules": { "iq-id-missing": "off" } }` }
        : null,
    );
    await session.open(broken, "tmp:/a/b/c.stanza");
    expect(await codes("tmp:/a/b/c.stanza")).toEqual(["iq-payload"]);
    await session.open(broken, "untitled:/a/d.stanza");
    expect((await codes("untitled:/a/d.stanza")).length).toBe(2);
  });

  it("is read through the client where the server has no files", async () => {
    const options = { readsFiles: true, commands: [] };
    session = await Session.start(pullingClient, {}, undefined, { options });
    const asked: string[] = [];
    session.connection.onRequest("xmppStanza/readFile", ({ uri }: { uri: string }) => {
      asked.push(uri);
      const text = `{ "rules": { "iq-id-missing": "off" } }`;
      return uri === "memfs://x/a/xmpp-stanza.json" ? { text } : null;
    });
    await session.open(broken, "memfs://x/a/b/c.stanza");
    expect(await codes("memfs://x/a/b/c.stanza")).toEqual(["iq-payload"]);
    expect(asked).toEqual([
      "memfs://x/a/b/xmpp-stanza.json",
      "memfs://x/a/xmpp-stanza.json",
      "memfs://x/xmpp-stanza.json",
    ]);
  });
});

describe("mistakes in a configuration file", () => {
  it("are diagnostics of the file, at the place, while it is edited", async () => {
    await start({});
    await session.open(`{ "rules": {\n  "iq-id-mising": "off" } }`, CONFIGURATION, "jsonc");
    expect(await session.diagnostics(CONFIGURATION)).toEqual([
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 16 } },
        severity: 1,
        source: "xmpp-stanza",
        message: "Unknown rule iq-id-mising. Did you mean iq-id-missing?",
      },
    ]);
  });

  it("are patterns that name a folder beside it", async () => {
    await start({ [`${FOLDER}my%20old/a.stanza`]: broken });
    const files = ["my old", "new", "my old/**"];
    await session.open(JSON.stringify({ overrides: [{ files }] }), CONFIGURATION, "jsonc");
    expect(await session.diagnostics(CONFIGURATION)).toMatchObject([
      {
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 32 } },
        message: 'Names a folder, not the files in it. Write "my old/**".',
      },
    ]);
  });

  it("are such patterns where the client reads the files, too", async () => {
    const options = { readsFiles: true, commands: [] };
    session = await Session.start(pullingClient, {}, undefined, { options });
    session.connection.onRequest("xmppStanza/readFile", ({ uri }: { uri: string }) =>
      uri === "memfs://x/old" ? { isFolder: true } : null,
    );
    const uri = "memfs://x/xmpp-stanza.json";
    await session.open('{ "overrides": [{ "files": ["new", "old"] }] }', uri, "jsonc");
    expect(await session.diagnostics(uri)).toMatchObject([
      {
        range: { start: { line: 0, character: 35 }, end: { line: 0, character: 40 } },
        message: 'Names a folder, not the files in it. Write "old/**".',
      },
    ]);
  });

  it("in the syntax of JSON are left to an editor that knows JSON", async () => {
    await start({});
    await session.open("{", CONFIGURATION, "jsonc");
    expect(await session.diagnostics(CONFIGURATION)).toHaveLength(1);
    session.dispose();
    await start({}, { options: { commands: ["some.command"] } });
    await session.open("{", CONFIGURATION, "jsonc");
    expect(await session.diagnostics(CONFIGURATION)).toEqual([]);
  });
});
