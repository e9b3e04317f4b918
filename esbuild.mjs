// Bundles what runs: the client, the server and the command line, into dist/.
// usage: node esbuild.mjs [--watch]
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { build, context, transform } from "esbuild";
import { groupEntries, grouped } from "./scripts/bundle/groups.mjs";
import { LOAD, lazyModules, lazyParts } from "./scripts/bundle/lazyModules.mjs";
import { librariesAsModules, unusedPartsOfLibraries } from "./scripts/bundle/libraries.mjs";
import { RULE_TEXTS, ruleTexts } from "./scripts/bundle/ruleTexts.mjs";
import { joinSharedChunks } from "./scripts/bundle/sharedChunks.mjs";

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
  logOverride: { "import-is-undefined": "error" },
};

/**
 * What several bundles need stands once, in files of its own, else the package would hold the rules and the
 * protocol several times. esbuild splits modules only; so each file is made CommonJS afterwards, which
 * every VS Code that we run in can load, and which starts sooner.
 *
 * Browsers load the same files. There is no CommonJS, so each is a function of what CommonJS provides; where
 * that is not there, whoever loads the file has put `xmppStanzaPart`, which is told what else is needed.
 * @type {import("esbuild").Plugin}
 */
const asCommonJs = {
  name: "as CommonJS",
  setup({ initialOptions, onEnd }) {
    // A test asks for the files without having them written.
    if (initialOptions.write === false) return;
    initialOptions.write = false;
    initialOptions.metafile = true;
    initialOptions.sourcemap = "inline"; // it leads the second pass back to the source
    onEnd(async ({ outputFiles = [], metafile }) => {
      // While one watches, a mistake ends a build with nothing.
      if (!metafile) return;
      const { outputs } = metafile;
      mkdirSync(common.outdir, { recursive: true });
      const named = namesOfShared(outputs);
      await Promise.all(
        outputFiles.map((file) => {
          const name = relative(import.meta.dirname, file.path).replaceAll("\\", "/");
          const needed = outputs[name].imports
            .filter(({ kind }) => kind === "import-statement")
            .map((one) => (one.external ? one.path : `./${basename(one.path)}`));
          return writeCommonJs(named(file.path), named(file.text), needed.map(named));
        }),
      );
    });
  },
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

/**
 * What a file exports, as values of one object at its end: a check calls from one file into others some million times,
 * and the getters that would be made otherwise are two calls for each, and half a kilobyte in each file. It takes that
 * no two files need each other, and that what is exported stays as it is.
 */
function withValues(text, path) {
  const exported = /\bexport\s*\{([^}]*)\};?\s*(?=\/\/# sourceMappingURL=|$)/.exec(text);
  const [all = "", names = ""] = exported ?? [];
  // Not every first file of a program exports something.
  if (/\bexport\s*[{*]/.test(text.slice(exported ? exported.index + all.length : 0))) {
    throw new Error(`${path} does not export all at its end`);
  }
  if (!exported) return text;
  const values = names.split(",").map((name) => {
    const [value, outside = value] = name.trim().split(/\s+as\s+/);
    return `${outside}:${value},`;
  });
  return text.replace(all, () => `module.exports={${values.join("")}__esModule:!0};\n`);
}

async function writeCommonJs(path, text, needed) {
  const { code, map } = await transform(withValues(text, path), {
    sourcefile: path,
    format: "cjs",
    platform: "node",
    target: common.target,
    charset: common.charset,
    minify: common.minify,
    sourcemap: "external",
    supported: { "dynamic-import": false },
    define: { [LOAD]: "require" },
    logOverride: { "commonjs-variable-in-esm": "silent" },
    // A function in brackets is one that is called at once, so that V8 reads what is in it once and not twice.
    banner:
      '(f=>typeof module=="object"?f(module,require):xmppStanzaPart(' +
      `${JSON.stringify(needed)},f))((function(module,require){`,
    footer: "}));",
  });
  writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  writeFileSync(`${path}.map`, map);
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
      "part-answers": "server/core/replies/answerAs.ts",
      "part-conversationSvg": "server/core/conversation/conversationSvg.ts",
      "part-walk": "server/disk/walk.ts",
      "part-configurationFile": "server/configuration/configurationFile.ts",
      ...groupEntries,
      [RULE_TEXTS]: RULE_TEXTS,
      ...Object.fromEntries(
        ["documents", "markdown", "javascript", "python"].map((source) => [
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
      lazyModules,
      ruleTexts,
      joinSharedChunks,
      grouped,
      asCommonJs,
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
