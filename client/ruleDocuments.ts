/**
 * The texts about rules as read-only Markdown documents, `xmpp-stanza:/rules/ID.md`, which the server writes in the
 * user's language. Wherever such an address is opened, VS Code shows the preview: package.json says so by
 * `workbench.editorAssociations`. Where VS Code has no preview, the document itself is shown.
 */

import * as vscode from "vscode";
import { RULE_TEXT_REQUEST, type RuleText, type RuleTextParams } from "../server/protocol/protocol";
import { RULE_SCHEME, ruleUri } from "./ruleAddress";
import type { ServerConnection } from "./serverConnection";

/** VS Code's own extension that has the preview; some builds for browsers come without it, or with a part of it. */
const PREVIEW_EXTENSION = "vscode.markdown-language-features";

/** Shows the text about a rule beside the stanzas, or in place of the text about another rule. */
export async function showRule(id: string): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const viewColumn =
    activeTab && ruleIn(activeTab) ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  await open(ruleUri(id), viewColumn);
}

export function registerRuleDocuments(server: ServerConnection): vscode.Disposable {
  const documents = new RuleDocuments(server);
  return vscode.Disposable.from(
    documents,
    // A link opens the preview, whether there is one or not.
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => opened.forEach(replaceBlank)),
    vscode.workspace.registerFileSystemProvider(RULE_SCHEME, documents, { isReadonly: true }),
  );
}

async function open(uri: vscode.Uri, viewColumn: vscode.ViewColumn): Promise<void> {
  const options = { viewColumn, preview: true };
  if (await hasPreview()) await vscode.commands.executeCommand("vscode.open", uri, options);
  else await vscode.commands.executeCommand("vscode.openWith", uri, "default", options);
}

/** Shows the document in place of a preview that stays blank. */
async function replaceBlank(tab: vscode.Tab): Promise<void> {
  const uri = ruleIn(tab);
  if (!uri || !(tab.input instanceof vscode.TabInputCustom) || (await hasPreview())) return;
  await open(uri, tab.group.viewColumn);
  await vscode.window.tabGroups.close(tab);
}

async function hasPreview(): Promise<boolean> {
  try {
    const extension = vscode.extensions.getExtension(PREVIEW_EXTENSION);
    await extension?.activate();
    return extension !== undefined;
  } catch {
    return false;
  }
}

/** Address of the text about a rule that the tab shows; undefined for any other tab. */
function ruleIn({ input }: vscode.Tab): vscode.Uri | undefined {
  const isDocument = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText;
  return isDocument && input.uri.scheme === RULE_SCHEME ? input.uri : undefined;
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
