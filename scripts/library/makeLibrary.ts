/** Makes the package of npm for programs, in a folder of its own, see docs/decisions/packages.md. */

import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesIn, sectionsOf } from "../generate/notices";
import { bundle, entries } from "./bundle";
import { declarationsOf, matcherDeclarations } from "./declarations";
import { manifest } from "./manifest";

/** Where the package is made, from the root of the repository. */
const LIBRARY = "dist/npm";

/** The functions of each module. */
const exported = {
  index: ["applyFix", "check", "checkFile", "createErrorReply", "fixAll", "stanzas"],
  vitest: ["matchers"],
  jest: ["matchers"],
  chai: ["xmppStanza"],
};

/** @returns the path of the folder of the package */
export async function makeLibrary(root: string): Promise<string> {
  const folder = join(root, LIBRARY);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  rmSync(folder, { recursive: true, force: true });
  const metafile = await bundle(root, LIBRARY);
  // Maps are larger than the code.
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".map")) rmSync(join(folder, file));
    else write(file, withoutMap(readFileSync(join(folder, file), "utf8")));
  }
  const used = new Set<string>();
  for (const name of [...entries, "browser"]) addLoaded(folder, `${name}.js`, used);
  // Parts that only other programs load.
  for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(join(folder, file));
  for (const name of entries) {
    const names = exported[name];
    write(`${name}.mjs`, moduleOf(name, names));
    const types = name === "index" ? declarationsOf(root) : matcherDeclarations[name];
    write(`${name}.d.ts`, types);
    // The module gives what the CommonJS file has, and so do its types.
    write(`${name}.d.mts`, `export * from "./${name}.js";\n`);
  }
  write("browser.mjs", moduleOf("browser", exported.index));
  write("package.json", manifest());
  write("THIRD-PARTY-NOTICES", noticesOf(metafile, root));
  write("README.md", readmeOf(readFileSync(join(root, "docs/library.md"), "utf8")));
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  const schema = JSON.parse(readFileSync(join(root, "schemas/findings.schema.json"), "utf8"));
  write("findings.schema.json", `${JSON.stringify(schema)}\n`);
  return folder;
}

/** Adds the file and all that it may load. */
function addLoaded(folder: string, file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, name = ""] of text.matchAll(/\brequire\("\.\/([^"]+)"\)/g)) {
    addLoaded(folder, name, seen);
  }
}

/** An ES module with the functions of the CommonJS file beside it, so that there is one copy of what they remember. */
function moduleOf(name: string, names: readonly string[]): string {
  const values = names.map((one) => `export const ${one} = api.${one};`);
  return [`import api from "./${name}.js";`, ...values, ""].join("\n");
}

const withoutMap = (text: string) => text.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n");

function noticesOf(metafile: Parameters<typeof packagesIn>[0][number], root: string): string {
  const begin = "xmpp-stanza holds code of the packages below, under the licences that follow.\n";
  return [begin, ...sectionsOf(packagesIn([metafile], root))].join("\n\n");
}

const PAGES = "https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs";

/** The page about the package, with links that lead out of the package. */
function readmeOf(page: string): string {
  return page
    .replace(/^<!--.*-->\n\n?/gm, "")
    .replace(
      /\]\((?!https?:|#)([^)]+)\)/g,
      (_, target) => `](${new URL(target, `${PAGES}/`).href})`,
    );
}
