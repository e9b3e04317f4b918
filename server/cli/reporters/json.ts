import type { LineIndex } from "../../core/lines";
import { messageOf, relatedMessageOf } from "../../core/lint";
import type { Span } from "../../core/xml/tree";
import type { Reporter } from "./index";

/** One JSON array of findings. Lines and columns count from 1, columns in UTF-16 code units. */
export function json(): Reporter {
  let first = true;
  return {
    file({ path, lines, findings }) {
      return findings
        .map(({ finding, span, stanzaStart, related }) => {
          const row = {
            file: path,
            rule: finding.rule.id,
            severity: finding.severity,
            message: messageOf(finding),
            ...range(lines, span),
            stanzaLine: lines.positionAt(stanzaStart).line + 1,
            related: related.map((one) => ({
              message: relatedMessageOf(finding, one.messageKey),
              ...range(lines, one.span),
            })),
          };
          const separator = first ? "[\n  " : ",\n  ";
          first = false;
          return separator + JSON.stringify(row);
        })
        .join("");
    },
    end: () => (first ? "[]\n" : "\n]\n"),
  };
}

function range(lines: LineIndex, span: Span) {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
