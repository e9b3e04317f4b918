/** Keeps the layer rule of docs/architecture.md: nothing imports what is above it. */

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, it } from "vitest";

/** The folders of the core, lowest first: each may import from those before it, and from no other. */
const coreLayers = [
  "text",
  "xml",
  "sources",
  "xmpp",
  "rules",
  "check",
  "suppressions",
  "replies",
  "explain",
  "format",
  "document",
  "conversation",
];

const core = (...names: string[]) => names.map((name) => `server/core/${name}`);

/** The layers outside of the core, by their folder or file, each with all it may import from the others. */
const outerLayers: Readonly<Record<string, readonly string[]>> = {
  "package.json": [],
  l10n: [],
  "server/protocol": core("text"),
  "server/l10n": ["package.json", "l10n", ...core("text")],
  // Matches paths with patterns; knows no file system.
  "server/patterns": [],
  // Finds the configuration of a path; the files themselves are read by the callers.
  "server/configuration": ["server/l10n", "server/patterns", ...core(...coreLayers)],
  // The file system, for the command line and for a server that runs in Node.
  "server/disk": ["server/l10n", "server/patterns", "server/configuration", ...core(...coreLayers)],
  "server/features": ["server/protocol", "server/configuration", ...core(...coreLayers)],
  "server/hosts": ["server/protocol", "server/disk", ...core("text")],
  "server/settings": [
    "server/l10n",
    "server/configuration",
    "server/hosts",
    ...core("text", "sources", "rules", "check"),
  ],
  "server/handlers": [
    "package.json",
    "server/protocol",
    "server/l10n",
    "server/configuration",
    "server/disk",
    "server/features",
    "server/hosts",
    "server/settings",
    ...core(...coreLayers),
  ],
  "server/*.ts": [
    "package.json",
    "server/protocol",
    "server/l10n",
    "server/features",
    "server/hosts",
    "server/settings",
    "server/handlers",
    ...core("text", "check"),
  ],
  // The only part that opens connections.
  "server/tap": core(...coreLayers),
  "server/cli": [
    "package.json",
    "server/l10n",
    "server/configuration",
    "server/disk",
    "server/tap",
    ...core(...coreLayers),
  ],
  // The package for programs: functions and matchers.
  "server/api": ["server/configuration", "server/disk", ...core(...coreLayers)],
  "client/webview": core("text", "conversation"),
  // The client asks the core one thing, before there is a server: whether one is needed. What it asks
  // the server is agreed on in a file that imports nothing.
  // A page of its own around the server in a worker, which it talks to in LSP alone.
  playground: ["server/l10n", ...core("text")],
  client: ["client/webview", "server/protocol", ...core("text", "sources", "conversation")],
};

const layers: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    coreLayers.map((name, index) => [`server/core/${name}`, core(...coreLayers.slice(0, index))]),
  ),
  ...outerLayers,
};

/** Files of one folder that import each other, and why they do. */
const circles: readonly { readonly files: readonly string[]; readonly why: string }[] = [
  {
    files: ["server/features/openDocument.ts", "server/features/stanzaView.ts"],
    why: "a document makes its views, and a view answers for its document; only types go back",
  },
];

/** Modules from elsewhere that the core may import. */
const coreModules = ["saxes", "@xmldom/xmldom"];
/** Tokenizers of languages in which stanzas stand, for the adapters alone. */
const sourceModules = ["@lezer/common", "@lezer/javascript", "@lezer/markdown", "@lezer/python"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly external: boolean;
}

const sources = ["server", "client", "playground"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts")),
);
const imports = await importsOf(sources);

/** All imports of the files as esbuild resolves them, those of types too. */
async function importsOf(entryPoints: string[]): Promise<Import[]> {
  const keepTypes: NonNullable<BuildOptions["plugins"]>[number] = {
    name: "keep-type-imports",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replace(
          /^(import|export) (?:type )?((?:\{[^}]*\}|\* as \w+|\w+)(?:, \{[^}]*\})? from )/gm,
          (_, keyword: string, what: string) =>
            `${keyword} ${what.replace(/([{,]\s*)type /g, "$1")}`,
        ),
        loader: "ts",
      }));
    },
  };
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    outdir: "dist",
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    external: ["./server.js"],
    plugins: [keepTypes],
    logLevel: "error",
  });
  return Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path: to, external = false }) => ({ from, to, external })),
  );
}

/** The folder that is the layer of a file: the longest that holds it. */
function layerOf(path: string): string | undefined {
  return Object.keys(layers)
    .filter((layer) =>
      layer === "server/*.ts" ? /^server\/\w+\.ts$/.test(path) : isWithin(path, layer),
    )
    .sort((a, b) => b.length - a.length)[0];
}

function isWithin(path: string, layer: string): boolean {
  return path === layer || path.startsWith(`${layer}/`);
}

/** Sets of files that import each other, directly or by way of others (strongly connected components). */
function circlesIn(all: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, external } of all) {
    if (!external) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const reachable = new Map<string, Set<string>>();
  for (const from of targets.keys()) {
    const seen = new Set<string>();
    const waiting = [...(targets.get(from) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(targets.get(next) ?? []));
    }
    reachable.set(from, seen);
  }
  const inCircle = [...targets.keys()].filter((file) => reachable.get(file)?.has(file)).sort();
  const found: string[][] = [];
  for (const file of inCircle) {
    if (found.some((files) => files.includes(file))) continue;
    found.push(
      inCircle.filter(
        (other) => reachable.get(file)?.has(other) && reachable.get(other)?.has(file),
      ),
    );
  }
  return found;
}

const show = ({ from, to }: Import) => `${from} → ${to}`;

describe("layers", () => {
  it("have every file", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((path) => layerOf(path) === undefined)).toEqual([]);
  });

  it("are folders that hold files", () => {
    const used = new Set([...sources, "package.json", "l10n/a.json"].map(layerOf));
    expect(Object.keys(layers).filter((layer) => !used.has(layer))).toEqual([]);
  });

  it("import nothing above them", () => {
    const inside = imports.filter(({ external }) => !external);
    expect(inside.length).toBeGreaterThan(100);
    const upward = inside.filter(({ from, to }) => {
      const layer = layerOf(from);
      const target = layerOf(to);
      if (layer === undefined || target === undefined) return true;
      return target !== layer && !layers[layer]?.includes(target);
    });
    expect(upward.map(show)).toEqual([]);
  });

  it("are seen with the imports of types", () => {
    // A file that imports nothing but types from the layer below.
    expect(imports.map(show)).toContain("server/core/rules/rule.ts → server/core/xml/scope.ts");
  });
});

describe("circles of imports", () => {
  it("are those within one folder that are listed with a reason", () => {
    expect(circlesIn(imports)).toEqual(circles.map(({ files }) => files));
    for (const { files, why } of circles) {
      expect(new Set(files.map(layerOf)).size, why).toBe(1);
    }
  });

  it("are found", () => {
    const edge = (from: string, to: string) => ({ from, to, external: false });
    expect(circlesIn([edge("a", "b"), edge("b", "c"), edge("c", "b"), edge("c", "d")])).toEqual([
      ["b", "c"],
    ]);
  });
});

describe("the core", () => {
  const external = imports.filter((one) => one.external && one.from.startsWith("server/core/"));

  it("imports saxes, xmldom, the adapters' tokenizers, and nothing else from elsewhere", () => {
    expect(external.map(({ to }) => to)).toContain("saxes");
    const isAllowed = ({ from, to }: Import) =>
      coreModules.includes(to) ||
      (from.startsWith("server/core/sources/") && sourceModules.includes(to));
    expect(external.filter((one) => !isAllowed(one)).map(show)).toEqual([]);
  });
});

describe("the tap", () => {
  it("is alone in using sockets, but for the reader of standard input, which may be one", () => {
    const users = imports.filter(({ to, external }) => external && to === "node:net");
    expect(users.length).toBeGreaterThan(1);
    expect(users.filter(({ from }) => !from.startsWith("server/tap/")).map(show)).toEqual([
      "server/disk/stream.ts → node:net",
    ]);
  });
});

describe("the client", () => {
  it("is alone in using the editor's interface", () => {
    const users = imports.filter(({ to, external }) => external && to === "vscode");
    expect(users.filter(({ from }) => !from.startsWith("client/")).map(show)).toEqual([]);
  });
});
