// Runs the code that docs/editors.md gives for a web page with CodeMirror, in headless Chromium, with the
// worker of the packages. Nothing is changed in its client: what it announces is what everybody's announces.
// usage: node scripts/editors/codemirror.mjs
//   CHROMIUM=FILE  the browser's program     CHROMIUM_TESTS=required  having none is a failure
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize, sep } from "node:path";
import { build } from "esbuild";
import { root } from "../vscode/common.mjs";
import {
  completesConditions,
  endsWithPage,
  requireChromium,
  runInBrowser,
  untilEqual,
  writeText,
} from "./browserTests.mjs";
import { documentedBlocks, runAll } from "./editor.mjs";

requireChromium();
const [code, ...more] = documentedBlocks("A web page with CodeMirror", "js");
if (!code || more.length > 0) {
  throw new Error("docs/editors.md has other blocks for CodeMirror than this test knows");
}
const reply = readFileSync(join(root, "test/editors/reply.stanza"), "utf8").trimEnd();

/** Serves the page, and `dist` beside it, on this machine; `stop()` ends it. */
async function serve(script) {
  const page = `<!doctype html><meta charset="utf-8"><body><script>${script}</script></body>`;
  const dist = join(root, "dist");
  const server = createServer(({ url }, response) => {
    const path = normalize(join(root, new URL(url, "http://localhost").pathname));
    if (url === "/") response.writeHead(200, { "Content-Type": "text/html" }).end(page);
    else if (!path.startsWith(dist + sep) || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { "Content-Type": "text/javascript" });
      createReadStream(path).pipe(response);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}

const marked = () => [...document.querySelectorAll(".cm-lintRange")].map((one) => one.textContent);

const tests = [
  [
    "a text is checked, by the settings, although the client only waits for its diagnostics",
    async (page) => {
      await writeText(page, reply);
      await untilEqual(page, marked, ["error"]);
    },
  ],
  [
    "a corrected text has no diagnostics",
    async (page) => {
      await writeText(page, reply.replace("<error>", "<error type='cancel'>"));
      await untilEqual(page, marked, []);
    },
  ],
  completesConditions,
  ["the server ends with its page", endsWithPage],
];

await runAll([
  [
    "The code for a web page",
    async () => {
      const { outputFiles } = await build({
        stdin: { contents: code, resolveDir: root, loader: "js" },
        bundle: true,
        write: false,
        format: "iife",
        logLevel: "warning",
      });
      const script = outputFiles[0].text.replaceAll("</script", "<\\/script");
      const { url, stop } = await serve(script);
      try {
        return await runInBrowser(url, tests);
      } finally {
        stop();
      }
    },
  ],
]);
