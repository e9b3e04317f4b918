// Looks at the health of the whole repository. Every step is taken, also after one that fails.
// usage: node scripts/verify.mjs [--skip NAME,NAME…]
import { spawnSync } from "node:child_process";
import { option, root } from "./vscode/common.mjs";

/** By name, in an order in which what is quick comes first. */
const steps = {
  format: ["biome format", "biome lint"],
  types: ["tsc -p .", "tsc -p client/webview"],
  generated: ["node scripts/run.mjs scripts/generate.ts --check"],
  unused: ["npm run unused"],
  duplicates: ["npm run duplicates"],
  sizes: ["npm run sizes"],
  licences: ["vitest run test/project/notices.test.ts"],
  tests: ["vitest run"],
};

const skipped = option("--skip")?.split(",") ?? [];
for (const name of skipped) {
  if (!Object.hasOwn(steps, name)) throw new Error(`there is no step ${name}`);
}

const results = Object.entries(steps).map(([name, commands]) => {
  if (skipped.includes(name)) return [name, "skipped"];
  const started = performance.now();
  const passed = commands.every((command) => {
    console.log(`\n+ ${command}`);
    // Through npx for what npm has installed here, and a shell for its names on Windows.
    const line = /^(?:node|npm) /.test(command) ? command : `npx --no-install ${command}`;
    return spawnSync(line, { cwd: root, shell: true, stdio: "inherit" }).status === 0;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return [name, `${passed ? "passed" : "FAILED"} in ${seconds} s`];
});

console.log();
for (const [name, result] of results) console.log(`${name.padEnd(12)}${result}`);
process.exitCode = results.some(([, result]) => result.startsWith("FAILED")) ? 1 : 0;
