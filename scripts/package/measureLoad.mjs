// Measures which files a server has loaded by its first diagnostics: the server is started, as a process and as the
// worker of a browser, gets a document, and lists the files that it has loaded by its answer.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const uri = "file:///stanzas.xmpp";

/** Stanzas as they usually are, and a mistake, so that it is seen that they have been checked. */
export const usual = `<message from='juliet@example.com/balcony' to='romeo@example.net' type='chat'>
  <body>Art thou not Romeo, &amp; a Montague?</body>
</message>
<iq from='romeo@example.net/orchard' type='get' id='a1'>
  <query xmlns='jabber:iq:roster'/>
</iq>
<iq to='romeo@example.net/orchard' type='error' id='a1'>
  <error>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>There is none.</text>
  </error>
</iq>
`;

/** Has it check the text, and then do what else is asked; gives the codes of the diagnostics. */
async function talk({ ask, tell }, text, requests) {
  const capabilities = { textDocument: { diagnostic: {} } };
  await ask("initialize", { processId: process.pid, rootUri: null, capabilities });
  tell("initialized", {});
  const textDocument = { uri, languageId: "xmpp-stanza", version: 1, text };
  tell("textDocument/didOpen", { textDocument });
  const { items } = await ask("textDocument/diagnostic", { textDocument: { uri } });
  for (const [method, params] of requests) {
    await ask(method, { textDocument: { uri }, ...params });
  }
  return items.map(({ code }) => code);
}

/**
 * The server as a process of Node.
 * @param requests `[method, parameters]` that are asked after the diagnostics, about the document
 * @returns the names of the files in dist, and the codes of the diagnostics
 */
export async function loadedByProcess(dist, text = usual, requests = []) {
  const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-loaded-"));
  const list = join(folder, "list.json");
  const report = `import { writeFileSync } from "node:fs";
    import { _cache } from "node:module";
    process.on("exit", () => writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(_cache))));`;
  const hook = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const server = spawn(process.execPath, [hook, join(dist, "server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    const ask = (method, params) => connection.sendRequest(method, params);
    const tell = (method, params) => connection.sendNotification(method, params);
    const codes = await talk({ ask, tell }, text, requests);
    await ask("shutdown");
    await tell("exit");
    await ended;
    const files = JSON.parse(readFileSync(list, "utf8")).map((file) => basename(file));
    return { files, codes };
  } finally {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The server as a browser's worker, which is given here what it uses of one. */
export async function loadedByWorker(dist, text = usual, requests = []) {
  const files = [];
  const answers = new Map();
  const listeners = [];
  const address = (file) => `https://example.com/dist/${file}`;
  // A port has no event that marks its end.
  class Channel extends MessageChannel {
    constructor() {
      super();
      for (const port of [this.port1, this.port2]) {
        const { start } = port;
        port.start = () => {
          start.call(port);
          port.unref();
        };
      }
    }
  }
  const self = {
    addEventListener: (type, listener) => type === "message" && listeners.push(listener),
    postMessage({ id, result, error }) {
      if (error) answers.get(id)?.reject(new Error(error.message));
      else answers.get(id)?.resolve(result);
    },
    importScripts(script) {
      files.push(basename(script));
      run(files.at(-1));
    },
    ...{ MessageChannel: Channel, URL, TextDecoder, TextEncoder, crypto, performance, console },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval },
  };
  self.self = self;
  createContext(self);
  const run = (file) => runInContext(readFileSync(join(dist, file), "utf8"), self);
  const send = (message) => self.onmessage({ data: { jsonrpc: "2.0", ...message } });
  files.push("web/server.js");
  run("web/server.js");
  for (const listener of listeners) listener({ data: address("browserServer.js") });
  let asked = 0;
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      answers.set(++asked, { resolve, reject });
      send({ id: asked, method, params });
    });
  const tell = (method, params) => send({ method, params });
  // A port without a listener does not keep the process alive.
  const waiting = setInterval(() => {}, 1000);
  try {
    const codes = await talk({ ask, tell }, text, requests);
    return { files, codes };
  } finally {
    clearInterval(waiting);
  }
}
