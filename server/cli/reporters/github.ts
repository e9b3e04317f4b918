import { resolve } from "node:path";
import { messageOf } from "../../core/check/messages";
import { reportedRange } from "../../core/check/report";
import type { Severity } from "../../core/rules/rule";
import { visible } from "../../core/text/visible";
import { pathInCheckout } from "./location";
import type { Reporter, ReporterOptions } from "./reporter";

const commands: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "notice",
};

/** Workflow commands, which GitHub Actions turns into annotations. */
export function github({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => "",
    separator: "",
    file: ({ path, lines, findings }) =>
      findings
        .map(({ finding, span }) => {
          const { line, column, endLine, endColumn } = reportedRange(span, lines);
          // GitHub accepts columns only for places on one line.
          const columns = line === endLine ? { col: column, endColumn } : {};
          const properties = {
            file: pathInCheckout(path) ?? resolve(path),
            line,
            endLine,
            ...columns,
            title: finding.rule.id,
          };
          const written = Object.entries(properties).map(
            ([name, value]) => `${name}=${visible(escapeProperty(String(value)))}`,
          );
          const message = escapeData(messageOf(finding, translate));
          return `::${commands[finding.severity]} ${written.join(",")}::${message}\n`;
        })
        .join(""),
    end: () => "",
  };
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
