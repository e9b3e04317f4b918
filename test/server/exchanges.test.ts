/** Requests and replies in the editor: where one goes from one to the other. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodeLens, Location, WorkspaceEdit } from "vscode-languageserver/node";
import { exchange as text } from "./exchangeText";
import { pullingClient, Session, URI } from "./support";

/** The n-th id of that value in the text, between the quotes. */
function idRange(id: string, n = 0) {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) => (line.includes(` id='${id}'`) ? [index] : []));
  const line = found[n]!;
  const character = lines[line]!.indexOf(`'${id}'`) + 1;
  return { start: { line, character }, end: { line, character: character + id.length } };
}

const at = (position: { line: number; character: number }) => ({
  textDocument: { uri: URI },
  position,
});

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
  await session.open(text);
});
afterEach(() => session.dispose());

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
