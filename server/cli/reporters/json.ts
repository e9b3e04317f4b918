import { reportFinding } from "../../core/check/report";
import { visible } from "../../core/text/visible";
import type { Reporter, ReporterOptions } from "./reporter";

/**
 * One JSON object: the findings with their fixes as in `json`, the numbers of checked files and stanzas, the
 * notices about files that were not checked, and the numbers of files that were passed over, by source.
 */
export function jsonReport(options: ReporterOptions): Reporter {
  const findings = json(options);
  return {
    ...findings,
    begin: () => `{"findings":${findings.begin()}`,
    end(summary, isEmpty) {
      const { files, stanzas, nonzas, notices, passedOver } = summary;
      const others = nonzas === 0 ? {} : { nonzas };
      const rest = {
        files,
        stanzas,
        ...others,
        notices,
        passedOver: Object.fromEntries(passedOver),
      };
      return `${findings.end(summary, isEmpty).trimEnd()},${visible(JSON.stringify(rest)).slice(1)}\n`;
    },
  };
}

/** One JSON array of findings with their fixes, see server/core/check/report.ts. */
export function json({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => "[",
    separator: ",",
    file: ({ path, lines, findings, document }) =>
      findings
        .map((found) => {
          const row = reportFinding(found, path, lines, document, translate);
          return `\n  ${visible(JSON.stringify(row))}`;
        })
        .join(","),
    end: (_, isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
  };
}
