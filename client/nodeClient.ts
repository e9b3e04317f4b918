/** On the desktop and on remote machines the server is a Node process. */

import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { CreateClient } from "./clientModule";

export * from "./clientOptions";

export const createClient: CreateClient = (context, id, name, options) => {
  const module = context.asAbsolutePath("dist/server.js");
  const transport = TransportKind.ipc;
  return new LanguageClient(
    id,
    name,
    {
      run: { module, transport },
      debug: { module, transport, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
    },
    options,
  );
};
