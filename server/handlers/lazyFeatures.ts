/**
 * Features that are loaded together on the first request for one of them: a starting server has to report
 * diagnostics, and reads and compiles only the code that these need.
 */

export { captureDiagnostic } from "../features/captureDiagnostic";
export { reportOf, ruleInfos, ruleText } from "../features/check";
export { closingEdits, closingSnippet } from "../features/closeTag";
export {
  codeActionsAt,
  documentOf,
  isForSaving,
  resolveCodeAction,
  wantsKind,
} from "../features/codeActions";
export { codeLensesOf, resolveCodeLens, uriOfLens } from "../features/codeLens";
export { completionsAt, isSearch, needsOthers, resolveCompletion } from "../features/completion";
export { conversationAnswer } from "../features/conversation";
export { conditionChoices, replyActionsAt, replyAt, replyFixesAt } from "../features/createReply";
export { cursorAt } from "../features/cursor";
export { documentLinksOf } from "../features/documentLinks";
export { documentStateOf } from "../features/documentState";
export { foldingRangesOf, USUAL_LIMIT } from "../features/folding";
export { formattingEdits } from "../features/formatting";
export { hoverAt, isHoverAboutReplies } from "../features/hover";
export { linkedEditingRangesAt } from "../features/linkedEditing";
export {
  definitionAt,
  highlightsAt,
  referencesAt,
  renameAt,
  renameRangeAt,
} from "../features/navigation";
export { selectionRangesAt } from "../features/selectionRanges";
export { flatSymbolsOf, hasOtherOutline, symbolsOf } from "../features/symbols";
export { passedOverLogs } from "./passedOverLogs";
