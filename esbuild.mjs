// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--production] [--watch]
import { realpathSync, rmSync } from "node:fs";
import { build, context } from "esbuild";

const production = process.argv.includes("--production");

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  outdir: "dist",
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  logLevel: "warning",
};

/** For a browser's worker, which has no modules: what the client exports, its host reads as CommonJS. */
const web = {
  ...common,
  outdir: "dist/web",
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
};

/**
 * The bundles; `vscode` is the one module that the editor itself provides.
 * @type {import("esbuild").BuildOptions[]}
 */
export const bundles = [
  { ...common, entryPoints: { client: "client/node.ts" }, external: ["vscode"] },
  { ...common, entryPoints: { server: "server/node.ts" } },
  // The command line loads the server only when asked to be one.
  {
    ...common,
    entryPoints: { cli: "server/cli/main.ts" },
    external: ["./server.js"],
    // A library there asks for its own address, which a CommonJS bundle does not know by that name.
    define: { "import.meta.url": "bundleAddress" },
    banner: { js: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;' },
  },
  { ...web, entryPoints: { client: "client/browser.ts" }, external: ["vscode"] },
  { ...web, entryPoints: { server: "server/browser.ts" }, format: "iife" },
  // What the editor shows in a view of its own, on the desktop as in a browser.
  {
    ...web,
    outdir: "dist/webview",
    entryPoints: ["client/webview/conversation.ts", "client/webview/conversation.css"],
    format: "iife",
  },
];

async function main() {
  if (process.argv.includes("--watch")) {
    for (const options of bundles) await (await context(options)).watch();
  } else {
    rmSync("dist", { recursive: true, force: true });
    await Promise.all(bundles.map((options) => build(options)));
  }
}

// A test looks at the bundles without building them here.
if (realpathSync(process.argv[1]) === import.meta.filename) await main();
