import colors from "picocolors";
import type { DocumentFinding } from "../../core/document";
import type { LineIndex } from "../../core/lines";
import { messageOf } from "../../core/lint";
import type { Severity } from "../../core/rules/rule";
import type { FileResult, Reporter } from "./index";

const paint: Record<Severity, (text: string) => string> = {
  error: colors.red,
  warning: colors.yellow,
  information: colors.cyan,
};

/** What a long line is cut to around the place; captures have lines of megabytes. */
const FRAME_WIDTH = 100;

/** For people: each finding with its line and a mark below the place, and a count at the end. */
export function pretty(): Reporter {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  let files = 0;
  return {
    file(result) {
      files++;
      for (const { finding } of result.findings) counts[finding.severity]++;
      return result.findings.map((finding) => describe(finding, result)).join("");
    },
    end() {
      const { error, warning, information } = counts;
      const parts = [
        count(error, "error", "errors"),
        count(warning, "warning", "warnings"),
        count(information, "hint", "hints"),
      ].filter((part) => part !== "");
      const checked = `${files} ${files === 1 ? "file" : "files"} checked`;
      return `${checked}: ${parts.length > 0 ? parts.join(", ") : "no findings"}\n`;
    },
  };
}

function describe({ finding, span }: DocumentFinding, { path, lines }: FileResult): string {
  const { line, character } = lines.positionAt(span.start);
  const where = colors.bold(`${path}:${line + 1}:${character + 1}`);
  const what = paint[finding.severity](finding.severity);
  const rule = colors.dim(`(${finding.rule.id})`);
  return `${where} ${what} ${messageOf(finding)} ${rule}\n${frame(span, lines)}\n`;
}

/** The line of the place and a row of marks below it. */
function frame(span: { start: number; end: number }, lines: LineIndex): string {
  const { line, character } = lines.positionAt(span.start);
  const text = lines.lineAt(line);
  const from = text.length > FRAME_WIDTH ? Math.max(0, character - FRAME_WIDTH / 4) : 0;
  const shown = text.slice(from, from + FRAME_WIDTH);
  const number = String(line + 1);
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - (character - from)));
  // Tabs stay tabs in the marks' row, so that the columns meet.
  const indent = shown.slice(0, character - from).replace(/[^\t]/g, " ");
  const gutter = colors.dim(`${" ".repeat(number.length)} |`);
  return `${colors.dim(`${number} |`)} ${shown}\n${gutter} ${indent}${colors.red("^".repeat(length))}\n`;
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`;
}
