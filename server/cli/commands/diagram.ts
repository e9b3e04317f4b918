/** `xmpp-stanza diagram`: its arguments, options and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import { countParser } from "../checkArguments";
import {
  type CliCommand,
  type CommonFlags,
  choice,
  commonFlags,
  documentationOf,
  type Invocation,
  option,
} from "../command";
import { type DiagramFormat, diagramFormats, printDiagram } from "../diagram";
import { UsageError } from "../usageError";

interface DiagramFlags extends CommonFlags {
  readonly format?: DiagramFormat;
  readonly line?: number;
}

const SYNOPSIS = "[OPTION]... FILE";

export const diagram: CliCommand = {
  name: "diagram",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<DiagramFlags, [string?], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: {
          format: choice(
            "NAME",
            diagramFormats,
            translate("print the chart as NAME (default: svg): {formats}", {
              formats: diagramFormats.join("|"),
            }),
            translate,
          ),
          line: option(
            "N",
            translate("draw the example at line N, of several in a file"),
            countParser(1, translate),
          ),
          ...commonFlags(translate),
        },
        positional: {
          kind: "tuple",
          parameters: [
            {
              parse: String,
              placeholder: "FILE",
              brief: translate("a file, or - for standard input"),
              optional: true,
            },
          ],
        },
      },
      async func({ format = "svg", line = 1 }, path) {
        if (path === undefined) {
          throw new UsageError(translate("diagram needs one file, or - for stdin"));
        }
        this.status = await printDiagram(path, line, format, translate);
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("Draw a conversation as a sequence chart"),
  description: translate("Prints who sent which stanza to whom, and which one answers which."),
  exitStatus: {
    0: translate("the chart was printed, whatever is wrong with the stanzas"),
    2: translate("the file could not be read, or the command line is wrong"),
  },
  example: "xmpp-stanza diagram examples/good-conversation.xmpp > chart.svg",
});
