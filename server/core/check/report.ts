/** Findings as data for programs: the format of `--format json` and of answers to agents. */

import { type Fix, isAutomatic, isPreferred } from "../rules/fix";
import { rulePage } from "../rules/pages";
import type { Severity } from "../rules/rule";
import type { LineIndex } from "../text/lines";
import type { Span } from "../text/span";
import { inEnglish, type Translate } from "../text/translate";
import type { DocumentFinding } from "./documentFindings";
import { messageOf, relatedMessageOf, titleOf } from "./messages";

/** Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface ReportedRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends ReportedRange {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Line of the start tag of the stanza. */
  readonly stanzaLine: number;
  readonly related: readonly ({ readonly message: string } & ReportedRange)[];
  /** Fixes of the finding, the preferred one first. */
  readonly fixes: readonly ReportedFix[];
  /** Address of the page that explains the rule. */
  readonly documentation: string;
}

interface ReportedFix {
  readonly title: string;
  /** True for the likeliest fix. */
  readonly preferred: boolean;
  /** True for the only right fix, which `--fix` applies. */
  readonly safe: boolean;
  /** In order, each relative to the text before any of the edits. */
  readonly edits: readonly ({ readonly newText: string } & ReportedRange)[];
}

/**
 * The finding with its fixes, in lines and columns.
 * @param found from `findings()` for the current text of the document
 * @param lines the line index of the document's text
 */
export function reportFinding(
  found: DocumentFinding,
  file: string,
  lines: LineIndex,
  document: { fixes(found: DocumentFinding): Fix[] },
  translate: Translate = inEnglish,
): ReportedFinding {
  const { finding, span, stanzaStart, related } = found;
  return {
    file,
    rule: finding.rule.id,
    severity: finding.severity,
    message: messageOf(finding, translate),
    ...reportedRange(span, lines),
    stanzaLine: lines.positionAt(stanzaStart).line + 1,
    related: related.map((one) => ({
      message: relatedMessageOf(finding, one.messageKey, translate),
      ...reportedRange(one.span, lines),
    })),
    fixes: document.fixes(found).map((fix) => ({
      title: titleOf(fix, translate),
      preferred: isPreferred(fix),
      safe: isAutomatic(fix),
      edits: fix.edits.map((edit) => ({
        newText: edit.newText,
        ...reportedRange(edit.span, lines),
      })),
    })),
    documentation: rulePage(finding.rule.id, translate),
  };
}

/** The span in lines and columns; its offsets count as those of `lines` do. */
export function reportedRange(span: Span, lines: LineIndex): ReportedRange {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
