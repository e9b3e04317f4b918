/** Wires completion and hover, which help with writing and reading a stanza. */

import type {
  CompletionItem,
  CompletionList,
  Hover,
  ServerCapabilities,
} from "vscode-languageserver";
import { triggerCharacters } from "../features/capabilities";
import type { ServerContext } from "./context";

export const assistanceCapabilities: ServerCapabilities = {
  completionProvider: {
    triggerCharacters: [...triggerCharacters],
    resolveProvider: true,
    completionItem: { labelDetailsSupport: true },
  },
  hoverProvider: true,
};

export function wireAssistance(context: ServerContext): void {
  const { connection, guarded } = context;
  const nothing: CompletionItem[] | CompletionList = [];

  connection.onCompletion(
    guarded("textDocument/completion", nothing, async (params, cancellation) => {
      const { completionsAt, cursorAt, isSearch, needsOthers } = await import("./lazyFeatures");
      const { uri } = params.textDocument;
      const document = await context.viewAt(params, cancellation);
      if (!document) return [];
      const { configuration } = await context.settings(uri);
      const { start: offset } = document.spanOf({ start: params.position, end: params.position });
      const cursor = cursorAt(document.stanzas, offset);
      // Most completions need one stanza. Only these need all stanzas to be checked, and then a
      // change of the document ends the request.
      if (needsOthers(cursor)) await context.open(uri, cancellation);
      const { client, translate } = context;
      const { completion } = client.capabilities.textDocument ?? {};
      const able = { ...completion?.completionItem, snippetChoices: client.has("snippetChoices") };
      const trigger = params.context?.triggerCharacter;
      const items = completionsAt(document, cursor, configuration, able, translate, trigger);
      return isSearch(cursor) && items.length > 0 ? { isIncomplete: true, items } : items;
    }),
  );

  connection.onCompletionResolve(async (item) =>
    guarded("completionItem/resolve", item, async () => {
      const { resolveCompletion } = await import("./lazyFeatures");
      const { completion } = context.client.capabilities.textDocument ?? {};
      return resolveCompletion(item, completion, context.translate);
    })(),
  );

  connection.onHover(
    guarded("textDocument/hover", null as Hover | null, async (params, cancellation) => {
      const { hoverAt, isHoverAboutReplies } = await import("./lazyFeatures");
      const { position, textDocument } = params;
      const document = await context.viewAt(params, cancellation);
      if (!document) return null;
      if (isHoverAboutReplies(document, position)) {
        await context.open(textDocument.uri, cancellation);
      }
      const formats = context.client.capabilities.textDocument?.hover?.contentFormat;
      return hoverAt(document, position, formats, context.translate);
    }),
  );
}
