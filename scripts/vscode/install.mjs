// Gets the hosted VS Code: the npm package code-server carries a complete VS Code server and web
// workbench. Its dependencies are installed without running their scripts, so nothing is compiled,
// and only those that opening a folder and running an extension load.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atExit, cache, readJson } from "./common.mjs";

/** The VS Code that the tests run in. code-server 4.N.P carries VS Code 1.N.P. */
export const VSCODE_VERSION = "1.139.1";
const INTEGRITY =
  "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==";
/** Used where the running Node.js is older than the server wants. */
const NODE_VERSION = "24.21.0";

/** The server's own dependencies that are needed here; names differ between VS Code versions. */
const DEPENDENCIES =
  /^(cookie|minimist|ws|undici|yauzl|yazl|vscode-(regexpp|oniguruma|textmate)|jschardet|tas-client(-umd)?|https?-proxy-agent|native-watchdog|@microsoft\/1ds-.*|@parcel\/watcher|@vscode\/(iconv-lite-umd|native-watchdog|proxy-agent|ripgrep(-universal)?|spdlog))$/;
/** VS Code's own extensions that are left out: the largest, and those that want Git or an account. */
const DROPPED =
  /^(copilot|mermaid-markdown-features|git|github|(github|microsoft)-authentication)$/;

function npm(args, cwd) {
  try {
    const options = { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
    return execFileSync("npm", [...args, "--no-audit", "--no-fund"], options);
  } catch (error) {
    const said = error.stderr?.split("\n").filter((line) => line.startsWith("npm error"));
    throw new Error(`npm ${args[0]} ${args[1]} failed: ${said?.join(" ") || error.message}`);
  }
}

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
};

/**
 * The folder `name` of the cache, filled by `fill` when it isn't there. It gets its name only when
 * it is complete: an interrupted download leaves nothing that a later run could take for the whole.
 */
function once(name, fill) {
  const folder = join(cache, name);
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache)) {
    const pid = /^partial-(\d+)-/.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(cache, entry), { recursive: true });
  }
  if (existsSync(folder)) return folder;
  console.log(`Getting ${name} from npm; it is kept in .vscode-test`);
  const partial = join(cache, `partial-${process.pid}-${name}`);
  const remove = atExit(() => rmSync(partial, { recursive: true, force: true }));
  try {
    mkdirSync(partial);
    fill(partial);
    if (!existsSync(folder)) renameSync(partial, folder); // else another run was faster
  } finally {
    remove();
  }
  return folder;
}

function fillServer(folder, version) {
  const spec = `code-server@${version.replace(/^1\./, "4.")}`;
  const [packed] = JSON.parse(npm(["pack", spec, "--json"], folder));
  if (version === VSCODE_VERSION && packed.integrity !== INTEGRITY) {
    throw new Error(`${spec} isn't the package that was pinned: ${packed.integrity}`);
  }
  execFileSync("tar", ["xzf", packed.filename, "--strip-components=1"], { cwd: folder });
  rmSync(join(folder, packed.filename));
  const code = join(folder, "lib/vscode");
  const manifest = readJson(join(code, "package.json"));
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => DEPENDENCIES.test(name)),
  );
  writeFileSync(join(code, "package.json"), JSON.stringify(manifest, null, 2));
  npm(["install", "--omit=dev", "--ignore-scripts"], code);
  removeFolders(join(code, "extensions"), (name) => DROPPED.test(name));
  // Search programs for every platform, of which one is used.
  const platform = `${process.platform}-${process.arch}`;
  const searchers = join(code, "node_modules/@vscode/ripgrep-universal/bin");
  removeFolders(searchers, (name) => name !== platform);
}

function removeFolders(parent, isUnwanted) {
  const names = existsSync(parent) ? readdirSync(parent) : [];
  for (const name of names.filter(isUnwanted)) rmSync(join(parent, name), { recursive: true });
}

/** The server's start file and the Node.js to run it with, downloaded where they aren't there. */
export function installServer(version = VSCODE_VERSION) {
  const folder = once(`server-${version}`, (partial) => fillServer(partial, version));
  const main = join(folder, "lib/vscode/out/server-main.js");
  const wanted = Number.parseInt(readJson(join(folder, "package.json")).engines.node, 10);
  if (Number.parseInt(process.versions.node, 10) >= wanted) return { main, node: process.execPath };
  const nodeFolder = once(`node-${NODE_VERSION}`, (partial) => {
    writeFileSync(join(partial, "package.json"), "{}");
    npm(["install", `node@${NODE_VERSION}`, "--ignore-scripts=false"], partial);
  });
  return { main, node: join(nodeFolder, "node_modules/node/bin/node") };
}
