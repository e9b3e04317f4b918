/** `xmpp-stanza rules`: its options and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import {
  type CliCommand,
  type CommonFlags,
  choice,
  commonFlags,
  documentationOf,
  type Invocation,
} from "../command";
import { terminalOf } from "../reporters/terminal";
import { listRules, type RulesFormat, rulesFormats } from "../rules";

interface RulesFlags extends CommonFlags {
  readonly format?: RulesFormat;
}

const SYNOPSIS = "[OPTION]...";

export const rules: CliCommand = {
  name: "rules",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<RulesFlags, [], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: {
          format: choice(
            "NAME",
            rulesFormats,
            translate("print the list as NAME: {formats}", { formats: rulesFormats.join("|") }),
            translate,
          ),
          ...commonFlags(translate),
        },
      },
      func({ format = "pretty" }) {
        const terminal = terminalOf(process.stdout, process.env);
        process.stdout.write(listRules(format, translate, terminal));
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("List all rules"),
  description: translate(
    "Lists all rules, with the severity that each has if nothing is configured.",
  ),
  exitStatus: { 0: translate("the rules were listed"), 2: translate("the command line is wrong") },
  example: "xmpp-stanza rules --format json",
});
