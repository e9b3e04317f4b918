/** Entry point of the server in a browser's worker. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { tolerantConnection } from "./protocol/introduction";
import { startServer } from "./server";

/** The used part of a worker's globals; the project is compiled without the browser's types. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.addEventListener("message", () => waiting.shift()?.());
port1.start();

const connection = createConnection(
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  tolerantConnection,
);
// A worker does not end by itself when its client exits.
connection.onExit(() => self.close());

startServer(connection, {
  // A timer would wait for milliseconds; a message only goes to the end of the queue.
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    }),
  now: () => performance.now(),
});
