// Helpers of the tests. Providers, snippets and diagnostics come when VS Code and the server get to
// it: everything here that waits asks again until the answer is there.
import assert from "node:assert/strict";
import * as vscode from "vscode";

const SOURCE = "xmpp-stanza";

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Longer than anything takes on a busy machine: a limit that names what is missing before Mocha ends the test. */
const HANGS_MS = 200_000;

type Maybe<T> = T | undefined | false;

/** The first answer of `ask` that isn't undefined or false. */
export async function until<T>(
  what: string,
  ask: () => Maybe<T> | PromiseLike<Maybe<T>>,
): Promise<T> {
  const end = performance.now() + HANGS_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end)
      throw new Error(`there was no ${what} within ${HANGS_MS / 1000} s`);
    await sleep(50);
  }
}

interface Api {
  serverRunning(): boolean;
  startTimes(): { wanted?: number; loaded?: number; running?: number };
}

export function extension(): vscode.Extension<Api> {
  const found = vscode.extensions.getExtension("xmpp-stanza.xmpp-stanza");
  assert.ok(found, "VS Code knows the extension");
  return found;
}

/** The address of a file of test/vscode/workspace. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of test/vscode/workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(workspaceFile(name));
}

export const diagnostics = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SOURCE);

export function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  return typeof code === "object" ? String(code.value) : undefined;
}

export const finding = (uri: vscode.Uri, rule: string) =>
  until(`finding ${rule}`, () => diagnostics(uri).find((found) => ruleOf(found) === rule));

export const noFindings = (uri: vscode.Uri) =>
  until("document without findings", () => diagnostics(uri).length === 0);

/** Asserts that nothing is reported of the document, neither now nor while what is opened after it gets its findings. */
export async function staysWithoutFindings(uri: vscode.Uri): Promise<void> {
  const reported: (string | undefined)[] = [];
  const look = () => reported.push(...diagnostics(uri).map(ruleOf));
  look();
  const listening = vscode.languages.onDidChangeDiagnostics(look);
  try {
    await untilLaterFinding();
  } finally {
    listening.dispose();
  }
  assert.deepEqual(reported, []);
}

let later = 0;

/**
 * Resolves when the findings of a file that is opened now are there, whatever the settings say: all that was asked of
 * the server before has been answered then. The editor that was active is active again.
 */
export async function untilLaterFinding(): Promise<void> {
  const before = vscode.window.activeTextEditor;
  const uri = workspaceFile(`later-${++later}.stanza`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode("<message type='bogus'/>\n"));
  await vscode.window.showTextDocument(uri, { preview: false });
  await vscode.commands.executeCommand("xmppStanza.checkFile");
  await finding(uri, "stanza-type-invalid");
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await vscode.workspace.fs.delete(uri);
  if (before) await vscode.window.showTextDocument(before.document, before.viewColumn);
}

/** The quick fix at `range` whose title starts with `title`. */
export const quickFix = (uri: vscode.Uri, range: vscode.Range, title: string) =>
  until(`quick fix "${title}…"`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.find((action) => action.title.startsWith(title));
  });

/** Types `text` at the start of the document, as an edit for the server. */
export async function insert({ document }: vscode.TextEditor, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/**
 * Waits until the document's text contains `text`.
 * @param accept takes what a list or a menu has chosen, and does nothing until there is one
 */
export async function untilText(
  { document }: vscode.TextEditor,
  text: string,
  accept?: () => Thenable<unknown>,
): Promise<void> {
  await until(`"${text}" in the document`, async () => {
    if (document.getText().includes(text)) return true;
    await accept?.();
    return document.getText().includes(text);
  });
}

/** Puts the cursor at the position. */
export function placeCursor(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
}

/**
 * Puts the cursor where a finding begins, and runs a command that takes a fix of that place.
 *
 * VS Code asks for the actions of each new place by itself, some time after the cursor came, for the light bulb; that
 * request cancels one of a command which has no answer yet. So the command waits for it, as a person does who sees the
 * light bulb.
 */
export async function fixAt(
  editor: vscode.TextEditor,
  { range: { start } }: vscode.Diagnostic,
  command: string,
  ...parameters: unknown[]
): Promise<void> {
  const { document } = editor;
  let observer: vscode.Disposable | undefined;
  const isAsked = new Promise<void>((resolve) => {
    observer = vscode.languages.registerCodeActionsProvider(document.languageId, {
      provideCodeActions({ uri }, range, { triggerKind }) {
        const isHere = uri.toString() === document.uri.toString() && range.start.isEqual(start);
        if (isHere && triggerKind === vscode.CodeActionTriggerKind.Automatic) resolve();
        return [];
      },
    });
  });
  try {
    placeCursor(editor, start);
    await isAsked;
    const { version } = document;
    await vscode.commands.executeCommand(command, ...parameters);
    await until("applied fix", () => document.version !== version);
  } finally {
    // Not before the fix: with another set of providers, VS Code asks anew.
    observer?.dispose();
  }
}

/** Sets `xmppStanza.<name>` for the workspace; undefined takes the setting away. */
export const configure = (name: string, value: unknown) =>
  vscode.workspace
    .getConfiguration("xmppStanza")
    .update(name, value, vscode.ConfigurationTarget.Workspace);
