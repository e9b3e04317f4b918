// Makes the page in which stanzas are checked without an installation: one file that opens from disk.
// usage: npm run playground [FILE]     (default: dist/playground.html)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type BuildOptions, type BuildResult, build } from "esbuild";
import { packagesIn, sectionsOf } from "./generate/notices";

const root = process.cwd();
const target = resolve(process.argv[2] ?? "dist/playground.html");

/** Bundles for a browser, as one script each. */
const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  platform: "browser",
  target: "es2022",
  format: "iife",
  mainFields: ["browser", "module", "main"],
  conditions: ["module", "browser"],
  charset: "utf8",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
} as const satisfies BuildOptions;

/** The first examples of the extension, by their names. */
function readExamples(): Record<string, string> {
  const folder = join(root, "examples");
  const names = readdirSync(folder).filter((name) => /\.(?:stanza|xmpp)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** A script as it may stand within a page: what would begin or end an element is escaped, all in literals. */
function inPage(script: string): string {
  return script.replaceAll("<!--", "\\x3C!--").replace(/<(\/?script)/gi, "\\x3C$1");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const textOf = ({ outputFiles }: BuildResult<{ write: false }>) => outputFiles[0]?.text ?? "";

const server = await build({ ...common, entryPoints: ["server/browser.ts"] });
const page = await build({
  ...common,
  entryPoints: ["playground/page.ts"],
  define: { EXAMPLES: JSON.stringify(readExamples()) },
  banner: { js: `const SERVER=${JSON.stringify(textOf(server))};` },
});
const style = await build({ ...common, entryPoints: ["playground/page.css"] });

const notices = sectionsOf(packagesIn([server.metafile, page.metafile], root)).join("\n\n");
const parts: readonly [string, string][] = [
  ["<style></style>", `<style>${textOf(style)}</style>`],
  ["<script></script>", `<script>${inPage(textOf(page))}</script>`],
  ["<pre></pre>", `<pre>${escapeText(notices)}</pre>`],
];
let html = readFileSync(join(root, "playground/page.html"), "utf8");
for (const [place, part] of parts) html = html.replace(place, () => part);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, html);
console.log(`${target}: ${Math.round(html.length / 1024)} kB`);
