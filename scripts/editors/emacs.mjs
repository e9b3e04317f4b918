// Runs the configuration that docs/editors.md gives for Emacs, in a real one without a window.
// usage: node scripts/editors/emacs.mjs
//   EMACS_PATH=FILE  the program (else emacs)     EMACS=required  having none is a failure
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../vscode/common.mjs";
import { documentedBlocks, finishWithoutEditor, runAll, runEditor, versionOf } from "./editor.mjs";

const program = process.env.EMACS_PATH ?? "emacs";
const version = versionOf(program);
if (!version || !hasEglot()) {
  const packages = "emacs-nox and, for Emacs before 29, elpa-eglot";
  finishWithoutEditor("EMACS", `no ${program} with eglot; on Debian there are ${packages}`);
}
console.log(version);

const [configuration, ...more] = documentedBlocks("Emacs", "elisp");
if (!configuration || more.length > 0) {
  throw new Error("docs/editors.md has other blocks for Emacs than this test knows");
}

function hasEglot() {
  try {
    execFileSync(program, ["--batch", "--eval", "(require 'eglot)"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const driver = join(root, "test/editors/emacs.el");
await runAll([
  [
    "The configuration",
    () =>
      runEditor({ ".emacs.d/init.el": configuration }, (home) => [
        program,
        "--batch",
        "-l",
        join(home, ".emacs.d/init.el"),
        "-l",
        driver,
      ]),
  ],
]);
