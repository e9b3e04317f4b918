// Makes the packages for VS Code from what is built, below 500 KB each: xmpp-stanza-VERSION.vsix for
// the desktop and remote machines, xmpp-stanza-web-VERSION.vsix for browsers.
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
import { filesOf, packages } from "./contents.mjs";

const LIMIT = 500 * 1024;
const TRANSLATIONS = "l10n/bundle.l10n.zh-cn.json";

/** What only builds and tests has no place in the manifest, and the other sort's program neither. */
function manifestFor({ without }) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const field of ["bin", "devDependencies", "overrides", "scripts", without]) {
    delete manifest[field];
  }
  return `${JSON.stringify(manifest)}\n`;
}

/** The texts that the client asks for; the server has its own in its bundle. */
function translationsFor(files) {
  const texts = JSON.parse(readFileSync(join(root, TRANSLATIONS), "utf8"));
  const ofClient = files.filter((file) => /\/(?:client|conversation)\.js$/.test(file));
  const code = ofClient.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  const asked = Object.entries(texts).filter(
    ([text]) => code.includes(text) || code.includes(JSON.stringify(text).slice(1, -1)),
  );
  return JSON.stringify(Object.fromEntries(asked));
}

/** Packs one; resolves to its path. */
export async function packageExtension(name, folder) {
  const files = filesOf(name, root);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const stage = mkdtempSync(join(tmpdir(), "xmpp-stanza-package-"));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(stage, file)), { recursive: true });
      if (file.endsWith(".js")) writeFileSync(join(stage, file), withoutMap(file));
      else if (/\.(?:json|code-snippets)$/.test(file)) {
        writeFileSync(join(stage, file), JSON.stringify(readJson(join(root, file))));
      } else cpSync(join(root, file), join(stage, file));
    }
    writeFileSync(join(stage, "package.json"), manifestFor(packages[name]));
    writeFileSync(join(stage, TRANSLATIONS), translationsFor(files));
    // The folder holds what belongs into the package and nothing else; without this, that is doubted.
    writeFileSync(join(stage, ".vscodeignore"), "");
    const packagePath = join(folder, `${name}-${version}.vsix`);
    mkdirSync(folder, { recursive: true });
    await createVSIX({
      cwd: stage,
      packagePath,
      dependencies: false,
      target: packages[name].target,
    });
    const { size } = statSync(packagePath);
    if (size > LIMIT) throw new Error(`${packagePath} has ${size} bytes, more than ${LIMIT}`);
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
  for (const name of Object.keys(packages)) {
    const path = await packageExtension(name, folder);
    console.log(`${path}: ${statSync(path).size} bytes`);
  }
}

if (process.argv[1] === import.meta.filename) await main();
