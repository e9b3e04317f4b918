// Asks the registry whether anything is known against the packages whose code is shipped. Without an
// answer, as without a network, it says so and leaves it at that; AUDIT=required takes that for a failure.
// usage: node scripts/audit.mjs
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

// No package is installed with ours: what is shipped is in the bundles, and named in their licences.
const notices = readFileSync("THIRD-PARTY-NOTICES", "utf8");
const shipped = new Set(
  [...notices.matchAll(/^(\S+) \d\S* \(.+\)\n-+$/gm)].map(([, name]) => name),
);
if (shipped.size === 0) throw new Error("THIRD-PARTY-NOTICES names no package");

const { stdout } = spawnSync("npm audit --json", { shell: true, encoding: "utf8" });
let answer;
try {
  answer = JSON.parse(stdout);
} catch {
  answer = {};
}
const found = answer.metadata && Object.entries(answer.vulnerabilities);
const known = found?.filter(([name]) => shipped.has(name));
if (!known) {
  console.log(`npm audit skipped: ${answer.message ?? "the registry gave no answer"}`);
  process.exitCode = process.env.AUDIT === "required" ? 1 : 0;
} else if (known.length > 0) {
  for (const [name, { severity, range }] of known) {
    console.error(`${name} ${range}: ${severity}`);
  }
  console.error(
    `npm audit: ${known.length} packages with known vulnerabilities in what is shipped`,
  );
  process.exitCode = 1;
} else {
  console.log("npm audit: nothing is known against what is shipped");
}
