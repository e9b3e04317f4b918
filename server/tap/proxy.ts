/**
 * Passes the bytes of connections on in a thread of its own, and hands copies of them to this one: whatever is done with
 * the copies, and however long it takes, delays nothing.
 */

import { on } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { parentPort, Worker } from "node:worker_threads";
import type { Address } from "./address";
import { type Joined, join, type Side } from "./join";

/** Data of the thread, by which it is told from others of the same script. */
export interface ProxyData {
  readonly proxy: { readonly listen: Address; readonly to: Address; readonly pending: Int32Array };
}

/** What the thread tells, in the order in which it happens. Connections have numbers from 1. */
export type ProxyEvent =
  | { readonly type: "listening"; readonly address: Address }
  /** It cannot listen. */
  | { readonly type: "refused"; readonly reason: string }
  | { readonly type: "open"; readonly connection: number }
  | {
      readonly type: "passed";
      readonly connection: number;
      readonly sender: Side;
      readonly bytes: Uint8Array;
      /** Milliseconds since 1970. */
      readonly time: number;
    }
  /** So many bytes wait for this thread that no more of the connection are copied. */
  | { readonly type: "behind"; readonly connection: number }
  | {
      readonly type: "failed";
      readonly connection: number;
      readonly side: Side;
      readonly reason: string;
      /** True for a server to which there is no connection. */
      readonly isUnreached: boolean;
    }
  | { readonly type: "closed"; readonly connection: number; readonly time: number };

/** Number of bytes that may wait to be read by the thread that checks. */
const MAX_PENDING = 64_000_000;

/** Message that asks the thread to end. */
const END = "end";

export interface Proxy {
  /** Ends after the last event. */
  readonly events: AsyncIterable<ProxyEvent>;
  /** Ends all connections, and then the events. */
  end(): void;
}

/**
 * Starts a proxy.
 * @param script that calls `runProxy` with its `workerData`
 * @param to server to which each client is connected
 */
export function startProxy(script: string, listen: Address, to: Address): Proxy {
  const pending = new Int32Array(new SharedArrayBuffer(4));
  const data: ProxyData = { proxy: { listen, to, pending } };
  const worker = new Worker(script, { workerData: data });
  const messages = on(worker, "message", { close: ["exit"] });
  async function* events(): AsyncGenerator<ProxyEvent, void> {
    for await (const [event] of messages as AsyncIterable<[ProxyEvent]>) {
      yield event;
      // Only now it is done with.
      if (event.type === "passed") Atomics.sub(pending, 0, event.bytes.length);
    }
  }
  return { events: events(), end: () => worker.postMessage(END) };
}

/** What the thread runs; it ends when it is told to, or cannot listen. */
export function runProxy({ proxy: { listen, to, pending } }: ProxyData): void {
  const port = parentPort;
  if (!port) throw new Error("not a thread");
  const tell = (event: ProxyEvent, moved: ArrayBuffer[] = []) => port.postMessage(event, moved);
  const joined = new Set<Joined>();
  let connections = 0;

  const serve = (client: Socket) => {
    const connection = ++connections;
    let isBehind = false;
    tell({ type: "open", connection });
    // Neither side waits until more has come, and each may end what it says and still listen.
    const server = connect({ ...to, allowHalfOpen: true, noDelay: true });
    let isConnected = false;
    server.once("connect", () => {
      isConnected = true;
    });
    const one = join(client, server, {
      passed(sender, bytes) {
        if (isBehind) return;
        isBehind = Atomics.load(pending, 0) > MAX_PENDING;
        if (isBehind) return tell({ type: "behind", connection });
        Atomics.add(pending, 0, bytes.length);
        const copy = Uint8Array.from(bytes);
        tell({ type: "passed", connection, sender, bytes: copy, time: Date.now() }, [copy.buffer]);
      },
      failed(side, error) {
        const isUnreached = side === "server" && !isConnected;
        tell({ type: "failed", connection, side, reason: reasonOf(error), isUnreached });
      },
      closed() {
        joined.delete(one);
        tell({ type: "closed", connection, time: Date.now() });
      },
    });
    joined.add(one);
  };

  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, serve);
  server.on("error", (error) => {
    tell({ type: "refused", reason: reasonOf(error) });
    port.close();
  });
  server.listen(listen, () => {
    const { address: host, port: number } = server.address() as { address: string; port: number };
    tell({ type: "listening", address: { host, port: number } });
  });
  port.once("message", () => {
    // The thread ends with its last connection.
    server.close();
    for (const one of joined) one.end();
  });
}

/** The reason in the words of the system; an error about several addresses has none of its own. */
function reasonOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error ? first.message : error.message;
}
