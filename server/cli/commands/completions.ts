/** `xmpp-stanza completions`: completion scripts for shells. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import {
  type CliCommand,
  type CommonFlags,
  commonFlags,
  documentationOf,
  type Invocation,
} from "../command";
import { completionScripts, isShell, shells } from "../completionScripts";
import { UsageError } from "../usageError";

const SYNOPSIS = "bash|zsh|fish";

export const completions: CliCommand = {
  name: "completions",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<CommonFlags, [string?], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: commonFlags(translate),
        positional: {
          kind: "tuple",
          parameters: [
            {
              parse: String,
              proposeCompletions: () => shells,
              placeholder: "SHELL",
              brief: shells.join("|"),
              optional: true,
            },
          ],
        },
      },
      func(_, shell) {
        if (shell === undefined || !isShell(shell)) {
          const values = shells.join(", ");
          throw new UsageError(translate("completions needs one shell: {values}", { values }));
        }
        process.stdout.write(completionScripts[shell]);
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("Print a script that completes commands in a shell"),
  description: translate(
    "Prints a script that the shell reads at its start. It completes commands, options, their values\nand file names.",
  ),
  exitStatus: { 0: translate("the script was printed"), 2: translate("the command line is wrong") },
  example: "source <(xmpp-stanza completions bash)",
});
