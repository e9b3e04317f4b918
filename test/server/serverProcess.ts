/** A server as a process over stdio, from its bundle, and the client's side of the talk. */

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { pullingClient, URI } from "./support";

export const serverFile = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

const heapReporter = fileURLToPath(new URL("../support/heapReporter.cjs", import.meta.url));

/** Flags of Node for a server whose heap is to be measured. */
export const measured: readonly string[] = ["--expose-gc", "--require", heapReporter];

export interface ProcessOptions {
  readonly capabilities?: ClientCapabilities | null;
  /** Of Node. */
  readonly flags?: readonly string[];
  /** Answers what the server asks; without it, settings are as usual and all else goes well. */
  readonly answer?: (method: string) => unknown;
  readonly processId?: number | null;
  readonly initializationOptions?: unknown;
  /** Path of the folder that is open in the editor. */
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The user as whom it runs, by its numbers. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export class ServerProcess {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly connection: MessageConnection;
  readonly logged: string[] = [];
  /** Its output beside the protocol: empty, if all is well. */
  stderr = "";
  introduction: InitializeResult | undefined;
  readonly ended: Promise<number | NodeJS.Signals | null>;

  private constructor({ flags = [], answer, folder, env, user }: ProcessOptions) {
    this.child = spawn(process.execPath, [...flags, serverFile, "--stdio"], {
      stdio: ["pipe", "pipe", "pipe", ...(flags === measured ? ["ipc" as const] : [])],
      cwd: folder,
      env: { ...process.env, ...env },
      ...user,
    }) as ChildProcessByStdio<Writable, Readable, Readable>;
    this.child.stderr.on("data", (data) => {
      this.stderr += data;
    });
    this.ended = new Promise((resolve) => {
      this.child.once("exit", (code, signal) => resolve(signal ?? code));
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    // A server that has ended takes no more; tests look at the end itself.
    this.child.stdin.on("error", () => {});
    this.connection.onError(() => {});
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onRequest((method: string, params: unknown) => {
      if (answer) return answer(method);
      const { items } = (params ?? {}) as { items?: unknown[] };
      return method === "workspace/configuration" ? (items ?? []).map(() => null) : null;
    });
    this.connection.listen();
  }

  static async start(options: ProcessOptions = {}): Promise<ServerProcess> {
    const { processId = process.pid, capabilities = pullingClient } = options;
    const server = new ServerProcess(options);
    server.introduction = await server.connection.sendRequest("initialize", {
      processId,
      rootUri: options.folder === undefined ? null : pathToFileURL(options.folder).href,
      capabilities,
      initializationOptions: options.initializationOptions,
    });
    await server.connection.sendNotification("initialized", {});
    return server;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  open(text: string, uri = URI, version = 1): Promise<void> {
    const textDocument = { uri, languageId: "xmpp-stanza", version, text };
    return this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  close(uri = URI): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  async diagnostics(uri = URI): Promise<Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    return report.kind === "full" ? report.items : [];
  }

  async codes(uri = URI): Promise<unknown[]> {
    return (await this.diagnostics(uri)).map(({ code }) => code);
  }

  /** Bytes of its heap after garbage collection; for a server that was started as `measured`. */
  async heap(): Promise<number> {
    // Whatever was sent has arrived by then.
    await this.connection.sendRequest("xmppStanza/rules");
    this.child.send("heap");
    const [bytes] = await Promise.race([once(this.child, "message"), this.ended.then(() => [])]);
    if (bytes === undefined) throw new Error("the server has ended");
    return bytes;
  }

  kill(): void {
    this.connection.dispose();
    this.child.kill("SIGKILL");
  }
}
