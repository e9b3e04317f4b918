/** The language server: wires the features to the protocol. What runs it is given as a host. */

import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import packageJson from "../package.json";
import { assistanceCapabilities, wireAssistance } from "./assistance";
import { wireChecks } from "./checks";
import type { Cancellation, ServerCommand, ServerContext } from "./context";
import { rulePage } from "./core/rules/pages";
import { inEnglish, type Translate } from "./core/translate";
import { editingCapabilities, registerEditing, wireEditing } from "./editing";
import { exchangeCapabilities, wireExchanges } from "./exchanges";
import {
  codeActionKinds,
  codeActionsAt,
  documentOf,
  OPEN_RULE_COMMAND,
  resolveCodeAction,
  wantsKind,
} from "./features/codeActions";
import { CREATE_REPLY_COMMAND, REPLY_KIND, replyActionsAt } from "./features/createReply";
import { diagnosticsOf } from "./features/diagnostics";
import { OpenDocument } from "./features/openDocument";
import { translatorFor } from "./localise";
import { SECTION, SettingsCache } from "./settings";

/** What the server needs of the place it runs in: Node or a browser's worker. */
export interface Host {
  /** Resolves when everything that waits in the event loop had its turn. */
  turn(): Promise<void>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
}

/** A check gives way to other requests after so many milliseconds. */
const SLICE = 20;

/** Serves the connection until it is closed. */
export function startServer(connection: Connection, host: Host): void {
  const settings = new SettingsCache(connection);
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update(document, changes, version) {
      document.change(changes, version);
      return document;
    },
  });
  let client: InitializeParams["capabilities"] = {};
  let clientCommands: ReadonlySet<string> = new Set();
  let translate: Translate = inEnglish;
  /** Counts the settings that were in force, so that a result is not taken for a newer one. */
  let generation = 0;

  /** A handler that cannot bring the server down: what goes wrong is logged, the answer is empty. */
  function guarded<P extends unknown[], R>(
    request: string,
    empty: R,
    handler: (...parameters: P) => Promise<R> | R,
  ): (...parameters: P) => Promise<R> {
    return async (...parameters) => {
      try {
        return await handler(...parameters);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        connection.console.error(`${request}: ${text}`);
        return empty;
      }
    };
  }

  /** Checks what is not checked yet, giving way to other requests in between. */
  async function checked(
    document: OpenDocument,
    cancellation: Cancellation,
  ): Promise<OpenDocument> {
    document.configure((await settings.get(document.uri)).configuration);
    await inSlices(document, document.stanzas.check(), cancellation);
    return document;
  }

  async function inSlices(
    document: OpenDocument,
    steps: Iterable<void>,
    cancellation: Cancellation,
  ): Promise<void> {
    const { version } = document;
    let sliceEnd = host.now() + SLICE;
    for (const _ of steps) {
      if (host.now() < sliceEnd) continue;
      await host.turn();
      if (cancellation.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      }
      if (document.version !== version) {
        throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
      }
      sliceEnd = host.now() + SLICE;
    }
  }

  const canPull = () => client.textDocument?.diagnostic !== undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    clientCommands = commandsOf(params.initializationOptions);
    translate = translatorFor(params.locale);
    settings.canAsk = client.workspace?.configuration === true;
    settings.reset(params.initializationOptions);
    const resolvesEdits =
      client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit");
    return {
      serverInfo: { name: packageJson.name, version: packageJson.version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        diagnosticProvider: {
          identifier: packageJson.name,
          interFileDependencies: false,
          workspaceDiagnostics: false,
        },
        codeActionProvider: {
          codeActionKinds: [...codeActionKinds],
          resolveProvider: resolvesEdits === true,
        },
        executeCommandProvider: { commands: Object.keys(commands) },
        ...exchangeCapabilities,
        ...editingCapabilities(client),
        ...assistanceCapabilities,
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const options = { section: SECTION };
      void connection.client.register(DidChangeConfigurationNotification.type, options);
    }
    registerEditing(connection, client);
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.reset(pushed);
    generation++;
    if (!canPull()) for (const document of documents.all()) void push(document, "open");
    else if (client.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh();
    }
  });

  connection.languages.diagnostics.on(
    guarded(
      "textDocument/diagnostic",
      { kind: "full", items: [] } as DocumentDiagnosticReport,
      async (
        { textDocument, previousResultId },
        cancellation,
      ): Promise<DocumentDiagnosticReport> => {
        const document = documents.get(textDocument.uri);
        if (!document) return { kind: "full", items: [] };
        // Our own client asks when it wants to know; another does not know of this setting.
        const isOff = clientCommands.size === 0 && (await settings.get(document.uri)).run === "off";
        if (isOff) return { kind: "full", items: [] };
        const resultId = `${document.opening}.${document.version}.${generation}`;
        if (previousResultId === resultId) return { kind: "unchanged", resultId };
        await checked(document, cancellation);
        const { maxProblems } = await settings.get(document.uri);
        const items = diagnosticsOf(document, translate, maxProblems);
        return { kind: "full", resultId, items };
      },
    ),
  );

  /** For clients that do not pull: sends the diagnostics when the `run` setting wants them. */
  const push = guarded(
    "textDocument/publishDiagnostics",
    undefined,
    async (document: OpenDocument, occasion: "open" | "change" | "save") => {
      const { run, maxProblems } = await settings.get(document.uri);
      if (run === "onSave" && occasion === "change") return;
      const { uri, version } = document;
      const isStale = () => documents.get(uri) !== document || document.version !== version;
      if (isStale()) return;
      if (run === "off") {
        await connection.sendDiagnostics({ uri, diagnostics: [] });
        return;
      }
      try {
        await checked(document, {
          get isCancellationRequested() {
            return isStale();
          },
        });
      } catch (error) {
        // A newer version is being checked by its own notification.
        if (error instanceof ResponseError) return;
        throw error;
      }
      await connection.sendDiagnostics({
        uri,
        version,
        diagnostics: diagnosticsOf(document, translate, maxProblems),
      });
    },
  );

  const known = new WeakSet<OpenDocument>();
  documents.onDidChangeContent(({ document }) => {
    // The first content is that with which the document was opened.
    const occasion = known.has(document) ? "change" : "open";
    known.add(document);
    if (!canPull()) void push(document, occasion);
  });
  documents.onDidSave(({ document }) => {
    if (!canPull()) void push(document, "save");
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    if (!canPull()) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onCodeAction(
    guarded("textDocument/codeAction", [] as CodeAction[], async (params, cancellation) => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return [];
      await checked(document, cancellation);
      const actions = codeActionsAt(document, params, translate);
      if (wantsKind(params, REPLY_KIND)) {
        const canAsk = clientCommands.has(CREATE_REPLY_COMMAND);
        const ofDocument = await settings.get(document.uri);
        actions.push(...replyActionsAt(document, params, ofDocument, canAsk, translate));
      }
      const lazy = client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit");
      return lazy
        ? actions
        : actions.map((one) => (one.data ? resolveCodeAction(one, document) : one));
    }),
  );

  connection.onCodeActionResolve(async (action, cancellation) =>
    guarded("codeAction/resolve", action, async () => {
      const document = documents.get(documentOf(action) ?? "");
      if (!document) return action;
      return resolveCodeAction(action, await checked(document, cancellation));
    })(),
  );

  const context: ServerContext = {
    connection,
    get client() {
      return client;
    },
    get clientCommands() {
      return clientCommands;
    },
    get translate() {
      return translate;
    },
    document: (uri) => documents.get(uri),
    inSlices,
    async open(uri, cancellation) {
      const document = documents.get(uri);
      return document && checked(document, cancellation);
    },
    settings: (uri) => settings.get(uri),
    guarded,
  };

  const commands: Record<string, ServerCommand> = {
    async [OPEN_RULE_COMMAND]([rule]) {
      if (typeof rule !== "string") return null;
      await connection.window.showDocument({ uri: rulePage(rule, translate), external: true });
      return null;
    },
    ...wireExchanges(context),
  };
  wireEditing(context);
  wireAssistance(context);

  connection.onExecuteCommand(
    guarded("workspace/executeCommand", null, async ({ command, arguments: parameters }) => {
      const run = commands[command];
      if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `unknown command ${command}`);
      return run(parameters ?? []);
    }),
  );

  wireChecks(context, async (uri, text, cancellation) => {
    try {
      return await checked(new OpenDocument(uri, packageJson.name, 0, text), cancellation);
    } finally {
      if (!documents.get(uri)) settings.forget(uri);
    }
  });

  documents.listen(connection);
  connection.listen();
}

/** The commands that a client says it runs itself, in `initializationOptions.commands`. */
function commandsOf(options: unknown): ReadonlySet<string> {
  const { commands } = (options ?? {}) as { commands?: unknown };
  return new Set(Array.isArray(commands) ? commands.map(String) : []);
}
