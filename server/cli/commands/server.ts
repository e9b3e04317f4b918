/** `xmpp-stanza server`: its options and help. */

import { declareCommand, flag, option } from "../command";
import { UsageError } from "../usageError";

interface ServerFlags {
  readonly stdio?: boolean;
  readonly clientProcessId?: string;
}

export const server = declareCommand<ServerFlags>({
  name: "server",
  synopsis: "--stdio",
  flags: (translate) => ({
    stdio: flag(translate("speak on standard input and output")),
    // Some editors add this option to every server that they start.
    clientProcessId: { ...option("PID", translate("end with this process")), hidden: true },
  }),
  async run({ translate }, { stdio }) {
    if (!stdio) throw new UsageError(translate("server needs --stdio"));
    // The server reads its transport from the command line and ends with its client.
    require("./server.js");
    await new Promise(() => {});
  },
  help: (translate) => ({
    summary: translate("Run the language server for editors"),
    description: translate("Speaks the Language Server Protocol until its client ends it."),
    exitStatus: {
      0: translate("the client ended it as the protocol says"),
      1: translate("the client went away without a word"),
      2: translate("the command line is wrong"),
    },
    example: "xmpp-stanza server --stdio",
  }),
});
