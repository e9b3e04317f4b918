/** Keeps the layer rule of docs/architecture.md: nothing imports what is above it. */

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, it } from "vitest";

/** The layers, each with all it may import from the others. */
const layers: Readonly<Record<string, { readonly files: RegExp; readonly below: string[] }>> = {
  text: { files: /^server\/core\/(?:countUntil|editableText|lines|translate)\.ts$/, below: [] },
  languages: { files: /^server\/languages\.ts$/, below: [] },
  localise: {
    files: /^server\/(?:localise|translations)\.ts$/,
    below: ["manifest", "text", "languages"],
  },
  xml: { files: /^server\/core\/xml\//, below: [] },
  // Who sends what on which stream: sources say it, and pairing goes by it.
  turns: { files: /^server\/core\/turns\.ts$/, below: ["text", "xml"] },
  sources: { files: /^server\/core\/sources\//, below: ["xml", "turns"] },
  xmpp: { files: /^server\/core\/xmpp\//, below: ["xml", "turns"] },
  rules: { files: /^server\/core\/rules\//, below: ["text", "xml", "xmpp"] },
  // What words mean, for hover, completion and the command line.
  explanations: {
    files: /^server\/core\/(?:explanations|explainName)\.ts$/,
    below: ["text", "xmpp"],
  },
  lint: {
    files:
      /^server\/core\/(?:lint|config|explainRule|markdown|messages|offsets|ruleFailures|steps|suppressions|trialBudget)\.ts$/,
    below: ["text", "xml", "xmpp", "rules"],
  },
  // What a chart shows, as data; the view in the editor draws it with nothing else of the core.
  chart: { files: /^server\/core\/conversationChart\.ts$/, below: ["text"] },
  document: {
    files:
      /^server\/core\/(?:conversation|conversationMermaid|conversationStyle|conversationSvg|document|documentFindings|documentFixes|silencedFindings|format|formatDocument|idFilter|partedText|checkedText|framedText|knownShapes|watchedStanza|repair|replies|reply|report|sourceDocument|structure|suppress|unusedSuppressions)\.ts$/,
    below: ["text", "chart", "xml", "turns", "sources", "xmpp", "rules", "lint"],
  },
  // Which configuration holds for which file; the files themselves are read by whoever asks.
  configuration: {
    files: /^server\/configuration\//,
    below: ["text", "languages", "xml", "sources", "xmpp", "rules", "lint"],
  },
  // The file system, for the command line and for a server that runs in Node.
  disk: {
    files: /^server\/disk\//,
    below: ["text", "languages", "xml", "sources", "xmpp", "rules", "lint", "configuration"],
  },
  features: {
    files: /^server\/features\//,
    below: [
      "protocol",
      "configuration",
      "text",
      "explanations",
      "chart",
      "xml",
      "turns",
      "sources",
      "xmpp",
      "rules",
      "lint",
      "document",
    ],
  },
  server: {
    files: /^server\/(?!protocol|localise|translations|languages)\w+\.ts$/,
    below: [
      "manifest",
      "protocol",
      "text",
      "languages",
      "configuration",
      "disk",
      "localise",
      "xml",
      "sources",
      "xmpp",
      "rules",
      "lint",
      "document",
      "features",
    ],
  },
  cli: {
    files: /^server\/cli\//,
    below: [
      "manifest",
      "text",
      "languages",
      "configuration",
      "disk",
      "localise",
      "explanations",
      "chart",
      "xml",
      "sources",
      "xmpp",
      "rules",
      "lint",
      "document",
    ],
  },
  webview: { files: /^client\/webview\//, below: ["text", "chart"] },
  // The client asks the core one thing, before there is a server: whether one is needed. What it asks
  // the server is agreed on in a file that imports nothing.
  client: { files: /^client\//, below: ["sources", "chart", "webview", "protocol"] },
  protocol: { files: /^server\/protocol\.ts$/, below: [] },
  manifest: { files: /^(?:package|l10n\/.*)\.json$/, below: [] },
};

/** Modules from elsewhere that the core may import. */
const coreModules = ["saxes", "@xmldom/xmldom"];
/** Tokenizers of languages in which stanzas stand, for the adapters alone. */
const sourceModules = ["@lezer/common", "@lezer/javascript", "@lezer/markdown", "@lezer/python"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly external: boolean;
}

const sources = ["server", "client"].flatMap((folder) =>
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

function layerOf(path: string): string | undefined {
  return Object.keys(layers).find((name) => layers[name]?.files.test(path));
}

const show = ({ from, to }: Import) => `${from} → ${to}`;

describe("layers", () => {
  it("have every file", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((path) => layerOf(path) === undefined)).toEqual([]);
  });

  it("import nothing above them", () => {
    const inside = imports.filter(({ external }) => !external);
    expect(inside.length).toBeGreaterThan(100);
    const upward = inside.filter(({ from, to }) => {
      const layer = layerOf(from);
      const target = layerOf(to);
      if (layer === undefined || target === undefined) return true;
      return target !== layer && !layers[layer]?.below.includes(target);
    });
    expect(upward.map(show)).toEqual([]);
  });

  it("are seen with the imports of types", () => {
    // A file that imports nothing but types from the layer below.
    expect(imports.map(show)).toContain("server/core/rules/rule.ts → server/core/xml/scope.ts");
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

describe("the client", () => {
  it("is alone in using the editor's interface", () => {
    const users = imports.filter(({ to, external }) => external && to === "vscode");
    expect(users.filter(({ from }) => !from.startsWith("client/")).map(show)).toEqual([]);
  });
});
