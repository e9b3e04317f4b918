// Runs the server in Qt Creator as docs/editors.md says, in a window on a display of its own.
// usage: node scripts/editors/qtcreator.mjs
//   QTCREATOR_PATH=FILE  the program (else qtcreator)     QTCREATOR=required  having none is a failure
import { onPath } from "../vscode/browser.mjs";
import { lastRules, runInWindow, takesConfiguration } from "./display.mjs";
import { finishWithoutEditor, runAll } from "./editor.mjs";
import { iniVariant } from "./qtSettings.mjs";

const program = process.env.QTCREATOR_PATH ?? "qtcreator";
const needed = [program, "Xvfb", "xdotool", "dbus-run-session"];
if (!needed.every((name) => onPath([name]))) {
  finishWithoutEditor(
    "QTCREATOR",
    `no ${needed.join(", ")}; on Debian: qtcreator, xvfb, xdotool, dbus`,
  );
}

/** What the table of docs/editors.md says, as the dialog stores it; 1 is "Requires an Open File". */
const settings = (home) => `[LanguageClient]
clients=${iniVariant([
  {
    typeId: "LanguageClient::StdIOSettingsID",
    name: "XMPP Stanza",
    id: "{5c6d2b2e-6f0b-4d0a-9d0e-0d7f6c1a2b3c}",
    enabled: true,
    startupBehavior: 1,
    mimeType: [],
    filePattern: ["*.stanza", "*.xmpp", "*.xml"],
    initializationOptions: JSON.stringify({
      xmppStanza: { rules: { "text-lang-missing": "off" } },
    }),
    executable: `${home}/bin/xmpp-stanza`,
    arguments: "server --stdio",
  },
])}
`;

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
        { "settings/QtProject/QtCreator.ini": settings },
        // The cursor in the start tag without a type.
        [program, "-settingspath", "../settings", "a.stanza:2:5"],
        tests,
      ),
  ],
]);
