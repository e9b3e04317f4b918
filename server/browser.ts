/** The server in a browser's worker. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { startServer } from "./server";

/** What of a worker's surroundings is used here; the project is compiled without the browser's types. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.addEventListener("message", () => waiting.shift()?.());
port1.start();

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// Nobody else ends a worker whose client has said goodbye.
connection.onExit(() => self.close());

startServer(connection, {
  // A timer would wait for milliseconds; a message only stands at the end of the line.
  turn: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    }),
  now: () => performance.now(),
});
