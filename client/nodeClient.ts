/** Client of a server that runs as a Node process, on the desktop and on remote machines. */

import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { CreateClient } from "./clientModule";

export * from "./lazyFeatures";

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
