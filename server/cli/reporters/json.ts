import { reportFinding } from "../../core/check/report";
import type { Reporter, ReporterOptions } from "./reporter";

/** One JSON array of findings with their fixes, see server/core/check/report.ts. */
export function json({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => "[",
    separator: ",",
    file: ({ path, lines, findings, document }) =>
      findings
        .map((found) => {
          const row = reportFinding(found, path, lines, document, translate);
          return `\n  ${JSON.stringify(row)}`;
        })
        .join(","),
    end: (_, isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
  };
}
