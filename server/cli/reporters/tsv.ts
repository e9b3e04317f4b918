import { visibleName } from "../output";
import type { Reporter } from "./reporter";

/** `file TAB line of the stanza's start tag TAB rule`, for scripts that compare. */
export function tsv(): Reporter {
  return {
    begin: () => "",
    separator: "",
    file: ({ path, lines, findings }) =>
      findings
        .map(({ finding, stanzaStart }) => {
          const { line } = lines.positionAt(stanzaStart);
          return `${visibleName(path)}\t${line + 1}\t${finding.rule.id}\n`;
        })
        .join(""),
    end: () => "",
  };
}
