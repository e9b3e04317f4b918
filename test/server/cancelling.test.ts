/**
 * A cancelled request stops at the next step of its work. Each is cancelled near its beginning, in its middle and near
 * its end, at a step that the test names, so that nothing depends on how fast the machine is. How long a server takes
 * to stop is measured by `npm run bench`.
 */

import { afterEach, describe, expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { generateStanzas } from "../bench/generate";
import { SteppedHost } from "./steppedHost";
import { pullingClient, Session, URI } from "./support";

const text = generateStanzas(200_000, 7);
const start = { line: 0, character: 0 };
const range = { start, end: { line: text.split("\n").length, character: 0 } };
const textDocument = { uri: URI };
const options = { tabSize: 4, insertSpaces: true };
const action = (only: string[]) => ({ textDocument, range, context: { diagnostics: [], only } });
const fixRule = { title: "x", data: { uri: URI, fixRule: "error-type-missing" } };

let session: Session;
afterEach(() => session.dispose());

/** A session with the document open, cut into stanzas and, if the request is about findings, checked. */
async function open(isChecked: boolean): Promise<SteppedHost> {
  const host = new SteppedHost();
  session = await Session.start(pullingClient, {}, undefined, { host });
  await session.open(text);
  await session.connection.sendRequest("textDocument/hover", { textDocument, position: start });
  if (isChecked) await session.diagnostics();
  return host;
}

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
    ["xmppStanza/check", "", false, { text }],
    ["xmppStanza/diagnose", "", false, { text }],
    ["xmppStanza/conversation", "", false, { uri: URI }],
  ])("%s %s", async (method, _what, isChecked, params) => {
    let host = await open(isChecked);
    const before = host.looks;
    await session.connection.sendRequest(method, params);
    const all = host.looks - before;
    session.dispose();
    expect(all).toBeGreaterThan(10);

    for (const part of [0.1, 0.5, 0.9]) {
      host = await open(isChecked);
      const source = new CancellationTokenSource();
      let looks = 0;
      host.actAt(Math.floor(all * part), async () => {
        source.cancel();
        await session.everythingIsRead();
        looks = host.looks;
      });
      const asked = session.connection.sendRequest(method, params, source.token);
      await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
      expect(host.looks - looks, "steps after it was cancelled").toBeLessThanOrEqual(1);
      expect(await session.diagnostics()).not.toEqual([]);
      expect(session.logged).toEqual([]);
      session.dispose();
    }
  });
});

describe("a cancelled request stops cutting a document into stanzas", () => {
  test.each([
    ["textDocument/diagnostic", { textDocument }],
    ["textDocument/foldingRange", { textDocument }],
    ["textDocument/formatting", { textDocument, options }],
    ["textDocument/hover", { textDocument, position: start }],
    ["xmppStanza/documentState", { uri: URI }],
  ])("%s", async (method, params) => {
    const host = new SteppedHost();
    session = await Session.start(pullingClient, {}, undefined, { host });
    await session.open(text);
    const source = new CancellationTokenSource();
    let looks = 0;
    // No request has asked for the stanzas yet, so that the third step is one of the framing.
    host.actAt(3, async () => {
      source.cancel();
      await session.everythingIsRead();
      looks = host.looks;
    });
    const asked = session.connection.sendRequest(method, params, source.token);
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(host.looks - looks, "steps after the cancellation").toBeLessThanOrEqual(1);
    expect(await session.diagnostics()).not.toEqual([]);
    expect(session.logged).toEqual([]);
  });
});
