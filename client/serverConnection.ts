/** Lifecycle of the server, from the client's side: started on demand, restarted, queried. */

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CheckState } from "./checkState";
import type { ClientModule } from "./clientModule";
import { closeTagFeature } from "./closeTag";
import { ConfigurationFiles } from "./configurationFiles";
import { DocumentFilter, qualifies } from "./documentFilter";
import { SECTION } from "./settings";
import type { SourceChoices } from "./sourceChoices";

/** Loads the client library for the host that the extension runs in. */
export type LoadLibrary = () => Promise<ClientModule>;

/** Times of the server's first start, in milliseconds since the extension was activated. */
export interface StartTimes {
  /** A document with stanzas was open. */
  wanted?: number;
  /** The library was loaded, and the server's process or worker is about to be created. */
  loaded?: number;
  /** The server has answered for the first time. */
  running?: number;
}

export class ServerConnection implements vscode.Disposable {
  readonly #configurationFiles = new ConfigurationFiles();
  readonly #admission = new DocumentFilter(
    (document) => this.qualifies(document),
    // For the `when` clauses of menus: `resource in xmppStanza.documents`. As URIs, from which VS Code makes the
    // addresses of menus: those of a remote window differ from the client's.
    (uris) => void vscode.commands.executeCommand("setContext", "xmppStanza.documents", uris),
  );
  readonly #listening: vscode.Disposable[] = [];
  readonly #activated = performance.now();
  readonly startTimes: StartTimes = {};
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #pulled = new vscode.EventEmitter<vscode.Uri>();
  #waiting: vscode.Disposable | undefined;
  #client: BaseLanguageClient | undefined;
  #library: ClientModule | undefined;
  /** The library while it is loaded, and afterwards; so that it is not loaded twice. */
  #loading: Promise<ClientModule> | undefined;
  /** The client while it is created, and afterwards; so that no second client is created meanwhile. */
  #creating: Promise<BaseLanguageClient> | undefined;
  #hasFailed = false;
  #isDisposed = false;
  /** The current restart, so that two restarts do not overlap. */
  #restarting: Promise<void> | undefined;

  /** Fires when the server was started or has ended. */
  readonly onDidChangeState = this.#changed.event;
  /** Fires when the server has reported the findings of the document of that URI anew, even if there are none. */
  readonly onDidPull = this.#pulled.event;

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly loadLibrary: LoadLibrary,
    readonly output: vscode.LogOutputChannel,
    readonly switches: CheckState,
    readonly choices: SourceChoices,
  ) {
    const look = (document: vscode.TextDocument) => {
      // A start that fails has shown a message, and is in the log.
      if (!this.#creating && this.qualifies(document)) this.started().catch(() => {});
    };
    const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
    this.#waiting = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
      this.#configurationFiles.onDidChange(lookAtAll),
    );
    this.#listening.push(
      this.#changed,
      this.#pulled,
      this.#configurationFiles,
      this.#configurationFiles.onDidChange(() => this.#admitAll()),
      switches.onDidChange(() => this.refresh()),
      choices.onDidChange(() => {
        this.#tellSettings();
        lookAtAll();
        this.#admitAll();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // Only the client reads this setting: it decides whether to pull at all.
        if (event.affectsConfiguration(`${SECTION}.run`)) this.refresh();
        if (event.affectsConfiguration(`${SECTION}.sources`)) {
          lookAtAll();
          this.#admitAll();
        }
      }),
    );
    lookAtAll();
  }

  /** Undefined before the server was needed for the first time. */
  get client(): BaseLanguageClient | undefined {
    return this.#client;
  }

  get isRunning(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  /** True if the server has ended, and is not started again. */
  get hasEnded(): boolean {
    if (this.#restarting !== undefined) return false;
    if (this.#hasFailed) return true;
    const state = this.#client?.state;
    if (state === undefined) return false;
    return state === this.#library?.State.Stopped || state === this.#library?.State.StartFailed;
  }

  /** True for a document that is open in the server. */
  sees(uri: vscode.Uri): boolean {
    return this.#admission.has(uri);
  }

  /** Resolves when the workspace was searched for configuration files. */
  get configurationIsKnown(): Promise<void> {
    return this.#configurationFiles.firstLook;
  }

  /** True for a document that is to be opened for the server, with the current settings and configuration files. */
  qualifies(document: vscode.TextDocument): boolean {
    return qualifies(document, this.#configurationFiles.isThere, this.choices.of(document.uri));
  }

  /**
   * The client of a running server; starts the server if there is none yet.
   * @throws if it does not start
   */
  async started(): Promise<BaseLanguageClient> {
    await this.#restarting;
    try {
      const client = await this.#created();
      await client.start();
      this.#note("running");
      return client;
    } catch (error) {
      this.output.error(`The server did not start: ${String(error)}`);
      throw error;
    }
  }

  /** Exports of the client library and of `lazyFeatures.ts`, once they have been loaded for the server. */
  get library(): ClientModule {
    if (!this.#library) throw new Error("No server was asked for yet.");
    return this.#library;
  }

  /**
   * The same exports, loaded now if they are not yet; starts no server.
   * @throws if they cannot be loaded
   */
  async loaded(): Promise<ClientModule> {
    this.#loading ??= this.loadLibrary();
    try {
      this.#library = await this.#loading;
      return this.#library;
    } catch (error) {
      // A later attempt may succeed.
      this.#loading = undefined;
      throw error;
    }
  }

  /**
   * Sends a request of this project's own, not of LSP.
   * @throws if the server does not start, or did not answer
   */
  async ask<T>(request: string, params?: object, token?: vscode.CancellationToken): Promise<T> {
    const client = await this.started();
    // An undefined token would be sent, as a second parameter.
    const answer = await (token
      ? client.sendRequest<T | null>(request, params, token)
      : client.sendRequest<T | null>(request, params));
    if (answer === null) throw new Error(`The server has no answer to ${request}.`);
    return answer;
  }

  /** Ends the server, if there is one, and starts another. */
  restart(): Promise<void> {
    this.#restarting ??= this.#restart().finally(() => {
      this.#restarting = undefined;
      this.#changed.fire();
    });
    return this.#restarting;
  }

  /** Pulls the diagnostics of all open documents. */
  refresh(): void {
    this.#client?.getFeature("textDocument/diagnostic")?.refresh();
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    this.#waiting?.dispose();
    vscode.Disposable.from(...this.#listening).dispose();
    if (this.isRunning) await this.#client?.stop();
  }

  /** Makes the server ask for its settings anew: the source of a document is one of them. */
  #tellSettings(): void {
    if (!this.isRunning) return;
    const told = this.#client?.sendNotification("workspace/didChangeConfiguration", {
      settings: null,
    });
    told?.catch((error) =>
      this.output.warn(`The server was not told of a choice: ${String(error)}`),
    );
  }

  /** Opens for the server the open documents that qualify now, and are not open there yet. */
  #admitAll(): void {
    if (!this.isRunning || !this.#client) return;
    for (const document of vscode.workspace.textDocuments) {
      void this.#admission.admit(document, this.#client);
    }
  }

  async #restart(): Promise<void> {
    if (this.#hasFailed) this.#creating = undefined;
    const client = await this.#created();
    const { State } = this.library;
    // A server that is starting can only be stopped after its start; a process that hangs is abandoned.
    if (client.state === State.Starting) await client.start().catch(() => {});
    if (client.isRunning()) await client.stop().catch(() => {});
    this.#admission.clear();
    await client.start();
  }

  #created(): Promise<BaseLanguageClient> {
    this.#creating ??= this.#create();
    return this.#creating;
  }

  async #create(): Promise<BaseLanguageClient> {
    this.#hasFailed = false;
    this.#note("wanted");
    try {
      await this.loaded();
    } catch (error) {
      this.#hasFailed = true;
      this.#changed.fire();
      throw error;
    }
    this.#note("loaded");
    // The window was closed meanwhile.
    if (this.#isDisposed) throw new vscode.CancellationError();
    this.#waiting?.dispose();
    const { answerAboutFiles, clientOptions, createClient, createTraceChannel } = this.library;
    const trace = createTraceChannel(this.output);
    const options = clientOptions({
      admission: this.#admission,
      switches: this.switches,
      choices: this.choices,
      output: this.output,
      traceOutput: trace.channel,
      client: () => this.#client,
      pulled: (uri) => this.#pulled.fire(uri),
      restart: () => this.restart().catch(() => {}),
    });
    const client = createClient(this.context, SECTION, "XMPP Stanza", options);
    client.registerFeature(closeTagFeature);
    this.#client = client;
    this.#listening.push(
      trace,
      answerAboutFiles(client, () => this.#configurationFiles.isThere),
      client.onDidChangeState(() => this.#changed.fire()),
    );
    return client;
  }

  #note(step: keyof StartTimes): void {
    this.startTimes[step] ??= performance.now() - this.#activated;
  }
}
