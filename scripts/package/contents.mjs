// What the packages for VS Code hold, written down: a file that is not named here is not in them.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** In both: what the editor reads, and what people read. */
const common = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "THIRD-PARTY-NOTICES",
  "dist/webview/conversation.css",
  "dist/webview/conversation.js",
  "l10n/bundle.l10n.zh-cn.json",
  "media/icon.png",
  "media/walkthrough-problems.svg",
  "media/walkthrough-repair.svg",
  "media/walkthrough-understand.svg",
  "media/walkthrough-write.svg",
  "package.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "schemas/xmpp-stanza.editor.schema.json",
  "snippets/xmpp-stanza.code-snippets",
  "syntaxes/language-configuration.json",
  ...["javascript", "javascriptreact", "markdown", "typescript", "typescriptreact"].map(
    (language) => `syntaxes/${language}-injection.tmLanguage.json`,
  ),
  "syntaxes/scansion-language-configuration.json",
  "syntaxes/scansion.tmLanguage.json",
  "syntaxes/xmpp-stanza.tmLanguage.json",
];

/**
 * The bundles of Node's as they are loaded; the task runs the command line. What several of them need is
 * in files whose names follow from what is in them, as many as the bundler makes.
 */
const node = [
  ...["client", "server", "cli"],
  ...["walk", "glob", "configurationFile", "cache", "threads", "diff", "repair"].map(part),
  ...["reply", "diagram", "rules", "explain", "sarif", "junit"].map(part),
  ...["xep", "markdown", "scansion", "transcript", "javascript", "python"].map(part),
].map((name) => `dist/${name}.js`);

function part(name) {
  return `part-${name}`;
}

const shared = /^dist\/shared-[A-Z0-9]{8}\.js$/;

/**
 * The packages by the name that they get. Each editor takes the one for it: the one for browsers has no
 * process to start, and the other one no worker; both in one would be twice as large for everybody.
 */
export const packages = {
  "xmpp-stanza": { target: undefined, without: "browser", files: [...common, ...node].sort() },
  "xmpp-stanza-web": {
    target: "web",
    without: "main",
    files: [...common, "dist/web/client.js", "dist/web/server.js"].sort(),
  },
};

/**
 * Paths of what goes into the package, from the root of the repository, in order; throws where a
 * bundle was built that is not written down.
 */
export function filesOf(name, root) {
  const { files, target } = packages[name];
  if (target === "web") return files;
  const built = readdirSync(join(root, "dist"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => `dist/${file}`);
  const unknown = built.filter((file) => !shared.test(file) && !files.includes(file));
  if (unknown.length > 0) throw new Error(`not written down what it is for: ${unknown.join(", ")}`);
  return [...files, ...built.filter((file) => shared.test(file))].sort();
}
