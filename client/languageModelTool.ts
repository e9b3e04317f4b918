/**
 * A tool for language models: checks a text or a file of the workspace and answers with findings and
 * fixes, as `xmpp-stanza check --format json` prints them. Registered where the editor knows such tools.
 */

import * as vscode from "vscode";
import { CHECK_REQUEST, type CheckParams } from "../server/protocol/protocol";
import { readText } from "./files";
import type { ServerConnection } from "./serverConnection";

const TOOL = "xmpp-stanza_check";

/** Input of the tool; package.json describes it to the model. */
interface Input {
  /** Stanzas as text. */
  readonly text?: unknown;
  /** Path of a file, from the root of the workspace or absolute. */
  readonly file?: unknown;
}

/** The used part of the editor's interface for tools; newer than the oldest supported editor. */
interface ToolHost {
  readonly lm?: { registerTool?(name: string, tool: Tool): vscode.Disposable };
  readonly LanguageModelToolResult?: new (content: readonly object[]) => object;
  readonly LanguageModelTextPart?: new (text: string) => object;
}

interface Tool {
  invoke(options: { input: Input }, token: vscode.CancellationToken): Promise<object>;
  prepareInvocation(): { invocationMessage: string };
}

export function registerCheckTool(server: ServerConnection): vscode.Disposable {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as ToolHost;
  if (!LanguageModelToolResult || !LanguageModelTextPart || !lm?.registerTool) {
    return new vscode.Disposable(() => {});
  }
  try {
    return lm.registerTool(TOOL, {
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t("Checking stanzas") }),
      async invoke({ input }, token) {
        const params = await paramsOf(input);
        const findings = await server.ask<unknown[]>(CHECK_REQUEST, params, token);
        const answer = new LanguageModelTextPart(JSON.stringify(findings));
        return new LanguageModelToolResult([answer]);
      },
    });
  } catch (error) {
    // Some editors have the function but reject its calls.
    server.output.debug(`There are no language model tools here: ${String(error)}`);
    return new vscode.Disposable(() => {});
  }
}

/** Parameters of the check, from the model's input. The messages of its errors are for the model. */
async function paramsOf({ text, file }: Input): Promise<CheckParams> {
  if (typeof text === "string" && file === undefined) return { text };
  if (typeof file !== "string" || text !== undefined) {
    throw new Error("Give either the text to check, or the file to check.");
  }
  const uri = await findInWorkspace(file);
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  try {
    return { text: open?.getText() ?? (await readText(uri)), uri: uri.toString(), file };
  } catch (error) {
    throw new Error(`${file} could not be read: ${(error as Error).message}`);
  }
}

/** Address of a file inside the workspace: a model must not read files outside. */
async function findInWorkspace(file: string): Promise<vscode.Uri> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isAbsolute = /^(?:[/\\]|[a-z]:)/i.test(file);
  const path = file.replaceAll("\\", "/");
  const candidates = folders.map(({ uri }) =>
    isAbsolute ? uri.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(uri, path),
  );
  const inside = candidates.filter((uri) => vscode.workspace.getWorkspaceFolder(uri));
  if (inside.length === 0) throw new Error(`${file} is not in the workspace.`);
  for (const uri of inside) {
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) return uri;
  }
  throw new Error(`There is no file ${file} in the workspace.`);
}
