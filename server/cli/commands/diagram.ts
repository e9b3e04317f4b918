/** `xmpp-stanza diagram`: its arguments, options and help. */

import type { SourceName } from "../../core/sources/names";
import { countParser } from "../checkArguments";
import { choice, declareCommand, option, optionalArgument, sourceOption } from "../command";
import { type DiagramFormat, diagramFormats, printDiagram } from "../diagram";
import { UsageError } from "../usageError";

interface DiagramFlags {
  readonly format?: DiagramFormat;
  readonly line?: number;
  readonly source?: SourceName;
}

export const diagram = declareCommand<DiagramFlags, [string?]>({
  name: "diagram",
  synopsis: "[OPTION]... FILE",
  flags: (translate) => ({
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
    source: sourceOption(translate),
  }),
  positional: (translate) => optionalArgument("FILE", translate("a file, or - for standard input")),
  async run({ translate }, { format = "svg", line = 1, source }, path) {
    if (path === undefined) {
      throw new UsageError(translate("diagram needs one file, or - for stdin"));
    }
    return printDiagram(path, { line, format, source }, translate);
  },
  help: (translate) => ({
    summary: translate("Draw a conversation as a sequence chart"),
    description: translate("Prints who sent which stanza to whom, and which one answers which."),
    exitStatus: {
      0: translate("the chart was printed, whatever is wrong with the stanzas"),
      2: translate("the file could not be read, or the command line is wrong"),
    },
    example: "xmpp-stanza diagram examples/good-conversation.xmpp > chart.svg",
  }),
});
