/** The server as an editor has it: a process, spoken to over stdio. */

import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const URI = "file:///bench/stanzas.xmpp";

export class Editor {
  #version = 1;
  #resultId: string | undefined;

  private constructor(
    readonly server: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  /** @param flags of Node, for the server */
  static async start(flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Editor> {
    const server = spawn(process.execPath, [...flags, "dist/server.js", "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => null),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => null);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        // Announced by VS Code.
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: { dynamicRegistration: false } },
      },
    });
    await connection.sendNotification("initialized", {});
    return new Editor(server, connection);
  }

  async open(text: string): Promise<DocumentDiagnosticReport> {
    const textDocument = { uri: URI, languageId: "xmpp-stanza", version: this.#version, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
    return this.diagnostics();
  }

  /** Replaces a number of characters of one line by the text. */
  async change(line: number, character: number, removed: number, text: string): Promise<void> {
    const start = { line, character };
    const range = { start, end: { line, character: character + removed } };
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  async diagnostics(): Promise<DocumentDiagnosticReport> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri: URI }, previousResultId: this.#resultId },
    );
    this.#resultId = report.resultId;
    return report;
  }

  request<T>(method: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: URI }, ...more });
  }

  /** Answered at once by a server that is not busy: hover where no document is. */
  async ping(): Promise<void> {
    const nowhere = { uri: "file:///bench/nowhere" };
    const position = { line: 0, character: 0 };
    await this.connection.sendRequest("textDocument/hover", { textDocument: nowhere, position });
  }

  /** Resident memory of the server in megabytes; undefined where the system does not report it. */
  async memory(): Promise<number | undefined> {
    const { readFile } = await import("node:fs/promises");
    const status = await readFile(`/proc/${this.server.pid}/status`, "utf8").catch(() => "");
    const kilobytes = /^VmRSS:\s*(\d+)/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
  }
}
