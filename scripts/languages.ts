/**
 * Runs the tests in which compilers and interpreters print the values of literals.
 * usage: npm run test:languages [-- --install]
 *   --install  install what is missing from Debian's packages, and let no test be skipped
 */

import { execFileSync, spawnSync } from "node:child_process";
import { programLanguages } from "../test/support/programs";

const installs = process.argv.includes("--install");

function install(packages: readonly string[]): void {
  const [sudo = "", ...rest] = process.getuid?.() === 0 ? ["env"] : ["sudo", "env"];
  const run = (...args: string[]) =>
    execFileSync(sudo, [...rest, "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  run("update");
  run("install", "-y", "--no-install-recommends", ...packages);
}

if (installs) {
  const tools = programLanguages.flatMap(({ run }) => (run ? [run.tool] : []));
  const missing = tools.filter(({ command }) => spawnSync("which", [command]).status !== 0);
  const packages = [...new Set(missing.flatMap((tool) => tool.package.split(" ")))];
  if (packages.length > 0) {
    console.log(`installing ${packages.join(" ")}`);
    install(packages);
  }
}

const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "test/config/long.mts", "programValues"],
  { stdio: "inherit", env: { ...process.env, ...(installs ? { LANGUAGES: "required" } : {}) } },
);
process.exit(status ?? 1);
