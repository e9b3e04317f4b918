// Tests parts of this repository, each to its end, also after one that fails, and prints at the end which failed.
// `npm test` and `npm run verify` are lists of parts.
// usage: node scripts/parts.mjs NAME… [--skip NAME,NAME…]
import { parseArgs } from "node:util";
import { runParts } from "./parts/runParts.mjs";
import { root } from "./vscode/common.mjs";

const known = {
  lint: ["biome check"],
  types: ["tsc -p .", "tsc -p client/webview", "tsc -p playground", "tsc -p test/vscode/web"],
  generated: ["node scripts/run.mjs scripts/generate.ts --check"],
  unused: ["npm run unused"],
  duplicates: ["npm run duplicates"],
  sizes: ["npm run sizes"],
  licences: ["vitest run test/project/notices.test.ts"],
  unit: ["vitest run"],
  vscode: ["node scripts/vscode/test.mjs"],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { skip: { type: "string", default: "" } },
});
const left = values.skip.split(",").filter(Boolean);
const unknown = [...positionals, ...left].filter((name) => !Object.hasOwn(known, name));
if (unknown.length > 0 || positionals.length === 0) {
  for (const name of unknown) console.error(`unknown part: ${name}`);
  console.error("usage: node scripts/parts.mjs NAME… [--skip NAME,NAME…]");
  console.error(`parts: ${Object.keys(known).join(", ")}`);
  process.exit(2);
}

process.chdir(root);
const chosen = positionals.filter((name) => !left.includes(name));
process.exitCode = runParts(Object.fromEntries(chosen.map((name) => [name, known[name]])));
