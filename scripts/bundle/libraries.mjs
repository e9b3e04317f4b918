// Two plugins that make bundled libraries smaller. The protocol's libraries are published as CommonJS, of which a bundle holds
// each imported file whole; turned into ES modules, only what is used. And parts of libraries that nothing here
// uses are replaced by stubs.
import { readFileSync } from "node:fs";
import { LOAD } from "./lazyModules.mjs";

/** The libraries, as tsc writes them; of the last one the types are modules already, but for their namespaces. */
const libraries =
  /[\\/]node_modules[\\/]vscode-(?:(?:jsonrpc|languageclient|languageserver|languageserver-protocol)[\\/]lib|languageserver-types[\\/]lib[\\/]esm)[\\/].*\.js$/;

/** Helper code that tsc puts before the code for want of `import`. */
const helpers = /^var __\w+ = \(this && this\.__\w+\)[\s\S]*?^(?:\};?|\}\)\);|\}\)\(\);)$/gm;

const marks = [
  /^"use strict";$/gm,
  /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/gm,
  /^exports\..* = void 0;$/gm,
];

/** Namespaces and enumerations: functions that fill an object. Nothing else comes of calling them. */
const namespace =
  /^(export )?var (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((?:exports\.\2 = )?\2 = \{\}\)\);$/gm;

/** The same for what is there already. */
const more = /^\}\)\((\w+) \|\| \((?:exports\.\1 = )?\1 = \{\}\)\);$/gm;

/** A module of Node.js that takes milliseconds to load, and that only names of pipes are made with. */
const seldom = 'const crypto_1 = require("crypto");';

/**
 * The text of a file as a module.
 * @throws Error where something of CommonJS is left
 */
export function asModule(text, path) {
  const exported = new Set();
  const modules = new Map();
  const others = [];
  const code = marks
    .reduce((left, mark) => left.replace(mark, ""), text.replace(helpers, ""))
    .replace(seldom, "")
    .replaceAll("crypto_1.", `${LOAD}("crypto").`)
    .replace(namespace, (all, isModule, name, body) => {
      if (all.includes("(exports.")) exported.add(name);
      return `${isModule ?? ""}var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({});`;
    })
    .replace(more, (all, name) => {
      if (all.includes("(exports.")) exported.add(name);
      return `})(${name});`;
    })
    .replace(
      /^(?:const|var) (\w+) = (__import\w+\()?require\("([^"]+)"\)\)?;$/gm,
      (_, name, helper, from) => {
        modules.set(name, from);
        // `import … = require(…)` is the one that keeps its name without help: a module that is one function.
        return helper || /_\d+$/.test(name)
          ? `import * as ${name} from "${from}";`
          : `import ${name} from "${from}";`;
      },
    )
    .replace(/^__exportStar\(require\(("[^"]+")\), exports\);$/gm, "export * from $1;")
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name, module, inIt) => {
        others.push(`export { ${inIt} as ${name} } from "${modules.get(module)}";`);
        return "";
      },
    )
    .replace(/^exports\.default = (\w+);$/gm, "export default $1;")
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name) => {
      exported.add(name);
      return "";
    })
    .replace(/^exports\.(\w+) = /gm, (_, name) => {
      exported.add(name);
      return `const ${name} = `;
    })
    .replace(/(?<![.\w])exports\.(\w+)(?! = )/g, (all, name) => (exported.has(name) ? name : all));
  const left =
    /^(?!\s*(?:\/\/|\*|\/\*)).*(?:\bexports\b|\brequire\(|\b__(?:import|export)).*$/m.exec(code);
  if (left) throw new Error(`${path} is not written as was thought: ${left[0]}`);
  const own = exported.size > 0 ? `export { ${[...exported].join(", ")} };` : "";
  return [code, ...others, own].join("\n");
}

/** @type {import("esbuild").Plugin} */
export const librariesAsModules = {
  name: "as modules",
  setup({ onLoad }) {
    onLoad({ filter: libraries }, ({ path }) => ({
      contents: asModule(readFileSync(path, "utf8"), path),
    }));
  },
};

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
  // Client features for servers that offer more than this one: the client then declares that it lacks them.
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
  // Notebooks, which are shown to servers that ask for them; ours asks for none. Pulling diagnostics listens to this
  // feature, and synchronization asks it for cells.
  [
    /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/,
    `const never = () => ({ dispose() {} });
    export class NotebookDocumentSyncFeature {
      static CellScheme = "vscode-notebook-cell";
      registrationType = { method: "notebookDocument/sync" };
      onOpenNotificationSent = never;
      onChangeNotificationSent = never;
      onSaveNotificationSent = never;
      onCloseNotificationSent = never;
      fillClientCapabilities() {}
      initialize() {}
      register() {}
      unregister() {}
      handles() { return false; }
      getState() { return { kind: "static" }; }
      clear() {}
    }`,
  ],
  // Server features that this server lacks: the connection is the same without them.
  [
    /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/](?:callHierarchy|fileOperations|inlayHint|inlineCompletion|inlineValue|moniker|notebook|semanticTokens|textDocumentContent|typeHierarchy)\.js$/,
    (path) => `const NoFeature = (Connection) => Connection;
    export { ${exportsOf(path).map((name) => `NoFeature as ${name}`)} };`,
  ],
  // The check that the editor is new enough: the editor has compared itself with `engines` in package.json already.
  [/[\\/]semver[\\/]functions[\\/]parse\.js$/, "module.exports = () => ({ prerelease: [] });"],
  [/[\\/]semver[\\/]functions[\\/]satisfies\.js$/, "module.exports = () => true;"],
];

/** @type {import("esbuild").Plugin} */
export const unusedPartsOfLibraries = {
  name: "left out",
  setup({ onLoad }) {
    for (const [filter, instead] of replacements) {
      onLoad({ filter }, ({ path }) => ({
        contents: typeof instead === "string" ? instead : instead(path),
      }));
    }
  },
};
