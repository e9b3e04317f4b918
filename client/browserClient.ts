/** Client of a server that runs as a worker in a browser. */

import { Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import type { CreateClient } from "./clientModule";

export * from "./lazyFeatures";

/** The browser's worker, as far as it is used here; the project is compiled without the browser's types. */
type Worker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string, options: { name: string }) => Worker;

export const createClient: CreateClient = (context, id, name, options) => {
  const addressOf = (file: string) => Uri.joinPath(context.extensionUri, file).toString(true);
  let worker: Worker | undefined;
  // Each start gets a worker of its own: the previous worker has ended, or no longer answers.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(addressOf("dist/web/server.js"), { name });
    // VS Code starts a worker through another script, so that the worker cannot know its own address.
    worker.postMessage(addressOf("dist/browserServer.js"));
    // Not the worker itself: the library checks its class, and VS Code has replaced that class.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(id, name, start, options);
};
