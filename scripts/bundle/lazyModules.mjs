// What is loaded when one of its functions is first called, without waiting: most runs call none of them. Where such
// a module is imported, functions stand that load it; a worker, too, has a `require` that waits.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The modules, which export functions and nothing else, by the names of their files in dist. */
export const lazyParts = {
  // What is not plain, and what is not well-formed.
  "part-strictReader": "server/core/xml/strictReader.ts",
  // What XEPs define.
  "part-extensions": "server/core/xmpp/extensions.ts",
  "part-appConditions": "server/core/xmpp/appConditions.ts",
};

/** Loads a file beside the one it stands in; what is built puts `require` in its place. */
export const LOAD = "loadPart";

const paths = new Map(
  Object.entries(lazyParts).map(([name, path]) => [join(import.meta.dirname, "../..", path), name]),
);
const names = Object.values(lazyParts).map((path) => basename(path, ".ts"));

/**
 * What stands for a module.
 * @throws Error if it exports something that is no function
 */
export function standIn(text, path, name) {
  const exported = [...text.matchAll(/^export (?!type |interface )(?:function\*? (\w+))?.*/gm)];
  const other = exported.find(([, called]) => called === undefined);
  if (other || exported.length === 0) throw new Error(`${path}: ${other?.[0] ?? "no export"}`);
  const load = `let part;\nconst load = () => (part ??= ${LOAD}("./${name}.js"));`;
  const functions = exported.map(
    ([, called]) => `export const ${called} = (...given) => load().${called}(...given);`,
  );
  return [load, ...functions].join("\n");
}

/** @type {import("esbuild").Plugin} */
export const lazyModules = {
  name: "lazy modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`/(?:${names.join("|")})$`) }, (asked) => {
      const path = join(asked.resolveDir, `${asked.path}.ts`);
      if (asked.kind !== "entry-point" && paths.has(path)) return { path, namespace: "deferred" };
    });
    onLoad({ filter: /./, namespace: "deferred" }, ({ path }) => ({
      contents: standIn(readFileSync(path, "utf8"), path, paths.get(path)),
    }));
  },
};
