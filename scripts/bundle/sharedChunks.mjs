// Keeps together what is always loaded together. The bundler makes a file for each set of first files that need a
// module, so each part that is loaded later would cut what it shares with a program into more files: of 60 KB, in the
// end, there were thirty. Whoever loads a part has all loaded that its program begins with, so the part may
// just as well need all of that.
import { resolve } from "node:path";
import { build } from "esbuild";
import { groups } from "./groups.mjs";

/** The programs that load parts, by the files that they begin with. */
const programs = ["dist/server.js", "dist/browserServer.js", "dist/part-main.js"];

/** Name of a module in a bundle's metafile: a path, or the name that a plugin has made of one. */
function modulePath(name) {
  const [, namespace, path] = /^([\w-]{2,}):(.+)$/.exec(name) ?? [];
  return namespace ? { namespace, path } : { path: resolve(name) };
}

/** The modules of a first file, as far as `follows` says of what is imported. */
function modulesOf({ outputs }, first, follows) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file) || !outputs[file]) return;
    files.add(file);
    for (const one of outputs[file].imports) if (!one.external && follows(one.kind)) add(one.path);
  };
  add(first);
  return {
    files,
    modules: new Set([...files].flatMap((file) => Object.keys(outputs[file].inputs))),
  };
}

/** Modules that are loaded before each part in any case: all programs that load the part begin with them. */
function beginnings(metafile, parts) {
  const found = programs.map((program) => ({
    begins: modulesOf(metafile, program, (kind) => kind === "import-statement").modules,
    loads: modulesOf(metafile, program, () => true).files,
  }));
  return new Map(
    parts.map((part) => {
      const own = found.filter(({ loads }) => loads.has(`dist/${part}.js`));
      // Lazy modules are in no list, and all programs may load them.
      const [first, ...others] = own.length > 0 ? own : found;
      const modules = [...first.begins].filter((one) =>
        others.every(({ begins }) => begins.has(one)),
      );
      return [part, modules];
    }),
  );
}

/** @type {import("esbuild").Plugin} */
export const joinSharedChunks = {
  name: "together",
  async setup({ initialOptions, onResolve, onLoad }) {
    const { entryPoints, plugins } = initialOptions;
    const parts = Object.keys(entryPoints).filter(
      (name) => name.startsWith("part-") && !programs.includes(`dist/${name}.js`),
    );
    const apart = plugins.filter(({ name }) => name !== "together" && name !== "as CommonJS");
    const plain = { write: false, metafile: true, sourcemap: false, plugins: apart };
    const { metafile } = await build({ ...initialOptions, ...plain });
    const exportsOf = new Map(parts.map((part) => [part, metafile.outputs[`dist/${part}.js`]]));
    const needed = beginnings(metafile, parts);

    // A module that is used and has no effects of its own is bundled with its users.
    initialOptions.logOverride = { ...initialOptions.logOverride, "ignored-bare-import": "silent" };
    initialOptions.entryPoints = {
      ...entryPoints,
      ...Object.fromEntries(parts.map((part) => [part, `together:${part}`])),
    };
    const partOf = new Map(
      parts.flatMap((part) =>
        (groups[part] ?? [entryPoints[part]]).map((path) => [resolve(path), part]),
      ),
    );
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const part = kind === "dynamic-import" && partOf.get(resolve(resolveDir, `${path}.ts`));
      return part ? { path: part, namespace: "together" } : undefined;
    });
    onResolve({ filter: /^together:/ }, ({ path }) => ({
      path: path.slice("together:".length),
      namespace: "together",
    }));
    onResolve({ filter: /^itself:/ }, ({ path }) => modulePath(path.slice("itself:".length)));
    onLoad({ filter: /./, namespace: "together" }, ({ path: part }) => {
      const { exports, entryPoint } = exportsOf.get(part);
      const itself = (name) => JSON.stringify(`itself:${name}`);
      const imports = needed.get(part).map((name) => `import ${itself(name)};`);
      return {
        contents: `${imports.join("\n")}\nexport { ${exports} } from ${itself(entryPoint)};`,
        resolveDir: process.cwd(),
      };
    });
  },
};
