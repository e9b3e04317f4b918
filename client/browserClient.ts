/** In a browser the server is a worker. */

import { Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import type { CreateClient } from "./clientModule";

export * from "./clientOptions";

/** What of the browser is used here; the project is compiled without the browser's types. */
type Worker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string, options: { name: string }) => Worker;

export const createClient: CreateClient = (context, id, name, options) => {
  const addressOf = (file: string) => Uri.joinPath(context.extensionUri, file).toString(true);
  let worker: Worker | undefined;
  // Each start gets a worker of its own: the one before has ended, or no longer answers.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(addressOf("dist/web/server.js"), { name });
    // VS Code starts a worker by way of another script, so that it cannot know where its own stands.
    worker.postMessage(addressOf("dist/browserServer.js"));
    // Not the worker itself: the library knows one by its class, and VS Code has put its own in place.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(id, name, start, options);
};
