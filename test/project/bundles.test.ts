/** Contents of the bundles: nothing of Node.js in a browser, no network, nothing that runs other code. */

import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Metafile, type OutputFile } from "esbuild";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";

const languageClient = JSON.parse(
  readFileSync("node_modules/vscode-languageclient/package.json", "utf8"),
);
const address = pathToFileURL(join(process.cwd(), "esbuild.mjs")).href;
const { bundles }: { bundles: BuildOptions[] } = await import(address);

interface Bundle {
  /** Path of the file, from the root of the repository. */
  readonly path: string;
  readonly isWeb: boolean;
  /** True for what the server's worker loads. */
  readonly isOfServer: boolean;
  readonly imports: readonly string[];
  /** The text of each module in it, as far as it is used. */
  readonly modules: ReadonlyMap<string, string>;
}

async function bundlesOf(options: BuildOptions): Promise<Bundle[]> {
  // Without this, a module's text would not be told from another's.
  const plain = { minify: false, sourcemap: false, write: false, metafile: true } as const;
  const { metafile, outputFiles } = await build({ ...options, ...plain });
  const deferred = deferredBy(outputFiles);
  const ofClient = loadedInBrowsers(metafile, deferred, "dist/browserClient.js");
  const ofServer = loadedInBrowsers(metafile, deferred, "dist/browserServer.js");
  return outputFiles
    .filter(({ path }) => path.endsWith(".js"))
    .map(({ path, text }) => {
      const name = nameOf(path);
      const imports = externals(metafile, name);
      const isOfServer = ofServer.has(name);
      const isWeb = options.platform !== "node" || isOfServer || ofClient.has(name);
      // Shared chunks have names that change with their content.
      const stable = name.replace(/(?<=\/shared)-\w+/, "");
      return { path: stable, isWeb, isOfServer, imports, modules: modulesOf(text) };
    });
}

/** Files that an entry for browsers may load at any time; Node loads the same files. */
function loadedInBrowsers(
  { outputs }: Metafile,
  deferred: ReadonlyMap<string, readonly string[]>,
  entry: string,
): Set<string> {
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path) || !outputs[path]) return;
    found.add(path);
    for (const { path: next, external } of outputs[path].imports) if (!external) add(next);
    for (const next of deferred.get(path) ?? []) add(next);
  };
  add(entry);
  return found;
}

/** By file, the files that are loaded when a function is first called (scripts/bundle/lazyModules.mjs). */
function deferredBy(files: readonly OutputFile[]): Map<string, string[]> {
  return new Map(
    files.map(({ path, text }) => {
      const asked = [...text.matchAll(/\bloadPart\("\.\/([\w-]+\.js)"\)/g)];
      return [nameOf(path), asked.map(([, file]) => `dist/${file}`)];
    }),
  );
}

const nameOf = (path: string) => path.slice(process.cwd().length + 1).replaceAll("\\", "/");

const externals = ({ outputs }: Metafile, path: string) =>
  (outputs[path]?.imports ?? []).filter(({ external }) => external).map((one) => one.path);

/** esbuild writes the path of each module above it. */
function modulesOf(text: string): Map<string, string> {
  const modules = new Map<string, string>();
  const heading = /^ *\/\/ ((?:node_modules|server|client|l10n)\/\S+|package\.json)$/gm;
  const found = [...text.matchAll(heading)];
  found.forEach(({ index, 0: { length }, 1: path = "" }, i) => {
    const body = text.slice(index + length, found[i + 1]?.index);
    modules.set(path, (modules.get(path) ?? "") + body);
  });
  return modules;
}

const built = (await Promise.all(bundles.map(bundlesOf))).flat();
const web = built.filter(({ isWeb }) => isWeb);

/** Code that is not our own, and the network. */
const forbidden: Readonly<Record<string, RegExp>> = {
  eval: /(?<![\w.$])eval\s*\(/,
  Function: /\bnew Function\s*\(|(?<![\w.$])Function\s*\(/,
  importScripts: /(?<![\w.$])importScripts\s*\(/,
  "network of a browser":
    /(?<![\w.$])fetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource)\s*\(|\.sendBeacon\s*\(/,
  // A module that is named where it is loaded is in the bundle, or one of its own files.
  "import of what is computed": /(?<![\w.$])(?:import|require)\s*\(\s*(?!["'][^"']*["']\s*\))/,
  Worker: /\bnew (?:Shared)?Worker\s*\(/,
};

/** Modules of Node.js that reach other machines or run other programs. */
const powerful =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http2?|https|inspector|net|tls|vm)(?:\/|$)/;

const translations =
  "for translations at an address; ours are in the bundle, and no address is ever given";

/** Exceptions with their reasons: `bundle: module: name` → reason. */
const allowed: Readonly<Record<string, string>> = {
  "dist/browserClient.js: client/browserClient.ts: Worker":
    "the server itself: a script of this package, by its address within it",
  "dist/client.js: client/loadInBrowser.ts: Function":
    "files of this package, by their address within it, as VS Code runs the first one",
  "dist/part-checkOptions.js: server/cli/threads.ts: Worker":
    "the command line itself in further threads: a script of this package",
  "dist/part-tap.js: server/tap/proxy.ts: Worker":
    "the command line itself in a thread that passes bytes on: a script of this package",
  "dist/part-translations.js: node_modules/@vscode/l10n/dist/browser.js: network of a browser":
    translations,
  "dist/web/server.js: server/hosts/browserWorker.ts: importScripts":
    "files of this package, by their address within it, as Node's require loads them",
};
const allowedModules: Readonly<Record<string, string>> = {
  "dist/cli.js: vm": "files of this package, with what the engine made of them the time before",
  "dist/nodeClient.js: child_process": "the language client starts the server, dist/server.js",
  "dist/part-tap.js: net":
    "the tap listens and connects, where its command line says; by default nobody but this machine reaches it",
  "dist/shared.js: net":
    "the protocol's library can talk over a pipe or a socket: editors may ask for it by the command line",
};

describe("the bundles", () => {
  it("are all looked at, each with its modules", () => {
    const clients = ["client.js", "nodeClient.js", "browserClient.js"];
    const expected = [...clients, "cli.js", "server.js", "browserServer.js", "web/server.js"];
    expect(built.map(({ path }) => path)).toEqual(
      expect.arrayContaining(expected.map((name) => `dist/${name}`)),
    );
    for (const { modules, path } of built) {
      // A module that is loaded later may be in another bundle, too; then both load it from a third file.
      if (!/\/(?:part-\w+|shared)\./.test(path)) expect(modules.size, path).toBeGreaterThan(0);
    }
    const all = new Set(built.flatMap(({ modules }) => [...modules.keys()]));
    expect([...all]).toEqual(
      expect.arrayContaining(["server/core/sources/markdown.ts", "server/cli/reporters/sarif.ts"]),
    );
    expect(web.flatMap(({ modules }) => [...modules.keys()])).toEqual(
      expect.arrayContaining(["server/server.ts", "node_modules/saxes/saxes.js"]),
    );
  });

  it.each([
    ["eval", "x = eval(text)"],
    ["Function", "new Function('a', text)"],
    ["importScripts", "importScripts(address)"],
    ["network of a browser", "await fetch(address)"],
    ["import of what is computed", "await import(path)"],
    ["import of what is computed", "require(join(folder, 'x.js'))"],
    ["import of what is computed", "import('./' + name)"],
    ["Worker", "new Worker(address)"],
  ])("would be caught with %s: %s", (what, text) => {
    expect(forbidden[what]!.test(text)).toBe(true);
    expect(
      forbidden[what]!.test("require('./part.js'); import(\"./other.js\"); important(x)"),
    ).toBe(false);
  });

  it("run no code but their own and reach no network, with exceptions that have a reason", () => {
    const found = built.flatMap(({ path, modules }) =>
      [...modules].flatMap(([module, text]) =>
        Object.entries(forbidden)
          .filter(([, pattern]) => pattern.test(withoutComments(text)))
          .map(([what]) => `${path}: ${module}: ${what}`),
      ),
    );
    expect(found.sort()).toEqual(Object.keys(allowed).sort());
  });

  it("use no module that runs programs or reaches other machines, with such exceptions", () => {
    const found = built.flatMap(({ path, imports }) =>
      imports
        .filter((one) => powerful.test(one))
        .map((one) => `${path}: ${one.replace(/^node:/, "")}`),
    );
    expect([...new Set(found)].sort()).toEqual(Object.keys(allowedModules).sort());
  });
});

function handlerFiles(): string[] {
  return readdirSync("server/handlers").map((file) => `server/handlers/${file}`);
}

describe("code that is left out of libraries", () => {
  it("holds no feature that the server has", () => {
    const modules = new Map(built.flatMap((bundle) => [...bundle.modules]));
    const left = [...modules].filter(([, text]) =>
      /\b(?:class|const|var) NoFeature\d*\b/.test(text),
    );
    expect(left.length).toBe(14 + 10);
    const offered = ["server/server.ts", ...handlerFiles()]
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/(\w+)Provider\b/g)])
      .map(([, name = ""]) => name);
    expect(offered).toEqual(expect.arrayContaining(["hover", "completion", "rename", "codeLens"]));
    const names = left.map(([path]) => /(\w+)\.js$/.exec(path)?.[1] ?? "");
    expect(names.filter((name) => offered.includes(name))).toEqual([]);
  });

  it("holds what shows notebooks to a server, because ours asks for none", () => {
    const modules = new Map(built.flatMap((bundle) => [...bundle.modules]));
    const left = modules.get("node_modules/vscode-languageclient/lib/common/notebook.js");
    expect(left).toContain("NotebookDocumentSyncFeature");
    expect(left).not.toContain("notebookDidOpen");
    const files = readdirSync("server", { recursive: true, encoding: "utf8" });
    const asking = files
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => readFileSync(`server/${file}`, "utf8").includes("notebookDocumentSync"));
    expect(asking).toEqual([]);
  });

  it("holds the characters of HTML, because what is parsed is XML", () => {
    const sources = readdirSync("server", { recursive: true, encoding: "utf8" });
    const parsed = sources
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [
        ...readFileSync(`server/${file}`, "utf8").matchAll(/parseFromString\([^;]*?"([\w/+]+)"\)/g),
      ])
      .map(([, type]) => type);
    expect([...new Set(parsed)]).toEqual(["text/xml"]);
  });

  it("is the client's look at the editor's version, because the manifest asks for the same one", () => {
    expect(packageJson.engines.vscode).toBe(languageClient.engines.vscode);
  });
});

describe("the bundles for browsers", () => {
  it("import nothing but the editor, and the server not even that", () => {
    expect(web.length).toBeGreaterThanOrEqual(8);
    for (const { path, imports, isOfServer } of web) {
      // The first file of the extension is Node's, too, and only there it asks for the next one so.
      const allowed = path === "dist/client.js" ? ["vscode", "./nodeClient"] : ["vscode"];
      expect(isOfServer ? [] : allowed, path).toEqual(
        expect.arrayContaining([...new Set(imports)]),
      );
    }
    expect(web.filter(({ isOfServer }) => isOfServer).length).toBeGreaterThanOrEqual(8);
  });

  it("ask for no module of Node.js", () => {
    for (const { path, modules } of web) {
      for (const [module, text] of modules) {
        const asked = [...withoutComments(text).matchAll(/\brequire\(["']([^"']+)["']\)/g)];
        const builtins = asked.map(([, name = ""]) => name).filter(isBuiltin);
        expect(builtins, `${path}: ${module}`).toEqual([]);
      }
    }
  });
});

/** Prose may speak of what code must not do. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
