/** `xmpp-stanza tap` as a process between clients and servers of this test. */

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { cli, environment, Folder, run } from "../support/commandLine";

const header =
  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='en'>";
const wrong = "<iq type='get' id='a'/>";
const right = "<iq type='get' id='b'><q xmlns='urn:x'/></iq>";

/** A tap that runs, and a server that it passes on to. */
class Tap implements AsyncDisposable {
  stdout = "";
  readonly stderr: string[] = [];
  private constructor(
    readonly folder: Folder,
    readonly process: ChildProcess,
    readonly server: Server,
    /** Port of the tap. */
    readonly port: number,
  ) {}

  static async start(args: readonly string[], serve: (socket: Socket) => void): Promise<Tap> {
    const folder = new Folder();
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on("error", () => {});
      serve(socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const options = ["--listen", "127.0.0.1:0", "--to", `127.0.0.1:${port}`, ...args];
    const child = spawn(process.execPath, [cli, "tap", ...options], {
      cwd: folder.path,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines = createInterface(child.stderr);
    const [first] = await once(lines, "line");
    const [, own = ""] = /^xmpp-stanza: listening on 127\.0\.0\.1:(\d+), /.exec(first) ?? [];
    const tap = new Tap(folder, child, server, Number(own));
    lines.on("line", (line) => tap.stderr.push(line.replace("xmpp-stanza: ", "")));
    child.stdout.setEncoding("utf8").on("data", (text) => {
      tap.stdout += text;
    });
    return tap;
  }

  connect(): Socket {
    const socket = connect({ port: this.port, host: "127.0.0.1", allowHalfOpen: true });
    return socket.on("error", () => {});
  }

  /** Interrupts it; gives its exit status. */
  async end(signal: NodeJS.Signals = "SIGINT"): Promise<number> {
    this.process.kill(signal);
    const [status] = await once(this.process, "close");
    return status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode === null) await this.end("SIGKILL");
    this.server.close();
    this.folder[Symbol.dispose]();
  }
}

/** Sends what it gets back, after a header. */
const answering = (socket: Socket) => {
  socket.write(header);
  socket.pipe(socket);
};

async function allOf(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("a tap", () => {
  it("passes stanzas on, and prints what is wrong with them and who sent them", async () => {
    await using tap = await Tap.start(["--record", "a.log"], answering);
    const client = tap.connect();
    client.end(header + wrong + right);
    expect((await allOf(client)).toString()).toBe(header + header + wrong + right);
    expect(await tap.end()).toBe(1);
    expect(tap.stdout).toContain("#1.1 SENT:1:2 error <iq type='get'> has no child element.");
    expect(tap.stdout).toContain("\n1 | <iq type='get' id='a'/>\n");
    expect(tap.stdout.match(/^#1\.\d RECV:/gm)?.length).toBe(1);
    expect(tap.stderr).toEqual([
      "#1: open",
      "#1: closed",
      "1 connections, 4 stanzas: 2 errors, 0 warnings, 0 notes",
    ]);
    const { stdout } = run(["stanzas", join(tap.folder.path, "a.log"), "--format", "tsv"]);
    expect(stdout.match(/\t(?:out|in)\tiq\tget\t[ab]/g)?.length).toBe(4);
    const chart = run(["diagram", join(tap.folder.path, "a.log"), "--format", "mermaid"]).stdout;
    expect(chart).toContain("sequenceDiagram");
  });

  it("prints a JSON line for each stanza with findings", async () => {
    await using tap = await Tap.start(
      ["--format", "jsonl", "--rule", "iq-payload=warning"],
      answering,
    );
    const client = tap.connect();
    client.end(right + wrong);
    await allOf(client);
    expect(await tap.end("SIGTERM")).toBe(0);
    const lines = tap.stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      ...{ connection: 1, stanza: 2, direction: "out" },
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      findings: [{ rule: "iq-payload", severity: "warning", line: 1, column: 2, related: [] }],
    });
    expect(lines.map(({ stanza, direction }) => [stanza, direction]).slice(1)).toEqual([[4, "in"]]);
  });

  it("tells connections apart", async () => {
    await using tap = await Tap.start(["--record", "a.log"], answering);
    const [one, other] = [tap.connect(), tap.connect()];
    await Promise.all([once(one, "data"), once(other, "data")]);
    // A reply to a request of another connection is none.
    one.write(header + right);
    await once(one, "data");
    other.end(header + wrong);
    one.end();
    await Promise.all([allOf(one), allOf(other)]);
    expect(await tap.end()).toBe(1);
    expect([...new Set(tap.stdout.match(/^#\d\.\d/gm))].length).toBe(2);
    const logs = ["a.log", "a-2.log"].map((name) =>
      readFileSync(join(tap.folder.path, name), "utf8"),
    );
    expect(logs.map((log) => /id='(.)'/.exec(log)?.[1]).sort()).toEqual(["a", "b"]);
  });

  it("passes on what is no XML, and says that it is not read", async () => {
    await using tap = await Tap.start(["--record", "a.log"], (socket) => socket.pipe(socket));
    const client = tap.connect();
    const sent = Buffer.concat([Buffer.of(0x16, 3, 1), randomBytes(500_000)]);
    client.end(sent);
    expect((await allOf(client)).equals(sent)).toBe(true);
    expect(await tap.end()).toBe(0);
    expect(tap.stderr).toContain("#1: encrypted from here on (TLS): passed on, not read");
    expect(run(["check", tap.folder.path]).stdout).toContain("0 files");
  });

  it("keeps passing on while nobody reads what it prints", async () => {
    await using tap = await Tap.start(["--format", "jsonl"], (socket) =>
      socket.on("end", () => socket.end()).resume(),
    );
    tap.process.stdout?.pause();
    const client = tap.connect();
    // More than a pipe holds is printed about it.
    client.end(wrong.repeat(5000));
    await allOf(client);
    tap.process.stdout?.resume();
    const status = await tap.end();
    expect(status).toBe(1);
    expect(tap.stdout.split("\n").length).toBe(5001);
  });

  it("ends its connections when it is interrupted, with all that was sent", async () => {
    await using tap = await Tap.start(["--record", "a.log"], answering);
    const client = tap.connect();
    client.write(header + right);
    await once(client, "data");
    const rest = allOf(client);
    const status = tap.end();
    await rest;
    client.end();
    expect(await status).toBe(0);
    expect(readFileSync(join(tap.folder.path, "a.log"), "utf8")).toContain(right);
  });

  it("says that the server cannot be reached, and closes the client", async () => {
    await using tap = await Tap.start(["--record", "a.log"], () => {});
    tap.server.close();
    await once(tap.server, "close");
    const client = tap.connect();
    client.write(header);
    expect((await allOf(client)).length).toBe(0);
    client.end();
    expect(await tap.end()).toBe(2);
    expect(tap.stderr[1]).toMatch(/^#1: server: connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  });

  it("says that a connection ended within a stanza", async () => {
    await using tap = await Tap.start([], answering);
    const client = tap.connect();
    client.end("<message><body>");
    await allOf(client);
    await tap.end();
    expect(tap.stderr.slice(1, 3)).toEqual([
      "#1: client: ended within a stanza",
      "#1: server: ended within a stanza",
    ]);
  });
});

describe("a tap refuses", () => {
  it.each([
    [[], "tap needs --to HOST:PORT"],
    [["--to", "localhost"], "--to is written HOST:PORT, such as 127.0.0.1:5222"],
    [
      ["--to", "localhost:1", "--listen", "0.0.0.0:0"],
      "other machines can reach 0.0.0.0:0; --any-address allows that",
    ],
  ])("%j", (args, message) => {
    const { status, stderr } = run(["tap", ...args]);
    expect([status, stderr.split("\n")[0]]).toEqual([2, `xmpp-stanza: ${message}`]);
  });

  it("a file that is there already, before it listens", () => {
    using folder = new Folder({ "a.log": "mine" });
    const args = ["tap", "--to", "127.0.0.1:1", "--listen", "127.0.0.1:0", "--record", "a.log"];
    const { status, stderr } = folder.run(args);
    expect([status, stderr]).toEqual([
      2,
      "xmpp-stanza: a.log: is there already, and is left unchanged\n",
    ]);
    expect(readFileSync(join(folder.path, "a.log"), "utf8")).toBe("mine");
  });

  it("an address that is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const { status, stderr } = run(["tap", "--to", "127.0.0.1:1", "--listen", `127.0.0.1:${port}`]);
    taken.close();
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`127.0.0.1:${port}: listen EADDRINUSE`),
    ]);
  });
});
