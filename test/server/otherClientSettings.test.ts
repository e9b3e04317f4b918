/** Settings and diagnostics of clients that are not VS Code. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCodes } from "vscode-languageserver/node";
import { announcements } from "./announcements";
import { CONFIGURATION, FOLDER, startClient, text } from "./otherClient";
import { pushedClient, Session, URI } from "./support";

/** Milliseconds that a client which announces pulling has to do so. */
const PATIENCE = 1000;

let session: Session;
afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

async function start(...given: Parameters<typeof startClient>): Promise<void> {
  session = await startClient(...given);
}

const codesOf = (diagnostics: readonly { code?: unknown }[] = []) =>
  diagnostics.map(({ code }) => code);

describe("a client that announces to pull diagnostics, and never does", () => {
  const CLIENT = "@codemirror/lsp-client 6.3.0";
  beforeEach(async () => {
    await start(CLIENT);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });

  const wait = async (milliseconds: number) => {
    await session.everythingIsRead();
    vi.advanceTimersByTime(milliseconds);
    await session.everythingIsRead();
  };

  it("is sent them a second after opening, and from then on with each change", async () => {
    await session.open(text);
    await wait(PATIENCE - 1);
    expect(session.published).toEqual([]);
    await wait(1);
    const [first] = await session.publications(1);
    expect(codesOf(first?.diagnostics)).toContain("error-type-missing");
    await session.change(2, [{ text: "<presence/>" }]);
    const [, second] = await session.publications(2);
    expect(second).toMatchObject({ version: 2, diagnostics: [] });
    await session.open(text, `${FOLDER}b.stanza`);
    const [, , third] = await session.publications(3);
    expect(third?.uri).toBe(`${FOLDER}b.stanza`);
  });

  it("is sent none after its first pull", async () => {
    await session.open(text);
    expect(codesOf(await session.diagnostics())).toContain("error-type-missing");
    await wait(PATIENCE);
    await session.change(2, [{ text: "<iq type='result'/>" }]);
    await wait(PATIENCE);
    expect(codesOf(await session.diagnostics())).toEqual(["iq-id-missing"]);
    expect(session.published).toEqual([]);
  });

  it("that pulls late after all has those that were sent taken back before the answer", async () => {
    await session.open(text);
    await session.open(text, `${FOLDER}b.stanza`);
    await wait(PATIENCE);
    await session.publications(2);
    expect(codesOf(await session.diagnostics())).toContain("error-type-missing");
    expect(session.published.slice(2)).toEqual([
      { uri: URI, diagnostics: [] },
      { uri: `${FOLDER}b.stanza`, diagnostics: [] },
    ]);
    await session.change(2, [{ text: "<iq type='result'/>" }]);
    await wait(PATIENCE);
    expect(session.published).toHaveLength(4);
  });

  it("is sent none while its documents are closed again before the second is over", async () => {
    await session.open(text);
    await session.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: URI },
    });
    await wait(PATIENCE);
    expect(session.published).toEqual([]);
  });
});

it("the project's own client, which decides when to pull, is never sent diagnostics", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const options = { commands: ["xmppStanza.createErrorReply"] };
  const textDocument = { diagnostic: {}, publishDiagnostics: {} };
  session = await Session.start({ textDocument }, {}, undefined, { options });
  await session.open(text);
  await session.everythingIsRead();
  vi.advanceTimersByTime(10 * PATIENCE);
  await session.everythingIsRead();
  expect(session.published).toEqual([]);
});

describe("a client that refuses workspace/configuration", () => {
  const rules = { "iq-id-missing": "off" };

  it("is asked once, and its settings are those that came with initialize", async () => {
    session = await Session.start(announcements["Qt Creator 9.0.2"]!.capabilities, {}, undefined, {
      refused: { "workspace/configuration": ErrorCodes.MethodNotFound },
      options: { xmppStanza: { rules } },
    });
    await session.open("<iq type='result'/>");
    await session.open("<iq type='result'/>", `${FOLDER}b.stanza`);
    await session.change(2, [{ text: "<iq type='result' />" }]);
    await session.when(() => session.published.some(({ version }) => version === 2));
    expect(session.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    const asked = session.requests.filter(({ method }) => method === "workspace/configuration");
    expect(asked).toHaveLength(1);
    expect(session.logged).toEqual([]);
  });

  it("has settings that it pushes as a string of JSON read", async () => {
    await start("Qt Creator 9.0.2");
    await session.open("<iq type='result'/>");
    expect(codesOf((await session.publications(1))[0]?.diagnostics)).toEqual(["iq-id-missing"]);
    const settings = JSON.stringify({ xmppStanza: { rules } });
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    expect((await session.publications(2))[1]?.diagnostics).toEqual([]);
  });

  it("gets a log entry for a string that is no JSON, and keeps its earlier settings", async () => {
    session = await Session.start({}, {}, undefined, { options: { rules } });
    await session.open("<iq type='result'/>");
    await session.publications(1);
    await session.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: "{ rules",
    });
    expect((await session.publications(2))[1]?.diagnostics).toEqual([]);
    expect(session.logged).toEqual([expect.stringMatching(/^settings: .*JSON/)]);
  });

  it("for once, is asked again, and one warning is logged for all its refusals", async () => {
    session = await Session.start(pushedClient, {}, undefined, {
      refused: { "workspace/configuration": ErrorCodes.InternalError },
      options: { rules },
    });
    await session.open("<iq type='result'/>");
    await session.open("<iq type='result'/>", `${FOLDER}b.stanza`);
    await session.publications(2);
    expect(session.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(session.requests.length).toBeGreaterThan(1);
    expect(session.logged).toEqual(["workspace/configuration: no such request"]);
  });
});

it("null as the answer to workspace/configuration leaves the settings of initialize", async () => {
  session = await Session.start(pushedClient, null, undefined, {
    options: { xmppStanza: { rules: { "iq-id-missing": "off" } } },
  });
  await session.open("<iq type='result'/>");
  expect((await session.publications(1))[0]?.diagnostics).toEqual([]);
});

describe("a client that watches no files has xmpp-stanza.json read again", () => {
  const off = `{ "rules": { "iq-id-missing": "off" } }`;
  const broken = "<iq type='result'/>";
  const texts: Record<string, string> = {};
  beforeEach(async () => {
    delete texts[CONFIGURATION];
    await start("Kate 22.12.3", texts);
    await session.open(broken);
    expect(codesOf((await session.publications(1))[0]?.diagnostics)).toEqual(["iq-id-missing"]);
    texts[CONFIGURATION] = off;
  });
  const isSilenced = () => session.published.at(-1)?.diagnostics.length === 0;

  it("at saving a document", async () => {
    await session.save();
    await session.when(() => session.published.some(({ diagnostics }) => diagnostics.length === 0));
    await session.everythingIsRead();
    await session.when(isSilenced);
  });

  it("at opening another document", async () => {
    await session.open(broken, `${FOLDER}b.stanza`);
    const of = (uri: string) => session.published.findLast((one) => one.uri === uri)?.diagnostics;
    await session.when(() => of(URI)?.length === 0 && of(`${FOLDER}b.stanza`)?.length === 0);
  });

  it("at workspace/didChangeConfiguration", async () => {
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    expect((await session.publications(2))[1]?.diagnostics).toEqual([]);
  });
});
