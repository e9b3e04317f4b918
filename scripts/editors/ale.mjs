// Runs the configuration that docs/editors.md gives for Vim with ALE, in a real one without a window.
// usage: node scripts/editors/ale.mjs
//   VIM_PATH=FILE  the program (else vim)     ALE_PATH=FOLDER  the plugin (else that of Debian's vim-ale)
//   ALE=required   having none is a failure
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../vscode/common.mjs";
import { documentedBlocks, finishWithoutEditor, runAll, runEditor, versionOf } from "./editor.mjs";

const program = process.env.VIM_PATH ?? "vim";
const plugin = process.env.ALE_PATH ?? "/usr/share/vim-ale";
const version = versionOf(program);
if (!version || !hasChannels() || !existsSync(join(plugin, "plugin/ale.vim"))) {
  finishWithoutEditor("ALE", `no ${program} with ALE; on Debian there are vim-nox and vim-ale`);
}
console.log(version);

const [configuration] = documentedBlocks("Vim with ALE", "vim");
if (!configuration) throw new Error("docs/editors.md has no block for ALE");

function hasChannels() {
  return execFileSync(program, ["--version"], { encoding: "utf8" }).includes("+channel");
}

const driver = join(root, "test/editors/ale.vim");
await runAll([
  [
    "The configuration",
    () =>
      runEditor({ ".vimrc": `set nocompatible\nset rtp+=${plugin}\n${configuration}` }, (home) => [
        // Vim's output is a file to it, which a socket cannot be; its input is the number of the fix in ALE's menu.
        ...["bash", "-c", 'set -o pipefail; echo 1 | "$@" | cat', "bash"],
        program,
        ...["-N", "-es", "-i", "NONE", "-n"],
        ...["-u", join(home, ".vimrc"), "--not-a-term"],
        ...["-c", "runtime plugin/ale.vim"],
        ...["-c", `source ${driver}`],
      ]),
  ],
]);
