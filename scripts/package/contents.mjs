// List of the files in the package for VS Code: a file that is not named here is not in the package.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../bundle/groups.mjs";
import { RULE_TEXTS } from "../bundle/ruleTexts.mjs";

/** Files for the editor, and files for people. */
const texts = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "THIRD-PARTY-NOTICES",
  "l10n/bundle.l10n.zh-cn.json",
  "media/icon.png",
  "media/scansion-dark.svg",
  "media/scansion-light.svg",
  "media/stanza-dark.svg",
  "media/stanza-light.svg",
  "media/walkthrough-problems.svg",
  "media/walkthrough-repair.svg",
  "media/walkthrough-understand.svg",
  "media/walkthrough-write.svg",
  "package.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "schemas/xmpp-stanza.editor.schema.json",
  "snippets/xmpp-stanza.code-snippets",
  "syntaxes/javascript-injection.tmLanguage.json",
  "syntaxes/javascriptreact-injection.tmLanguage.json",
  "syntaxes/language-configuration.json",
  "syntaxes/markdown-injection.tmLanguage.json",
  "syntaxes/scansion-language-configuration.json",
  "syntaxes/scansion.tmLanguage.json",
  "syntaxes/typescript-injection.tmLanguage.json",
  "syntaxes/typescriptreact-injection.tmLanguage.json",
  "syntaxes/backquoted-injection.tmLanguage.json",
  "syntaxes/bracketed-injection.tmLanguage.json",
  "syntaxes/hashed-injection.tmLanguage.json",
  "syntaxes/heredoc-injection.tmLanguage.json",
  "syntaxes/tripled-injection.tmLanguage.json",
  "syntaxes/verbatim-injection.tmLanguage.json",
  "syntaxes/xmpp-stanza.tmLanguage.json",
];

/**
 * The bundles as they are loaded, in Node and in browsers; the task runs the command line. What several of
 * them need is in files whose names follow from what is in them, as many as the bundler makes.
 */
const bundles = [
  ...["client", "nodeClient", "browserClient", "server", "browserServer", "cli", "web/server"],
  ...["features", "errorReply", "conversationSvg", "translations"].map(part),
  ...["main", "walk", "configurationFile"].map(part),
  ...["documents", "markdown", "javascript", "python", "programs"].map(part),
  ...[RULE_TEXTS, ...Object.keys(groups)],
  "webview/conversation",
].map((name) => `dist/${name}.js`);

function part(name) {
  return `part-${name}`;
}

const shared = /^dist\/(?:shared|editor)-[A-Z0-9]{8}\.js$/;

/** Without the shared files, of which only what is built tells the names. */
export const named = [...texts, ...bundles, "dist/webview/conversation.css"].sort();

/**
 * Paths of what goes into the package, from the root of the repository, in order; throws where a
 * bundle was built that is not written down.
 */
export function filesOf(root) {
  const built = readdirSync(join(root, "dist"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => `dist/${file}`);
  const unknown = built.filter((file) => !shared.test(file) && !named.includes(file));
  if (unknown.length > 0) throw new Error(`not written down what it is for: ${unknown.join(", ")}`);
  return [...named, ...built.filter((file) => shared.test(file))].sort();
}

/** A bundle with the files that it loads at once, in dist; `part-…` come when they are asked for. */
export function loadedBy(root, file, seen = new Set()) {
  seen.add(file);
  const code = readFileSync(join(root, "dist", file), "utf8");
  for (const [, name] of code.matchAll(/require\("\.\/((?:shared|editor)-\w+\.js)"\)/g)) {
    if (!seen.has(name)) loadedBy(root, name, seen);
  }
  return seen;
}
