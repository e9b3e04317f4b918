/** Messages out of order, twice, many at once and not at all: what is right afterwards is still right. */

import { afterEach, describe, expect, test } from "vitest";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import { measured, ServerProcess } from "./serverProcess";
import { SteppedHost } from "./steppedHost";
import { pullingClient, pushedClient, Session, URI } from "./support";

const WRONG = "<iq type='result'/>\n";
const RIGHT = "<iq type='result' id='1'/>\n";

let session: Session | undefined;
let server: ServerProcess | undefined;

afterEach(() => {
  session?.dispose();
  server?.kill();
  session = undefined;
  server = undefined;
});

/** The rules that the document breaks, in this session. */
async function codes(uri = URI): Promise<unknown[]> {
  return (await session!.diagnostics(uri)).map(({ code }) => code);
}

function notify(method: string, params: object): Promise<void> {
  return session!.connection.sendNotification(method, params);
}

const versioned = (version: number, uri = URI) => ({ uri, version });

describe("messages in the wrong order", () => {
  test("about a document that is not open are ignored", async () => {
    session = await Session.start(pullingClient);
    const document = { textDocument: { uri: URI } };
    await session.change(7, [{ text: WRONG }]);
    await session.save();
    await notify("textDocument/willSave", { ...document, reason: 1 });
    await notify("textDocument/didClose", document);
    await notify("textDocument/didClose", document);
    expect(await session.pull()).toEqual({ kind: "full", items: [] });
    const position = { line: 3, character: 3 };
    const at = { ...document, position };
    const { sendRequest } = session.connection;
    const ask = sendRequest.bind(session.connection) as (m: string, p: object) => Promise<unknown>;
    expect(await ask("textDocument/hover", at)).toBeNull();
    expect(await ask("textDocument/completion", at)).toEqual([]);
    expect(await ask("textDocument/formatting", { ...document, options: {} })).toBeNull();
    expect(await session.actions({ start: position, end: position })).toEqual([]);
    await session.open(WRONG);
    expect(await codes()).toEqual(["iq-id-missing"]);
    expect(session.logged).toEqual([]);
  });

  test("opened twice, a document has the last text", async () => {
    session = await Session.start(pullingClient);
    await session.open(RIGHT);
    expect(await codes()).toEqual([]);
    await session.open(WRONG);
    expect(await codes()).toEqual(["iq-id-missing"]);
    await notify("textDocument/didClose", { textDocument: { uri: URI } });
    await notify("textDocument/didClose", { textDocument: { uri: URI } });
    expect(await codes()).toEqual([]);
  });

  test("changed with an older version, or the same version, a document has the last text", async () => {
    session = await Session.start(pullingClient);
    await session.open(RIGHT);
    await session.change(5, [{ text: WRONG }]);
    const wrong = await session.pull();
    expect(wrong).toMatchObject({ kind: "full", items: [{ code: "iq-id-missing" }] });
    for (const version of [5, 3, 5]) {
      for (const text of [RIGHT, WRONG]) {
        await session.change(version, [{ text }]);
        // No "unchanged" is reported, whatever the version says.
        const report = await session.pull("resultId" in wrong ? wrong.resultId : undefined);
        expect(report).toMatchObject({ kind: "full" });
        expect(await codes()).toEqual(text === WRONG ? ["iq-id-missing"] : []);
      }
    }
  });

  test("a change of a version that was checked already is checked", async () => {
    session = await Session.start(pushedClient);
    await session.open(RIGHT);
    await session.publications(1);
    await session.change(1, [{ text: WRONG }]);
    const published = await session.publications(2);
    expect(published.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(["iq-id-missing"]);
  });

  test("changed during its check, a document is checked anew, though the version stays", async () => {
    const host = new SteppedHost();
    session = await Session.start(pullingClient, {}, undefined, { host });
    await session.open("<message type='bogus'/>\n".repeat(900));
    const range = { start: { line: 0, character: 0 }, end: { line: 400, character: 0 } };
    host.actAt(200, async () => {
      await session!.change(1, [{ range, text: WRONG }]);
      await session!.everythingIsRead();
    });
    await expect(session.pull()).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    const found = await codes();
    expect(found[0]).toBe("iq-id-missing");
    expect(found.slice(1)).toEqual(Array(500).fill("stanza-type-invalid"));
  });
});

describe("a client that refuses everything", () => {
  test("is still served", async () => {
    server = await ServerProcess.start({
      capabilities: {
        ...pullingClient,
        workspace: {
          ...pullingClient.workspace,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceFolders: true,
        },
        textDocument: { ...pullingClient.textDocument, formatting: { dynamicRegistration: true } },
      },
      answer: (method) => new ResponseError(ErrorCodes.MethodNotFound, method),
    });
    await server.open(WRONG);
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: null,
    });
    // The client's refusal to show a document is the error of the command; nothing else fails.
    const rule = { command: "xmppStanza.openRule", arguments: ["iq-id-missing"] };
    await expect(server.connection.sendRequest("workspace/executeCommand", rule)).rejects.toThrow(
      "window/showDocument",
    );
    await server.connection.sendRequest("workspace/diagnostic", { previousResultIds: [] });
    expect(await server.codes()).toEqual(["iq-id-missing"]);
    expect(server.isAlive).toBe(true);
    expect(server.stderr).toBe("");
  });
});

test("input that is no message does not end the server", async () => {
  server = await ServerProcess.start();
  await server.open(WRONG);
  const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  for (const body of ["{", "", "null", "5", "[]", '"x"', "{}", '{"jsonrpc":"2.0"}', '{"id":{}}']) {
    server.child.stdin.write(frame(body));
  }
  server.child.stdin.write(frame('{"jsonrpc":"2.0","id":999999,"result":null}'));
  server.child.stdin.write(frame('{"jsonrpc":"2.0","id":"x","method":5}'));
  expect(await server.codes()).toEqual(["iq-id-missing"]);
  expect(server.isAlive).toBe(true);
});

test("thousands of messages in a row leave the last state", async () => {
  session = await Session.start(pullingClient);
  const asked: Promise<unknown>[] = [];
  for (let i = 0; i < 1_000; i++) {
    await session.open(RIGHT);
    await session.change(2, [{ text: WRONG }]);
    await session.change(3, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, text: "<iq" },
    ]);
    if (i % 10 === 0) asked.push(session.pull().catch(() => undefined));
    await notify("textDocument/didClose", { textDocument: { uri: URI } });
  }
  await Promise.all(asked);
  expect(await codes()).toEqual([]);
  await session.open(WRONG);
  await session.change(2, [{ text: WRONG + WRONG }]);
  expect(await codes()).toEqual(["iq-id-missing", "iq-id-missing"]);
  expect(session.logged).toEqual([]);
});

test("quick changes end with pushed diagnostics of the last text", async () => {
  session = await Session.start(pushedClient);
  await session.open(RIGHT);
  const count = 2_000;
  for (let version = 2; version <= count; version++) {
    await session.change(version, [{ text: version % 2 === 0 ? WRONG : RIGHT }]);
  }
  await session.when(() => session!.published.at(-1)?.version === count);
  const last = session.published.at(-1)!;
  expect(last.diagnostics.map(({ code }) => code)).toEqual(["iq-id-missing"]);
  for (const one of session.published) {
    const isWrong = one.version !== undefined && one.version % 2 === 0;
    expect(one.diagnostics).toHaveLength(isWrong ? 1 : 0);
  }
});

test("two hundred open documents each have their own findings, and leave no memory in use", async () => {
  server = await ServerProcess.start({ flags: measured });
  const wrongs = (i: number) => (i % 5) + 1;
  const uri = (i: number) => `file:///stanzas/${i}.stanza`;
  const filler = `<message id='1'><body>${"words ".repeat(20)}</body></message>\n`.repeat(400);
  const openAll = async () => {
    for (let i = 0; i < 200; i++) await server!.open(WRONG.repeat(wrongs(i)) + filler, uri(i));
    const all = await Promise.all(Array.from({ length: 200 }, (_, i) => server!.codes(uri(i))));
    for (const [i, found] of all.entries()) {
      expect(found).toEqual(Array(wrongs(i)).fill("iq-id-missing"));
    }
    for (let i = 0; i < 200; i += 7) {
      await server!.connection.sendNotification("textDocument/didChange", {
        textDocument: versioned(2, uri(i)),
        contentChanges: [{ text: RIGHT }],
      });
    }
    for (let i = 0; i < 200; i++) {
      expect(await server!.codes(uri(i))).toHaveLength(i % 7 === 0 ? 0 : wrongs(i));
    }
  };
  const closeAll = async () => {
    for (let i = 0; i < 200; i++) await server!.close(uri(i));
    return server!.heap();
  };
  // Code and tables that are created once are created by the first round.
  await openAll();
  const before = await closeAll();
  await openAll();
  const open = await server.heap();
  const after = await closeAll();
  expect(open).toBeGreaterThan(before + 5_000_000);
  expect(after - before).toBeLessThan((open - before) / 10);
  expect(server.stderr).toBe("");
});
