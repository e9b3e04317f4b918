/** `xmpp-stanza completions`: completion scripts for shells. */

import { declareCommand, optionalArgument } from "../command";
import { completionScripts, isShell, shells } from "../completionScripts";
import { UsageError } from "../usageError";

export const completions = declareCommand<object, [string?]>({
  name: "completions",
  synopsis: "bash|zsh|fish",
  positional: () => optionalArgument("SHELL", shells.join("|"), shells),
  async run({ translate }, _, shell) {
    if (shell === undefined || !isShell(shell)) {
      const values = shells.join(", ");
      throw new UsageError(translate("completions needs one shell: {values}", { values }));
    }
    process.stdout.write(completionScripts[shell]);
  },
  help: (translate) => ({
    summary: translate("Print a script that completes commands in a shell"),
    description: translate(
      "Prints a script that the shell reads at its start. It completes commands, options, their values\nand file names.",
    ),
    exitStatus: {
      0: translate("the script was printed"),
      2: translate("the command line is wrong"),
    },
    example: "source <(xmpp-stanza completions bash)",
  }),
});
