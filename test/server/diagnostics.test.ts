import { afterEach, describe, expect, it, vi } from "vitest";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver/node";
import { filesOf, pullingClient, pushedClient, rangeOf, Session, URI } from "./support";

const untyped = `<iq type='error' id='a1'>
  <error><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
</iq>
`;
const clean = untyped.replace("<error>", "<error type='cancel'>");

/** Milliseconds after the last key until the server asks the client to pull. */
const REST = 500;

let session: Session;
afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

describe("a client that pulls diagnostics", () => {
  it("gets each finding with range, rule, page and source", async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    expect(await session.diagnostics()).toEqual([
      {
        range: { start: { line: 1, character: 3 }, end: { line: 1, character: 8 } },
        severity: DiagnosticSeverity.Error,
        code: "error-type-missing",
        codeDescription: { href: expect.stringMatching(/^https:.*\/error-type-missing\.md$/) },
        source: "xmpp-stanza",
        message: expect.stringContaining("type='cancel'"),
      },
    ]);
  });

  it("is never sent diagnostics", async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    await session.diagnostics();
    expect(session.published).toEqual([]);
  });

  it('gets "unchanged" for its last result id', async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    const first = await session.pull();
    expect(await session.pull(first.resultId)).toEqual({
      kind: "unchanged",
      resultId: first.resultId,
    });
    await session.change(2, [{ range: rangeOf(untyped, "<error>"), text: "<error type='wait'>" }]);
    const second = await session.pull(first.resultId);
    expect(second.kind).toBe("full");
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('gets "unchanged" after an edit that leaves many diagnostics equal', async () => {
    session = await Session.start(pullingClient);
    const body = "<message><body>a</body></message>\n";
    await session.open(untyped.repeat(120) + body);
    const first = await session.pull();
    expect(first).toMatchObject({ kind: "full", items: { length: 120 } });
    const typed = (line: number, character: number, text: string) => ({
      range: { start: { line, character }, end: { line, character } },
      text,
    });
    await session.change(2, [typed(360, 15, "b")]);
    const second = await session.pull(first.resultId);
    expect(second).toEqual({ kind: "unchanged", resultId: first.resultId });
    // The result id stays, and the new mistake is reported.
    await session.change(3, [typed(360, 8, " type='x'")]);
    const third = await session.pull(second.resultId);
    expect(third).toMatchObject({ kind: "full", items: { length: 121 } });
    await session.change(4, [typed(0, 0, "\n")]);
    const fourth = await session.pull(third.resultId);
    expect(fourth).toMatchObject({ kind: "full", items: { length: 121 } });
    expect(fourth.resultId).not.toBe(third.resultId);
  });

  describe("with more findings than the limit", () => {
    const body = "<message><body>a</body></message>\n";
    const typed = (text: string, removed = 0) => [
      {
        range: { start: { line: 600, character: 8 }, end: { line: 600, character: 8 + removed } },
        text,
      },
    ];
    const left = (count: number) => new RegExp(`^${count} more findings`);
    const start = async (capabilities = pullingClient) => {
      session = await Session.start(capabilities, { maxProblems: 120 });
      await session.open(untyped.repeat(200) + body);
      const report = await session.pull();
      if (report.kind !== "full") throw new Error("not told");
      expect(report.items).toHaveLength(120);
      expect(report.items.at(-1)?.message).toMatch(left(81));
      return report.resultId;
    };
    const last = (report: Awaited<ReturnType<Session["pull"]>>) =>
      report.kind === "full" ? report.items.at(-1)?.message : undefined;

    it("gets a changed number of left-out findings after typing stops", async () => {
      const id = await start();
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      await session.change(2, typed(" type='x'"));
      expect(await session.pull(id)).toEqual({ kind: "unchanged", resultId: id });
      vi.advanceTimersByTime(REST - 1);
      await session.change(3, typed("b", " type='x'".length));
      await session.change(4, typed(" type='y'"));
      expect(await session.pull(id)).toEqual({ kind: "unchanged", resultId: id });
      vi.advanceTimersByTime(REST - 1);
      await session.everythingIsRead();
      expect(session.refreshes).toBe(0);
      vi.advanceTimersByTime(1);
      await session.when(() => session.refreshes === 1);
      const pulled = await session.pull(id);
      expect(last(pulled)).toMatch(left(82));
      expect(pulled.resultId).not.toBe(id);
      expect(await session.pull(pulled.resultId)).toEqual({
        kind: "unchanged",
        resultId: pulled.resultId,
      });
    });

    it("gets the number at once if it asks again, or if another diagnostic differs", async () => {
      const id = await start();
      await session.change(2, typed(" type='x'"));
      expect(await session.pull(id)).toEqual({ kind: "unchanged", resultId: id });
      const again = await session.pull(id);
      expect(last(again)).toMatch(left(82));
      await session.change(3, [
        { range: rangeOf(untyped, "<error>"), text: "<error type='cancel'>" },
      ]);
      expect(last(await session.pull(again.resultId))).toMatch(left(81));
    });

    it("gets the number at once if the server cannot ask it to pull", async () => {
      const { workspace, ...others } = pullingClient;
      const id = await start({ ...others, workspace: { configuration: true } });
      expect(workspace?.diagnostics).toBeDefined();
      await session.change(2, typed(" type='x'"));
      expect(last(await session.pull(id))).toMatch(left(82));
    });
  });

  it('gets no "unchanged" for a reopened document with the same version', async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    const first = await session.pull();
    await session.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: URI },
    });
    await session.open(clean);
    expect(await session.pull(first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("sees the findings of the edited text", async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    await session.change(2, [
      { range: rangeOf(untyped, "<error>"), text: "<error type='cancel'>" },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "\n" },
      { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 3 } }, text: "qi" },
    ]);
    expect(await session.diagnostics()).toEqual([]);
    await session.change(3, [{ text: untyped }]);
    expect(await session.diagnostics()).toHaveLength(1);
  });

  it("is asked to pull again when the settings change, and gets the new severities", async () => {
    session = await Session.start(pullingClient);
    await session.open(untyped);
    const before = await session.pull();
    await session.configure({ rules: { "error-type-missing": "warning" } });
    const after = await session.pull(before.resultId);
    expect(after).toMatchObject({
      kind: "full",
      items: [{ severity: DiagnosticSeverity.Warning }],
    });
    expect(session.refreshes).toBe(1);
    await session.configure({ rules: { "error-type-missing": "off" } });
    expect(await session.diagnostics()).toEqual([]);
  });

  it("sees old practice struck through (deprecated)", async () => {
    session = await Session.start(pullingClient);
    await session.open(clean.replace("type='cancel'", "type='cancel' code='404'"));
    expect(await session.diagnostics()).toMatchObject([
      { code: "error-code-legacy", tags: [DiagnosticTag.Deprecated] },
    ]);
  });

  it("gets the places that explain a finding", async () => {
    session = await Session.start(pullingClient);
    const text = clean.replace("</error>", "</error><error type='cancel'/>");
    await session.open(text);
    const found = await session.diagnostics();
    expect(found.find(({ code }) => code === "error-child-duplicate")?.relatedInformation).toEqual([
      {
        location: { uri: URI, range: firstErrorName(text) },
        message: "The first <error/> is here.",
      },
    ]);
  });

  it("gets no diagnostics if run is off, even if it does not know the setting", async () => {
    session = await Session.start(pullingClient, { run: "off" });
    await session.open(untyped);
    expect(await session.diagnostics()).toEqual([]);
  });

  it("gets no diagnostics for a document that is not open", async () => {
    session = await Session.start(pullingClient);
    expect(await session.diagnostics("file:///nowhere.stanza")).toEqual([]);
  });

  it("gets no diagnostics for XML without stanzas", async () => {
    session = await Session.start(pullingClient);
    await session.open("<project><error/><text>a</text></project>", URI, "xml");
    expect(await session.diagnostics()).toEqual([]);
  });
});

/** The name of the first error child in its start tag. */
function firstErrorName(text: string) {
  const { start } = rangeOf(text, "error type='cancel'");
  return { start, end: { line: start.line, character: start.character + "error".length } };
}

describe("a client that cannot pull", () => {
  it("is sent the findings when a document opens, changes and closes", async () => {
    session = await Session.start(pushedClient);
    await session.open(untyped);
    expect((await session.publications(1))[0]).toMatchObject({
      uri: URI,
      version: 1,
      diagnostics: [{ code: "error-type-missing" }],
    });
    await session.change(2, [{ text: clean }]);
    expect((await session.publications(2))[1]).toMatchObject({ version: 2, diagnostics: [] });
    await session.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: URI },
    });
    expect((await session.publications(3))[2]).toMatchObject({ uri: URI, diagnostics: [] });
  });

  it("is sent the findings on save only, if run is onSave", async () => {
    session = await Session.start(pushedClient, { run: "onSave" });
    await session.open(clean);
    await session.publications(1);
    await session.change(2, [{ text: untyped }]);
    await session.save();
    const [opened, saved] = await session.publications(2);
    expect(opened?.diagnostics).toEqual([]);
    expect(saved).toMatchObject({ version: 2, diagnostics: [{ code: "error-type-missing" }] });
  });

  it("is sent no findings while run is off, and all afterwards", async () => {
    session = await Session.start(pushedClient, { run: "off" });
    await session.open(untyped);
    expect((await session.publications(1))[0]?.diagnostics).toEqual([]);
    await session.configure({ run: "onType" });
    expect((await session.publications(2))[1]?.diagnostics).toHaveLength(1);
  });

  it("is sent no findings of a document that was closed during its check", async () => {
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const files = {
      ...filesOf({}),
      // Reading the entities beside a XEP takes long.
      async read(uri: string) {
        if (!uri.endsWith(".ent")) return undefined;
        isAsked();
        await waiting;
        return undefined;
      },
    };
    session = await Session.start(pushedClient, {}, undefined, { files });
    const xep = "<xep><example>&lt;message type='x'/></example></xep>";
    await session.open(xep, URI, "xml");
    await asked;
    await session.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: URI },
    });
    await session.publications(1);
    goOn();
    // An answer to a later question: by then everything about the document would have been sent.
    await session.connection.sendRequest("xmppStanza/check", { text: xep });
    expect(session.published).toEqual([{ uri: URI, diagnostics: [] }]);
  });
});
