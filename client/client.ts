/** What desktop and browser share: when the server is started, and what it is asked for. */

import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  DocumentDiagnosticRequest,
  type LanguageClientOptions,
  vsdiag,
} from "vscode-languageclient";
import { Admission, qualifies, STANZA_LANGUAGE, XML_LANGUAGE } from "./admission";
import { runOf, SECTION } from "./settings";
import { createStatus } from "./status";

/** How the server is started where the extension runs. */
export interface ClientHost {
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
}

/** What other extensions, and the tests, can ask this one. */
export interface Api {
  serverRunning(): boolean;
}

/** Starts the server when the first document with stanzas is open, and not before. */
export function startExtension(context: vscode.ExtensionContext, host: ClientHost): Api {
  const output = vscode.window.createOutputChannel("XMPP Stanza", { log: true });
  const extension = new StanzaExtension(host, output);
  context.subscriptions.push(
    output,
    extension,
    vscode.commands.registerCommand("xmppStanza.showOutput", () => output.show()),
    vscode.commands.registerCommand("xmppStanza.restartServer", () => extension.restart()),
  );
  return { serverRunning: () => extension.isRunning };
}

class StanzaExtension implements vscode.Disposable {
  readonly #admission = new Admission();
  readonly #waiting: vscode.Disposable;
  #started: vscode.Disposable | undefined;
  #client: BaseLanguageClient | undefined;

  constructor(
    readonly host: ClientHost,
    readonly output: vscode.LogOutputChannel,
  ) {
    const look = (document: vscode.TextDocument) => {
      if (!this.#client && qualifies(document)) this.#start();
    };
    this.#waiting = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    );
    vscode.workspace.textDocuments.forEach(look);
  }

  get isRunning(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  async restart(): Promise<void> {
    if (!this.#client) return;
    await this.#client.stop();
    this.#admission.clear();
    await this.#client.start();
  }

  async dispose(): Promise<void> {
    this.#waiting.dispose();
    this.#started?.dispose();
    await this.#client?.stop();
  }

  #start(): void {
    this.#waiting?.dispose();
    const client = this.host.createClient(SECTION, "XMPP Stanza", this.#options());
    this.#client = client;
    this.#started = vscode.Disposable.from(
      createStatus((uri) => this.#admission.has(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // The server cannot know of this: whether to ask at all is decided here.
        if (event.affectsConfiguration(`${SECTION}.run`)) this.#refresh();
      }),
    );
    client.start().catch((error: unknown) => {
      this.output.error(`The server did not start: ${String(error)}`);
    });
  }

  #refresh(): void {
    this.#client?.getFeature(DocumentDiagnosticRequest.method)?.refresh();
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: [{ language: STANZA_LANGUAGE }, { language: XML_LANGUAGE }],
      outputChannel: this.output,
      diagnosticPullOptions: {
        onChange: true,
        onSave: true,
        // True leaves the occasion out.
        filter: (document, mode) => {
          const run = runOf(document);
          return run === "off" || (run === "onSave" && mode === DiagnosticPullMode.onType);
        },
      },
      middleware: {
        ...this.#admission.middleware(() => this.#client),
        provideDiagnostics: (document, previousResultId, token, next) => {
          const uri = document instanceof vscode.Uri ? document : document.uri;
          const isOff = !(document instanceof vscode.Uri) && runOf(document) === "off";
          if (isOff || !this.#admission.has(uri)) {
            return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
          }
          return next(document, previousResultId, token);
        },
      },
    };
  }
}
