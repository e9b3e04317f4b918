/**
 * A tap between a real server and a real client, Prosody and slixmpp of Debian: bytes before and after the tap are compared.
 * Run by `npm run test:long`, where both are installed (`apt-get install prosody python3-slixmpp`).
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join as joinPath } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { join, type Side } from "../../server/tap/join";
import { cli, environment, Folder, run } from "../support/commandLine";

const count = 10_000;

/** The Python of Debian has Debian's modules. */
const python = "/usr/bin/python3";
const isThere =
  spawnSync(python, ["-c", "import slixmpp"]).status === 0 &&
  spawnSync("sh", ["-c", "command -v prosody"]).status === 0;
const isLong = process.env.XMPP_STANZA_LONG === "1";

const serverConfiguration = (folder: string, port: number) => `
run_as_root = true
data_path = "${folder}"
pidfile = "${folder}/prosody.pid"
log = { warn = "*console" }
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
s2s_ports = {}
modules_enabled = { "roster", "saslauth", "disco", "ping" }
modules_disabled = { "tls", "s2s", "offline" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "insecure"
insecure_open_authentication = "Yes please, I know what I'm doing!"
VirtualHost "localhost"
`;

const client = `
import asyncio, logging, sys, slixmpp
port, count = int(sys.argv[1]), int(sys.argv[2])
class Client(slixmpp.ClientXMPP):
    def __init__(self):
        super().__init__("romeo@localhost/tap", "secret")
        self.got = 0
        self.add_event_handler("session_start", self.start)
        self.add_event_handler("message", self.message)
    async def start(self, event):
        self.send_presence()
        for i in range(count):
            self.send_message(mto=self.boundjid.full, mbody="%d \\u00fc <&> \\U0001f600" % i)
            if i % 100 == 0:
                await asyncio.sleep(0)
    def message(self, message):
        assert message["body"].startswith("%d " % self.got), message
        self.got += 1
        if self.got == count:
            print("all", flush=True)
            self.disconnect()
client = Client()
client["feature_mechanisms"].unencrypted_plain = True
client.connect(("127.0.0.1", port), use_ssl=False, force_starttls=False, disable_starttls=True)
client.process(forever=False)
`;

/** Port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Passes on what it gets, and keeps it. */
async function listenTo(to: number): Promise<{
  readonly server: Server;
  readonly port: number;
  readonly passed: Readonly<Record<Side, Buffer[]>>;
}> {
  const passed: Record<Side, Buffer[]> = { client: [], server: [] };
  const options = { allowHalfOpen: true, noDelay: true };
  const server = createServer(options, (socket) => {
    join(socket, connect({ port: to, host: "127.0.0.1", ...options }), {
      passed: (sender, bytes) => passed[sender].push(Buffer.from(bytes)),
      failed() {},
      closed() {},
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as { port: number }).port, passed };
}

/** Resolves once something listens at the port. */
async function reached(port: number): Promise<void> {
  for (;;) {
    const socket = connect({ port, host: "127.0.0.1" });
    const isOpen = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.runIf(isLong)("a tap between Prosody and slixmpp", () => {
  it.runIf(isThere)("passes ten thousand stanzas on, byte for byte", async () => {
    const folder = new Folder();
    const port = await freePort();
    folder.write("prosody.cfg.lua", serverConfiguration(folder.path, port));
    folder.write("client.py", client);
    const log = joinPath(folder.path, "session.log");
    const prosody = spawn("prosody", ["-F", "--config", joinPath(folder.path, "prosody.cfg.lua")], {
      stdio: ["ignore", "ignore", "ignore"],
    });
    const started: ChildProcess[] = [prosody];
    try {
      await reached(port);
      const behind = await listenTo(port);
      const to = `127.0.0.1:${behind.port}`;
      const args = [cli, "tap", "--listen", "127.0.0.1:0", "--to", to, "--record", log];
      const tap = spawn(process.execPath, args, {
        env: environment,
        stdio: ["ignore", "pipe", "pipe"],
      });
      started.push(tap);
      tap.stdout.resume();
      const lines = createInterface(tap.stderr);
      const [line] = await once(lines, "line");
      const messages: string[] = [];
      lines.on("line", (one) => messages.push(one));
      const before = await listenTo(Number(/127\.0\.0\.1:(\d+),/.exec(line)?.[1]));
      const script = joinPath(folder.path, "client.py");
      const child = spawn(python, [script, String(before.port), String(count)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let printed = "";
      child.stdout.on("data", (text) => {
        printed += text;
      });
      await once(child, "close");
      expect(printed).toBe("all\n");
      tap.kill("SIGINT");
      const [status] = await once(tap, "close");
      expect(status).toBe(0);
      for (const side of ["client", "server"] as const) {
        const [sent, got] =
          side === "client" ? [before.passed, behind.passed] : [behind.passed, before.passed];
        expect(Buffer.concat(got[side]).equals(Buffer.concat(sent[side]))).toBe(true);
        expect(Buffer.concat(got[side]).length).toBeGreaterThan(count * 50);
      }
      expect(messages.at(-1)).toMatch(/1 connections, 2\d{4} stanzas: 0 errors/);
      const recorded = readFileSync(log, "utf8");
      expect(recorded.match(/ SENT: <message/g)?.length).toBe(count);
      expect(recorded.match(/ RECV: <message/g)?.length).toBe(count);
      const checked = run(["check", log, "--format", "compact"]);
      expect([checked.status, checked.stdout]).toEqual([0, ""]);
      for (const one of [before.server, behind.server]) one.close();
    } finally {
      for (const one of started) if (one.exitCode === null) one.kill();
      if (prosody.exitCode === null) await once(prosody, "close");
      folder[Symbol.dispose]();
    }
  });

  it.skipIf(isThere)("is not tried: Prosody or slixmpp is not installed", () => {});
});
