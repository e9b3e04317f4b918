/** The extension on the desktop and on remote machines: the server is a Node process. */

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { registerCheckTask } from "./checkTask";
import { type Api, startExtension } from "./client";

export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath("dist/server.js");
  const transport = TransportKind.ipc;
  // Only here: in a browser there are no processes that a task could be.
  context.subscriptions.push(registerCheckTask(context.asAbsolutePath("dist/cli.js")));
  return startExtension(context, {
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        {
          run: { module, transport },
          debug: { module, transport, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
        },
        options,
      ),
  });
}
