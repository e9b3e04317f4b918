/**
 * Server capabilities that are announced before any feature is used: kinds of code actions, commands,
 * trigger characters of completion. The features themselves are loaded on their first request.
 */

import { CodeActionKind } from "vscode-languageserver";

/** The kind for `editor.codeActionsOnSave`: every fix that is the only right one. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.xmppStanza`;

/** The kind of the code actions that create replies. */
export const REPLY_KIND = "refactor.xmppStanza.reply";

/** All kinds of code actions, for the server's capabilities. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL, REPLY_KIND];

/** The client's command that asks for the condition and then requests the reply. */
export const CREATE_REPLY_COMMAND = "xmppStanza.createErrorReply";

/** The command that shows a range of a document; its arguments are the URI and the range. */
export const REVEAL_COMMAND = "xmppStanza.reveal";

/** Trigger characters of completion. */
export const triggerCharacters: readonly string[] = ["<", " ", "'", '"', "=", "/"];
