/**
 * Messages that no client should send: each has an answer, be it an error, and the server goes on as if
 * nothing had been. A process, because what ends one is what an imitation would not notice.
 */

import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as protocol from "vscode-languageserver/node";
import {
  type Connection,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { tolerantConnection } from "../../server/protocol/introduction";
import { startServer } from "../../server/server";
import { ServerProcess } from "./serverProcess";

const URI = "file:///stanzas/right.stanza";
const OTHER = "file:///stanzas/other.stanza";
const TEXT = "<iq type='result'/>\n<message type='bogus'>\n  <body>words</body>\n</message>\n";
const CODES = ["iq-id-missing", "stanza-type-invalid"];

const textDocument = { uri: URI };
const position = { line: 0, character: 6 };
const range = { start: position, end: { line: 1, character: 20 } };
const options = { tabSize: 2, insertSpaces: true };
const diagnostic = { range, message: "x", source: "xmpp-stanza", code: "iq-id-missing" };

/** Requests of the server, with valid parameters. */
const requests: Readonly<Record<string, unknown>> = {
  "textDocument/diagnostic": { textDocument, previousResultId: "1.1.0" },
  "workspace/diagnostic": { previousResultIds: [{ uri: URI, value: "1" }] },
  "textDocument/codeAction": {
    textDocument,
    range,
    context: { diagnostics: [diagnostic], only: ["quickfix", "source.fixAll"] },
  },
  "codeAction/resolve": { title: "x", data: { uri: URI, fixRule: "iq-id-missing" } },
  "textDocument/completion": { textDocument, position, context: { triggerKind: 1 } },
  "completionItem/resolve": { label: "x", data: { uri: URI } },
  "textDocument/hover": { textDocument, position },
  "textDocument/definition": { textDocument, position },
  "textDocument/references": { textDocument, position, context: { includeDeclaration: true } },
  "textDocument/documentHighlight": { textDocument, position },
  "textDocument/prepareRename": { textDocument, position },
  "textDocument/rename": { textDocument, position, newName: "x" },
  "textDocument/codeLens": { textDocument },
  "codeLens/resolve": { range, data: { uri: URI } },
  "textDocument/documentSymbol": { textDocument },
  "textDocument/foldingRange": { textDocument },
  "textDocument/selectionRange": { textDocument, positions: [position, range.end] },
  "textDocument/linkedEditingRange": { textDocument, position },
  "textDocument/documentLink": { textDocument },
  "textDocument/formatting": { textDocument, options },
  "textDocument/rangeFormatting": { textDocument, range, options },
  "textDocument/onTypeFormatting": { textDocument, position, ch: ">", options },
  // The server has no handler for it, but the library takes it.
  "textDocument/willSaveWaitUntil": { textDocument, reason: 1 },
  "workspace/executeCommand": { command: "xmppStanza.openRule", arguments: ["iq-id-missing"] },
  "xmppStanza/check": { text: TEXT, uri: URI, file: "a.stanza" },
  "xmppStanza/diagnose": { text: TEXT, uri: URI },
  "xmppStanza/rules": {},
  "xmppStanza/reply": { uri: URI, position, condition: "conflict", text: "x", by: "a@b" },
  "xmppStanza/conditions": {},
  "xmppStanza/conversation": { uri: URI, position, format: "svg" },
  "xmppStanza/closeTag": { textDocument, position },
  "xmppStanza/documentState": { uri: URI },
};

const item = { uri: OTHER, languageId: "xmpp-stanza", version: 1, text: TEXT };

const notifications: Readonly<Record<string, unknown>> = {
  "textDocument/didOpen": { textDocument: item },
  "textDocument/didChange": {
    textDocument: { uri: OTHER, version: 2 },
    contentChanges: [{ range, text: "x" }, { text: TEXT }],
  },
  "textDocument/didSave": { textDocument: { uri: OTHER } },
  "textDocument/willSave": { textDocument: { uri: OTHER }, reason: 1 },
  "textDocument/didClose": { textDocument: { uri: OTHER } },
  "workspace/didChangeConfiguration": { settings: { xmppStanza: { rules: {}, limits: {} } } },
  "workspace/didChangeWatchedFiles": { changes: [{ uri: OTHER, type: 1 }] },
  "workspace/didChangeWorkspaceFolders": { event: { added: [], removed: [] } },
  "window/workDoneProgress/cancel": { token: "x" },
  "$/cancelRequest": { id: 1 },
  "$/setTrace": { value: "verbose" },
  "$/progress": { token: 1, value: {} },
  "$/unknown": { a: 1 },
  initialized: {},
};

/** JSON has no NaN: what a client would send for one is null. */
const wrong = [null, true, -1, 0.5, 1e15, -1e15, "", "x", [], [null], {}, { uri: 5 }];

const MISSING = Symbol("missing");

/** The value with one part of it replaced, for each of its parts. */
function* replaced(value: unknown): Generator<unknown> {
  yield* wrong;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const other of [MISSING, ...replaced(part)]) {
      if (Array.isArray(value)) {
        yield value.map((one, index) => (index === Number(key) && other !== MISSING ? other : one));
      } else {
        const { [key]: _, ...rest } = value as Record<string, unknown>;
        yield other === MISSING ? rest : { ...rest, [key]: other };
      }
    }
  }
}

/** Ranges the wrong way round are right by their parts. */
function* malformed(params: unknown): Generator<unknown> {
  yield* replaced(params);
  const backwards = JSON.stringify(params).replaceAll(
    JSON.stringify(range),
    JSON.stringify({ start: range.end, end: range.start }),
  );
  yield JSON.parse(backwards);
  yield JSON.parse(JSON.stringify(params).replaceAll(URI, "file:///stanzas/unknown.stanza"));
  yield JSON.parse(JSON.stringify(params).replaceAll(URI, "no%zzuri:"));
}

let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.start();
  await server.open(TEXT, URI);
});

afterAll(() => server.kill());

/** The answer, or that it is an error. */
async function ask(method: string, ...params: unknown[]): Promise<unknown> {
  try {
    return await server.connection.sendRequest(method, ...(params as [object]));
  } catch (error) {
    // Anything else means that the connection is gone.
    if (error instanceof protocol.ResponseError) return error;
    throw error;
  }
}

async function expectAlive(): Promise<void> {
  expect(await server.codes(URI)).toEqual(CODES);
  expect(server.isAlive).toBe(true);
  expect(server.stderr).toBe("");
}

test("there is no request that is left out here", async () => {
  const offered: string[] = [];
  for (const one of Object.values(protocol)) {
    const { method, messageDirection } = one as { method?: unknown; messageDirection?: unknown };
    if (typeof method !== "string" || messageDirection !== "clientToServer") continue;
    if (!("type" in (one as object)) || method === "initialize" || method === "shutdown") continue;
    const { type } = one as { type: object };
    if (type instanceof protocol.ProtocolNotificationType) continue;
    const answer = await ask(method, {});
    const isOffered =
      !(answer instanceof protocol.ResponseError) ||
      answer.code !== protocol.ErrorCodes.MethodNotFound;
    if (isOffered) offered.push(method);
  }
  expect(offered.length).toBeGreaterThan(15);
  expect(offered.filter((method) => !(method in requests))).toEqual([]);
  await expectAlive();
});

describe.each(Object.entries(requests))("%s", (method, params) => {
  test("is answered with right parameters", async () => {
    expect(await ask(method, params)).not.toBeInstanceOf(protocol.ResponseError);
  });

  test("is answered with wrong ones", async () => {
    await ask(method);
    const answers: Promise<unknown>[] = [];
    for (const one of malformed(params)) answers.push(ask(method, one));
    expect(answers.length).toBeGreaterThan(10);
    await Promise.all(answers);
    await expectAlive();
  });
});

describe.each(Object.entries(notifications))("%s", (method, params) => {
  test("does no harm with wrong parameters", async () => {
    await server.open(TEXT, OTHER);
    await server.connection.sendNotification(method);
    for (const one of malformed(params)) {
      await server.connection.sendNotification(method, one as object);
    }
    for (const uri of [OTHER, URI]) await ask("textDocument/diagnostic", { textDocument: { uri } });
    await server.close(OTHER);
    // It may have been about the one document, and have said that it is another one.
    await server.open(TEXT, URI);
    await server.open(TEXT, OTHER);
    expect(await server.codes(OTHER)).toEqual(CODES);
    await expectAlive();
    await server.close(OTHER);
  });
});

describe("an introduction", () => {
  const introduction = {
    rootUri: null,
    locale: "en",
    workspaceFolders: [{ uri: "file:///stanzas", name: "stanzas" }],
    initializationOptions: { commands: ["x"], rulePages: "https://example.org/{rule}" },
    capabilities: {
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        codeAction: { resolveSupport: { properties: ["edit"] } },
      },
      experimental: {},
    },
  };
  const cases = [...replaced(introduction)].filter(
    (one) => typeof one === "object" && one !== null && !Array.isArray(one),
  );

  test(`of each of ${cases.length} wrong shapes is answered`, async () => {
    for (const params of cases) {
      const { server, client } = connect();
      startServer(server, { turn: async () => {}, now: () => 0 });
      client.listen();
      // Of a process that is not there, a server would end, and here that is this process.
      const answer = client.sendRequest("initialize", { ...(params as object), processId: null });
      await expect(answer, JSON.stringify(params)).resolves.toHaveProperty("capabilities");
      client.dispose();
      server.dispose();
    }
  });
});

/** A client and a server that speak in memory. */
function connect(): { server: Connection; client: ProtocolConnection } {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    tolerantConnection,
  );
  const client = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  return { server, client };
}
