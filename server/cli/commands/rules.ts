/** `xmpp-stanza rules`: its options and help. */

import { choice, declareCommand } from "../command";
import { terminalOf } from "../reporters/terminal";
import { listRules, type RulesFormat, rulesFormats } from "../rules";

interface RulesFlags {
  readonly format?: RulesFormat;
}

export const rules = declareCommand<RulesFlags>({
  name: "rules",
  synopsis: "[OPTION]...",
  flags: (translate) => ({
    format: choice(
      "NAME",
      rulesFormats,
      translate("print the list as NAME: {formats}", { formats: rulesFormats.join("|") }),
      translate,
    ),
  }),
  async run({ translate }, { format = "pretty" }) {
    const terminal = terminalOf(process.stdout, process.env);
    process.stdout.write(listRules(format, translate, terminal));
  },
  help: (translate) => ({
    summary: translate("List all rules"),
    description: translate(
      "Lists all rules, with the severity that each has if nothing is configured.",
    ),
    exitStatus: {
      0: translate("the rules were listed"),
      2: translate("the command line is wrong"),
    },
    example: "xmpp-stanza rules --format json",
  }),
});
