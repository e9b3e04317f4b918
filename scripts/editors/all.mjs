// Runs the tests in real editors one after another, each to its end.
// usage: node scripts/editors/all.mjs [--install] [NAME…]
//   NAME       neovim, emacs, ale, kate, qtcreator, codemirror, playground (default: all)
//   --install  install what is missing from Debian's packages, and let no test be skipped
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

/** The tests: the variable that forbids to skip them, and the packages of Debian that they need. */
const editors = {
  neovim: { variable: "NEOVIM", packages: ["neovim"] },
  emacs: { variable: "EMACS", packages: ["emacs-nox", "elpa-eglot", "elpa-lsp-mode"] },
  ale: { variable: "ALE", packages: ["vim-nox", "vim-ale"] },
  kate: { variable: "KATE", packages: ["kate", "xvfb", "xdotool", "dbus"] },
  qtcreator: { variable: "QTCREATOR", packages: ["qtcreator", "xvfb", "xdotool", "dbus"] },
  codemirror: { variable: "CHROMIUM_TESTS", packages: ["chromium"] },
  playground: { variable: "CHROMIUM_TESTS", packages: ["chromium"] },
};

const installs = process.argv.includes("--install");
const named = process.argv.slice(2).filter((one) => one !== "--install");
const unknown = named.filter((name) => !Object.hasOwn(editors, name));
if (unknown.length > 0) {
  console.error(
    `unknown editor: ${unknown.join(", ")}; there are ${Object.keys(editors).join(", ")}`,
  );
  process.exit(2);
}
const chosen = named.length > 0 ? named : Object.keys(editors);

function isInstalled(name) {
  const { stdout } = spawnSync("dpkg", ["--status", name], { encoding: "utf8" });
  return stdout?.includes("Status: install ok installed") ?? false;
}

function install(packages) {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  console.log(`installing ${missing.join(" ")}`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update"], options);
  execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], options);
}

if (installs) install([...new Set(chosen.flatMap((name) => editors[name].packages))]);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen) {
  console.log(`+ ${name}`);
  const env = installs ? { ...process.env, [editors[name].variable]: "required" } : process.env;
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${name}.mjs`)],
    { encoding: "utf8", env, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 2 ** 26 },
  );
  process.stdout.write(stdout);
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(stdout);
  const [passed, failed, skipped] = (counts ?? []).slice(1).map(Number);
  total.passed += passed ?? 0;
  total.failed += status === 0 ? (failed ?? 0) : Math.max(1, failed ?? 0);
  total.skipped += skipped ?? 0;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
