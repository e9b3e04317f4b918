// Runs the configuration that docs/editors.md gives for Kate, in a window on a display of its own.
// usage: node scripts/editors/kate.mjs
//   KATE_PATH=FILE  the program (else kate)     KATE=required  having none is a failure
import { onPath } from "../vscode/browser.mjs";
import { completesConditions, lastRules, runInWindow, takesConfiguration } from "./display.mjs";
import { finishWithoutEditor, runAll } from "./editor.mjs";
import { kateConfiguration } from "./kateConfiguration.mjs";

const program = process.env.KATE_PATH ?? "kate";
const needed = [program, "Xvfb", "xdotool", "dbus-run-session"];
if (!needed.every((name) => onPath([name]))) {
  finishWithoutEditor("KATE", `no ${needed.join(", ")}; on Debian: kate, xvfb, xdotool, dbus`);
}
const tests = [
  [
    "a.stanza has its diagnostics, by the settings",
    (session) => session.until("diagnostic", () => lastRules(session) === "error-type-missing"),
  ],
  [
    "Code Action offers the fix first, and it inserts the error type",
    async (session) => {
      const expected = session.text("a.stanza").replace("<error>", "<error type='cancel'>");
      await session.until("window", () => session.widths("kate").length > 0);
      session.key("alt+Return");
      // The menu is a second window, which is narrow while it says that there are no actions.
      await session.until(
        "menu",
        () => session.widths("kate").filter((one) => one > 200).length > 1,
      );
      session.key("Down", "Return");
      await session.until("corrected text", () => lastRules(session) === "");
      session.key("ctrl+s");
      await session.until("saved text", () => session.text("a.stanza") === expected);
    },
  ],
  takesConfiguration,
  completesConditions("kate"),
  [
    "the server ends with Kate",
    async (session) => {
      session.key("ctrl+q");
      await session.until("end", () => session.said.includes("SERVER ENDED"));
    },
  ],
];

await runAll([
  [
    "The configuration",
    () =>
      runInWindow(
        kateConfiguration,
        // The cursor in the start tag without a type.
        [program, "--block", "-n", "-l", "2", "-c", "4", "a.stanza"],
        tests,
      ),
  ],
]);
