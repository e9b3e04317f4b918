/** The language server: wires the features to the protocol. Its platform is passed as a host. */

import {
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { name as packageName, version } from "../package.json";
import { describeError, oncePerRule } from "./core/check/ruleFailures";
import { inEnglish, type Translate } from "./core/text/translate";
import { OpenDocument } from "./features/openDocument";
import { ClientFeatures } from "./handlers/clientFeatures";
import { actionCapabilities, wireActions } from "./handlers/codeActionHandlers";
import { assistanceCapabilities, wireAssistance } from "./handlers/completionHandlers";
import type { Host, SendAndLog, ServerCommand, ServerContext } from "./handlers/context";
import { wireChecks } from "./handlers/customRequests";
import { registerDiagnosing, wireDiagnostics } from "./handlers/diagnosticsHandlers";
import { DocumentReader } from "./handlers/documentReader";
import { editingCapabilities, registerEditing, wireEditing } from "./handlers/editingHandlers";
import { exchangeCapabilities, wireExchanges } from "./handlers/exchangeHandlers";
import { rulePageFor } from "./handlers/rulePageFor";
import { wireWorkspaceDiagnostics } from "./handlers/workspaceDiagnostics";
import { filesOfClient } from "./hosts/files";
import { translatorFor } from "./l10n/localise";
import { ServerConfigurations } from "./settings/serverConfigurations";
import { SECTION, SettingsCache } from "./settings/settings";

/** Serves the connection until it is closed. */
export function startServer(connection: Connection, host: Host): void {
  const files = (uri: string) => {
    if (uri.startsWith("file:") && host.files) return host.files(() => translate);
    return client.has("readFiles") ? filesOfClient(connection) : undefined;
  };
  const ruleFailed = oncePerRule(({ rule, task, error }) => {
    const said =
      task === "check"
        ? `The rule ${rule.id} failed at a stanza; the others are not affected`
        : `A fix of the rule ${rule.id} could not be made`;
    connection.console.error(`${said}: ${describeError(error)}`);
  });
  const settings = new SettingsCache(connection, new ServerConfigurations(files), ruleFailed);
  const reader = new DocumentReader(host, settings, files);
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update(document, changes, version) {
      document.change(changes, version);
      return document;
    },
  });
  const client = new ClientFeatures();
  let firstFolders: readonly string[] = [];
  let translate: Translate = inEnglish;
  let rulePageOf = rulePageFor(undefined);

  /** Wraps a handler so that it cannot bring the server down: exceptions are logged, the answer is empty. */
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
        connection.console.error(`${request}: ${describeError(error)}`);
        return empty;
      }
    };
  }

  const attempt: SendAndLog = (request, sent) => {
    // An unhandled rejection would end the process.
    sent.catch((error) => connection.console.warn(`${request}: ${describeError(error)}`));
  };

  /** False for this project's own client, which has a command of its own for it. */
  const canCheckWorkspace = () => host.files !== undefined && !client.has("isOwn");

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client.read(params.capabilities, params.initializationOptions);
    firstFolders = foldersOf(params);
    rulePageOf = rulePageFor(params.initializationOptions);
    translate = await translatorFor(typeof params.locale === "string" ? params.locale : undefined);
    settings.canAsk = client.has("configuration");
    settings.reset(params.initializationOptions);
    return {
      serverInfo: { name: packageName, version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        diagnosticProvider: {
          identifier: packageName,
          interFileDependencies: false,
          workspaceDiagnostics: canCheckWorkspace(),
        },
        executeCommandProvider: { commands: Object.keys(commands) },
        ...actionCapabilities(client),
        ...exchangeCapabilities,
        ...editingCapabilities(client),
        ...assistanceCapabilities,
      },
    };
  });

  connection.onInitialized(() => {
    if (client.has("registerConfiguration")) {
      const options = { section: SECTION };
      const sent = connection.client.register(DidChangeConfigurationNotification.type, options);
      attempt("client/registerCapability", sent);
    }
    registerEditing(context);
    registerDiagnosing(context);
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    // A client that watches files has reported those that changed.
    if (!client.has("registerWatchers")) settings.configurations.reset();
    settings.reset(pushed);
    diagnosing.again();
  });

  const context: ServerContext = {
    connection,
    client,
    get translate() {
      return translate;
    },
    rulePage: (id, wanted) => rulePageOf(id, wanted),
    async document(uri, cancellation) {
      const document = documents.get(uri);
      return document && reader.read(document, cancellation);
    },
    async viewAt({ textDocument, position }, cancellation) {
      return (await this.document(textDocument.uri, cancellation))?.viewAt(position);
    },
    async openViewAt({ textDocument, position }, cancellation) {
      return (await this.open(textDocument.uri, cancellation))?.viewAt(position);
    },
    turn: () => host.turn(),
    hasTime(milliseconds) {
      const end = host.now() + milliseconds;
      return () => host.now() < end;
    },
    inSlices: (document, steps, cancellation) => reader.inSlices(document, steps, cancellation),
    checked: (document, cancellation) => reader.check(document, cancellation),
    files,
    async open(uri, cancellation) {
      const document = documents.get(uri);
      return document && reader.check(document, cancellation);
    },
    settings: (uri) => settings.get(uri),
    listedIn: (folder) => settings.listedIn(folder),
    async folders() {
      if (!client.has("workspaceFolders")) return firstFolders;
      try {
        const folders = await connection.workspace.getWorkspaceFolders();
        return (folders ?? []).map(({ uri }) => uri);
      } catch {
        return firstFolders;
      }
    },
    sendAndLog: attempt,
    guarded,
  };

  const diagnosing = wireDiagnostics(context, documents, settings);
  wireWorkspaceDiagnostics(context, documents, diagnosing);

  const commands: Record<string, ServerCommand> = {
    ...wireActions(context),
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

  wireChecks(context, diagnosing, async (uri, use) => {
    try {
      return await use();
    } finally {
      if (!documents.get(uri)) settings.forget(uri);
    }
  });

  documents.listen(connection);
  connection.listen();
}

/** The initial folders of the workspace; old clients have a single one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  // Some clients send other values than the protocol demands.
  if (!Array.isArray(workspaceFolders)) return typeof rootUri === "string" ? [rootUri] : [];
  return workspaceFolders.map((folder) => folder?.uri).filter((uri) => typeof uri === "string");
}
