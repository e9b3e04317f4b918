/** Quick fixes for findings, and the repair of a whole file. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { titleOf } from "../core/check/messages";
import type { DocumentFinding } from "../core/document/document";
import { acceptAutomatic } from "../core/document/repair";
import { findRule } from "../core/rules/allRules";

import { type Fix, isPreferred } from "../core/rules/fix";
import type { RulePage } from "../core/rules/pages";

import type { Edit } from "../core/text/edit";
import type { HasTimeLeft, Steps } from "../core/text/steps";
import type { Translate } from "../core/text/translate";
import { OPEN_RULE_COMMAND } from "../protocol/protocol";
import { codeActionKinds, FIX_ALL } from "./capabilities";
import { diagnosticOf } from "./diagnostics";
import type { OpenDocument } from "./openDocument";
import { isRequested, isSameFinding } from "./requestedDiagnostics";
import type { StanzaView } from "./stanzaView";

/** Data of an action whose edit is computed only when the user chooses it (`codeAction/resolve`). */
interface ActionData {
  readonly uri: string;
  /** Id of the rule whose findings are all to be fixed. */
  readonly fixRule: string;
}

/**
 * The code actions for the range of the request. Actions for a single finding have their edits, which were
 * computed to prove that they hold; edits of the whole document are left to `resolveCodeAction`.
 * @param opensPages false for a client that cannot show the page of a rule
 * @param hasTime once it returns false, the repair of the whole document contains the edits found until then
 */
export function* codeActionsAt(
  document: OpenDocument,
  params: CodeActionParams,
  translate: Translate,
  hasTime: HasTimeLeft,
  pageOf: RulePage,
  opensPages: boolean,
): Steps<CodeAction[]> {
  const { only, diagnostics } = params.context;
  const wants = (kind: string) => wantsKind(params, kind);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    // A budget for each request: a document that is only read must not run out of fixes.
    document.source.renewTrials();
    for (const view of document.viewsIn(params.range)) {
      const targets: Target[] = [];
      for (const found of view.findingsAt(view.spanOf(params.range))) {
        const own = diagnosticFor(found, view, diagnostics, translate, pageOf);
        if (!isRequested(own, params)) continue;
        const fixes = yield* view.stanzas.fixing(found, document.source.trials);
        targets.push({ found, fixes, diagnostics: [own] });
        yield;
      }
      for (const one of targets) {
        actions.push(...fixActions(one, view, translate));
        yield;
      }
      for (const one of oncePerRule(targets)) {
        actions.push(...ruleActions(one, view, translate, opensPages));
        yield;
      }
    }
  }
  // An editor asks for this kind when it saves; in the menu of a place it would be noise.
  if (only && wants(FIX_ALL)) {
    const edits = yield* document.source.repairing(acceptAutomatic, hasTime);
    if (edits.length > 0) {
      const edit = wholeEdit(edits, document);
      actions.push({ title: translate("Apply all automatic fixes"), kind: FIX_ALL, edit });
    }
  }
  return actions;
}

/** The action with its edit; without an edit if the findings that it was for are gone. */
export function* resolveCodeAction(action: CodeAction, document: OpenDocument): Steps<CodeAction> {
  const { fixRule } = action.data as ActionData;
  const rule = findRule(fixRule);
  const edits = rule ? yield* document.source.repairingOf(rule) : [];
  return edits.length === 0 ? action : { ...action, edit: wholeEdit(edits, document) };
}

/** URI of the document that the action is for, or undefined for an action of another server. */
export function documentOf(action: CodeAction): string | undefined {
  const data: unknown = action.data;
  const known = typeof data === "object" && data !== null && "uri" in data;
  return known && typeof data.uri === "string" ? data.uri : undefined;
}

/** True if only the repair of the whole document is requested, as by an editor that saves. */
export function isForSaving({ context: { only } }: CodeActionParams): boolean {
  const others = codeActionKinds.filter((kind) => kind !== FIX_ALL);
  return only?.every((one) => !others.some((kind) => covers(one, kind))) ?? false;
}

/** True if actions of the kind are requested: by name, or because no kinds are named. */
export function wantsKind({ context }: CodeActionParams, kind: string): boolean {
  return !context.only || context.only.some((one) => covers(one, kind));
}

/** A finding that actions are for. Its fixes had to be tried, so they are computed once only. */
interface Target {
  readonly found: DocumentFinding;
  readonly fixes: readonly Fix[];
  readonly diagnostics: Diagnostic[];
}

function fixActions(
  { fixes, diagnostics }: Target,
  document: StanzaView,
  translate: Translate,
): CodeAction[] {
  return fixes.flatMap((fix) => {
    const edit = workspaceEdit(fix.edits, document);
    if (!edit) return [];
    const title = titleOf(fix, translate);
    const action: CodeAction = { title, kind: CodeActionKind.QuickFix, diagnostics, edit };
    return [isPreferred(fix) ? { ...action, isPreferred: true } : action];
  });
}

/** Further actions for a finding besides its fixes. */
function ruleActions(
  { found, fixes, diagnostics }: Target,
  document: StanzaView,
  translate: Translate,
  opensPages: boolean,
): CodeAction[] {
  const { id } = found.finding.rule;
  const actions: CodeAction[] = [];
  const hasOthers = () =>
    document.source.findings().filter(({ finding }) => finding.rule.id === id).length > 1;
  // Whether the repair of the whole document mends this finding, too.
  const isMended =
    document.stanzas.mayRepairAll(found) &&
    fixes.some((fix) => isPreferred(fix) && document.textEdits(fix.edits) !== undefined);
  if (isMended && hasOthers()) {
    const data: ActionData = { uri: document.uri, fixRule: id };
    const title = translate("Fix all {rule} in this file", { rule: id });
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, data });
  }
  const suppressions = document.stanzas.suppressions(found);
  if (suppressions) {
    const { here, expected, inFile } = suppressions;
    const suppress = (title: string, comment: Edit) => {
      const edit = workspaceEdit([comment], document);
      if (edit) actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit });
    };
    suppress(translate("Suppress {rule} here", { rule: id }), here);
    suppress(translate("Suppress {rule} as expected in this stanza", { rule: id }), expected);
    suppress(translate("Suppress {rule} in this file", { rule: id }), inFile);
  }
  if (!opensPages) return actions;
  const title = translate("Open the documentation of {rule}", { rule: id });
  const command = { title, command: OPEN_RULE_COMMAND, arguments: [id] };
  actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  return actions;
}

function oncePerRule(targets: readonly Target[]): Target[] {
  return [...new Map(targets.map((one) => [one.found.finding.rule.id, one])).values()];
}

/** The editor's own diagnostic for the finding, by which it links the action to the diagnostic. */
export function diagnosticFor(
  found: DocumentFinding,
  document: StanzaView,
  known: readonly Diagnostic[],
  translate: Translate,
  pageOf: RulePage,
): Diagnostic {
  const own = diagnosticOf(found, document, translate, pageOf);
  return known.find((one) => isSameFinding(one, own)) ?? own;
}

/** Undefined if the edits of the region cannot be written in the document. */
function workspaceEdit(edits: readonly Edit[], document: StanzaView): WorkspaceEdit | undefined {
  const changes = document.textEdits(edits);
  return changes && { changes: { [document.uri]: changes } };
}

/** @param edits in UTF-16 offsets of the whole document */
function wholeEdit(edits: readonly Edit[], document: OpenDocument): WorkspaceEdit {
  const changes = edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
  return { changes: { [document.uri]: changes } };
}

/** True if a requested kind covers an offered kind: kinds are hierarchies separated by dots. */
function covers(asked: string, kind: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}
