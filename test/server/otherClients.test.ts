/** Clients that are not VS Code, by what they announce: what each is shown, and that it is asked for nothing else. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  ErrorCodes,
  type InitializeResult,
  type RegistrationParams,
} from "vscode-languageserver/node";
import { contributes } from "../../package.json";
import { STANZA_EXTENSIONS } from "../../server/core/sources/fileNames";
import { announcements } from "./announcements";
import { filesOf, pullingClient, pushedClient, rangeOf, Session, URI } from "./support";

const FOLDER = "file:///stanzas/";
const CONFIGURATION = `${FOLDER}xmpp-stanza.json`;
const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

const text = `<iq type='get' id='q1' to='illyria.example'><query xmlns='jabber:iq:version'/></iq>
<iq type='error' id='q1' from='illyria.example'>
  <error>
    <item-not-found xmlns='${STANZAS}'/>
    <text xmlns='${STANZAS}'>Nobody of that name</text>
  </error>
</iq>
<iq type='result'/>
`;

/** Milliseconds that a client which announces pulling has to do so. */
const PATIENCE = 1000;

let session: Session;
afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

async function start(name: string, files = {}, settings: unknown = {}): Promise<void> {
  const { capabilities, options, refused = {} } = announcements[name]!;
  session = await Session.start(capabilities, settings, undefined, {
    options,
    refused,
    files: filesOf(files),
    folders: [{ uri: FOLDER.slice(0, -1), name: "stanzas" }],
  });
}

const codesOf = (diagnostics: readonly { code?: unknown }[] = []) =>
  diagnostics.map(({ code }) => code);

const ask = <T>(request: string, params: object = {}): Promise<T> =>
  session.connection.sendRequest<T>(request, { textDocument: { uri: URI }, ...params });

/** The methods that the client has offered to answer, by the letter of LSP 3.18. */
function offeredBy({ workspace, window }: ClientCapabilities): Set<string> {
  const offered: Readonly<Record<string, boolean | undefined>> = {
    "workspace/configuration": workspace?.configuration,
    "workspace/workspaceFolders": workspace?.workspaceFolders,
    "workspace/applyEdit": workspace?.applyEdit,
    "workspace/diagnostic/refresh": workspace?.diagnostics?.refreshSupport,
    "workspace/codeLens/refresh": workspace?.codeLens?.refreshSupport,
    "workspace/foldingRange/refresh": workspace?.foldingRange?.refreshSupport,
    "window/showDocument": window?.showDocument?.support,
    "window/workDoneProgress/create": window?.workDoneProgress,
  };
  return new Set(Object.keys(offered).filter((method) => offered[method]));
}

/** The methods for which the client takes registrations. */
function registrableBy({ workspace, textDocument }: ClientCapabilities): Set<string> {
  const found = new Set<string>();
  for (const [room, all] of Object.entries({ workspace, textDocument })) {
    for (const [name, one] of Object.entries(all ?? {})) {
      if ((one as { dynamicRegistration?: boolean }).dynamicRegistration)
        found.add(`${room}/${name}`);
    }
  }
  return found;
}

/** Everything that an editor does in a session, and every action and command that it is offered meanwhile. */
async function useEverything(announcement: (typeof announcements)[string]): Promise<void> {
  const { connection } = session;
  await session.open(text);
  await session.open(`{ "rules": { "no-such-rule": "off" } }`, CONFIGURATION, "json");
  if (announcement.pulls !== false && announcement.capabilities.textDocument?.diagnostic) {
    await session.pull();
  }
  const commands: { command: string; arguments?: unknown[] }[] = [];
  for (const part of ["error>", "text xmlns", "<iq type='result'/>", "<iq type='get'"]) {
    for (const action of await session.actions(rangeOf(text, part))) {
      const resolved = action.data ? await session.resolve(action) : action;
      if (resolved.command) commands.push(resolved.command);
    }
  }
  for (const lens of await ask<CodeLens[]>("textDocument/codeLens")) {
    const { command } = await connection.sendRequest<CodeLens>("codeLens/resolve", lens);
    if (command?.command) commands.push(command);
  }
  const { capabilities } = session.initialized as InitializeResult;
  for (const command of capabilities.executeCommandProvider?.commands ?? []) {
    commands.push({ command, arguments: ["iq-id-missing", rangeOf(text, "error>")] });
  }
  for (const { command, arguments: parameters } of commands) {
    await connection.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  }
  const position = rangeOf(text, "<item-not-found").start;
  const options = { tabSize: 2, insertSpaces: true };
  await ask("textDocument/completion", { position });
  await ask("textDocument/hover", { position });
  await ask("textDocument/rename", { position: rangeOf(text, "q1").start, newName: "q2" });
  for (const request of ["documentSymbol", "foldingRange", "documentLink"]) {
    await ask(`textDocument/${request}`);
  }
  await ask("textDocument/formatting", { options });
  await ask("textDocument/onTypeFormatting", { options, position, ch: ">" });
  await connection.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  await session.change(2, [{ text: `${text}<presence/>` }]);
  await session.save();
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: CONFIGURATION, type: 2 }],
  });
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
  await connection.sendRequest("shutdown");
}

describe("no request is sent beyond those that the client offered", () => {
  const everything: ClientCapabilities = {
    textDocument: {
      diagnostic: {},
      formatting: { dynamicRegistration: true },
      rangeFormatting: { dynamicRegistration: true },
    },
    window: { showDocument: { support: true } },
    workspace: {
      codeLens: { refreshSupport: true },
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
    },
  };
  const all = Object.entries({ ...announcements, "all at once": { capabilities: everything } });

  it.each(all)("%s", async (name, announcement) => {
    const { capabilities, options, refused = {} } = announcement as (typeof announcements)[string];
    session = await Session.start(capabilities, {}, undefined, {
      options,
      refused,
      files: filesOf({ [`${FOLDER}b.stanza`]: text }),
      folders: [{ uri: FOLDER.slice(0, -1), name: "stanzas" }],
    });
    await useEverything(announcement);
    const methods = session.requests.map(({ method, params }) => {
      if (method !== "client/registerCapability") return method;
      const { registrations } = params as RegistrationParams;
      return registrations.map((one) => `register ${one.method}`).join();
    });
    const offered = new Set([
      ...offeredBy(capabilities),
      ...[...registrableBy(capabilities)].map((method) => `register ${method}`),
    ]);
    expect(methods.filter((method) => !offered.has(method))).toEqual([]);
    expect(session.logged).toEqual([]);
    // The session above asks for all that can be asked for, or it would prove nothing.
    if (name === "all at once") expect(new Set(methods)).toEqual(offered);
    for (const method of Object.keys(refused)) {
      expect(methods.filter((one) => one === method)).toHaveLength(1);
    }
  });
});

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

  it("is told in the log of a string that is no JSON; the settings before hold", async () => {
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

describe("without window/showDocument", () => {
  it("the documentation of a rule is no action; its command shows a message", async () => {
    await start("Kate 22.12.3");
    await session.open(text);
    const actions = await session.actions(rangeOf(text, "error>"));
    expect(actions.map(({ title }) => title)).toContain("Suppress error-type-missing here");
    expect(actions.filter(({ command }) => command)).toEqual([]);
    await session.connection.sendRequest("workspace/executeCommand", {
      command: "xmppStanza.openRule",
      arguments: ["error-type-missing"],
    });
    await session.when(() => session.messages.length > 0);
    expect(session.messages).toEqual([
      expect.stringMatching(/^error-type-missing: .*\. https:.*\/error-type-missing\.md$/),
    ]);
  });

  it("code lenses have a title alone", async () => {
    await start("lsp-mode 8.0.0");
    await session.open(text);
    const lenses = await ask<CodeLens[]>("textDocument/codeLens");
    const resolved = await Promise.all(
      lenses.map((lens) => session.connection.sendRequest<CodeLens>("codeLens/resolve", lens)),
    );
    expect(resolved.map(({ command }) => command)).toEqual([
      { title: "answered: item-not-found", command: "" },
      { title: "in reply to iq get, line 1", command: "" },
    ]);
  });

  it("with it, there are all of them", async () => {
    session = await Session.start(pullingClient);
    await session.open(text);
    const actions = await session.actions(rangeOf(text, "error>"));
    expect(actions.map(({ title }) => title)).toContain(
      "Open the documentation of error-type-missing",
    );
    const [lens] = await ask<CodeLens[]>("textDocument/codeLens");
    const { command } = await session.connection.sendRequest<CodeLens>("codeLens/resolve", lens);
    expect(command?.command).toBe("xmppStanza.reveal");
  });
});

describe("snippets", () => {
  const snippetsOf = async (options?: unknown) => {
    const { capabilities } = announcements["lsp-mode 8.0.0"]!;
    session = await Session.start(capabilities, {}, undefined, { options });
    await session.open("<");
    const answer = await ask<CompletionItem[] | CompletionList>("textDocument/completion", {
      position: { line: 0, character: 1 },
    });
    const items = Array.isArray(answer) ? answer : answer.items;
    return items.flatMap(({ textEdit }) => textEdit?.newText ?? []).join("\n");
  };

  it("offer choices to the project's own client", async () => {
    const found = await snippetsOf({ commands: ["xmppStanza.createErrorReply"] });
    expect(found).toMatch(/\$\{\d+\|[^|]+,[^|]+\|\}/);
  });

  it("have the first choice for all others, some of which would insert the list", async () => {
    const found = await snippetsOf();
    expect(found).toMatch(/\$\{\d+:[\w-]+\}/);
    expect(found).not.toMatch(/\$\{\d+\|/);
  });
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

describe("code actions for diagnostics that the client names", () => {
  const twice = `${text}${text.replaceAll("q1", "q3")}`;
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const fixes = (actions: CodeAction[]) =>
    actions.filter(({ title }) => title.startsWith("Insert type='cancel'"));

  it("in a wider range are for these alone", async () => {
    await start("Kate 22.12.3");
    await session.open(twice);
    const [{ diagnostics }] = (await session.publications(1)) as [(typeof session.published)[0]];
    const wanted = diagnostics.findLast(({ code }) => code === "error-type-missing")!;
    // Kate sends back what it has kept of them.
    const { codeDescription, relatedInformation, ...kept } = wanted;
    const actions = await session.actions(whole, { diagnostics: [kept] });
    expect(fixes(actions)).toHaveLength(1);
    for (const { diagnostics: [about] = [] } of actions) expect(about).toEqual(kept);
    expect(fixes(await session.actions(whole))).toHaveLength(2);
  });

  it("without their source are found by rule and place", async () => {
    await start("ALE 3.3.0");
    await session.open(twice);
    const [{ diagnostics }] = (await session.publications(1)) as [(typeof session.published)[0]];
    const { code, message, range } = diagnostics.find((one) => one.code === "error-type-missing")!;
    const kept = { message, range, ...(code === undefined ? {} : { code }) };
    expect(fixes(await session.actions(whole, { diagnostics: [kept] }))).toHaveLength(1);
  });

  it("in a narrower range are for the range: all of the file's come with one line", async () => {
    await start("Qt Creator 9.0.2");
    await session.open(twice);
    const [{ diagnostics }] = (await session.publications(1)) as [(typeof session.published)[0]];
    const line = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    expect(fixes(await session.actions(line, { diagnostics }))).toHaveLength(1);
  });

  it("of other programs do not matter", async () => {
    await start("Kate 22.12.3");
    await session.open(twice);
    const foreign = { range: rangeOf(twice, "error>"), message: "?", source: "xml", code: "x" };
    expect(fixes(await session.actions(whole, { diagnostics: [foreign] }))).toHaveLength(2);
  });
});

it("the names of files are those that package.json has for VS Code", () => {
  const own = contributes.languages.find(({ id }) => id === "xmpp-stanza");
  expect(own?.extensions).toEqual(STANZA_EXTENSIONS.map((extension) => `.${extension}`));
});

it("formatters are registered by name of the file, too: some clients have no such language", async () => {
  await start("Qt Creator 9.0.2");
  await session.everythingIsRead();
  const formatters = session.registered.filter(({ method }) => /ormatting$/.test(method));
  const documentSelector = [
    { language: "xmpp-stanza" },
    { pattern: "**/*.{stanza,xmpp,stanza.xml,xmpp.xml}" },
  ];
  expect(formatters.map(({ method, registerOptions }) => [method, registerOptions])).toEqual([
    ["textDocument/formatting", { documentSelector }],
    ["textDocument/rangeFormatting", { documentSelector }],
  ]);
});

it("the first of the actions by title is a fix, where a client sorts them", async () => {
  await start("Qt Creator 9.0.2");
  await session.open(text);
  const actions = await session.actions(rangeOf(text, "error>"));
  const [first] = actions.map(({ title }) => title).sort();
  expect(first).toBe("Insert type='auth' (retry after providing credentials)");
  expect(actions[0]?.title).toMatch(/^Insert type='cancel'/);
});
