/** `xmpp-stanza stanzas`: its arguments, options and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import {
  type CliCommand,
  type CommonFlags,
  choice,
  commonFlags,
  documentationOf,
  flag,
  type Invocation,
  option,
} from "../command";
import { printStanzas, type StanzasFormat, stanzasFormats } from "../stanzas";
import { UsageError } from "../usageError";

interface StanzasFlags extends CommonFlags {
  readonly format?: StanzasFormat;
  readonly all?: boolean;
  readonly stdinFilename?: string;
}

const SYNOPSIS = "[OPTION]... PATH...";

export const stanzas: CliCommand = {
  name: "stanzas",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<StanzasFlags, string[], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: {
          format: choice(
            "NAME",
            stanzasFormats,
            translate("print the list as NAME: {formats}", { formats: stanzasFormats.join("|") }),
            translate,
          ),
          all: flag(translate("list start tags that were not taken for a stanza, with the reason")),
          stdinFilename: option("NAME", translate("treat standard input as the file NAME")),
          ...commonFlags(translate),
        },
        positional: {
          kind: "array",
          parameter: {
            parse: String,
            placeholder: "PATH",
            brief: translate("a file, a folder, a pattern, or - for standard input"),
          },
        },
      },
      async func({ format = "pretty", all = false, stdinFilename = "<stdin>" }, ...paths) {
        if (paths.length === 0) {
          throw new UsageError(
            translate("stanzas needs a file, a folder, a pattern, or - for stdin"),
          );
        }
        this.status = await printStanzas(
          paths,
          { format, all, stdinName: stdinFilename },
          translate,
        );
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("List the stanzas that are seen in files"),
  description: translate(
    "Prints a line for each stanza: file, line, direction, kind, type, id, addresses, payload or condition,\nand the line of the request that it answers.",
  ),
  exitStatus: {
    0: translate("the stanzas were listed, if there are any"),
    2: translate("something could not be read, or the command line is wrong"),
  },
  example: "xmpp-stanza stanzas examples --format tsv",
});
