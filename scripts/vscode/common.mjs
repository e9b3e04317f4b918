// Common code of the scripts in this folder: paths, the command line, and cleaning up.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
/** Downloads and screenshots of failures; git ignores it. */
export const cache = join(root, ".vscode-test");
export const verbose = Boolean(process.env.VERBOSE);

/** The value after `name` on the command line. */
export function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

const cleanups = new Set();
process.on("exit", () => {
  for (const cleanup of [...cleanups].reverse()) cleanup();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => process.exit(process.exitCode ?? 128 + constants.signals[signal]));
}

/**
 * Runs `cleanup` when this process ends, also by Ctrl+C; the returned function runs it now instead.
 * It must not be asynchronous, for nothing else is while a process exits.
 */
export function atExit(cleanup) {
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup)) cleanup();
  };
}

/** A folder that is gone at the end, with a short path: VS Code puts Unix sockets in it. */
export function temporaryFolder() {
  const parent = process.platform === "win32" ? tmpdir() : "/tmp";
  const folder = realpathSync(mkdtempSync(join(parent, "xs-")));
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  return { folder, remove: atExit(() => rmSync(folder, options)) };
}

/** Kills a process that was started as the leader of its own group, with its whole group. */
export function killGroup(child, signal = "SIGKILL") {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** The environment without what a VS Code terminal adds to it, which would confuse another VS Code. */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/** Bundles the extension into dist/. */
export function buildExtension() {
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
}

/** For VS Code started without a user: no welcome page, no network, nothing that pops up. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  // In a browser VS Code saves after a second: whatever waits for saving would depend on the time.
  "files.autoSave": "off",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};
