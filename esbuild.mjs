// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--watch]
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build, context, transform } from "esbuild";

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  outdir: "dist",
  platform: "node",
  target: "node20",
  format: "cjs",
  mainFields: ["module", "main"],
  // Chinese is half as long as it is and not as escapes.
  charset: "utf8",
  // Less to read at the start; the maps lead back to the source.
  minify: !watch,
  sourcemap: true,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * What several of Node's bundles need stands once, in files of its own, else the package would hold the
 * rules and the protocol several times. esbuild splits modules only; so each file is made CommonJS
 * afterwards, which every VS Code that we run in can load, and which starts sooner.
 * @type {import("esbuild").Plugin}
 */
const asCommonJs = {
  name: "as CommonJS",
  setup({ initialOptions, onEnd }) {
    // A test asks for the files without having them written.
    if (initialOptions.write === false) return;
    initialOptions.write = false;
    initialOptions.sourcemap = "inline"; // it leads the second pass back to the source
    onEnd(async ({ outputFiles = [] }) => {
      mkdirSync(common.outdir, { recursive: true });
      await Promise.all(outputFiles.map(writeCommonJs));
    });
  },
};

async function writeCommonJs({ path, text }) {
  const asksForItsAddress = text.includes("import.meta.url");
  const { code, map } = await transform(text, {
    sourcefile: path,
    format: "cjs",
    platform: "node",
    target: common.target,
    charset: common.charset,
    minify: common.minify,
    sourcemap: "external",
    supported: { "dynamic-import": false },
    // A library asks for its own address, which CommonJS does not know by that name.
    ...(asksForItsAddress && {
      define: { "import.meta.url": "bundleAddress" },
      banner: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;',
    }),
  });
  const mode = text.startsWith("#!") ? 0o755 : 0o644;
  writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`, { mode });
  writeFileSync(`${path}.map`, map);
}

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
  {
    ...common,
    format: "esm",
    splitting: true,
    chunkNames: "shared-[hash]",
    entryPoints: {
      client: "client/node.ts",
      server: "server/node.ts",
      cli: "server/cli/main.ts",
      // What is loaded only when it is asked for, so that no check, nor the server, reads and
      // compiles it at its start.
      "part-reply": "server/cli/reply.ts",
      "part-diagram": "server/cli/diagram.ts",
      "part-walk": "server/disk/walk.ts",
      "part-glob": "server/disk/glob.ts",
      "part-configurationFile": "server/configuration/configurationFile.ts",
      "part-cache": "server/cli/cache.ts",
      "part-largeCheck": "server/cli/largeCheck.ts",
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
    // The command line loads the server only when asked to be one.
    external: ["vscode", "./server.js"],
    plugins: [asCommonJs],
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
