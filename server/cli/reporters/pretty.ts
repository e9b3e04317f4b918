import picocolors from "picocolors";
import { codeFrame } from "../../core/check/codeFrame";
import { messageOf } from "../../core/check/messages";
import type { DocumentFinding } from "../../core/document/document";
import type { Severity } from "../../core/rules/rule";
import { passedOverLines } from "../../core/sources/passedOver";
import type { Translate } from "../../core/text/translate";

import { visibleName } from "../output";
import { severityColour, severityName } from "../severities";
import { countFixable, createHints } from "./fixable";
import type { FileResult, Fixable, Reporter, ReporterOptions } from "./reporter";

/**
 * Format for people: each finding with its line, a mark below the place and a hint, and counts at the
 * end.
 */
export function pretty({ translate, terminal }: ReporterOptions): Reporter {
  const colours = picocolors.createColors(terminal.hasColours);
  return {
    begin: () => "",
    separator: "",
    file(result) {
      const hintOf = createHints(result, translate);
      return result.findings.map((found) => describe(found, result, hintOf(found))).join("");
    },
    end({ files, stanzas, nonzas, findings, fixable, passedOver }) {
      const counts = {
        files:
          files === 1 ? translate("1 file") : translate("{count} files", { count: String(files) }),
        stanzas:
          stanzas === 1
            ? translate("1 stanza")
            : translate("{count} stanzas", { count: String(stanzas) }),
        findings: summarise(findings, translate),
      };
      const checked =
        nonzas === 0
          ? translate("{files}, {stanzas}: {findings}", counts)
          : translate("{files}, {stanzas}, {others}: {findings}", {
              ...counts,
              others: describeNonzas(nonzas, translate),
            });
      const lines = [
        checked,
        ...describeFixable(fixable, translate),
        ...passedOverLines(passedOver, translate),
      ];
      return lines.map((line) => `${line}\n`).join("");
    },
    fixable: countFixable,
  };

  function describe(
    { finding, span }: DocumentFinding,
    { path, lines }: FileResult,
    hint: string | undefined,
  ): string {
    const { line, character } = lines.positionAt(span.start);
    const where = colours.bold(`${visibleName(path)}:${line + 1}:${character + 1}`);
    const { severity } = finding;
    const paint = severityColour(severity, colours);
    const what = paint(severityName(severity, translate));
    const rule = colours.dim(`(${finding.rule.id})`);
    const { gutters, ...frame } = codeFrame(span, lines, terminal.columns);
    const rows = [
      `${where} ${what} ${messageOf(finding, translate)} ${rule}`,
      `${colours.dim(gutters[0])}${frame.line}`,
      `${colours.dim(gutters[1])}${frame.indent}${paint(frame.marks)}`,
    ];
    if (hint !== undefined) {
      rows.push(
        `${colours.dim(gutters[1])}${colours.green(translate("fix: {title}", { title: hint }))}`,
      );
    }
    return `${rows.join("\n")}\n\n`;
  }
}

function describeNonzas(count: number, translate: Translate): string {
  return count === 1
    ? translate("1 stream error or failure")
    : translate("{count} stream errors and failures", { count: String(count) });
}

function describeFixable({ count, hasMore }: Fixable, translate: Translate): string[] {
  if (count === 0) return hasMore ? [translate("Some findings can be fixed with --fix")] : [];
  if (hasMore)
    return [translate("More than {count} can be fixed with --fix", { count: String(count) })];
  return [
    count === 1
      ? translate("1 finding can be fixed with --fix")
      : translate("{count} findings can be fixed with --fix", { count: String(count) }),
  ];
}

function summarise(counts: Readonly<Record<Severity, number>>, translate: Translate): string {
  const parts: string[] = [];
  const addCount = (number: number, one: string, many: string) => {
    if (number > 0) parts.push(number === 1 ? one : many);
  };
  const { error, warning, information } = counts;
  addCount(error, translate("1 error"), translate("{count} errors", { count: String(error) }));
  addCount(
    warning,
    translate("1 warning"),
    translate("{count} warnings", { count: String(warning) }),
  );
  addCount(
    information,
    translate("1 note"),
    translate("{count} notes", { count: String(information) }),
  );
  return parts.join(translate(", ")) || translate("no findings");
}
