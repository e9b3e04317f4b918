// The commands, the tool for language models, and what happens when the server dies.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  configure,
  diagnostics,
  extension,
  finding,
  noFindings,
  open,
  ruleOf,
  staysWithoutFindings,
  until,
  untilLaterFinding,
  workspaceFile,
} from "./support";

const MISSING = "error-type-missing";
const run = <T>(command: string) =>
  vscode.commands.executeCommand<T>(`xmppStanza.${command}`) as Promise<T>;

afterEach(async () => {
  await vscode.workspace.saveAll();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await configure("run", undefined);
});

describe("the commands", () => {
  it("are all registered", async () => {
    await extension().activate();
    const { commands } = extension().packageJSON.contributes;
    const known = new Set(await vscode.commands.getCommands(true));
    const titles = commands.map(({ command, title }: { command: string; title: string }) => {
      assert.ok(known.has(command), command);
      return title;
    });
    assert.ok(titles.length >= 9);
    assert.ok(!titles.some((title: string) => title.includes("%")), "titles have their texts");
  });
});

describe("Check This File", () => {
  it("checks once where xmppStanza.run is off", async () => {
    await configure("run", "off");
    const { document } = await open("missing-type.stanza");
    await staysWithoutFindings(document.uri);
    await run("checkFile");
    await finding(document.uri, MISSING);
  });
});

describe("turning the check of a file off", () => {
  it("takes its findings away, and on again brings them back", async () => {
    const { document } = await open("missing-type.stanza");
    await finding(document.uri, MISSING);
    await run("toggleFile");
    await noFindings(document.uri);
    await staysWithoutFindings(document.uri);
    await run("toggleFile");
    await finding(document.uri, MISSING);
  });

  it("is undone by Check This File", async () => {
    const { document } = await open("missing-type.stanza");
    await finding(document.uri, MISSING);
    await run("toggleFile");
    await noFindings(document.uri);
    await run("checkFile");
    await finding(document.uri, MISSING);
  });
});

describe("Check Workspace", () => {
  interface Result {
    files: number;
    findings: number;
    skipped: number;
    passedOver: string;
  }

  afterEach(() => run("clearWorkspaceFindings"));

  /** Resolves when VS Code reports new files; it begins to watch a folder some time after it has opened it. */
  async function untilFilesAreWatched(): Promise<void> {
    const watcher = vscode.workspace.createFileSystemWatcher("**/watched-*.txt");
    let isWatched = false;
    watcher.onDidCreate(() => {
      isWatched = true;
    });
    let files = 0;
    await until("report of a new file", async () => {
      const file = workspaceFile(`watched-${files++}.txt`);
      await vscode.workspace.fs.writeFile(file, new Uint8Array());
      return isWatched;
    });
    watcher.dispose();
    for (let i = 0; i < files; i++) {
      await vscode.workspace.fs.delete(workspaceFile(`watched-${i}.txt`));
    }
  }

  it("finds errors in files that are not open", async () => {
    const uri = workspaceFile("missing-type.stanza");
    // The findings of an editor go some time after it was closed.
    await noFindings(uri);
    await noFindings(workspaceFile("stanza-log.xml"));
    const result = await run<Result>("checkWorkspace");
    assert.equal(result.skipped, 0);
    assert.ok(result.files >= 8, `${result.files} files`);
    assert.deepEqual(diagnostics(uri).map(ruleOf), [MISSING]);
    assert.deepEqual(diagnostics(workspaceFile("stanza-log.xml")).map(ruleOf), [MISSING]);
    assert.deepEqual(diagnostics(workspaceFile("plain.xml")), []);
    await run("clearWorkspaceFindings");
    assert.deepEqual(diagnostics(uri), []);
  });

  it("says how many logs it has passed over, and how to take them in", async () => {
    const { passedOver } = await run<Result>("checkWorkspace");
    assert.match(
      passedOver,
      /^1 transcript file not checked; add "sources": .*"\*\.log".* to xmpp-stanza\.json$/,
    );
  });

  it("gives way to the findings of an editor, and comes back after its closing", async () => {
    await run("checkWorkspace");
    const uri = workspaceFile("missing-type.stanza");
    const counts: number[] = [];
    const count = () => counts.push(diagnostics(uri).length);
    const listening = vscode.languages.onDidChangeDiagnostics(count);
    const { document } = await open("missing-type.stanza");
    await untilLaterFinding();
    listening.dispose();
    count();
    assert.equal(counts.at(-1), 1);
    assert.equal(Math.max(...counts), 1, "nothing is told twice");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await finding(document.uri, MISSING);
  });

  it("follows the files", async () => {
    await run("checkWorkspace");
    await untilFilesAreWatched();
    const uri = workspaceFile("written-later.stanza");
    const text = "<iq type='error' id='w1'><error/></iq>";
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await finding(uri, "condition-missing");
    await vscode.workspace.fs.delete(uri);
    await noFindings(uri);
  });
});

describe("Treat This XML File as XMPP Stanza", () => {
  it("changes the language and keeps the findings", async () => {
    const { document } = await open("stanza-log.xml");
    await finding(document.uri, MISSING);
    await run("useStanzaLanguage");
    const same = () =>
      vscode.workspace.textDocuments.find((one) => one.uri.toString() === document.uri.toString());
    await until("new language", () => same()?.languageId === "xmpp-stanza");
    await finding(document.uri, MISSING);
  });
});

describe("Open Examples", () => {
  it("opens a document with the mistakes that it speaks of", async () => {
    await run("openExamples");
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, "xmpp-stanza");
    await finding(document.uri, "condition-unknown");
    const expected = [MISSING, "condition-unknown", "error-child-missing", "error-child-missing"];
    assert.deepEqual(diagnostics(document.uri).map(ruleOf).sort(), expected.sort());
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("does not ask to save them, not even after an edit", async () => {
    await run("openExamples");
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    assert.ok(!document.isDirty);
    // Actions on save do not apply to a text of examples.
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "  \n"));
    await until("saved document", () => !document.isDirty);
    assert.match(document.getText(), /^ {2}\n/);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await until("closed editor", () => vscode.window.activeTextEditor?.document !== document);
  });

  it("gives each of them its first text", async () => {
    await run("openExamples");
    assert.doesNotMatch(vscode.window.activeTextEditor?.document.getText() ?? "  \n", /^ {2}\n/);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });
});

describe("Explain a Rule", () => {
  it("asks which one, and does nothing if none is chosen", async () => {
    await open("missing-type.stanza");
    const chosen = run<string | undefined>("explainRule");
    let ended = false;
    chosen.then(() => {
      ended = true;
    });
    await until("end of the question", async () => {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      return ended;
    });
    assert.equal(await chosen, undefined);
  });
});

describe("Restart Server", () => {
  it("gives another server, which checks what is open", async () => {
    const { document } = await open("missing-type.stanza");
    await finding(document.uri, MISSING);
    await run("restartServer");
    assert.ok(extension().exports.serverRunning());
    await finding(document.uri, MISSING);
  });
});

describe("the tool for language models", () => {
  interface Finding {
    file: string;
    rule: string;
    line: number;
    fixes: { title: string; safe: boolean; edits: { newText: string }[] }[];
  }
  interface ToolHost {
    lm?: {
      tools?: readonly { name: string }[];
      invokeTool?(name: string, options: object): Thenable<{ content: { value: string }[] }>;
    };
  }
  const { lm } = vscode as unknown as ToolHost;
  const check = async (input: object): Promise<Finding[]> => {
    const answer = await lm!.invokeTool!("xmpp-stanza_check", {
      input,
      toolInvocationToken: undefined,
    });
    return JSON.parse(answer.content.map(({ value }) => value).join(""));
  };

  before(async function () {
    if (!lm?.invokeTool) this.skip();
    await open("missing-type.stanza");
    await until("tool", () => lm?.tools?.some(({ name }) => name === "xmpp-stanza_check"));
  });

  it("finds errors in a text, with fixes", async () => {
    const text =
      "<iq type='error' id='t1'>\n<error><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
    const [found, ...others] = await check({ text });
    assert.deepEqual(others, []);
    assert.equal(found?.rule, MISSING);
    assert.equal(found.line, 2);
    assert.equal(found.fixes[0]?.edits[0]?.newText, " type='cancel'");
    assert.deepEqual(await check({ text: text.replace("<error>", "<error type='cancel'>") }), []);
  });

  it("checks a file of the workspace, and no other", async () => {
    const found = await check({ file: "missing-type.stanza" });
    assert.deepEqual(
      found.map(({ file, rule }) => [file, rule]),
      [["missing-type.stanza", MISSING]],
    );
    await assert.rejects(check({ file: "../elsewhere.stanza" }), /not in the workspace/);
    await assert.rejects(check({ file: "nothing.stanza" }), /no file/);
    await assert.rejects(check({}), /either the text/);
  });
});
