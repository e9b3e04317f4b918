// Runs the configurations that docs/editors.md gives for Neovim, in a real one without a window.
// usage: node scripts/editors/neovim.mjs
//   NEOVIM_PATH=FILE  the program (else nvim)     NEOVIM=required  having none is a failure
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../vscode/common.mjs";
import { documentedBlocks, finishWithoutEditor, runAll, runEditor, versionOf } from "./editor.mjs";

const program = process.env.NEOVIM_PATH ?? "nvim";
const version = versionOf(program);
if (!version) {
  finishWithoutEditor("NEOVIM", `no ${program}; on Debian it is in the package neovim`);
}
console.log(version);

const [newer, older, ...more] = documentedBlocks("Neovim", "lua");
const [syntax] = documentedBlocks("Neovim", "vim");
if (!newer || !older || !syntax || more.length > 0) {
  throw new Error("docs/editors.md has other blocks for Neovim than this test knows");
}

const driver = join(root, "test/editors/neovim.lua");
const withConfiguration = (init) => () =>
  runEditor(
    { ".config/nvim/init.lua": init, ".config/nvim/syntax/xmpp-stanza.vim": syntax },
    () => [program, "--headless", "-i", "NONE", "-n", "-c", `luafile ${driver}`],
  );

const knowsNewer = execFileSync(
  program,
  [
    "--clean",
    "--headless",
    "-c",
    "lua io.stdout:write(tostring(vim.lsp.config ~= nil))",
    "-c",
    "q",
  ],
  { encoding: "utf8" },
).includes("true");
if (!knowsNewer)
  console.log("This one has no vim.lsp.config: only the older configuration is run.");
await runAll([
  ...(knowsNewer ? [["The configuration for 0.11 and newer", withConfiguration(newer)]] : []),
  ["The configuration for older ones", withConfiguration(older)],
]);
