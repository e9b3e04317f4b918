// Opens the folder examples/ and one of its files in a VS Code with this extension loaded from its sources:
// the desktop one where there is a `code` command, else the hosted one, to be opened in any browser.
// usage: node scripts/vscode/try.mjs [--port N]     (0, the default, is any free port)
//   VSCODE_PATH=FILE  the desktop VS Code to use instead of `code`
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { onPath } from "./browser.mjs";
import {
  atExit,
  buildExtension,
  cleanEnvironment,
  killGroup,
  option,
  root,
  temporaryFolder,
} from "./common.mjs";
import { noDisplayReason } from "./desktop.mjs";
import { startServer } from "./server.mjs";

const windows = process.platform === "win32";
const folder = join(root, "examples");
/** The file that is open at the start; it has something to find on its first page. */
const file = join(folder, "error-replies.stanza");

/** The desktop VS Code's program, unless no window could open. */
function findCode() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  // In a remote terminal `code` only talks to a window elsewhere and can't load this folder in it.
  if (noDisplayReason() || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  return onPath(windows ? ["code.cmd"] : ["code"]);
}

async function openDesktop(program) {
  // A profile of its own, so that the user's settings and extensions are neither changed nor used.
  const profile = temporaryFolder();
  const args = [
    ...["--wait", "--new-window", "--disable-extensions", "--disable-workspace-trust"],
    ...["--skip-welcome", "--skip-release-notes"],
    `--user-data-dir=${profile.folder}`,
    `--extensionDevelopmentPath=${root}`,
    folder,
    file,
  ];
  const quoted = (text) => (windows ? `"${text}"` : text); // a .cmd file needs a shell
  const code = spawn(quoted(program), args.map(quoted), {
    detached: !windows,
    env: cleanEnvironment(),
    shell: windows,
    stdio: ["ignore", "ignore", "inherit"],
  });
  atExit(() => killGroup(code));
  console.log("VS Code opens; close its window or press Ctrl+C to end.");
  const status = await new Promise((resolve) => {
    code.once("error", (error) => resolve(error.message));
    code.once("exit", resolve);
  });
  if (status !== 0) throw new Error(`${program} ended with: ${status}`);
}

async function serve() {
  if (windows) throw new Error("no `code` command was found: install VS Code, or set VSCODE_PATH");
  const port = option("--port");
  const server = await startServer(port ? { port } : {});
  console.log(`Open this address in a browser:\n\n  ${server.url({ folder, file })}\n`);
  console.log("Press Ctrl+C to end.");
  const status = await server.ended;
  throw new Error(`the server ended with: ${status}\n${server.log()}`);
}

if (!existsSync(file)) throw new Error(`there is no file ${file}`);
buildExtension();
process.exitCode = 0; // Ctrl+C is how this is meant to end
const program = findCode();
try {
  await (program ? openDesktop(program) : serve());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
