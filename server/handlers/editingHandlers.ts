/** Wires features about the text itself: outline, folding, selection, links, formatting, end tags. */

import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentLink,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  type Range,
  type RegistrationType,
  type ServerCapabilities,
  type SymbolInformation,
  type TextDocumentPositionParams,
  type TextDocumentRegistrationOptions,
} from "vscode-languageserver";
import { STANZA_EXTENSIONS } from "../core/sources/fileNames";
import type { Cancellation } from "../protocol/cancellation";
import { CLOSE_TAG_REQUEST } from "../protocol/protocol";
import type { ClientFeatures } from "./clientFeatures";
import { SAVE_BUDGET, type ServerContext } from "./context";

/** The language whose documents are formatted; XML in general has formatters of its own. */
const LANGUAGE = "xmpp-stanza";

export function editingCapabilities(client: ClientFeatures): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    documentSymbolProvider: { label: "XMPP Stanza" },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
  };
  if (!client.has("registerFormatting")) {
    capabilities.documentFormattingProvider = true;
  }
  if (!client.has("registerRangeFormatting")) {
    capabilities.documentRangeFormattingProvider = true;
  }
  if (!client.has("closeTag")) {
    capabilities.documentOnTypeFormattingProvider = {
      firstTriggerCharacter: ">",
      moreTriggerCharacter: ["/"],
    };
  }
  return capabilities;
}

/**
 * Registers formatters for the one language, where the client supports dynamic registration; and for its file names,
 * since some clients have no such language.
 */
export function registerEditing({ connection, client, sendAndLog: attempt }: ServerContext): void {
  const register = (type: RegistrationType<TextDocumentRegistrationOptions>) => {
    attempt("client/registerCapability", connection.client.register(type, options));
  };
  const pattern = `**/*.{${STANZA_EXTENSIONS.join(",")}}`;
  const options = { documentSelector: [{ language: LANGUAGE }, { pattern }] };
  if (client.has("registerFormatting")) register(DocumentFormattingRequest.type);
  if (client.has("registerRangeFormatting")) register(DocumentRangeFormattingRequest.type);
}

export function wireEditing(context: ServerContext): void {
  const { connection, guarded } = context;

  connection.onDocumentSymbol(
    guarded("textDocument/documentSymbol", null, async ({ textDocument }, cancellation) => {
      const { flatSymbolsOf, hasOtherOutline, symbolsOf } = await import("./lazyFeatures");
      const document = await context.document(textDocument.uri, cancellation);
      if (!document || hasOtherOutline(document.languageId)) return null;
      const isTree = context.client.has("symbolTree");
      const { translate } = context;
      const all: (DocumentSymbol | SymbolInformation)[][] = [];
      for (const view of document.views) {
        const steps = isTree ? symbolsOf(view, translate) : flatSymbolsOf(view, translate);
        all.push(await context.inSlices<(typeof all)[number]>(document, steps, cancellation));
      }
      return all.flat() as DocumentSymbol[] | SymbolInformation[];
    }),
  );

  // Null for a document without stanzas: its editor then folds by indentation.
  connection.onFoldingRanges(
    guarded("textDocument/foldingRange", null, async ({ textDocument }, cancellation) => {
      const { foldingRangesOf, USUAL_LIMIT } = await import("./lazyFeatures");
      const document = await context.document(textDocument.uri, cancellation);
      // The rest of a document of another language is folded by its own editor support.
      const view = document?.views.find(({ isWhole }) => isWhole);
      if (!document || !view) return null;
      const { lineFoldingOnly = false, rangeLimit } =
        context.client.capabilities.textDocument?.foldingRange ?? {};
      const limits = { lineFoldingOnly, rangeLimit: rangeLimit || USUAL_LIMIT };
      return context.inSlices(document, foldingRangesOf(view, limits), cancellation);
    }),
  );

  connection.onSelectionRanges(
    guarded(
      "textDocument/selectionRange",
      null,
      async ({ textDocument, positions }, cancellation) => {
        const { selectionRangesAt } = await import("./lazyFeatures");
        const document = await context.document(textDocument.uri, cancellation);
        const view = document?.views.find(({ isWhole }) => isWhole);
        return view ? selectionRangesAt(view, positions) : null;
      },
    ),
  );

  connection.languages.onLinkedEditingRange(
    guarded("textDocument/linkedEditingRange", null, async (params, cancellation) => {
      const { linkedEditingRangesAt } = await import("./lazyFeatures");
      const document = await context.viewAt(params, cancellation);
      return document ? linkedEditingRangesAt(document, params.position) : null;
    }),
  );

  connection.onDocumentLinks(
    guarded("textDocument/documentLink", null, async ({ textDocument }, cancellation) => {
      const { documentLinksOf } = await import("./lazyFeatures");
      const document = await context.document(textDocument.uri, cancellation);
      if (!document) return null;
      const all: DocumentLink[] = [];
      for (const view of document.views) {
        const steps = documentLinksOf(view, context.translate, context.rulePage);
        all.push(...(await context.inSlices(document, steps, cancellation)));
      }
      return all;
    }),
  );

  const format = async (
    { textDocument: { uri }, options }: DocumentFormattingParams,
    cancellation: Cancellation,
    range?: Range,
  ) => {
    const { formattingEdits } = await import("./lazyFeatures");
    // After the import: the first request of a session would spend its time on loading.
    const hasTime = context.hasTime(SAVE_BUDGET);
    const document = await context.document(uri, cancellation);
    const view = document?.views.find(({ isWhole }) => isWhole);
    if (!document || !view) return null;
    const steps = formattingEdits(view, options, range, hasTime);
    const edits = await context.inSlices(document, steps, cancellation);
    if (!hasTime()) {
      const text = "is too large to be formatted at once; what is left is formatted the next time";
      connection.console.info(`${uri} ${text}`);
    }
    return edits;
  };

  connection.onDocumentFormatting(
    guarded("textDocument/formatting", null, (params, cancellation) =>
      format(params, cancellation),
    ),
  );

  connection.onDocumentRangeFormatting(
    guarded("textDocument/rangeFormatting", null, (params, cancellation) =>
      format(params, cancellation, params.range),
    ),
  );

  connection.onDocumentOnTypeFormatting(
    guarded(
      "textDocument/onTypeFormatting",
      null,
      async ({ textDocument, position }, cancellation) => {
        const { closingEdits } = await import("./lazyFeatures");
        const { autoClosingTags } = await context.settings(textDocument.uri);
        const document = await context.viewAt({ textDocument, position }, cancellation);
        return document && autoClosingTags ? closingEdits(document, position) : null;
      },
    ),
  );

  connection.onRequest(
    CLOSE_TAG_REQUEST,
    guarded(
      CLOSE_TAG_REQUEST,
      null,
      async (params: TextDocumentPositionParams, cancellation: Cancellation) => {
        const { closingSnippet } = await import("./lazyFeatures");
        const document = await context.viewAt(params, cancellation);
        return (document && closingSnippet(document, params.position)) ?? null;
      },
    ),
  );
}
