/**
 * What a server tells of its features before any of them is asked for: the kinds of code actions, the commands,
 * and what calls for completion. The features themselves are loaded when they are asked for.
 */

import { CodeActionKind } from "vscode-languageserver";

/** The kind for `editor.codeActionsOnSave`: every fix that has one right answer. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.xmppStanza`;

/** The kind of the code actions that create replies. */
export const REPLY_KIND = "refactor.xmppStanza.reply";

/** The kinds of code actions there are, for the server's capabilities. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, REPLY_KIND];

/** The client's command that asks for the condition and then for the reply. */
export const CREATE_REPLY_COMMAND = "xmppStanza.createErrorReply";

/** The command that shows a range of a document; its arguments are the uri and the range. */
export const REVEAL_COMMAND = "xmppStanza.reveal";

/** The characters that ask for completion when they are typed. */
export const triggerCharacters: readonly string[] = ["<", " ", "'", '"', "=", "/"];
