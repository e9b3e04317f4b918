/**
 * Wires features about requests and replies: navigation, rename, code lens, error replies, and the
 * conversation as a whole.
 */

import {
  type CodeLens,
  ErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import { REVEAL_COMMAND } from "../features/capabilities";
import type { Cancellation } from "../protocol/cancellation";
import {
  CONDITIONS_REQUEST,
  CONVERSATION_REQUEST,
  type ConditionsParams,
  type ConversationParams,
  REPLY_REQUEST,
  type ReplyParams,
} from "../protocol/protocol";
import type { ServerCommand, ServerContext } from "./context";

export const exchangeCapabilities: ServerCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  codeLensProvider: { resolveProvider: true },
};

export function wireExchanges(context: ServerContext): Record<string, ServerCommand> {
  const { connection, guarded } = context;

  connection.onDefinition(
    guarded("textDocument/definition", null, async (params, cancellation) => {
      const { definitionAt } = await import("./lazyFeatures");
      const document = await context.openViewAt(params, cancellation);
      return (document && definitionAt(document, params.position)) ?? null;
    }),
  );

  connection.onReferences(
    guarded("textDocument/references", [], async (params, cancellation) => {
      const { referencesAt } = await import("./lazyFeatures");
      const document = await context.openViewAt(params, cancellation);
      const { includeDeclaration } = params.context;
      return document ? referencesAt(document, params.position, includeDeclaration) : [];
    }),
  );

  connection.onDocumentHighlight(
    guarded("textDocument/documentHighlight", [], async (params, cancellation) => {
      const { highlightsAt } = await import("./lazyFeatures");
      const document = await context.openViewAt(params, cancellation);
      return document ? highlightsAt(document, params.position) : [];
    }),
  );

  connection.onPrepareRename(
    guarded("textDocument/prepareRename", null, async (params, cancellation) => {
      const { renameRangeAt } = await import("./lazyFeatures");
      const document = await context.openViewAt(params, cancellation);
      return (document && renameRangeAt(document, params.position)) ?? null;
    }),
  );

  connection.onRenameRequest(
    guarded("textDocument/rename", null, async (params, cancellation) => {
      if (params.newName === "") {
        const message = context.translate("An id cannot be empty (RFC 6120 §8.2.3).");
        throw new ResponseError(ErrorCodes.InvalidParams, message);
      }
      const { renameAt } = await import("./lazyFeatures");
      const document = await context.openViewAt(params, cancellation);
      return (document && renameAt(document, params.position, params.newName)) ?? null;
    }),
  );

  connection.onCodeLens(
    guarded("textDocument/codeLens", [], async ({ textDocument }, cancellation) => {
      const { codeLensesOf } = await import("./lazyFeatures");
      const { codeLens } = await context.settings(textDocument.uri);
      const document = codeLens && (await context.open(textDocument.uri, cancellation));
      if (!document) return [];
      const all: CodeLens[][] = [];
      for (const view of document.views) {
        all.push(await context.inSlices(document, codeLensesOf(view), cancellation));
      }
      return all.flat();
    }),
  );

  connection.onCodeLensResolve(async (lens, cancellation) =>
    guarded("codeLens/resolve", lens, async () => {
      const { resolveCodeLens, uriOfLens } = await import("./lazyFeatures");
      const position = lens.range.start;
      const textDocument = { uri: uriOfLens(lens) };
      const document = await context.openViewAt({ textDocument, position }, cancellation);
      const canReveal = context.client.has("showDocument");
      return document ? resolveCodeLens(lens, document, context.translate, canReveal) : lens;
    })(),
  );

  connection.onRequest(
    REPLY_REQUEST,
    guarded(REPLY_REQUEST, null, async (params: ReplyParams, cancellation: Cancellation) => {
      const { replyAt } = await import("./lazyFeatures");
      const { uri, position } = params;
      const document = await context.open(uri, cancellation);
      if (!document) return null;
      const view = document.viewAt(position);
      if (!view) return { refusal: context.translate("There is no stanza here to answer.") };
      const settings = await context.settings(uri);
      return replyAt(view, params, settings, context.translate);
    }),
  );

  connection.onRequest(
    CONDITIONS_REQUEST,
    guarded(
      CONDITIONS_REQUEST,
      null,
      async (params: Partial<ConditionsParams> | null, cancellation: Cancellation) => {
        const { conditionChoices } = await import("./lazyFeatures");
        const { uri, position } = params ?? {};
        const document = uri === undefined ? undefined : await context.open(uri, cancellation);
        const view = position && document?.viewAt(position);
        return conditionChoices(view, position, context.translate);
      },
    ),
  );

  connection.onRequest(
    CONVERSATION_REQUEST,
    guarded(
      CONVERSATION_REQUEST,
      null,
      async ({ uri, position, format }: ConversationParams, cancellation: Cancellation) => {
        const { conversationAnswer } = await import("./lazyFeatures");
        const document = await context.open(uri, cancellation);
        const view = (position && document?.viewAt(position)) ?? document?.views[0];
        return view ? conversationAnswer(view, format, context.translate) : null;
      },
    ),
  );

  return {
    async [REVEAL_COMMAND]([uri, selection]) {
      if (typeof uri !== "string" || !context.client.has("showDocument")) return null;
      const range = selection as Range;
      await connection.window.showDocument({ uri, selection: range, takeFocus: true });
      return null;
    },
  };
}
