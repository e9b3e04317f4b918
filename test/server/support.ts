/** A server over an in-memory stream, and the client's side of the talk. */

import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  Message,
  type MessageReader,
  type ProtocolConnection,
  type Range,
  type Registration,
  type RegistrationParams,
  type RequestMessage,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import type { Host } from "../../server/handlers/context";
import type { Files } from "../../server/hosts/files";
import { messageDecoder } from "../../server/protocol/nodeMessages";
import { startServer } from "../../server/server";

export const URI = "file:///stanzas/sample.stanza";

export const pullingClient: ClientCapabilities = {
  window: { showDocument: { support: true } },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    codeAction: { resolveSupport: { properties: ["edit"] } },
  },
};

export const pushedClient: ClientCapabilities = {
  workspace: { configuration: true },
};

/** Parameters of the client besides its capabilities, and the files that the server can read. */
export interface Introduction {
  readonly options?: unknown;
  readonly folders?: readonly WorkspaceFolder[];
  /** Requests of the server that the client refuses, with the code of the error. */
  readonly refused?: Readonly<Record<string, number>>;
  readonly files?: Files;
  /** The server's turns and its clock, where the test holds them. */
  readonly host?: Partial<Pick<Host, "turn" | "now">>;
}

/** Files by their URIs; a text that is an `Error` cannot be read. */
export function filesOf(texts: Readonly<Record<string, string | Error | undefined>>): Files {
  return {
    async read(uri) {
      const text = texts[uri];
      if (text instanceof Error) throw text;
      return text;
    },
    async isFolder(uri) {
      return Object.keys(texts).some((file) => file.startsWith(`${uri}/`));
    },
    async *find(folder, enter) {
      for (const uri of Object.keys(texts).sort()) {
        const wanted = uri.startsWith(folder) && (await enter(uri.replace(/[^/]*$/, "")));
        if (!wanted) continue;
        const name = uri.replace(/.*\//, "");
        if (wanted.file(name)) yield uri;
        else if (wanted.isKnown?.(name)) wanted.passOver?.(name);
      }
    },
  };
}

export class Session {
  readonly published: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly messages: string[] = [];
  readonly registered: Registration[] = [];
  /** All requests of the server, in their order. */
  readonly requests: RequestMessage[] = [];
  /** The server's answer to `initialize`. */
  initialized: unknown;
  refreshes = 0;
  settings: unknown = {};
  readonly #watchers = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly refused: Readonly<Record<string, number>>,
  ) {}

  /** Starts a server and introduces a client of these capabilities. */
  static async start(
    capabilities: ClientCapabilities,
    settings: unknown = {},
    locale?: string,
    introduction: Introduction = {},
  ): Promise<Session> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(
      new StreamMessageReader(toServer, { contentTypeDecoder: messageDecoder }),
      new StreamMessageWriter(toClient),
    );
    const { files, host = {} } = introduction;
    let looks = 0;
    // Time passes only with a look at the clock: the result of a test does not depend on the machine.
    const slowClock = () => looks++ / 20;
    startServer(server, {
      turn: () => host.turn?.() ?? new Promise((resolve) => setImmediate(resolve)),
      now: () => host.now?.() ?? slowClock(),
      ...(files ? { files: () => files } : {}),
    });
    const reader = new StreamMessageReader(toClient);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(toServer));
    const session = new Session(connection, introduction.refused ?? {});
    session.settings = settings;
    session.#record(reader);
    session.#listen();
    connection.listen();
    session.initialized = await connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: introduction.folders ?? null,
      initializationOptions: introduction.options,
      capabilities,
      ...(locale === undefined ? {} : { locale }),
    });
    await connection.sendNotification("initialized", {});
    return session;
  }

  /** Records the requests that come through the reader, whether the client answers them or not. */
  #record(reader: MessageReader): void {
    const listen = reader.listen.bind(reader);
    reader.listen = (receive) =>
      listen((message) => {
        if (Message.isRequest(message)) this.requests.push(message);
        receive(message);
      });
  }

  #listen(): void {
    const { connection } = this;
    const received = () => {
      for (const look of this.#watchers) look();
    };
    connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.published.push(params);
      received();
    });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.logged.push(message);
      received();
    });
    connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.messages.push(message);
      received();
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => {
      const code = this.refused["workspace/configuration"];
      if (code !== undefined) return new ResponseError(code, "no such request");
      return items.map(() => this.settings);
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      received();
      return null;
    });
    connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
      this.registered.push(...params.registrations);
      return null;
    });
    connection.onRequest("window/showDocument", ({ uri }: { uri: string }) => {
      this.shown.push(uri);
      return { success: true };
    });
  }

  async open(text: string, uri = URI, languageId = "xmpp-stanza"): Promise<void> {
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(version: number, changes: { range?: Range; text: string }[]): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges: changes,
    });
  }

  async save(): Promise<void> {
    await this.connection.sendNotification("textDocument/didSave", { textDocument: { uri: URI } });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  pull(previousResultId?: string, uri = URI): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The diagnostics of the document, as a client that pulls gets them. */
  async diagnostics(uri = URI): Promise<Diagnostic[]> {
    const report = await this.pull(undefined, uri);
    return report.kind === "full" ? report.items : [];
  }

  /** Resolves when the server has published `count` times. */
  async publications(count: number): Promise<Session["published"]> {
    await this.when(() => this.published.length >= count);
    return this.published;
  }

  /** Resolves when the condition holds, which is looked at now and after each message of the server. */
  when(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Resolves when the server has read what was sent before: it reads in order, and answers this at once. */
  async everythingIsRead(): Promise<void> {
    await this.connection.sendRequest("xmppStanza/conditions");
  }

  actions(range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest("codeAction/resolve", action);
  }

  dispose(): void {
    this.connection.dispose();
  }
}

/** The range of the first occurrence of a part in a text of one line or several. */
export function rangeOf(text: string, part: string): Range {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`no ${part} in the text`);
  return { start: positionAt(text, at), end: positionAt(text, at + part.length) };
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The text after the edits of an action on the one document. */
export function applied(text: string, action: CodeAction): string {
  const edits = action.edit?.changes?.[URI] ?? [];
  const lines = text.split("\n");
  const offsetAt = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  let result = text;
  for (const { range, newText } of [...edits].reverse()) {
    result = result.slice(0, offsetAt(range.start)) + newText + result.slice(offsetAt(range.end));
  }
  return result;
}
