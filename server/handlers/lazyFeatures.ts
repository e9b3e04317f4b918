/**
 * The features that are loaded when one of them is asked for, all together: a server that starts has diagnostics to
 * give, and reads and compiles only what these need.
 */

export { reportOf, ruleInfos, ruleText } from "../features/check";
export { closingAt, closingEdits } from "../features/closeTag";
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
export { conditionChoices, replyActionsAt, replyAt } from "../features/createReply";
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
