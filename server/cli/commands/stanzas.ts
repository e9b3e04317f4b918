/** `xmpp-stanza stanzas`: its arguments, options and help. */

import type { SourceName } from "../../core/sources/names";
import { choice, declareCommand, flag, option, pathArguments, sourceOption } from "../command";
import { printStanzas, type StanzasFormat, stanzasFormats } from "../stanzas";
import { UsageError } from "../usageError";

interface StanzasFlags {
  readonly format?: StanzasFormat;
  readonly all?: boolean;
  readonly stdinFilename?: string;
  readonly source?: SourceName;
}

export const stanzas = declareCommand<StanzasFlags, string[]>({
  name: "stanzas",
  synopsis: "[OPTION]... PATH...",
  flags: (translate) => ({
    format: choice(
      "NAME",
      stanzasFormats,
      translate("print the list as NAME: {formats}", { formats: stanzasFormats.join("|") }),
      translate,
    ),
    all: flag(translate("list start tags that were not taken for a stanza, with the reason")),
    stdinFilename: option("NAME", translate("treat standard input as the file NAME")),
    source: sourceOption(translate),
  }),
  positional: pathArguments,
  async run(
    { translate },
    { format = "pretty", all = false, stdinFilename = "<stdin>", source },
    ...paths
  ) {
    if (paths.length === 0) {
      throw new UsageError(translate("stanzas needs a file, a folder, a pattern, or - for stdin"));
    }
    return printStanzas(paths, { format, all, stdinName: stdinFilename, source }, translate);
  },
  help: (translate) => ({
    summary: translate("List the stanzas that are seen in files"),
    description: translate(
      "Prints a line for each stanza: file, line, direction, kind, type, id, addresses, payload or condition,\nand the line of the request that it answers.",
    ),
    exitStatus: {
      0: translate("the stanzas were listed, if there are any"),
      2: translate("something could not be read, or the command line is wrong"),
    },
    example: "xmpp-stanza stanzas examples --format tsv",
  }),
});
