/** Two streams that are joined: every byte arrives, at the pace of the slower side, whatever happens to the other. */

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type Duplex, duplexPair } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Joined, join, type Side } from "../../server/tap/join";

interface Sides {
  /** What the client and the server hold in their hands. */
  readonly client: Duplex;
  readonly server: Duplex;
  /** The other ends, which are joined. */
  readonly joinedClient: Duplex;
  readonly joinedServer: Duplex;
  readonly joined: Joined;
  readonly passed: Readonly<Record<Side, Buffer[]>>;
  readonly events: string[];
  readonly closed: Promise<void>;
}

function sides(highWaterMark = 1000): Sides {
  const [client, joinedClient] = duplexPair({ highWaterMark });
  const [server, joinedServer] = duplexPair({ highWaterMark });
  return joinThem(client, joinedClient, server, joinedServer);
}

function joinThem(
  client: Duplex,
  joinedClient: Duplex,
  server: Duplex,
  joinedServer: Duplex,
): Sides {
  const passed: Record<Side, Buffer[]> = { client: [], server: [] };
  const events: string[] = [];
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const joined = join(joinedClient, joinedServer, {
    passed: (sender, bytes) => passed[sender].push(Buffer.from(bytes)),
    failed: (side, { message }) => events.push(`${side}: ${message}`),
    closed() {
      events.push("closed");
      close();
    },
  });
  for (const own of [client, server]) own.on("error", () => {});
  return {
    ...{ client, server, joinedClient, joinedServer, joined, passed, events },
    closed,
  };
}

async function allOf(stream: Duplex): Promise<Buffer> {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.resume();
  await once(stream, "end");
  return Buffer.concat(chunks);
}

/** Sockets on this machine, as in a tap. */
async function sockets(): Promise<Sides & AsyncDisposable> {
  const listener = createServer({ allowHalfOpen: true });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as { port: number };
  const pair = async (): Promise<[Socket, Socket]> => {
    const near = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const [far] = await once(listener, "connection");
    return [near, far];
  };
  const [client, joinedClient] = await pair();
  const [server, joinedServer] = await pair();
  const all = [client, joinedClient, server, joinedServer];
  return {
    ...joinThem(client, joinedClient, server, joinedServer),
    async [Symbol.asyncDispose]() {
      for (const one of all) one.destroy();
      listener.close();
      await once(listener, "close");
    },
  };
}

describe("joined streams", () => {
  it("pass bytes on as they are, both ways at once, and tell of each after it has passed", async () => {
    const { client, server, passed, closed, events } = sides();
    const [sent, answered] = [randomBytes(200_000), randomBytes(300_000)];
    client.end(sent);
    server.end(answered);
    const [atServer, atClient] = await Promise.all([allOf(server), allOf(client)]);
    expect(atServer.equals(sent)).toBe(true);
    expect(atClient.equals(answered)).toBe(true);
    await closed;
    expect(Buffer.concat(passed.client).equals(sent)).toBe(true);
    expect(Buffer.concat(passed.server).equals(answered)).toBe(true);
    expect(events).toEqual(["closed"]);
  });

  it("let a side that has ended what it says get answers", async () => {
    const { client, server, closed } = sides();
    client.end("question");
    expect((await allOf(server)).toString()).toBe("question");
    server.write("one ");
    await turn();
    server.end("two");
    expect((await allOf(client)).toString()).toBe("one two");
    await closed;
  });

  it("read no faster than the other side takes", async () => {
    const { client, server, passed, joinedClient, closed } = sides(1000);
    const sent = randomBytes(100_000);
    for (let i = 0; i < sent.length; i += 500) client.write(sent.subarray(i, i + 500));
    client.end();
    for (let i = 0; i < 100; i++) await turn();
    expect(Buffer.concat(passed.client).length).toBeLessThan(5000);
    expect(joinedClient.isPaused()).toBe(true);
    const taken = allOf(server);
    server.end();
    client.resume();
    expect((await taken).equals(sent)).toBe(true);
    await closed;
  });

  it.each<Side>(["client", "server"])(
    "lose nothing of what the %s said before it failed",
    async (which) => {
      const all = sides(1000);
      const [failing, joinedFailing, other] =
        which === "client"
          ? [all.client, all.joinedClient, all.server]
          : [all.server, all.joinedServer, all.client];
      const sent = randomBytes(3500);
      // The other side does not read: some is with it, and some waits.
      for (let i = 0; i < sent.length; i += 500) failing.write(sent.subarray(i, i + 500));
      for (let i = 0; i < 20; i++) await turn();
      const read = Buffer.concat(all.passed[which]).length + joinedFailing.readableLength;
      expect(read).toBeGreaterThan(Buffer.concat(all.passed[which]).length);
      joinedFailing.destroy(new Error("gone"));
      const taken = allOf(other);
      other.end();
      expect((await taken).equals(sent.subarray(0, read))).toBe(true);
      await all.closed;
      expect(all.events).toEqual([`${which}: gone`, "closed"]);
    },
  );

  it("end with both sides when they are ended, after what was read is written", async () => {
    const { client, server, joined, closed } = sides();
    client.write("last words");
    await turn();
    await turn();
    joined.end();
    const [atServer, atClient] = await Promise.all([allOf(server), allOf(client)]);
    expect([atServer.toString(), atClient.toString()]).toEqual(["last words", ""]);
    await closed;
  });
});

describe("joined sockets", () => {
  const sent = randomBytes(3_000_000);

  it("pass megabytes on to a side that reads late", async () => {
    await using all = await sockets();
    all.server.pause();
    all.client.end(sent);
    for (let i = 0; i < 100; i++) await turn();
    const taken = allOf(all.server);
    all.server.end();
    expect((await taken).equals(sent)).toBe(true);
  });

  it("give the server all that a client sent before it was gone", async () => {
    await using all = await sockets();
    const taken = allOf(all.server);
    all.client.end(sent, () => all.client.destroy());
    expect((await taken).equals(sent)).toBe(true);
    all.server.end();
    await all.closed;
  });

  it("give the client all that a server sent before it broke off", async () => {
    await using all = await sockets();
    const taken = allOf(all.client);
    all.server.write(sent.subarray(0, 100_000));
    // What the server has sent is read before it breaks off.
    while (Buffer.concat(all.passed.server).length < 100_000) await turn();
    (all.server as Socket).resetAndDestroy();
    expect((await taken).equals(sent.subarray(0, 100_000))).toBe(true);
    all.client.end();
    await all.closed;
    expect(all.events[0]).toContain("ECONNRESET");
  });
});
