// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--watch]
import { realpathSync, rmSync } from "node:fs";
import { build, context } from "esbuild";
import { asCommonJs, loadableInBrowsers } from "./scripts/bundle/commonJs.mjs";
import { groupEntries, grouped } from "./scripts/bundle/groups.mjs";
import { lazyModules, lazyParts } from "./scripts/bundle/lazyModules.mjs";
import { librariesAsModules, unusedPartsOfLibraries } from "./scripts/bundle/libraries.mjs";
import { RULE_TEXTS, ruleTexts } from "./scripts/bundle/ruleTexts.mjs";
import { joinSharedChunks } from "./scripts/bundle/sharedChunks.mjs";

const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
export const common = {
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
  logOverride: { "import-is-undefined": "error" },
};

/** What only editors ask for is called `editor-…`, so that the package of npm can leave it out. */
function namesOfShared(outputs) {
  const isAsked = new Set();
  const ask = (name) => {
    if (isAsked.has(name)) return;
    isAsked.add(name);
    for (const { path, external } of outputs[name].imports) if (!external) ask(path);
  };
  for (const name of ["part-main", "server", RULE_TEXTS, ...Object.keys(lazyParts)])
    ask(`dist/${name}.js`);
  const forEditors = new Set(Object.keys(outputs).filter((name) => !isAsked.has(name)));
  return (text) =>
    text.replace(/shared-(\w+)\.js/g, (name, hash) =>
      forEditors.has(`dist/${name}`) ? `editor-${hash}.js` : name,
    );
}

/** What browsers load by themselves, without `xmppStanzaPart`. */
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
      nodeClient: "client/nodeClient.ts",
      browserClient: "client/browserClient.ts",
      server: "server/node.ts",
      browserServer: "server/browser.ts",
      "part-main": "server/cli/main.ts",
      // What is loaded only when it is asked for, so that no check, nor the server, reads and
      // compiles it at its start.
      "part-features": "server/handlers/lazyFeatures.ts",
      "part-translations": "server/l10n/translations.ts",
      "part-errorReply": "server/core/replies/reply.ts",
      "part-conversationSvg": "server/core/conversation/conversationSvg.ts",
      "part-walk": "server/disk/walk.ts",
      "part-configurationFile": "server/configuration/configurationFile.ts",
      ...groupEntries,
      [RULE_TEXTS]: RULE_TEXTS,
      ...Object.fromEntries(
        ["documents", "markdown", "javascript", "python", "programs"].map((source) => [
          `part-${source}`,
          `server/core/sources/${source}.ts`,
        ]),
      ),
    },
    // The command line loads the server only when asked to be one.
    external: ["vscode", "./server.js"],
    // The libraries of the protocol have a module for each.
    conditions: ["module", "node", "browser"],
    // Node's reads translations from files, too; ours are bundled.
    alias: { "@vscode/l10n": "@vscode/l10n/dist/browser.js" },
    plugins: [
      unusedPartsOfLibraries,
      librariesAsModules,
      lazyModules(),
      ruleTexts(),
      joinSharedChunks,
      grouped(),
      asCommonJs({ named: namesOfShared, ...loadableInBrowsers }),
    ],
  },
  // It loads the rest of the command line, by itself.
  { ...common, entryPoints: { cli: "server/cli/start.ts" } },
  // The editor loads this first, on the desktop as in a browser, and it loads the rest when it is needed.
  {
    ...common,
    platform: "neutral",
    target: ["node20", "es2022"],
    entryPoints: { client: "client/client.ts" },
    external: ["vscode", "./nodeClient"],
    supported: { "dynamic-import": false },
  },
  { ...web, entryPoints: { server: "server/hosts/browserWorker.ts" }, format: "iife" },
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
