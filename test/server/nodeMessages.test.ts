/** Messages of a stream that are large: all arrive as they were sent and in order, and nothing waits for one. */

import { PassThrough } from "node:stream";
import { afterEach, expect, it, vi } from "vitest";
import { type Message, StreamMessageReader } from "vscode-languageserver/node";
import { messageDecoder } from "../../server/protocol/nodeMessages";
import { ServerProcess } from "./serverProcess";
import { URI } from "./support";

const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** The first messages and errors that a reader reports of these bodies. */
function read(bodies: readonly string[], contentTypeDecoder = messageDecoder): Promise<unknown[]> {
  return new Promise((resolve) => {
    const stream = new PassThrough();
    const reader = new StreamMessageReader(stream, { contentTypeDecoder });
    const reported: unknown[] = [];
    const report = (one: unknown) => {
      reported.push(one);
      if (reported.length < bodies.length) return;
      reader.dispose();
      resolve(reported);
    };
    reader.listen((message: Message) => report(message));
    reader.onError((error) => report(String(error)));
    stream.end(bodies.map(framed).join(""));
  });
}

const text = "<iq type='result' id=\"名😀\">\n</iq>\n".repeat(200_000);
const large = (version: number) =>
  JSON.stringify({ jsonrpc: "2.0", method: "a", params: { version, text } });
const small = (version: number) =>
  JSON.stringify({ jsonrpc: "2.0", method: "b", params: { version } });

it("keeps their order, whatever their size", async () => {
  const bodies = [small(1), large(2), small(3), large(4), small(5)];
  expect(await read(bodies)).toEqual(bodies.map((body) => JSON.parse(body)));
});

it("reports a large broken message as any other, and goes on", async () => {
  const broken = large(1).replace("</iq>", "\u0001");
  const cut = large(2).slice(0, -3);
  const reason = (body: string) => {
    try {
      return JSON.parse(body);
    } catch (error) {
      return String(error);
    }
  };
  const reported = await read([broken, small(2), cut, small(3)]);
  expect(reported).toEqual([
    reason(broken),
    JSON.parse(small(2)),
    reason(cut),
    JSON.parse(small(3)),
  ]);
  expect(reported[0]).toMatch(/^SyntaxError/);
  expect(reported[2]).toMatch(/^SyntaxError/);
});

it("gives turns to other work while it decodes a large message", async () => {
  // A clock by which each step takes longer than a slice.
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    time += 20;
    return time;
  });
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  const bytes = Buffer.from(large(1));
  const decoding = messageDecoder.decode(bytes, { charset: "utf-8" });
  setImmediate(count);
  expect(await decoding).toEqual(JSON.parse(large(1)));
  isDone = true;
  // One for each piece of the text; all at once there would be none.
  expect(turns).toBeGreaterThan(10);
});

let server: ServerProcess | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  server?.kill();
});

it("reports a broken message in the server's log, and opens a large document", async () => {
  server = await ServerProcess.start();
  const broken = large(1).replace("</iq>", "\u0001");
  server.child.stdin.write(framed(broken));
  await server.open(text);
  expect(await server.diagnostics()).toEqual([]);
  await server.open("<iq type='x'/>".padEnd(1_000_000), `${URI}2`);
  expect(await server.codes(`${URI}2`)).toContain("stanza-type-invalid");
  expect(server.isAlive).toBe(true);
});
