import { reportFinding } from "../../core/report";
import type { Translate } from "../../core/translate";
import type { Reporter } from "./index";

/** One JSON array of findings with their fixes, see server/core/report.ts. */
export function json(translate: Translate): Reporter {
  let first = true;
  return {
    file({ path, lines, findings, document }) {
      return findings
        .map((found) => {
          const separator = first ? "[\n  " : ",\n  ";
          first = false;
          const row = reportFinding(found, path, lines, document, translate);
          return separator + JSON.stringify(row);
        })
        .join("");
    },
    end: () => (first ? "[]\n" : "\n]\n"),
  };
}
