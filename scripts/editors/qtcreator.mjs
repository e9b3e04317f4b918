// Runs the server in Qt Creator as docs/editors.md says, in a window on a display of its own.
// usage: node scripts/editors/qtcreator.mjs
//   QTCREATOR_PATH=FILE  the program (else qtcreator)     QTCREATOR=required  having none is a failure
import { onPath } from "../vscode/browser.mjs";
import { completesConditions, lastRules, runInWindow, takesConfiguration } from "./display.mjs";
import { finishWithoutEditor, runAll } from "./editor.mjs";
import { qtCreatorSettings } from "./qtSettings.mjs";

const program = process.env.QTCREATOR_PATH ?? "qtcreator";
const needed = [program, "Xvfb", "xdotool", "dbus-run-session"];
if (!needed.every((name) => onPath([name]))) {
  finishWithoutEditor(
    "QTCREATOR",
    `no ${needed.join(", ")}; on Debian: qtcreator, xvfb, xdotool, dbus`,
  );
}

const tests = [
  [
    "a.stanza has its diagnostics, by the settings",
    (session) => session.until("diagnostic", () => lastRules(session) === "error-type-missing"),
  ],
  [
    "workspace/configuration, which it announces and refuses, is asked for once",
    (session) => {
      const count = session.said.split('"method":"workspace/configuration"').length - 1;
      if (count !== 1) throw new Error(`asked ${count} times`);
    },
  ],
  [
    "the first actions are fixes, and the second inserts the error type",
    async (session) => {
      const expected = session.text("a.stanza").replace("<error>", "<error type='cancel'>");
      session.key("alt+Return");
      // The list is a second window.
      await session.until("list", () => session.widths("qtcreator").length > 1);
      session.key("Down", "Return");
      await session.until("corrected text", () => lastRules(session) === "");
      session.key("ctrl+s");
      await session.until("saved text", () => session.text("a.stanza") === expected);
    },
  ],
  takesConfiguration,
  completesConditions("qtcreator"),
  [
    "the server ends with Qt Creator",
    async (session) => {
      session.key("ctrl+q");
      await session.until("end", () => session.said.includes("SERVER ENDED 0"));
    },
  ],
];

await runAll([
  [
    "The settings",
    () =>
      runInWindow(
        { "settings/QtProject/QtCreator.ini": qtCreatorSettings },
        // The cursor in the start tag without a type.
        [program, "-settingspath", "../settings", "a.stanza:2:5"],
        tests,
      ),
  ],
]);
