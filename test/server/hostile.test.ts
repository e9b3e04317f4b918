/** Texts that want to break something, open in an editor that asks for all there is to ask for. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver";
import { hostileTexts } from "../support/hostile";
import { pullingClient, Session } from "./support";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const size = isLong ? 5_000 : 200;

let session: Session;

beforeAll(async () => {
  // Time stands still, so that formatting comes to its end.
  const host = { now: () => 0 };
  session = await Session.start(pullingClient, {}, undefined, { host });
});

afterAll(() => session.dispose());

const requests = [
  "hover",
  "completion",
  "definition",
  "references",
  "documentHighlight",
  "prepareRename",
  "linkedEditingRange",
];

/** Asks for everything at a place; the answers do not matter, that there is one does. */
async function askAt(uri: string, line: number, character: number): Promise<void> {
  const position = { line, character };
  const at = { textDocument: { uri }, position };
  const options = { tabSize: 2, insertSpaces: true };
  for (const request of requests) {
    const context = { includeDeclaration: true };
    await session.connection.sendRequest(`textDocument/${request}`, { ...at, context });
  }
  await session.connection.sendRequest("textDocument/onTypeFormatting", {
    ...at,
    ch: "/",
    options,
  });
  await session.connection.sendRequest("xmppStanza/closeTag", at);
  const ranges: SelectionRange[] = await session.connection.sendRequest(
    "textDocument/selectionRange",
    { textDocument: { uri }, positions: [position] },
  );
  expect(ranges).toHaveLength(1);
}

describe("an editor is answered", () => {
  test.each(Object.entries(hostileTexts))("about %s", async (name, make) => {
    const text = make(size);
    const uri = `file:///hostile/${encodeURIComponent(name)}.stanza`;
    const document = { textDocument: { uri } };
    await session.open(text, uri);
    expect(await session.diagnostics(uri)).toBeInstanceOf(Array);
    const whole = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 0 } };
    for (const request of ["documentSymbol", "foldingRange", "codeLens", "documentLink"]) {
      const answer: DocumentSymbol[] = await session.connection.sendRequest(
        `textDocument/${request}`,
        document,
      );
      expect(answer).toBeInstanceOf(Array);
    }
    const options = { tabSize: 2, insertSpaces: true };
    await session.connection.sendRequest("textDocument/formatting", { ...document, options });
    await session.connection.sendRequest("textDocument/codeAction", {
      ...document,
      range: { start: whole.start, end: { line: 0, character: 40 } },
      context: { diagnostics: [] },
    });
    for (const format of [undefined, "svg", "mermaid"]) {
      await session.connection.sendRequest("xmppStanza/conversation", { uri, format });
    }
    const lines = text.split("\n");
    const last = lines.length - 1;
    for (const line of new Set([0, last >> 1, last])) {
      const { length } = lines[line]!;
      for (const character of new Set([0, 12, length >> 1, length])) {
        await askAt(uri, line, Math.min(character, length));
      }
    }
    await session.connection.sendNotification("textDocument/didClose", document);
    expect(session.logged).toEqual([]);
  });
});
