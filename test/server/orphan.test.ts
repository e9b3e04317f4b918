/** A server without a client ends, whatever became of the process that started it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { ServerProcess, serverFile } from "./serverProcess";

let server: ServerProcess | undefined;

afterEach(() => server?.kill());

describe("the server ends", () => {
  test("after shutdown and exit", async () => {
    server = await ServerProcess.start();
    await server.connection.sendRequest("shutdown");
    await server.connection.sendNotification("exit");
    expect(await server.ended).toBe(0);
  });

  test("after exit without shutdown", async () => {
    server = await ServerProcess.start();
    await server.connection.sendNotification("exit");
    expect(await server.ended).toBe(1);
  });

  test("when its input ends", async () => {
    server = await ServerProcess.start();
    server.child.stdin.end();
    expect(await server.ended).toBe(1);
  });

  test("when the reader of its output is gone", async () => {
    server = await ServerProcess.start();
    server.child.stdout.destroy();
    server.child.stdin.destroy();
    expect(await server.ended).toBe(1);
  });

  test("when the process of processId is gone, though its input stays open", async () => {
    const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    server = await ServerProcess.start({ processId: client.pid! });
    await server.open("<iq/>");
    expect(await server.codes()).toContain("iq-id-missing");
    client.kill("SIGKILL");
    expect(await server.ended).toBe(1);
  });

  test("when its parent is killed while it works", async () => {
    // The parent opens a large document, prints the server's process id, and waits for its own end.
    const script = `
      const server = require("node:child_process").spawn(process.execPath, [${JSON.stringify(serverFile)}, "--stdio"], {
        stdio: ["pipe", "pipe", "inherit"],
      });
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
    const parent = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "pipe"] });
    // The server has the same standard error: it is closed when both processes have ended.
    const bothEnded = once(parent, "close");
    const [id] = await once(parent.stdout, "data");
    expect(process.kill(Number(id), 0)).toBe(true);
    parent.stderr.resume();
    parent.kill("SIGKILL");
    await bothEnded;
  });
});
