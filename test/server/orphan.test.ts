/** A server that nobody needs any more ends, whatever became of the one that started it. */

import { spawn } from "node:child_process";
import { afterEach, describe, expect, test } from "vitest";
import { ServerProcess, serverFile } from "./serverProcess";

const SECONDS = 1_000;

let server: ServerProcess | undefined;

afterEach(() => server?.kill());

/** What it ended with; undefined if it did not within some seconds. */
function endOf({ ended }: ServerProcess, seconds = 10): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, seconds * SECONDS));
  return Promise.race([ended, late]);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

describe("the server ends", () => {
  test("when its client is done with it", async () => {
    server = await ServerProcess.start();
    await server.connection.sendRequest("shutdown");
    await server.connection.sendNotification("exit");
    expect(await endOf(server)).toBe(0);
  });

  test("when it is told to end without having been prepared", async () => {
    server = await ServerProcess.start();
    await server.connection.sendNotification("exit");
    expect(await endOf(server)).toBe(1);
  });

  test("when its input ends", async () => {
    server = await ServerProcess.start();
    server.child.stdin.end();
    expect(await endOf(server)).toBe(1);
  });

  test("when nobody reads what it says any more", async () => {
    server = await ServerProcess.start();
    server.child.stdout.destroy();
    server.child.stdin.destroy();
    expect(await endOf(server)).toBe(1);
  });

  test("when the process that it was told of is gone, though its input stays open", async () => {
    const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    server = await ServerProcess.start({ processId: client.pid! });
    await server.open("<iq/>");
    expect(await server.codes()).toContain("iq-id-missing");
    client.kill("SIGKILL");
    expect(await endOf(server)).toBe(1);
  });

  test("when its parent is killed while it works", async () => {
    // The parent opens a large document, tells who its server is, and waits for its own end.
    const script = `
      const server = require("node:child_process").spawn(process.execPath, [${JSON.stringify(serverFile)}, "--stdio"]);
      const send = (message) => {
        const body = JSON.stringify({ jsonrpc: "2.0", ...message });
        server.stdin.write("Content-Length: " + Buffer.byteLength(body) + "\\r\\n\\r\\n" + body);
      };
      const uri = "file:///a.stanza";
      const text = "<message type='x'/>\\n".repeat(300000);
      send({ id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
      send({ method: "initialized", params: {} });
      send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "xmpp-stanza", version: 1, text } } });
      server.stdout.once("data", () => console.log(server.pid));
      setInterval(() => {}, 1000);
    `;
    const parent = spawn(process.execPath, ["-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const id = await new Promise<number>((resolve) => {
      parent.stdout.once("data", (data) => resolve(Number(data)));
    });
    expect(isRunning(id)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => isRunning(id), { timeout: 15 * SECONDS, interval: 100 }).toBe(false);
  });
});
