// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--production] [--watch]
import { rmSync } from "node:fs";
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

/** The bundles; `vscode` is the one module that the editor itself provides. */
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
];

if (process.argv.includes("--watch")) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  rmSync("dist", { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
}
