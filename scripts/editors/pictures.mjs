// Writes the pictures of docs/editors.md: a finding and its fixes in each editor that can be had here, by the
// configurations of that page. Debian's packages of scripts/editors/all.mjs, xterm and imagemagick are needed.
// usage: node scripts/editors/pictures.mjs [--to FOLDER] [NAME…]     (docs/editors; all)
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildExtension, root } from "../vscode/common.mjs";
import { lastRules, runInWindow } from "./display.mjs";
import { documentedBlocks } from "./editor.mjs";
import { kateConfiguration } from "./kateConfiguration.mjs";
import { qtCreatorSettings } from "./qtSettings.mjs";

/** After this the editor has drawn what it was told; nothing depends on it but the picture. */
const DRAWN_MS = 3000;
/** Emacs compiles its packages when it starts for the first time, and tells what it thinks of them. */
const QUIET_EMACS = "(setq native-comp-async-report-warnings-errors nil)";
/** Its questions to a new user. */
const QUIET_QTCREATOR = `[General]
SuppressedWarnings=TakeUITour, LinkWithQtInstallation, TextEditor.InfoSyntaxDefinition
`;
const WIDTH = 900;
const HEIGHT = 420;

/** A terminal of that size, which runs the command. */
const inTerminal = (...command) => [
  ...["xterm", "-fa", "DejaVu Sans Mono", "-fs", "11", "-geometry", "100x23", "-bw", "0"],
  ...["-xrm", "XTerm*metaSendsEscape: true", "-e", ...command],
];

const [, neovim] = documentedBlocks("Neovim", "lua");
const [syntax] = documentedBlocks("Neovim", "vim");
const [eglot] = documentedBlocks("Emacs with eglot", "elisp");

/** The editors: configuration, command, the class of the windows, and what shows the fixes. */
const editors = {
  neovim: {
    configuration: {
      ".config/nvim/init.lua": neovim,
      ".config/nvim/syntax/xmpp-stanza.vim": syntax,
    },
    command: inTerminal("nvim", "-i", "NONE", "-n", "+call cursor(2, 4)", "a.stanza"),
    window: "xterm",
    show(session) {
      session.type(":lua vim.lsp.buf.code_action()");
      session.key("Return");
    },
  },
  emacs: {
    configuration: { ".emacs.d/init.el": eglot },
    command: inTerminal("emacs", "-nw", "--eval", QUIET_EMACS, "+2:4", "a.stanza"),
    window: "xterm",
    show(session) {
      session.key("alt+x");
      session.type("eglot-code-actions");
      session.key("Return");
    },
    /** Lists what there is to choose from. */
    list: (session) => session.key("Tab", "Tab"),
  },
  kate: {
    configuration: {
      ...kateConfiguration,
      // Without the path of the file.
      ".config/katerc": (home) =>
        kateConfiguration[".config/katerc"](home).replace("\n", "\nShow Url Nav Bar=false\n"),
    },
    command: ["kate", "--block", "-n", "-l", "2", "-c", "4", "a.stanza"],
    window: "kate",
    show: (session) => session.key("alt+Return"),
  },
  qtcreator: {
    configuration: {
      "settings/QtProject/QtCreator.ini": (home) =>
        `${qtCreatorSettings(home)}\n${QUIET_QTCREATOR}`,
    },
    command: ["qtcreator", "-settingspath", "../settings", "a.stanza:2:5"],
    window: "qtcreator",
    show: (session) => session.key("alt+Return"),
  },
};

/** Takes the picture as the one test of the editor. */
async function takePicture(name, file) {
  const { configuration, command, window, show, list } = editors[name];
  const { failed } = await runInWindow(configuration, command, [
    [
      `a picture of ${name}`,
      async (session) => {
        await session.until("diagnostic", () => lastRules(session) === "error-type-missing");
        session.resize(window, WIDTH, HEIGHT);
        await sleep(DRAWN_MS);
        show(session);
        await session.until("request for fixes", () => session.said.includes("/codeAction"));
        await sleep(DRAWN_MS);
        if (list) {
          list(session);
          await sleep(DRAWN_MS);
        }
        session.picture(file, WIDTH, HEIGHT);
      },
    ],
  ]);
  return failed === 0;
}

/** The page has pictures by its own test. */
function takePlayground(file) {
  execFileSync(process.execPath, ["scripts/editors/playground.mjs", "--shot", file], {
    cwd: root,
    stdio: "inherit",
  });
  execFileSync("convert", [
    file,
    "-resize",
    `${WIDTH}x`,
    "+dither",
    "-colors",
    "32",
    `PNG8:${file}`,
  ]);
  return true;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: join(root, "docs/editors") } },
});
const folder = resolve(values.to);
mkdirSync(folder, { recursive: true });
buildExtension();
const names = positionals.length > 0 ? positionals : [...Object.keys(editors), "playground"];
let isWhole = true;
for (const name of names) {
  const file = join(folder, `${name}.png`);
  const isTaken = name === "playground" ? takePlayground(file) : await takePicture(name, file);
  isWhole &&= isTaken;
}
process.exit(isWhole ? 0 : 1);
