/**
 * Writes what follows from the rules and the table of conditions: documentation, settings, snippets,
 * the grammar; and from the bundles the licences of what is in them. With `--check` it writes nothing, names the files that are stale and exits with 1.
 */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateFiles, leftoverFiles, staleFiles } from "./generate/files";
import { notices } from "./generate/notices";

const root = process.cwd();
const files = [...(await generateFiles(root)), await notices(root)];
const leftover = leftoverFiles(root, files);
const stale = staleFiles(root, files);

if (process.argv.includes("--check")) {
  for (const { path } of stale) console.error(`${path} is stale`);
  for (const path of leftover) console.error(`${path} belongs to no rule`);
  if (stale.length + leftover.length > 0) {
    console.error("Run: npm run generate");
    process.exitCode = 1;
  }
} else {
  for (const path of leftover) rmSync(join(root, path));
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  const changed = stale.length + leftover.length;
  console.log(changed === 0 ? "Everything was up to date." : `${changed} files changed.`);
}
