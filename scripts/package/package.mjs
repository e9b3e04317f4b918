// Makes the package for VS Code, on the desktop as in a browser, from what is built:
// xmpp-stanza-VERSION.vsix, smaller than 550 KB.
// usage: node scripts/package/package.mjs [--out FOLDER]
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { buildExtension, option, readJson, root } from "../vscode/common.mjs";
import { filesOf, loadedBy } from "./contents.mjs";
import { packagedReadme } from "./readme.mjs";

export const LIMIT = 700_000;
const README = "README.md";
const TRANSLATIONS = "l10n/bundle.l10n.zh-cn.json";

/** Parts of the manifest for building and testing, which are left out of the package. */
function manifest() {
  const manifest = readJson(join(root, "package.json"));
  for (const field of ["bin", "devDependencies", "overrides", "scripts"]) {
    delete manifest[field];
  }
  return `${JSON.stringify(manifest)}\n`;
}

/** The texts that the client and its view ask for; the server has its own in its bundle. */
function translations() {
  const texts = readJson(join(root, TRANSLATIONS));
  const bundles = [...loadedBy(root, "nodeClient.js"), ...loadedBy(root, "browserClient.js")];
  const code = ["client.js", "webview/conversation.js", ...bundles]
    .map((file) => readFileSync(join(root, "dist", file), "utf8"))
    .join("\n");
  const asked = Object.entries(texts).filter(
    ([text]) => code.includes(text) || code.includes(JSON.stringify(text).slice(1, -1)),
  );
  return JSON.stringify(Object.fromEntries(asked));
}

/** Packs it; resolves to its path. */
export async function packageExtension(folder) {
  const files = filesOf(root);
  const { name, version } = readJson(join(root, "package.json"));
  const stage = mkdtempSync(join(tmpdir(), "xmpp-stanza-package-"));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(stage, file)), { recursive: true });
      if (file.endsWith(".js")) writeFileSync(join(stage, file), withoutMap(file));
      else if (/\.(?:json|code-snippets)$/.test(file)) {
        writeFileSync(join(stage, file), JSON.stringify(readJson(join(root, file))));
      } else cpSync(join(root, file), join(stage, file));
    }
    writeFileSync(join(stage, "package.json"), manifest());
    writeFileSync(join(stage, TRANSLATIONS), translations());
    writeFileSync(join(stage, README), packagedReadme(readFileSync(join(root, README), "utf8")));
    // The folder holds what belongs into the package and nothing else; without this, that is doubted.
    writeFileSync(join(stage, ".vscodeignore"), "");
    const packagePath = join(folder, `${name}-${version}.vsix`);
    mkdirSync(folder, { recursive: true });
    await createVSIX({ cwd: stage, packagePath, dependencies: false });
    const { size } = statSync(packagePath);
    if (size >= LIMIT) throw new Error(`${packagePath} has ${size} bytes, ${LIMIT} are too many`);
    return packagePath;
  } finally {
    rmSync(stage, { recursive: true });
  }
}

/** Maps are not packed, so nothing may look for one. */
const withoutMap = (file) =>
  readFileSync(join(root, file), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n");

async function main() {
  const folder = resolve(option("--out") ?? root);
  buildExtension();
  const path = await packageExtension(folder);
  console.log(`${path}: ${statSync(path).size} bytes`);
}

if (process.argv[1] === import.meta.filename) await main();
