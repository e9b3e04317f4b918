// What several bundles need stands once, in files of its own, else a package would hold the rules and the
// protocol several times. esbuild splits modules only; so each file is made CommonJS afterwards, which
// every VS Code that we run in and every program can load, and which starts sooner.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { transform } from "esbuild";
import { LOAD } from "./lazyModules.mjs";

/**
 * Each file of a build of modules as CommonJS.
 * @param wrap gives the text before and after a file, by the files that it needs
 * @param named gives, for the outputs of the metafile, a function that puts other names of files into a text
 * @returns {import("esbuild").Plugin}
 */
export function asCommonJs({ wrap = () => ({}), named = () => (text) => text, isMarked = true }) {
  return {
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
        const root = join(import.meta.dirname, "../..");
        mkdirSync(join(root, initialOptions.outdir), { recursive: true });
        const rename = named(outputs);
        await Promise.all(
          outputFiles.map((file) => {
            const name = relative(root, file.path).replaceAll("\\", "/");
            const needed = outputs[name].imports
              .filter(({ kind }) => kind === "import-statement")
              .map((one) => (one.external ? one.path : `./${basename(one.path)}`));
            const wrapped = wrap(needed.map(rename));
            const text = withValues(rename(file.text), file.path, isMarked);
            return writeCommonJs(rename(file.path), text, initialOptions, wrapped);
          }),
        );
      });
    },
  };
}

/**
 * Browsers load the same files. There is no CommonJS, so each is a function of what CommonJS provides; where
 * that is not there, whoever loads the file has put `xmppStanzaPart`, which is told what else is needed.
 */
export const loadableInBrowsers = {
  wrap: (needed) => ({
    // A function in brackets is one that is called at once, so that V8 reads what is in it once and not twice.
    banner:
      '(f=>typeof module=="object"?f(module,require):xmppStanzaPart(' +
      `${JSON.stringify(needed)},f))((function(module,require){`,
    footer: "}));",
  }),
};

/**
 * What a file exports, as values of one object at its end: a check calls from one file into others some million times,
 * and the getters that would be made otherwise are two calls for each, and half a kilobyte in each file. It takes that
 * no two files need each other, and that what is exported stays as it is.
 * @param isMarked whether the object says that it was a module
 */
function withValues(text, path, isMarked) {
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
  const mark = isMarked ? "__esModule:!0" : "";
  return text.replace(all, () => `module.exports={${values.join("")}${mark}};\n`);
}

async function writeCommonJs(path, text, { target, charset, minify }, { banner, footer }) {
  const { code, map } = await transform(text, {
    sourcefile: path,
    format: "cjs",
    platform: "node",
    ...{ target, charset, minify },
    sourcemap: "external",
    supported: { "dynamic-import": false },
    define: { [LOAD]: "require" },
    logOverride: { "commonjs-variable-in-esm": "silent" },
    ...(banner && { banner, footer }),
  });
  writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  writeFileSync(`${path}.map`, map);
}
