/** Clients that are not VS Code, by what they announce: what each is shown, and that it is asked for nothing else. */

import { afterEach, describe, expect, it, vi } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
} from "vscode-languageserver/node";
import { contributes } from "../../package.json";
import { STANZA_EXTENSIONS } from "../../server/core/sources/fileNames";
import { announcements } from "./announcements";
import { startClient, text } from "./otherClient";
import { pullingClient, rangeOf, Session, URI } from "./support";

let session: Session;
afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

async function start(...given: Parameters<typeof startClient>): Promise<void> {
  session = await startClient(...given);
}

const ask = <T>(request: string, params: object = {}): Promise<T> =>
  session.connection.sendRequest<T>(request, { textDocument: { uri: URI }, ...params });

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
