// Runs a TypeScript script of this repository: bundles it beside the other bundles and starts it.
// usage: node scripts/run.mjs FILE.ts [ARGUMENT]…
import { spawnSync } from "node:child_process";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error("usage: node scripts/run.mjs FILE.ts [ARGUMENT]…");
  process.exit(2);
}
const outfile = join(root, "dist", "scripts", `${basename(file, ".ts")}.mjs`);
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...rest], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
