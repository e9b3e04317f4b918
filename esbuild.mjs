// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--watch]
import { realpathSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { build, context } from "esbuild";

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  outdir: "dist",
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  // Less to read at the start; the maps lead back to the source.
  minify: !watch,
  sourcemap: true,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * What is loaded only when it is asked for is a bundle of its own, so that a check, or the server, does
 * not read and compile it at its start.
 * @type {import("esbuild").Plugin}
 */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path }) =>
      kind === "dynamic-import"
        ? { path: `./part-${basename(path)}.js`, external: true }
        : undefined,
    );
  },
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
  { ...common, entryPoints: { server: "server/node.ts" }, plugins: [apart] },
  // The command line loads the server only when asked to be one.
  {
    ...common,
    entryPoints: {
      cli: "server/cli/main.ts",
      "part-reply": "server/cli/reply.ts",
      "part-diagram": "server/cli/diagram.ts",
      "part-walk": "server/disk/walk.ts",
      "part-glob": "server/disk/glob.ts",
      "part-configurationFile": "server/configuration/configurationFile.ts",
      "part-cache": "server/cli/cache.ts",
      "part-threads": "server/cli/threads.ts",
      "part-diff": "server/cli/diff.ts",
      "part-repair": "server/cli/repair.ts",
      "part-rules": "server/cli/rules.ts",
      "part-explain": "server/cli/explain.ts",
      "part-sarif": "server/cli/reporters/sarif.ts",
      "part-junit": "server/cli/reporters/junit.ts",
      ...Object.fromEntries(
        ["xep", "markdown", "scansion", "transcript", "javascript", "python"].map((source) => [
          `part-${source}`,
          `server/core/sources/${source}.ts`,
        ]),
      ),
    },
    external: ["./server.js"],
    plugins: [apart],
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
  if (watch) {
    for (const options of bundles) await (await context(options)).watch();
  } else {
    rmSync("dist", { recursive: true, force: true });
    await Promise.all(bundles.map((options) => build(options)));
  }
}

// A test looks at the bundles without building them here.
if (realpathSync(process.argv[1]) === import.meta.filename) await main();
