import { messageOf } from "../../core/check/messages";
import { visibleName } from "../output";
import type { Reporter, ReporterOptions } from "./reporter";

/** `file:line:column: severity rule message`, one finding a line, as compilers print. */
export function compact({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => "",
    separator: "",
    file: ({ path, lines, findings }) =>
      findings
        .map(({ finding, span }) => {
          const { line, character } = lines.positionAt(span.start);
          const where = `${visibleName(path)}:${line + 1}:${character + 1}`;
          return `${where}: ${finding.severity} ${finding.rule.id} ${messageOf(finding, translate)}\n`;
        })
        .join(""),
    end: () => "",
  };
}
