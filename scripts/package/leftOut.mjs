// What libraries hold and nothing here uses, which they cannot be bundled without: a tenth of the package.
import { readFileSync } from "node:fs";

/** The names that a file of CommonJS exports. */
function exportsOf(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^exports\.(\w+) = \1;$/gm)].map(([, name]) => name);
}

/** Paths within node_modules, and what stands there instead. */
const replacements = [
  // The names of HTML's characters; what is parsed here is XML.
  [
    /[\\/]@xmldom[\\/]xmldom[\\/]lib[\\/]entities\.js$/,
    `exports.XML_ENTITIES = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };
    exports.HTML_ENTITIES = exports.entityMap = {};`,
  ],
  // What the client could do with servers that offer more than ours: it then says that it cannot.
  [
    /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/](?:callHierarchy|colorProvider|declaration|fileOperations|implementation|inlayHint|inlineCompletion|inlineValue|semanticTokens|signatureHelp|textDocumentContent|typeDefinition|typeHierarchy|workspaceSymbol)\.js$/,
    (path) => `class NoFeature {
      fillClientCapabilities() {}
      initialize() {}
      getState() { return { kind: "static" }; }
      clear() {}
    }
    export { ${exportsOf(path).map((name) => `NoFeature as ${name}`)} };`,
  ],
  // What servers could have that ours has not: the connection is the same without it.
  [
    /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/](?:callHierarchy|fileOperations|inlayHint|inlineCompletion|inlineValue|moniker|notebook|semanticTokens|textDocumentContent|typeHierarchy)\.js$/,
    (path) => `const NoFeature = (Connection) => Connection;
    export { ${exportsOf(path).map((name) => `NoFeature as ${name}`)} };`,
  ],
  // Whether the editor is new enough: it has held itself against `engines` in package.json already.
  [/[\\/]semver[\\/]functions[\\/]parse\.js$/, "module.exports = () => ({ prerelease: [] });"],
  [/[\\/]semver[\\/]functions[\\/]satisfies\.js$/, "module.exports = () => true;"],
];

/** @type {import("esbuild").Plugin} */
export const leftOut = {
  name: "left out",
  setup({ onLoad }) {
    for (const [filter, instead] of replacements) {
      onLoad({ filter }, ({ path }) => ({
        contents: typeof instead === "string" ? instead : instead(path),
      }));
    }
  },
};
