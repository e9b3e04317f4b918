/**
 * The texts about rules as read-only Markdown documents, `xmpp-stanza:/rules/ID.md`, which the server writes in the
 * user's language. Wherever such an address is opened, VS Code shows the preview: package.json says so by
 * `workbench.editorAssociations`.
 */

import * as vscode from "vscode";
import { RULE_TEXT_REQUEST, type RuleText, type RuleTextParams } from "../server/protocol/protocol";
import { RULE_SCHEME, ruleUri } from "./ruleAddress";
import type { ServerConnection } from "./serverConnection";

/** Shows the text about a rule beside the stanzas, or in place of the text about another rule. */
export async function showRule(id: string): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const input = activeTab?.input;
  const isOnRule = input instanceof vscode.TabInputCustom && input.uri.scheme === RULE_SCHEME;
  const viewColumn = isOnRule ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  await vscode.commands.executeCommand("vscode.open", ruleUri(id), { viewColumn, preview: true });
}

export function registerRuleDocuments(server: ServerConnection): vscode.Disposable {
  const documents = new RuleDocuments(server);
  return vscode.Disposable.from(
    documents,
    vscode.workspace.registerFileSystemProvider(RULE_SCHEME, documents, { isReadonly: true }),
  );
}

/** A file system and not only a text provider: links between the documents are looked up as files. */
class RuleDocuments implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(readonly server: ServerConnection) {}

  /** @throws FileSystemError if there is no such rule, or the server does not answer */
  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const [, rule] = /^\/rules\/([\w-]+)\.md$/.exec(uri.path) ?? [];
    if (rule === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const client = await this.server.started();
    const params: RuleTextParams = { rule };
    const answer = await client.sendRequest<RuleText | null>(RULE_TEXT_REQUEST, params);
    if (!answer) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(answer.text);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const always = { ctime: 0, mtime: 0 };
    if (uri.path === "/" || uri.path === "/rules") {
      return { ...always, type: vscode.FileType.Directory, size: 0 };
    }
    const { length: size } = await this.readFile(uri);
    return { ...always, type: vscode.FileType.File, size };
  }

  /** Lists no files: searches in a workspace are not to find the texts. */
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
