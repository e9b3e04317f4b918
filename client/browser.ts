/** The extension in a browser: the server is a worker. */

import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import { type Api, startExtension } from "./client";

/** What of the browser is used here; the project is compiled without the browser's types. */
type Worker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string, options: { name: string }) => Worker;

export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true);
  return startExtension(context, {
    createClient(id, name, options) {
      let worker: Worker | undefined;
      // Each start gets a worker of its own: the one before has ended, or no longer answers.
      const start = async () => {
        worker?.terminate();
        worker = new Worker(script, { name });
        // Not the worker itself: the library knows one by its class, and VS Code has put its own in place.
        return {
          reader: new BrowserMessageReader(worker),
          writer: new BrowserMessageWriter(worker),
        };
      };
      return new LanguageClient(id, name, start, options);
    },
  });
}
