import colors from "picocolors";
import type { DocumentFinding } from "../../core/document";
import type { LineIndex } from "../../core/lines";
import { messageOf } from "../../core/lint";
import type { Severity } from "../../core/rules/rule";
import type { Translate } from "../../core/translate";
import type { FileResult, Reporter } from "./index";

const paint: Record<Severity, (text: string) => string> = {
  error: colors.red,
  warning: colors.yellow,
  information: colors.cyan,
};

/** What a long line is cut to around the place; captures have lines of megabytes. */
const FRAME_WIDTH = 100;

/** For people: each finding with its line and a mark below the place, and a count at the end. */
export function pretty(translate: Translate): Reporter {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  let files = 0;
  return {
    file(result) {
      files++;
      for (const { finding } of result.findings) counts[finding.severity]++;
      return result.findings.map((finding) => describe(finding, result, translate)).join("");
    },
    end() {
      const findings = summarise(counts, translate);
      const count = String(files);
      return files === 1
        ? `${translate("1 file checked: {findings}", { findings })}\n`
        : `${translate("{count} files checked: {findings}", { count, findings })}\n`;
    },
  };
}

function describe(
  { finding, span }: DocumentFinding,
  { path, lines }: FileResult,
  translate: Translate,
): string {
  const { line, character } = lines.positionAt(span.start);
  const where = colors.bold(`${path}:${line + 1}:${character + 1}`);
  const what = paint[finding.severity](severityName(finding.severity, translate));
  const rule = colors.dim(`(${finding.rule.id})`);
  return `${where} ${what} ${messageOf(finding, translate)} ${rule}\n${frame(span, lines)}\n`;
}

/** The line of the place and a row of marks below it. */
function frame(span: { start: number; end: number }, lines: LineIndex): string {
  const { line, character } = lines.positionAt(span.start);
  const text = lines.lineAt(line);
  const from = text.length > FRAME_WIDTH ? Math.max(0, character - FRAME_WIDTH / 4) : 0;
  const shown = visible(text.slice(from, from + FRAME_WIDTH));
  const number = String(line + 1);
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - (character - from)));
  // Tabs stay tabs in the marks' row, so that the columns meet.
  const indent = shown.slice(0, character - from).replace(/[^\t]/g, " ");
  const gutter = colors.dim(`${" ".repeat(number.length)} |`);
  return `${colors.dim(`${number} |`)} ${shown}\n${gutter} ${indent}${colors.red("^".repeat(length))}\n`;
}

/** Control characters of a file as pictures: a terminal must not act on them. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}

function severityName(severity: Severity, translate: Translate): string {
  switch (severity) {
    case "error":
      return translate("error");
    case "warning":
      return translate("warning");
    case "information":
      return translate("information");
  }
}

function summarise(counts: Readonly<Record<Severity, number>>, translate: Translate): string {
  const parts: string[] = [];
  const tell = (number: number, one: string, many: string) => {
    if (number > 0) parts.push(number === 1 ? one : many);
  };
  const { error, warning, information } = counts;
  tell(error, translate("1 error"), translate("{count} errors", { count: String(error) }));
  tell(warning, translate("1 warning"), translate("{count} warnings", { count: String(warning) }));
  tell(
    information,
    translate("1 information"),
    translate("{count} information", { count: String(information) }),
  );
  return parts.join(translate(", ")) || translate("no findings");
}
