/** The language server: wires the features to the protocol. What runs it is given as a host. */

import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { name as packageName, version } from "../package.json";
import { assistanceCapabilities, wireAssistance } from "./assistance";
import { wireChecks } from "./checks";
import {
  type Attempt,
  type Cancellation,
  SAVE_BUDGET,
  type ServerCommand,
  type ServerContext,
} from "./context";
import { describeError, oncePerRule } from "./core/ruleFailures";
import { rulePage } from "./core/rules/pages";
import { readEntities } from "./core/sources/entities";
import { adapterFor, entityFiles } from "./core/sources/load";
import type { Steps } from "./core/steps";
import { inEnglish, type Translate } from "./core/translate";
import { registerDiagnosing, wireDiagnostics } from "./diagnosing";
import { editingCapabilities, registerEditing, wireEditing } from "./editing";
import { exchangeCapabilities, wireExchanges } from "./exchanges";
import {
  codeActionKinds,
  codeActionsAt,
  documentOf,
  isForSaving,
  OPEN_RULE_COMMAND,
  resolveCodeAction,
  wantsKind,
} from "./features/codeActions";
import { CREATE_REPLY_COMMAND, REPLY_KIND, replyActionsAt } from "./features/createReply";
import { OpenDocument } from "./features/openDocument";
import { type Files, filesOfClient } from "./files";
import { translatorFor } from "./localise";
import { ServerConfigurations } from "./serverConfigurations";
import { SECTION, type Settings, SettingsCache } from "./settings";
import { wireWorkspaceDiagnostics } from "./workspaceDiagnostics";

/** What the server needs of the place it runs in: Node or a browser's worker. */
export interface Host {
  /** Resolves when everything that waits in the event loop had its turn. */
  turn(): Promise<void>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /**
   * The files of the machine, where the server may read them.
   * @param translate gives the translator for what is said of a file that cannot be read
   */
  files?(translate: () => Translate): Files;
}

/** UTF-16 code units from which on a document is large. */
const LARGE = 200_000;

/** A check gives way to other requests after so many milliseconds. */
const SLICE = 20;

/** Serves the connection until it is closed. */
export function startServer(connection: Connection, host: Host): void {
  const files = (uri: string) => {
    if (uri.startsWith("file:") && host.files) return host.files(() => translate);
    return readsFiles ? filesOfClient(connection) : undefined;
  };
  const ruleFailed = oncePerRule(({ rule, task, error }) => {
    const said =
      task === "check"
        ? `The rule ${rule.id} failed at a stanza; the others are not affected`
        : `A fix of the rule ${rule.id} could not be made`;
    connection.console.error(`${said}: ${describeError(error)}`);
  });
  const settings = new SettingsCache(connection, new ServerConfigurations(files), ruleFailed);
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update(document, changes, version) {
      document.change(changes, version);
      return document;
    },
  });
  let client: InitializeParams["capabilities"] = {};
  let clientCommands: ReadonlySet<string> = new Set();
  let readsFiles = false;
  let firstFolders: readonly string[] = [];
  let translate: Translate = inEnglish;

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
        connection.console.error(`${request}: ${describeError(error)}`);
        return empty;
      }
    };
  }

  const attempt: Attempt = (request, sent) => {
    // A refusal that nobody sees would end the process.
    sent.catch((error) => connection.console.warn(`${request}: ${describeError(error)}`));
  };

  const readWith = new WeakMap<OpenDocument, Settings>();

  /** The entities that are declared beside a XEP; a file that cannot be read declares none. */
  async function entitiesFor(uri: string): Promise<ReadonlyMap<string, string> | undefined> {
    for (const name of entityFiles) {
      const at = beside(uri, name);
      const text = await Promise.resolve(files(uri)?.read(at)).catch(() => undefined);
      if (text !== undefined) return readEntities(text);
    }
    return undefined;
  }

  /** Has the document read as its settings want it. */
  async function read(document: OpenDocument): Promise<OpenDocument> {
    const ofDocument = await settings.get(document.uri);
    // What a large document is does not change with each key, and to find out takes a while.
    const isKnown = readWith.get(document) === ofDocument && document.length > LARGE;
    if (isKnown) return document;
    const { configuration, sources, source } = ofDocument;
    const { uri: path, languageId, text } = document;
    const adapter = await adapterFor({ path, languageId, text }, sources, source);
    const isXep = adapter?.name === "xep" && !document.isReadBy(adapter);
    const entities = isXep ? await entitiesFor(path) : undefined;
    const options = { path, languageId, ...(entities ? { entities } : {}) };
    document.read({ configuration, adapter, options });
    readWith.set(document, ofDocument);
    return document;
  }

  /** Checks what is not checked yet, giving way to other requests in between. */
  async function checked(
    document: OpenDocument,
    cancellation: Cancellation,
  ): Promise<OpenDocument> {
    await read(document);
    await inSlices(document, document.source.check(), cancellation);
    return document;
  }

  async function inSlices<Result>(
    document: OpenDocument,
    steps: Steps<Result>,
    cancellation: Cancellation,
  ): Promise<Result> {
    const { revision } = document;
    let sliceEnd = host.now() + SLICE;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (host.now() < sliceEnd) continue;
      await host.turn();
      if (cancellation.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      }
      if (document.revision !== revision) {
        throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
      }
      sliceEnd = host.now() + SLICE;
    }
  }

  /** Our own client asks for it when somebody wants it, and not all the time. */
  const canCheckWorkspace = () => host.files !== undefined && clientCommands.size === 0;

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    client = params.capabilities;
    firstFolders = foldersOf(params);
    clientCommands = commandsOf(params.initializationOptions);
    readsFiles = params.initializationOptions?.readsFiles === true;
    translate = await translatorFor(params.locale);
    settings.canAsk = client.workspace?.configuration === true;
    settings.reset(params.initializationOptions);
    const resolvesEdits =
      client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit");
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
      const sent = connection.client.register(DidChangeConfigurationNotification.type, options);
      attempt("client/registerCapability", sent);
    }
    registerEditing(context);
    registerDiagnosing(context);
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.reset(pushed);
    diagnosing.again();
  });

  connection.onCodeAction(
    guarded("textDocument/codeAction", [] as CodeAction[], async (params, cancellation) => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return [];
      const hasTime = context.hasTime(SAVE_BUDGET);
      const ofDocument = await settings.get(document.uri);
      // A repair checks what it needs, as far as there is time.
      await (isForSaving(params) ? read(document) : checked(document, cancellation));
      // What is not told needs no mending.
      const actions: CodeAction[] = ofDocument.isIgnored
        ? []
        : await inSlices(
            document,
            codeActionsAt(document, params, translate, hasTime),
            cancellation,
          );
      if (wantsKind(params, REPLY_KIND)) {
        const canAsk = clientCommands.has(CREATE_REPLY_COMMAND);
        const view = document.viewAt(params.range.start);
        if (view) {
          actions.push(...(await replyActionsAt(view, params, ofDocument, canAsk, translate)));
        }
      }
      const lazy = client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit");
      for (const [index, action] of actions.entries()) {
        if (lazy || !action.data) continue;
        actions[index] = await inSlices(
          document,
          resolveCodeAction(action, document),
          cancellation,
        );
      }
      return actions;
    }),
  );

  connection.onCodeActionResolve(async (action, cancellation) =>
    guarded("codeAction/resolve", action, async () => {
      const document = documents.get(documentOf(action) ?? "");
      if (!document) return action;
      await checked(document, cancellation);
      return inSlices(document, resolveCodeAction(action, document), cancellation);
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
    async document(uri) {
      const document = documents.get(uri);
      return document && read(document);
    },
    async viewAt({ textDocument, position }) {
      return (await this.document(textDocument.uri))?.viewAt(position);
    },
    async openViewAt({ textDocument, position }, cancellation) {
      return (await this.open(textDocument.uri, cancellation))?.viewAt(position);
    },
    turn: () => host.turn(),
    hasTime(milliseconds) {
      const end = host.now() + milliseconds;
      return () => host.now() < end;
    },
    inSlices,
    checked,
    files,
    async open(uri, cancellation) {
      const document = documents.get(uri);
      return document && checked(document, cancellation);
    },
    settings: (uri) => settings.get(uri),
    async folders() {
      if (!client.workspace?.workspaceFolders) return firstFolders;
      try {
        const folders = await connection.workspace.getWorkspaceFolders();
        return (folders ?? []).map(({ uri }) => uri);
      } catch {
        return firstFolders;
      }
    },
    attempt,
    guarded,
  };

  const diagnosing = wireDiagnostics(context, documents, settings);
  wireWorkspaceDiagnostics(context, documents, diagnosing);

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

/** The commands that a client says it runs itself, in `initializationOptions.commands`. */
function commandsOf(options: unknown): ReadonlySet<string> {
  const { commands } = (options ?? {}) as { commands?: unknown };
  return new Set(Array.isArray(commands) ? commands.map(String) : []);
}

/** The folders with which a client begins; old ones have one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** The address of a file by its name in the folder of another one, or in the one around that. */
function beside(uri: string, name: string): string {
  const folder = uri.slice(0, Math.max(0, uri.lastIndexOf("/")));
  if (!name.startsWith("../")) return `${folder}/${name}`;
  return `${folder.slice(0, folder.lastIndexOf("/"))}/${name.slice("../".length)}`;
}
