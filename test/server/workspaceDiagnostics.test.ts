/** The check of a whole workspace: which files, in parts, and nothing twice. */

import { afterEach, describe, expect, it } from "vitest";
import type {
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { SteppedHost } from "./steppedHost";
import { filesOf, type Introduction, pullingClient, rangeOf, Session, URI } from "./support";

const FOLDER = "file:///w";
const folders = [{ uri: FOLDER, name: "w" }];
/** The folder of the document that tests type into. */
const around = { uri: URI.slice(0, URI.lastIndexOf("/")), name: "around" };
const broken = "<iq type='get' id='1'/>";
const good = "<message/>";

let session: Session;
afterEach(() => session.dispose());

async function start(texts: Record<string, string | Error>, more: Introduction = {}) {
  const files = filesOf(texts);
  session = await Session.start(pullingClient, {}, undefined, { files, folders, ...more });
}

type Report = WorkspaceDocumentDiagnosticReport;

async function check(previous: readonly Report[] = [], token?: string): Promise<Report[]> {
  const previousResultIds = previous.flatMap(({ uri, resultId }) =>
    resultId === undefined ? [] : [{ uri, value: resultId }],
  );
  const params = { previousResultIds, ...(token ? { partialResultToken: token } : {}) };
  const report: WorkspaceDiagnosticReport = await session.connection.sendRequest(
    "workspace/diagnostic",
    params,
  );
  return report.items;
}

function rulesByFile(reports: readonly Report[]): [string, string][] {
  return reports.map((report) => [
    report.uri.slice(FOLDER.length + 1),
    report.kind === "full" ? report.items.map(({ code }) => code ?? "-").join() : report.kind,
  ]);
}

describe("the workspace", () => {
  it("is checked file by file, files with stanzas only", async () => {
    await start({
      "file:///w/a.xml": broken,
      "file:///w/b/c.stanza": good,
      "file:///w/b/other.xml": "<project/>",
      "file:///w/b/notes.txt": broken,
    });
    expect(rulesByFile(await check())).toEqual([
      ["a.xml", "iq-payload"],
      ["b/c.stanza", ""],
    ]);
  });

  it("leaves out files that a configuration ignores", async () => {
    await start({
      "file:///w/xmpp-stanza.json": `{ "ignore": ["b/", "/d.xml"] }`,
      "file:///w/a.xml": broken,
      "file:///w/b/c.xml": broken,
      "file:///w/d.xml": broken,
    });
    expect(rulesByFile(await check())).toEqual([["a.xml", "iq-payload"]]);
  });

  it('reports unchanged files as "unchanged", and removes the findings of deleted files', async () => {
    const texts: Record<string, string> = {
      "file:///w/a.xml": broken,
      "file:///w/b.xml": broken,
      "file:///w/c.xml": broken,
    };
    await start(texts);
    const first = await check();
    texts["file:///w/b.xml"] = good;
    delete texts["file:///w/c.xml"];
    expect(rulesByFile(await check(first))).toEqual([
      ["c.xml", ""],
      ["a.xml", "unchanged"],
      ["b.xml", ""],
    ]);
  });

  it("checks the editor's text of an open document", async () => {
    await start({ "file:///w/a.xml": good });
    await session.open(broken, "file:///w/a.xml", "xml");
    expect(await check()).toMatchObject([{ version: 1, items: [{ code: "iq-payload" }] }]);
  });

  it("recognises open documents and earlier results by any spelling of their URIs", async () => {
    await start({ "file:///w/a(1).xml": good });
    await session.open(broken, "file:///w/a%281%29.xml", "xml");
    const first = await check();
    expect(rulesByFile(first)).toEqual([["a%281%29.xml", "iq-payload"]]);
    expect(rulesByFile(await check(first))).toEqual([["a%281%29.xml", "unchanged"]]);
  });

  it("is checked completely although a document is edited meanwhile", async () => {
    const host = new SteppedHost();
    await start({ [URI]: good, [`${URI}.xml`]: broken }, { host, folders: [around] });
    await session.open(`${good}\n`.repeat(200));
    let version = 1;
    const type = async () => {
      await session.change(++version, [{ range: rangeOf(good, "<"), text: `${broken}<` }]);
      await session.everythingIsRead();
      if (version < 6) host.actAt(20, type);
    };
    host.actAt(20, type);
    const asked = check();
    const [open, other] = await asked;
    expect(open).toMatchObject({ version: 6, items: { length: 5 } });
    expect(other).toMatchObject({ items: [{ code: "iq-payload" }] });
  });

  it("names a file that cannot be read", async () => {
    await start({ "file:///w/a.xml": new Error("is not UTF-8 text"), "file:///w/b.xml": broken });
    const [first, second] = await check();
    expect(first).toMatchObject({
      items: [{ severity: 2, message: "This file was not checked: is not UTF-8 text" }],
    });
    expect(rulesByFile([second!])).toEqual([["b.xml", "iq-payload"]]);
  });

  it("is reported in partial results to a client that asks for them", async () => {
    const names = Array.from({ length: 120 }, (_, i) => `file:///w/${1000 + i}.xml`);
    await start(Object.fromEntries(names.map((name) => [name, broken])));
    const parts: number[] = [];
    session.connection.onNotification("$/progress", ({ value }) => {
      parts.push(value.items.length);
    });
    expect(await check([], "parts")).toEqual([]);
    expect(parts).toEqual([50, 50, 20]);
  });

  it("ends with the number of logs that were passed over, and how to take them in", async () => {
    const log = `10:00:00 SENT: ${broken}\n10:00:00 RECV: <message/>\n`;
    const texts: Record<string, string | Error> = {
      "file:///w/a.xml": good,
      "file:///w/b/client.log": log,
      "file:///w/b/client.log.1": log,
      "file:///w/b/other.log": "10:00:00 started\n",
      "file:///w/b/gone.log": new Error("cannot be read"),
      "file:///w/b/ignored.trace": log,
      "file:///w/xmpp-stanza.json": `{ "ignore": ["ignored.trace"] }`,
    };
    await start(texts);
    const progress: { kind: string; percentage?: number; message?: string }[] = [];
    session.connection.onNotification("$/progress", ({ value }) => {
      progress.push(value);
    });
    const workDoneToken = "progress";
    const params = { previousResultIds: [], workDoneToken };
    const checked = await session.connection.sendRequest<WorkspaceDiagnosticReport>(
      "workspace/diagnostic",
      params,
    );
    expect(checked.items).toHaveLength(1);
    expect(progress.slice(-2)).toEqual([
      {
        kind: "report",
        percentage: 100,
        message:
          '2 transcript files not checked; add "sources": { "transcript": { "files": ["*.log"] } } to xmpp-stanza.json',
      },
      { kind: "end" },
    ]);
  });

  it("has the logs that a configuration lists", async () => {
    const log = `10:00:00 SENT: ${broken}\n10:00:00 RECV: <message/>\n`;
    await start({
      "file:///w/client.log": log,
      "file:///w/notes.txt": log,
      "file:///w/xmpp-stanza.json": `{ "sources": { "transcript": { "files": ["*.log"] } } }`,
    });
    expect(rulesByFile(await check())).toEqual([["client.log", "iq-payload"]]);
  });

  it("is offered to other clients than this project's own", async () => {
    await start({});
    expect(session.initialized).toMatchObject({
      capabilities: { diagnosticProvider: { workspaceDiagnostics: true } },
    });
    session.dispose();
    await start({}, { options: { commands: ["some.command"] } });
    expect(session.initialized).toMatchObject({
      capabilities: { diagnosticProvider: { workspaceDiagnostics: false } },
    });
  });

  it("is no longer checked after a cancellation", async () => {
    const host = new SteppedHost();
    const names = Array.from({ length: 30 }, (_, i) => `file:///w/${i}.xml`);
    await start(Object.fromEntries(names.map((name) => [name, broken.repeat(20)])), { host });
    const source = new CancellationTokenSource();
    const previousResultIds = [{ uri: "file:///w/gone.xml", value: "1" }];
    const progress: string[] = [];
    session.connection.onNotification("$/progress", ({ value }) => {
      progress.push(value.kind);
    });
    let looks = 0;
    host.actAt(200, async () => {
      source.cancel();
      await session.everythingIsRead();
      looks = host.looks;
    });
    const asked = session.connection.sendRequest(
      "workspace/diagnostic",
      { previousResultIds, workDoneToken: "progress" },
      source.token,
    );
    // No part of an answer: it would say that files are gone.
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(progress.at(-1)).toBe("end");
    expect(progress.length).toBeLessThan(names.length);
    expect(host.looks - looks, "steps after it was cancelled").toBeLessThanOrEqual(1);
    expect(session.logged).toEqual([]);
  });
});
