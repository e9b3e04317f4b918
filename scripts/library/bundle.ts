/** The code of the package of npm: CommonJS files, which share what several of them need. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/** The modules that programs import, by their names in the package, with what else they are on browsers. */
export const entries = ["index", "vitest", "jest", "chai"] as const;
export type Entry = (typeof entries)[number];

/** Parsers of languages, which the package depends on: with what they need, they would be a quarter of it. */
export const dependencies = [
  "@lezer/common",
  "@lezer/javascript",
  "@lezer/markdown",
  "@lezer/python",
] as const;

/** Imports a script of this repository where it stands: bundled into this one, it would take itself for the program. */
async function script<T>(root: string, path: string): Promise<T> {
  return import(pathToFileURL(join(root, path)).href);
}

type Parts = Readonly<Record<string, readonly string[]>>;

/** Loaded when a function of it is first called, as in the other bundles; and the readers of languages, and replies. */
const ownParts: Parts = {
  ...Object.fromEntries(
    ["documents", "markdown", "javascript", "python", "programs"].map((name) => [
      `part-${name}`,
      [`server/api/adapters/${name}.ts`],
    ]),
  ),
  "part-errorReply": ["server/core/replies/reply.ts"],
};

/** Writes the code into a folder of the repository, with its maps. */
export async function bundle(root: string, folder: string): Promise<Metafile> {
  const { common } = await script<{ common: BuildOptions }>(root, "esbuild.mjs");
  const { asCommonJs } = await script<{ asCommonJs(options: object): Plugin }>(
    root,
    "scripts/bundle/commonJs.mjs",
  );
  const { lazyModules, lazyParts } = await script<{
    lazyModules(parts: Parts): Plugin;
    lazyParts: Parts;
  }>(root, "scripts/bundle/lazyModules.mjs");
  const { grouped } = await script<{ grouped(all: Parts): Plugin }>(
    root,
    "scripts/bundle/groups.mjs",
  );
  const { unusedPartsOfLibraries } = await script<{ unusedPartsOfLibraries: Plugin }>(
    root,
    "scripts/bundle/libraries.mjs",
  );
  const { ruleTexts } = await script<{ ruleTexts(options: object): Plugin }>(
    root,
    "scripts/bundle/ruleTexts.mjs",
  );
  // Every text without a name is looked at: the first check would wait for it.
  const { "part-recognition": _always, ...others } = lazyParts;
  const parts: Parts = { ...others, ...ownParts };
  const matchers = entries.filter((name) => name !== "index");
  const { metafile } = await build({
    ...common,
    absWorkingDir: root,
    outdir: folder,
    external: [...dependencies],
    format: "esm",
    splitting: true,
    chunkNames: "shared-[hash]",
    minify: true,
    metafile: true,
    entryPoints: {
      index: "server/api/index.ts",
      browser: "server/api/browser.ts",
      ...Object.fromEntries(matchers.map((name) => [name, `server/api/matchers/${name}.ts`])),
      ...Object.fromEntries(Object.keys(parts).map((name) => [name, `group:${name}`])),
    },
    plugins: [
      unusedPartsOfLibraries,
      lazyModules(parts),
      ruleTexts({ areThere: false }),
      grouped(parts),
      asCommonJs({ isMarked: false }),
    ],
  });
  return metafile;
}
