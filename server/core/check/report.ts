/** Findings as data, for programs: what `--format json` prints and what agents are answered. */

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
  /** What repairs it, the preferred one first. */
  readonly fixes: readonly ReportedFix[];
  /** Address of the page that explains the rule. */
  readonly documentation: string;
}

interface ReportedFix {
  readonly title: string;
  /** True for the one that is most likely meant. */
  readonly preferred: boolean;
  /** True if it has one right answer, so that `--fix` applies it. */
  readonly safe: boolean;
  /** In order, in terms of the text before any of them. */
  readonly edits: readonly ({ readonly newText: string } & ReportedRange)[];
}

/**
 * The finding with its fixes, in lines and columns.
 * @param found one that the document's `findings()` gave for the text as it is
 * @param lines those of the document's text
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

/** The span, which counts as offsets of the lines do, in lines and columns. */
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
