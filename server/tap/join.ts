/** Joins two streams: each gets every byte that the other one sends, as it is. */

import type { Duplex } from "node:stream";

/** Side of a connection that sends. */
export type Side = "client" | "server";

export interface JoinListener {
  /** Bytes that have been passed on. They may still be on their way: they must not be changed. */
  passed(sender: Side, bytes: Uint8Array): void;
  /** A side failed, or could not be reached. */
  failed(side: Side, error: Error): void;
  /** Both sides are closed, and nothing passes any more. */
  closed(): void;
}

export interface Joined {
  /** Ends both sides after what has been read is written, without waiting for what they still say. */
  end(): void;
}

/** Milliseconds in which a side may end what it says, after the other one is gone and it has taken all that was for it. */
const GRACE = 10_000;

/** Milliseconds in which both sides take what is left for them, after `end`. */
const LEAVE = 1000;

/**
 * A stream is read only as fast as the other one takes its bytes (back pressure). Where one ends what it says, so does the
 * other, and still gets answers. The streams must allow that (`allowHalfOpen`).
 */
export function join(client: Duplex, server: Duplex, listener: JoinListener): Joined {
  let open = 2;
  const timers = new Set<NodeJS.Timeout>();

  const later = (milliseconds: number, side: Duplex) => {
    if (open > 0) timers.add(setTimeout(() => side.destroy(), milliseconds));
  };
  const pass = (sender: Side, from: Duplex, to: Duplex) => {
    const give = (bytes: Uint8Array) => {
      // Whatever is made of a copy comes after this.
      if (!to.destroyed && !to.write(bytes)) from.pause();
      listener.passed(sender, bytes);
    };
    from.on("data", give);
    to.on("drain", () => from.resume());
    from.on("end", () => to.end());
    from.on("error", (error) => listener.failed(sender, error));
    from.once("close", () => {
      // One that failed may have been read further than the other side has taken.
      for (let rest = from.read(); rest !== null; rest = from.read()) give(rest);
      leave(to);
      open--;
      if (open > 0) return;
      for (const timer of timers) clearTimeout(timer);
      listener.closed();
    });
  };
  /** Lets a side take what is left for it, after the other one is gone. */
  const leave = (side: Duplex) => {
    if (side.destroyed) return;
    side.end();
    // What it still says reaches nobody; its end is read all the same.
    side.resume();
    if (side.writableFinished) later(GRACE, side);
    else side.once("finish", () => later(GRACE, side));
  };

  pass("client", client, server);
  pass("server", server, client);
  return {
    end() {
      for (const side of [client, server]) {
        side.pause();
        if (side.destroyed) continue;
        side.end();
        if (side.writableFinished) side.destroy();
        else side.once("finish", () => side.destroy());
        later(LEAVE, side);
      }
    },
  };
}
