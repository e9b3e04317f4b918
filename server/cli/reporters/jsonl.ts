import { reportFinding } from "../../core/check/report";
import { visible } from "../../core/text/visible";
import type { Notice } from "../notices";
import type { Reporter, ReporterOptions } from "./reporter";

/** One line of `--format jsonl`. */
export interface TextLine {
  /** Name of the file or the text. */
  readonly file: string;
  /** Number of stanzas that were checked. */
  readonly stanzas: number;
  /** Number of errors outside of stanzas that were checked; only if there are any. */
  readonly nonzas?: number;
  /** As in `json`. */
  readonly findings: readonly unknown[];
  /** Why something was not checked; only if there is a reason. */
  readonly notices?: readonly string[];
}

/** A JSON object for each file or text, one a line, written as soon as it is checked; also for those without findings. */
export function jsonl({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => "",
    separator: "",
    file: ({ path, lines, findings, document, stanzaCount, nonzaCount }) =>
      lineOf({
        file: path,
        stanzas: stanzaCount,
        ...(nonzaCount === 0 ? {} : { nonzas: nonzaCount }),
        findings: findings.map((found) => reportFinding(found, path, lines, document, translate)),
      }),
    end: () => "",
  };
}

/** The line, with what was not checked if there is anything. */
export function lineOf(line: TextLine): string {
  return `${visible(JSON.stringify(line))}\n`;
}

/** A line of this format with notices in it. */
export function withNotices(line: string, notices: readonly Notice[]): string {
  if (notices.length === 0) return line;
  return lineOf({ ...JSON.parse(line), notices: notices.map(({ message }) => message) });
}
