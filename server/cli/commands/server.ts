/** `xmpp-stanza server`: its options and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import {
  type CliCommand,
  type CommonFlags,
  commonFlags,
  documentationOf,
  flag,
  type Invocation,
  option,
} from "../command";
import { UsageError } from "../usageError";

interface ServerFlags extends CommonFlags {
  readonly stdio?: boolean;
  readonly clientProcessId?: string;
}

const SYNOPSIS = "--stdio";

export const server: CliCommand = {
  name: "server",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<ServerFlags, [], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: {
          stdio: flag(translate("speak on standard input and output")),
          // Some editors add this option to every server that they start.
          clientProcessId: { ...option("PID", translate("end with this process")), hidden: true },
          ...commonFlags(translate),
        },
      },
      async func({ stdio }) {
        if (!stdio) throw new UsageError(translate("server needs --stdio"));
        // The server reads its transport from the command line and ends with its client.
        require("./server.js");
        await new Promise(() => {});
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("Run the language server for editors"),
  description: translate("Speaks the Language Server Protocol until its client ends it."),
  exitStatus: {
    0: translate("the client ended it as the protocol says"),
    1: translate("the client went away without a word"),
    2: translate("the command line is wrong"),
  },
  example: "xmpp-stanza server --stdio",
});
