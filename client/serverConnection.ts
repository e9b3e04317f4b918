/** The server as the client sees it: started when it is needed, restarted, asked. */

import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  State,
  vsdiag,
} from "vscode-languageclient";
import { CONFIGURATION_FILE } from "../server/core/sources/fileNames";
import {
  Admission,
  CONFIGURATION_LANGUAGES,
  isConfigurationFile,
  LANGUAGES,
  qualifies,
} from "./admission";
import { closeTagFeature } from "./closeTag";
import { ConfigurationFiles } from "./configurationFiles";
import { CrashHandler } from "./crashes";
import { CREATE_REPLY_COMMAND } from "./createReply";
import { answerAboutFiles } from "./files";
import { runOf, SECTION } from "./settings";
import type { CheckSwitches } from "./switches";
import { createTraceChannel } from "./trace";

/** How the server is started where the extension runs. */
export interface ClientHost {
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
}

export class ServerConnection implements vscode.Disposable {
  readonly #configurationFiles = new ConfigurationFiles();
  readonly #admission = new Admission((document) => this.#qualifies(document));
  readonly #listening: vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<void>();
  #waiting: vscode.Disposable | undefined;
  #client: BaseLanguageClient | undefined;
  /** Restarts that are under way, so that two do not meet. */
  #restarting: Promise<void> | undefined;

  /** The server was started or has ended. */
  readonly onDidChangeState = this.#changed.event;

  constructor(
    readonly host: ClientHost,
    readonly output: vscode.LogOutputChannel,
    readonly switches: CheckSwitches,
  ) {
    const look = (document: vscode.TextDocument) => {
      // A start that fails has told the user, and is in the log.
      if (!this.#client && this.#qualifies(document)) this.started().catch(() => {});
    };
    const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
    this.#waiting = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
      this.#configurationFiles.onDidChange(lookAtAll),
    );
    this.#listening.push(
      this.#changed,
      this.#configurationFiles,
      this.#configurationFiles.onDidChange(() => this.#admitAll()),
      switches.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // The server cannot know of this: whether to ask at all is decided here.
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

  /** True if there was a server, and none is coming any more. */
  get hasEnded(): boolean {
    const state = this.#restarting === undefined ? this.#client?.state : undefined;
    return state === State.Stopped || state === State.StartFailed;
  }

  /** True for a document that the server gets to see. */
  sees(uri: vscode.Uri): boolean {
    return this.#admission.has(uri);
  }

  /**
   * The client of a running server, which is started if there is none yet.
   * @throws if it does not start
   */
  async started(): Promise<BaseLanguageClient> {
    const client = this.#client ?? this.#create();
    await this.#restarting;
    try {
      await client.start();
    } catch (error) {
      this.output.error(`The server did not start: ${String(error)}`);
      throw error;
    }
    return client;
  }

  /**
   * Sends a request of this project's own.
   * @throws if the server does not start, or did not answer
   */
  async ask<T>(request: string, params?: object, token?: vscode.CancellationToken): Promise<T> {
    const client = await this.started();
    const answer = await client.sendRequest<T | null>(request, params, token);
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

  /** Asks for the findings of all documents that are looked at. */
  refresh(): void {
    this.#client?.getFeature(DocumentDiagnosticRequest.method)?.refresh();
  }

  async dispose(): Promise<void> {
    this.#waiting?.dispose();
    vscode.Disposable.from(...this.#listening).dispose();
    if (this.isRunning) await this.#client?.stop();
  }

  #qualifies(document: vscode.TextDocument): boolean {
    return qualifies(document, this.#configurationFiles.isThere);
  }

  /** Shows the server the open documents that it is to see now, and has not seen yet. */
  #admitAll(): void {
    if (!this.isRunning || !this.#client) return;
    for (const document of vscode.workspace.textDocuments) {
      void this.#admission.admit(document, this.#client);
    }
  }

  async #restart(): Promise<void> {
    const client = this.#client ?? this.#create();
    // What is starting can only be stopped when it has started; what hangs is left behind.
    if (client.state === State.Starting) await client.start().catch(() => {});
    if (client.isRunning()) await client.stop().catch(() => {});
    this.#admission.clear();
    await client.start();
  }

  #create(): BaseLanguageClient {
    this.#waiting?.dispose();
    const trace = createTraceChannel(this.output);
    const client = this.host.createClient(SECTION, "XMPP Stanza", {
      ...this.#options(),
      traceOutputChannel: trace.channel,
    });
    client.registerFeature(closeTagFeature);
    this.#client = client;
    this.#listening.push(
      trace,
      answerAboutFiles(client),
      client.onDidChangeState(() => this.#changed.fire()),
    );
    return client;
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: [
        ...LANGUAGES.map((language) => ({ language })),
        ...CONFIGURATION_LANGUAGES.map((language) => ({
          language,
          pattern: `**/${CONFIGURATION_FILE}`,
        })),
      ],
      outputChannel: this.output,
      // Commands that the server may offer, because they are carried out here.
      initializationOptions: { commands: [CREATE_REPLY_COMMAND], readsFiles: true },
      errorHandler: new CrashHandler(
        this.output,
        () => this.#admission.clear(),
        () => this.restart().catch(() => {}),
      ),
      diagnosticPullOptions: {
        onChange: true,
        onSave: true,
        // True leaves the occasion out.
        filter: (document, mode) => {
          if (isConfigurationFile(document.uri)) return false;
          const run = runOf(document);
          return run === "off" || (run === "onSave" && mode === DiagnosticPullMode.onType);
        },
      },
      middleware: {
        ...this.#admission.middleware(() => this.#client),
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const uri = document instanceof vscode.Uri ? document : document.uri;
          const isWanted =
            document instanceof vscode.Uri ||
            isConfigurationFile(uri) ||
            this.switches.wants(document);
          if (!isWanted || !this.#admission.has(uri)) {
            return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
          }
          const report = await next(document, previousResultId, token);
          // The answer to a question from before may be about what has been typed meanwhile.
          if (document instanceof vscode.Uri || !this.switches.waitsForSave(document))
            return report;
          const { full, unChanged } = vsdiag.DocumentDiagnosticReportKind;
          return previousResultId === undefined
            ? { kind: full, items: [] }
            : { kind: unChanged, resultId: previousResultId };
        },
      },
    };
  }
}
