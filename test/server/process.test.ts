import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { pullingClient, URI } from "./support";

const dist = (file: string) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));

let server: ChildProcess | undefined;
afterEach(() => server?.kill());

async function firstFinding(connection: ProtocolConnection): Promise<unknown> {
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
    items.map(() => null),
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: pullingClient,
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "xmpp-stanza", version: 1, text: "<iq type='result'/>" },
  });
  const report: DocumentDiagnosticReport = await connection.sendRequest("textDocument/diagnostic", {
    textDocument: { uri: URI },
  });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  return report.kind === "full" && report.items[0]?.code;
}

function overStdio(file: string, args: string[]): ProtocolConnection {
  const child = spawn(process.execPath, [dist(file), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  server = child;
  return createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
}

function exitCode(): Promise<number | null> {
  return new Promise((resolve) => {
    if (server?.exitCode !== null) resolve(server?.exitCode ?? null);
    else server.once("exit", resolve);
  });
}

describe("the server as a process", () => {
  it("serves over stdio", async () => {
    expect(await firstFinding(overStdio("server.js", ["--stdio"]))).toBe("iq-id-missing");
    expect(await exitCode()).toBe(0);
  });

  it("serves over stdio when the command line is asked to", async () => {
    expect(await firstFinding(overStdio("cli.js", ["server", "--stdio"]))).toBe("iq-id-missing");
    expect(await exitCode()).toBe(0);
  });

  it("serves over Node's ipc", async () => {
    const child = spawn(process.execPath, [dist("server.js"), "--node-ipc"], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    server = child;
    const connection = createProtocolConnection(
      new IPCMessageReader(child),
      new IPCMessageWriter(child),
    );
    expect(await firstFinding(connection)).toBe("iq-id-missing");
    expect(await exitCode()).toBe(0);
  });
});
