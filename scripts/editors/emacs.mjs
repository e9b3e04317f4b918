// Runs the configurations that docs/editors.md gives for Emacs, in a real one without a window.
// usage: node scripts/editors/emacs.mjs
//   EMACS_PATH=FILE  the program (else emacs)     EMACS=required  having none is a failure
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../vscode/common.mjs";
import { documentedBlocks, finishWithoutEditor, runAll, runEditor, versionOf } from "./editor.mjs";

const program = process.env.EMACS_PATH ?? "emacs";
const version = versionOf(program);

/** The clients, each with its section of docs/editors.md and its driver. */
const clients = [
  { library: "eglot", heading: "Emacs with eglot", driver: "eglot.el" },
  { library: "lsp-mode", heading: "Emacs with lsp-mode", driver: "lsp-mode.el" },
];
const found = version ? clients.filter(({ library }) => has(library)) : [];
const isRequired = process.env.EMACS === "required";
if (found.length === 0 || (isRequired && found.length < clients.length)) {
  const packages = "emacs-nox, elpa-lsp-mode and, for Emacs before 29, elpa-eglot";
  finishWithoutEditor(
    "EMACS",
    `no ${program} with eglot and lsp-mode; on Debian there are ${packages}`,
  );
}
console.log(version);

function has(library) {
  try {
    execFileSync(program, ["--batch", "--eval", `(require '${library})`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function configurationIn(heading) {
  const [configuration, ...more] = documentedBlocks(heading, "elisp");
  if (configuration && more.length === 0) return configuration;
  throw new Error(`docs/editors.md has other blocks under ${heading} than this test knows`);
}

for (const { library } of clients) {
  if (!found.some((one) => one.library === library)) console.log(`There is no ${library} here.`);
}
await runAll(
  found.map(({ heading, driver }) => [
    `The configuration for ${heading}`,
    () =>
      runEditor({ ".emacs.d/init.el": configurationIn(heading) }, (home) => [
        program,
        "--batch",
        // As a start without --batch does before it reads the configuration.
        ...["-f", "package-initialize"],
        ...["-l", join(home, ".emacs.d/init.el")],
        ...["-l", join(root, "test/editors/emacs.el")],
        ...["-l", join(root, "test/editors", driver)],
      ]),
  ]),
);
