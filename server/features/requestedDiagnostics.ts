/** The diagnostics that a request for code actions is about, where the client names them. */

import type { CodeActionParams, Diagnostic, Position, Range } from "vscode-languageserver";
import { findRule } from "../core/rules/allRules";
import { SOURCE } from "./diagnostics";

/**
 * True if actions for the diagnostic are requested. A client may ask for a wide range, such as the whole document, and name
 * the diagnostics that it means (Kate does so); actions for others would then be taken for theirs. One that names more
 * than the range holds (Qt Creator names all of the file) means the range.
 */
export function isRequested(own: Diagnostic, { range, context }: CodeActionParams): boolean {
  return (
    !isAboutNamed({ range, context }) || context.diagnostics.some((one) => isSameFinding(one, own))
  );
}

/** True if actions are requested for the named diagnostics alone, not for all that the range holds. */
export function isAboutNamed({
  range,
  context,
}: Pick<CodeActionParams, "range" | "context">): boolean {
  const named = context.diagnostics.filter(isOwn);
  return named.length > 0 && named.every((one) => isWider(range, one.range));
}

/**
 * True if a diagnostic that a client sends back is that of the finding. Clients keep rule and place of it; some lose its source,
 * the link to its page or its tags.
 */
export function isSameFinding(sentBack: Diagnostic, own: Diagnostic): boolean {
  return (
    isOwn(sentBack) &&
    sentBack.code === own.code &&
    compare(sentBack.range.start, own.range.start) === 0
  );
}

function isOwn({ source, code }: Diagnostic): boolean {
  if (source !== undefined) return source === SOURCE;
  return typeof code === "string" && findRule(code) !== undefined;
}

/** True if the outer range holds the inner one, and more. */
function isWider(outer: Range, inner: Range): boolean {
  const start = compare(outer.start, inner.start);
  const end = compare(outer.end, inner.end);
  return start <= 0 && end >= 0 && (start < 0 || end > 0);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
