// The hosted VS Code as a process on 127.0.0.1: started, addressed, stopped.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  atExit,
  cleanEnvironment,
  killGroup,
  quietSettings,
  root,
  temporaryFolder,
} from "./common.mjs";
import { installServer } from "./install.mjs";

const START_TIMEOUT_MS = 300_000;

/**
 * Starts the server.
 * - `url({ folder, file, tests })`: the address that opens `folder`, and `file` in an editor, with this
 *   extension loaded from its source folder, and, given `tests`, runs that module in the extension host
 * - `stop()`: ends it with everything that it started, and removes what it wrote
 * - `log()`: what it has printed
 * - `ended`: a promise of its exit code
 *
 * With `installed` the extension is loaded like an installed one, without the development host's
 * marks in the window's title; it is this folder, or the package at the path that is given.
 * @param {{ version?: string, port?: string, settings?: object, installed?: boolean | string }} [options]
 */
export async function startServer({ version, port = "0", settings = {}, installed } = {}) {
  const { main, node } = installServer(version);
  const data = temporaryFolder();
  const user = join(data.folder, "data/data/User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }));
  const extensions = join(data.folder, "extensions");
  mkdirSync(extensions);
  if (installed === true) symlinkSync(root, join(extensions, "xmpp-stanza"));
  if (typeof installed === "string") {
    const folders = [
      "--extensions-dir",
      extensions,
      "--server-data-dir",
      join(data.folder, "data"),
    ];
    execFileSync(node, [main, ...folders, "--install-extension", installed], {
      env: cleanEnvironment({ EXTENSIONS_GALLERY: '{"serviceUrl":""}', TMPDIR: data.folder }),
      stdio: "pipe",
    });
  }
  const args = [
    ...["--host", "127.0.0.1", "--port", port, "--without-connection-token"],
    ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
    "--enable-smoke-test-driver", // without it the workbench ignores the address's payload
    ...["--server-data-dir", join(data.folder, "data")],
    ...["--extensions-dir", extensions],
  ];
  const server = spawn(node, [main, ...args], {
    detached: true, // a group of its own, so that stopping reaches the extension hosts too
    env: cleanEnvironment({
      EXTENSIONS_GALLERY: '{"serviceUrl":""}', // no marketplace, so no requests to one
      TMPDIR: data.folder,
      XDG_RUNTIME_DIR: data.folder,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = atExit(() => killGroup(server));
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    killGroup(server, "SIGTERM");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    kill();
    data.remove();
  };

  let log = "";
  let timer;
  const listening = new Promise((resolve, reject) => {
    const read = (chunk) => {
      log += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (found) resolve(found);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`the server ended with code ${code}\n${log}`)));
    const tooLate = () => reject(new Error(`the server didn't start in time\n${log}`));
    timer = setTimeout(tooLate, START_TIMEOUT_MS);
  });
  try {
    const actualPort = await listening;
    const url = (what) => address(actualPort, { ...what, installed });
    return { url, stop, ended, log: () => log };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function address(port, { folder, file, tests, installed }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [];
  if (!installed) payload.push(["extensionDevelopmentPath", remote(root)]);
  if (tests) payload.push(["extensionTestsPath", remote(tests)]);
  if (file) payload.push(["openFile", remote(file)]);
  payload.push(["skipWelcome", "true"], ["skipReleaseNotes", "true"]);
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set("folder", folder);
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}
