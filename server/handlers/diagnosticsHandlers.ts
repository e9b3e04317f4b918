/**
 * Wires diagnostics: pulled by clients that do so, pushed to the others. Those of a configuration file are
 * its mistakes, those of any other document the rules that its stanzas break.
 */

import {
  CodeLensRefreshRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  ResponseError,
  type TextDocuments,
} from "vscode-languageserver";
import { CONFIGURATION_FILE, isConfigurationPath } from "../core/sources/fileNames";
import { mistakeDiagnostics } from "../features/configurationMistakes";
import { diagnosticsOf, sameButCount, sameDiagnostics } from "../features/diagnostics";
import type { OpenDocument } from "../features/openDocument";
import { translatorFor } from "../l10n/localise";
import type { Cancellation } from "../protocol/cancellation";
import type { SettingsCache } from "../settings/settings";
import type { ServerContext } from "./context";
import { DiagnosticsDelivery } from "./diagnosticsDelivery";

/** The last answer to a client that pulls the diagnostics of a document. */
interface Answer {
  /** Key of the state of document and settings at the time of the request. */
  readonly stateKey: string;
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
  /** True if the number of left-out findings has changed since the answer. */
  readonly isBehind: boolean;
}

/** Number of diagnostics from which on comparing them with the last answer is cheaper than sending them. */
const MANY = 100;

/** Milliseconds after the last key until the client is asked to pull again. */
const REST = 500;

/** Registers for changes of configuration files, if the client supports that. */
export function registerDiagnosing({
  connection,
  client,
  sendAndLog: attempt,
}: ServerContext): void {
  if (!client.has("registerWatchers")) return;
  const watchers = [{ globPattern: `**/${CONFIGURATION_FILE}` }];
  const sent = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  attempt("client/registerCapability", sent);
}

/** Service of this file for other handlers. */
export interface DiagnosticsService {
  /** Checks all open documents again. */
  again(): void;
  /** The diagnostics of a document, open or not, as its settings want them. */
  diagnose(document: OpenDocument, cancellation: Cancellation): Promise<Diagnostic[]>;
}

export function wireDiagnostics(
  context: ServerContext,
  documents: TextDocuments<OpenDocument>,
  settings: SettingsCache,
): DiagnosticsService {
  const { connection, guarded, sendAndLog: attempt } = context;
  /** Number of changes of settings so far, so that a result with old settings is not taken for a current one. */
  let generation = 0;

  const answers = new WeakMap<OpenDocument, Answer>();

  const { client } = context;
  const delivery = new DiagnosticsDelivery(client);
  /** URIs of the documents whose diagnostics the client has by a push. */
  const pushed = new Set<string>();

  async function diagnose(
    document: OpenDocument,
    cancellation: Cancellation,
  ): Promise<Diagnostic[]> {
    const { uri } = document;
    if (isConfigurationPath(uri)) {
      const mistakes = await settings.configurations.mistakesIn(uri, document.text);
      // This project's own client has a JSON language service.
      const reported = client.has("isOwn")
        ? mistakes.filter(({ isSyntax }) => !isSyntax)
        : mistakes;
      return mistakeDiagnostics(reported, (span) => document.rangeOf(span), context.translate);
    }
    const { isIgnored, maxProblems, language, source } = await settings.get(uri);
    if (isIgnored) return [];
    const translate = language ? await translatorFor(language) : context.translate;
    await context.checked(document, cancellation);
    // The adapter of that name reads nothing.
    if (document.source.adapter?.name === "plain" && source === undefined) {
      const { captureDiagnostic } = await import("./lazyFeatures");
      return captureDiagnostic(document, translate);
    }
    const steps = diagnosticsOf(document, translate, maxProblems, context.rulePage);
    return context.inSlices(document, steps, cancellation);
  }

  connection.languages.diagnostics.on(
    guarded(
      "textDocument/diagnostic",
      { kind: "full", items: [] } as DocumentDiagnosticReport,
      async (
        { textDocument, previousResultId },
        cancellation,
      ): Promise<DocumentDiagnosticReport> => {
        delivery.pulled();
        for (const uri of [...pushed]) await takeBack(uri);
        const document = documents.get(textDocument.uri);
        if (!document) return { kind: "full", items: [] };
        // This project's own client pulls only when it wants to know; another client does not know of this setting.
        if (!client.has("isOwn") && (await settings.get(document.uri)).run === "off") {
          return { kind: "full", items: [] };
        }
        const stateKey = `${document.opening}.${document.revision}.${generation}`;
        const known = answers.get(document);
        const isKnown = known !== undefined && known.resultId === previousResultId;
        // The repeated request has to be answered with the current number of left-out findings.
        const isRepeated = isKnown && known.stateKey === stateKey;
        if (isRepeated && !known.isBehind) return { kind: "unchanged", resultId: known.resultId };
        const items = await diagnose(document, cancellation);
        const isMany = isKnown && items.length >= MANY;
        const isSame = isMany && sameDiagnostics(items, known.items);
        const isBehind = isMany && !isSame && !isRepeated && canWait(items, known.items);
        if (isSame || isBehind) {
          answers.set(document, {
            ...known,
            stateKey,
            isBehind,
            items: isSame ? items : known.items,
          });
          if (isBehind) refreshLater();
          return { kind: "unchanged", resultId: known.resultId };
        }
        answers.set(document, { stateKey, resultId: stateKey, items, isBehind: false });
        return { kind: "full", resultId: stateKey, items };
      },
    ),
  );

  /** True if only the number of left-out findings differs, which can wait until the user stops typing. */
  function canWait(items: readonly Diagnostic[], known: readonly Diagnostic[]): boolean {
    return client.has("diagnosticRefresh") && sameButCount(items, known);
  }

  let resting: ReturnType<typeof setTimeout> | undefined;

  function refreshLater(): void {
    clearTimeout(resting);
    resting = setTimeout(refresh, REST);
  }

  function refresh(): void {
    const sent = connection.sendRequest(DiagnosticRefreshRequest.type);
    attempt(DiagnosticRefreshRequest.method, sent);
  }

  /** Removes pushed diagnostics from the client's view. */
  async function takeBack(uri: string): Promise<void> {
    if (pushed.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** For clients that do not pull: sends the diagnostics when the `run` setting wants them. */
  const push = guarded(
    "textDocument/publishDiagnostics",
    undefined,
    async (document: OpenDocument, occasion: "open" | "change" | "save") => {
      const { run } = await settings.get(document.uri);
      if (run === "onSave" && occasion === "change") return;
      const { uri, version, revision } = document;
      const isStale = () =>
        documents.get(uri) !== document || document.revision !== revision || !delivery.isPushed;
      if (isStale()) return;
      if (run === "off") {
        await connection.sendDiagnostics({ uri, diagnostics: [] });
        return;
      }
      let diagnostics: Diagnostic[];
      try {
        diagnostics = await diagnose(document, {
          get isCancellationRequested() {
            return isStale();
          },
        });
      } catch (error) {
        // The notification about a newer version checks that version.
        if (error instanceof ResponseError) return;
        throw error;
      }
      // Closed or changed while files beside the document were read.
      if (isStale()) return;
      pushed.add(uri);
      await connection.sendDiagnostics({ uri, version, diagnostics });
    },
  );

  function pushAll(): void {
    for (const document of documents.all()) void push(document, "open");
  }

  function again(): void {
    generation++;
    if (delivery.isPushed) pushAll();
    else if (client.has("diagnosticRefresh")) refresh();
    // A setting switches lenses on, and their places depend on the sources that are read.
    if (client.has("codeLensRefresh")) {
      const sent = connection.sendRequest(CodeLensRefreshRequest.type);
      attempt(CodeLensRefreshRequest.method, sent);
    }
  }

  const configurationChanged = () => {
    settings.configurations.reset();
    settings.reset();
    again();
  };

  connection.onDidChangeWatchedFiles(configurationChanged);

  /** Files above the workspace are not watched, and some clients watch none. */
  const rereadConfigurations = guarded(
    "xmpp-stanza.json",
    undefined,
    async ({ uri }: OpenDocument) => {
      if (!(await settings.configurations.reread(uri))) return;
      settings.reset();
      again();
    },
  );

  const known = new WeakSet<OpenDocument>();
  documents.onDidChangeContent(({ document }) => {
    // The first content change is the opening of the document.
    const occasion = known.has(document) ? "change" : "open";
    known.add(document);
    if (occasion === "open") {
      void rereadConfigurations(document);
      delivery.waitForPull(pushAll);
    }
    if (delivery.isPushed) void push(document, occasion);
  });
  documents.onDidSave(({ document }) => {
    if (isConfigurationPath(document.uri)) {
      configurationChanged();
      return;
    }
    void rereadConfigurations(document);
    if (delivery.isPushed) void push(document, "save");
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    const { uri } = document;
    if (!pushed.delete(uri) && !delivery.isPushed) return;
    const sent = connection.sendDiagnostics({ uri, diagnostics: [] });
    attempt("textDocument/publishDiagnostics", sent);
  });

  return { again, diagnose };
}
