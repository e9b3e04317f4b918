/** The server in a worker, and messages to it as CodeMirror's client writes them. */

import type { Transport } from "@codemirror/lsp-client";

/**
 * Starts the server. A page that is open from disk may not load a worker's file; a Blob has no such limit.
 * @param source the code of the worker, as one script
 * @param locale the language of the server's messages, which CodeMirror's client does not send
 * @param onLog receives what the server logs
 */
export function startWorker(
  source: string,
  locale: string,
  onLog: (message: string) => void,
): Transport {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  const handlers = new Set<(message: string) => void>();
  worker.addEventListener("message", ({ data }) => {
    if (data.method === "window/logMessage") onLog(data.params.message);
    for (const handle of handlers) handle(JSON.stringify(data));
  });
  return {
    send(text) {
      const message = JSON.parse(text);
      if (message.method === "initialize") message.params.locale = locale;
      worker.postMessage(message);
    },
    subscribe: (handle) => handlers.add(handle),
    unsubscribe: (handle) => handlers.delete(handle),
  };
}
