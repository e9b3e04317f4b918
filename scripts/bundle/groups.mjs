// Modules that the source loads one by one, when they are needed, and that are in one file of what is built: each file
// costs the packages more than a module costs its neighbours.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { lazyParts } from "./lazyModules.mjs";

const root = join(import.meta.dirname, "../..");
const folder = "server/cli/commands";

const commands = readdirSync(join(root, folder))
  // The list of commands, and the command that is loaded at the start.
  .filter((file) => file !== "index.ts" && file !== "check.ts")
  .map((file) => `${folder}/${file}`);

/** The modules, by the names of their files in dist. No two of a group export the same name. */
export const groups = {
  // Not needed by checks: the other commands, help, and mistakes in arguments.
  "part-commands": ["server/cli/argumentErrors.ts", "server/cli/program.ts", ...commands],
  // Needed by a check for some of its options, and for large files.
  "part-checkOptions": [
    "server/cli/cache.ts",
    "server/cli/diff.ts",
    "server/cli/filter.ts",
    "server/cli/largeCheck.ts",
    "server/cli/repair.ts",
    "server/cli/reporters/jsonl.ts",
    "server/cli/reporters/junit.ts",
    "server/cli/reporters/sarif.ts",
    "server/cli/threads.ts",
    "server/disk/glob.ts",
  ],
  // Of a tap, its thread included.
  "part-tap": ["server/cli/tap/run.ts", "server/tap/proxy.ts"],
  // Modules that are loaded synchronously on demand.
  ...lazyParts,
};

/** Entry points for the groups. */
export const groupEntries = Object.fromEntries(
  Object.keys(groups).map((name) => [name, `group:${name}`]),
);

/**
 * @param all the modules, by the names of their files in what is built
 * @returns {import("esbuild").Plugin}
 */
export function grouped(all = groups) {
  const groupOf = new Map(
    Object.entries(all).flatMap(([name, paths]) =>
      paths.map((path) => [resolve(root, path), name]),
    ),
  );
  return {
    name: "groups",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => {
        return { path: path.slice("group:".length), namespace: "group" };
      });
      onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        const group = kind === "dynamic-import" && groupOf.get(resolve(resolveDir, `${path}.ts`));
        return group ? { path: group, namespace: "group" } : undefined;
      });
      onLoad({ filter: /./, namespace: "group" }, ({ path: group }) => ({
        contents: all[group].map((path) => `export * from "./${path}";`).join("\n"),
        resolveDir: root,
      }));
    },
  };
}
