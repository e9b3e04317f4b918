/** The server in a Node process: over stdio, a pipe, a socket, or Node's ipc, as the arguments say. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createNodeFileReader } from "./hosts/nodeFiles";
import { tolerantConnection } from "./protocol/introduction";
import { decodeMessagesInSlices } from "./protocol/nodeMessages";
import { startServer } from "./server";

decodeMessagesInSlices();
startServer(createConnection(ProposedFeatures.all, tolerantConnection), {
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
  files: createNodeFileReader,
});
