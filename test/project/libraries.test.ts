/** The libraries of the protocol, as they are bundled: made modules, they are what they are as CommonJS. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { describe, expect, it } from "vitest";

const ofScript = (path: string) => import(pathToFileURL(join(process.cwd(), path)).href);
const { bundles }: { bundles: BuildOptions[] } = await ofScript("esbuild.mjs");
const {
  asModule,
  librariesAsModules,
}: { asModule(text: string, path: string): string; librariesAsModules: Plugin } = await ofScript(
  "scripts/bundle/libraries.mjs",
);
const require = createRequire(import.meta.url);

/** Exports of a library after it is bundled as modules; evaluated anew, so that its state is its own. */
async function bundled(name: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "${name}";`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    mainFields: ["module", "main"],
    conditions: ["module"],
    plugins: [librariesAsModules],
    logLevel: "error",
  });
  const module = { exports: {} as Record<string, unknown> };
  const run = new Function("module", "exports", "require", outputFiles[0]!.text);
  run(module, module.exports, require);
  return module.exports;
}

/** Names of what there is, down to what a class has, with texts and numbers; the bundler names functions anew. */
function shapeOf(value: unknown, depth = 3): unknown {
  if ((typeof value !== "function" && typeof value !== "object") || value === null) return value;
  if (depth === 0) return typeof value;
  return Object.getOwnPropertyNames(value)
    .filter((name) => !["name", "arguments", "caller", "__esModule"].includes(name))
    .sort()
    .map((name) => [name, shapeOf(insideOf(value, name), depth - 1)]);
}

/** Values that a class computes are there; only the exports of a library are needed. */
function insideOf(value: object, name: string): unknown {
  const { value: inside, get } = Object.getOwnPropertyDescriptor(value, name)!;
  return get && value.constructor === Object ? get.call(value) : inside;
}

describe("libraries of the protocol", () => {
  it.each([
    "vscode-jsonrpc/node",
    "vscode-languageserver-types",
    "vscode-languageserver-protocol/node",
    "vscode-languageserver/node",
  ])("are as modules what they are as CommonJS: %s", async (name) => {
    const library: Record<string, unknown> = require(name);
    expect(Object.keys(library).length).toBeGreaterThan(40);
    const modules = await bundled(name);
    const missing = Object.keys(library).filter((one) => !(one in modules));
    // Of two with one name, CommonJS has the first one and modules neither.
    for (const one of missing) expect(one).toMatch(/^create(?:Message|Protocol)Connection$/);
    const expected = Object.entries(library).filter(([one]) => !missing.includes(one));
    expect(shapeOf(modules)).toEqual(shapeOf(Object.fromEntries(expected)));
  });

  it("fail the build where something is used that modules do not have", async () => {
    const contents = 'import { createMessageConnection } from "vscode-languageserver/node";\n';
    const stdin = { contents: `${contents}createMessageConnection();`, resolveDir: process.cwd() };
    const built = build({
      ...bundles[0],
      entryPoints: [],
      stdin,
      write: false,
      logLevel: "silent",
    });
    await expect(built).rejects.toThrow("createMessageConnection");
  });

  it("are written as is thought, in each of their files", () => {
    const files = ["jsonrpc", "languageclient", "languageserver", "languageserver-protocol"]
      .map((name) => `node_modules/vscode-${name}/lib`)
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
          (file) => `${folder}/${file}`,
        ),
      )
      .filter((file) => file.endsWith(".js"));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files)
      expect(() => asModule(readFileSync(file, "utf8"), file)).not.toThrow();
  });

  it("are refused where something else is written", () => {
    expect(() => asModule("exports.more = 1;\nuse(exports.more);", "a.js")).not.toThrow();
    expect(() => asModule("if (later) exports.more = 1;", "a.js")).toThrow("a.js");
    expect(() => asModule("const more = load ? require('./a') : 0;", "a.js")).toThrow("a.js");
    expect(() => asModule("Object.assign(exports, more);", "a.js")).toThrow("a.js");
  });
});
