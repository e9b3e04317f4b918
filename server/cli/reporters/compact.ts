import { messageOf } from "../../core/lint";
import type { Translate } from "../../core/translate";
import type { Reporter } from "./index";

/** `file:line:column: severity rule message`, one finding a line, as compilers print. */
export function compact(translate: Translate): Reporter {
  return {
    file: ({ path, lines, findings }) =>
      findings
        .map(({ finding, span }) => {
          const { line, character } = lines.positionAt(span.start);
          const where = `${path}:${line + 1}:${character + 1}`;
          return `${where}: ${finding.severity} ${finding.rule.id} ${messageOf(finding, translate)}\n`;
        })
        .join(""),
    end: () => "",
  };
}
