/**
 * A request that is cancelled stops. A process, because what never looks at its token would not even read
 * that it is cancelled. What is demanded here leaves room for a machine that does other things, too; the
 * long run prints what was measured.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import { generateStanzas } from "../bench/generate";
import { ServerProcess } from "./serverProcess";
import { URI } from "./support";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const text = generateStanzas(isLong ? 10_000_000 : 2_000_000, 7);
const lineCount = text.split("\n").length;
const start = { line: 0, character: 0 };
const range = { start, end: { line: lineCount, character: 0 } };
const textDocument = { uri: URI };
const options = { tabSize: 4, insertSpaces: true };

/** Milliseconds in which a request has to stop on a machine that is busy with other things. */
const MOST = 500;

let server: ServerProcess;
const told: string[] = [];

beforeAll(async () => {
  server = await ServerProcess.start();
});

afterEach(() => server.close());

afterAll(() => {
  server.kill();
  if (isLong) console.log(told.join("\n"));
});

async function ready(isChecked: boolean): Promise<void> {
  await server.open(text);
  // By then the text has been cut into stanzas, which is done at once.
  await server.connection.sendRequest("textDocument/hover", { textDocument, position: start });
  if (isChecked) await server.diagnostics();
}

/** Asks, cancels after some time, and tells what came and how long after. */
async function cancelled(method: string, params: object, after: number) {
  const source = new CancellationTokenSource();
  let isAnswered = false;
  const asked = server.connection
    .sendRequest(method, params, source.token)
    .then(
      () => "answered",
      (error) => (error instanceof ResponseError ? error.code : String(error)),
    )
    .finally(() => {
      isAnswered = true;
    });
  await new Promise((resolve) => setTimeout(resolve, after));
  const wasAnswered = isAnswered;
  const at = performance.now();
  source.cancel();
  const outcome = await asked;
  return { outcome, wasAnswered, milliseconds: performance.now() - at };
}

const action = (only?: string[]) => ({ textDocument, range, context: { diagnostics: [], only } });
const fixRule = { title: "x", data: { uri: URI, fixRule: "error-type-missing" } };

describe("a cancelled request stops", () => {
  test.each<[method: string, what: string, isChecked: boolean, params: object]>([
    ["textDocument/diagnostic", "", false, { textDocument }],
    ["textDocument/documentSymbol", "", false, { textDocument }],
    ["textDocument/formatting", "", false, { textDocument, options }],
    ["textDocument/foldingRange", "", false, { textDocument }],
    ["textDocument/documentLink", "", false, { textDocument }],
    ["textDocument/codeLens", "", false, { textDocument }],
    ["textDocument/codeAction", "of all findings", true, action(["quickfix"])],
    ["textDocument/codeAction", "for saving", false, action(["source.fixAll"])],
    ["codeAction/resolve", "", true, fixRule],
    ["xmppStanza/check", "", false, { text: text.slice(0, text.length / 2) }],
    ["xmppStanza/diagnose", "", false, { text: text.slice(0, text.length / 2) }],
    ["xmppStanza/conversation", "", false, { uri: URI }],
  ])("%s %s", { timeout: 60_000 }, async (method, what, isChecked, params) => {
    await ready(isChecked);
    // Under way, and on a fast machine, too, far from the end.
    const after = isLong ? 50 : 10;
    const { outcome, wasAnswered, milliseconds } = await cancelled(method, params, after);
    const when = wasAnswered ? `done before ${after} ms` : `${milliseconds.toFixed(0)} ms`;
    told.push(`${method} ${what}: ${outcome}, ${when}`);
    if (!wasAnswered) expect(milliseconds).toBeLessThan(isLong ? 2 * MOST : MOST);
    // Those that take long must have been stopped, and not have come to their end meanwhile.
    const isQuick = /folding|Link|formatting/.test(method) || what === "for saving";
    if (!isQuick) expect(outcome).toBe(LSPErrorCodes.RequestCancelled);
    expect(await server.codes()).toContain("error-type-missing");
    expect(server.logged.filter((line) => line.includes("Error"))).toEqual([]);
  });
});

describe("an editor that saves is answered", () => {
  test.each([
    ["textDocument/formatting", { textDocument, options }],
    ["textDocument/codeAction", action(["source.fixAll"])],
  ])("by %s", { timeout: 120_000 }, async (method, params) => {
    await ready(true);
    const before = performance.now();
    const answer: unknown[] = await server.connection.sendRequest(method, params);
    const milliseconds = performance.now() - before;
    told.push(`${method} while saving: ${milliseconds.toFixed(0)} ms`);
    // Something was done in that time, and not everything.
    expect(answer.length).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThan(3_000);
  });
});
