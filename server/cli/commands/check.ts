/** `xmpp-stanza check`: its arguments, options and help. */

import { countParser } from "../checkArguments";
import { type CheckFlags, runCheck } from "../checkCommand";
import {
  choice,
  declareCommand,
  flag,
  option,
  pathArguments,
  ruleOptions,
  sourceOption,
} from "../command";
import { reporterNames } from "../reporters";
import { separatorNames } from "../separators";

export const check = declareCommand<CheckFlags, string[]>({
  name: "check",
  synopsis: "[OPTION]... PATH...",
  flags: (translate) => ({
    format: choice(
      "NAME",
      reporterNames,
      translate("print findings as NAME: {formats}", { formats: reporterNames.join("|") }),
      translate,
    ),
    quiet: flag(translate("report errors only")),
    maxWarnings: option(
      "N",
      translate("exit with 1 if there are more than N warnings"),
      countParser(0, translate),
    ),
    fix: flag(translate("apply all automatic fixes and report what remains")),
    fixDryRun: flag(translate("print those fixes as a unified diff without writing")),
    ...ruleOptions(translate),
    stdinFilename: option("NAME", translate("treat standard input as the file NAME")),
    stdinSeparator: choice(
      "NAME",
      separatorNames,
      translate("check the texts on standard input one by one, each up to {separators}", {
        separators: separatorNames.join("|"),
      }),
      translate,
    ),
    source: sourceOption(translate),
    jobs: option(
      "N",
      translate("use N threads (default: chosen by input size)"),
      countParser(1, translate),
    ),
    shard: option("I/N", translate("check the I-th of N parts of the files")),
    cache: flag(translate("cache results and check only changed files")),
    cacheLocation: option(
      "FILE",
      translate("keep results in FILE (default: {file})", { file: ".xmpp-stanza-cache" }),
    ),
  }),
  positional: pathArguments,
  async run(invocation, flags, ...paths) {
    return runCheck(flags, paths, invocation);
  },
  help: (translate) => ({
    summary: translate("Check the stanzas in files"),
    description: translate(
      "Checks files as they are named, folders with all files in them that may hold stanzas, all files\nthat meet a pattern, and standard input for -.",
    ),
    exitStatus: {
      0: translate("no finding is an error"),
      1: translate("a finding is an error, or there are more warnings than --max-warnings"),
      2: translate(
        "something could not be read, the command line or a configuration is wrong, or a rule failed",
      ),
    },
    example: 'xmpp-stanza check "examples/*.stanza" --format compact',
  }),
});
