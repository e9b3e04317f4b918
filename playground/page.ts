/** A page to try the checks in: CodeMirror, and the server in a worker. It needs no network and no other file. */

import { xml } from "@codemirror/lang-xml";
import { lintGutter, type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import {
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  renameKeymap,
  serverCompletion,
} from "@codemirror/lsp-client";
import { EditorView, keymap } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { translatorFor } from "../server/l10n/localise";
import { CheckedView } from "./checkedView";
import { showFindings } from "./findings";
import { startWorker } from "./worker";

/** Put in by scripts/playground.ts. */
declare const SERVER: string;
declare const EXAMPLES: Readonly<Record<string, string>>;

const FILE = "file:///playground.stanza";

/** Milliseconds after the last key until the text is checked. */
const REST = 200;

/** Milliseconds until CodeMirror's client gives a request up; a slow machine is no mistake. */
const TIMEOUT = 100_000;

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;

async function main(): Promise<void> {
  const locale = navigator.language.toLowerCase();
  const translate = await translatorFor(locale);
  const mistake = element("settings-mistake");
  const transport = startWorker(SERVER, locale, (message) => {
    mistake.textContent = message;
  });
  const client = new LSPClient({
    timeout: TIMEOUT,
    extensions: [
      {
        clientCapabilities: {
          textDocument: {
            codeAction: {
              codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
              dataSupport: true,
              isPreferredSupport: true,
              resolveSupport: { properties: ["edit"] },
            },
          },
        },
      },
    ],
  }).connect(transport);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = new EditorView({
    parent: element("editor"),
    extensions: [
      basicSetup,
      lintGutter(),
      xml({ autoCloseTags: false }),
      client.plugin(FILE, "xmpp-stanza"),
      serverCompletion({ override: true }),
      hoverTooltips(),
      keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap]),
      EditorView.contentAttributes.of({ "aria-label": "XMPP" }),
      EditorView.updateListener.of(({ docChanged }) => {
        if (!docChanged) return;
        clearTimeout(timer);
        timer = setTimeout(check, REST);
      }),
    ],
  });
  const checked = new CheckedView(view, client, FILE);

  async function check(): Promise<void> {
    const findings = await checked.findings();
    // Typing has gone on meanwhile: the next check is on its way.
    if (!findings) return;
    const marks = findings.map(({ from, to, severity, message }): Mark => {
      return { from, to, severity, message };
    });
    view.dispatch(setDiagnostics(view.state, marks));
    showFindings(findings, checked, translate);
  }

  const examples = element<HTMLSelectElement>("examples");
  for (const name of Object.keys(EXAMPLES)) examples.add(new Option(name));
  const showExample = () => {
    const insert = EXAMPLES[examples.value] ?? "";
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
  };
  examples.addEventListener("change", showExample);

  const settings = element<HTMLTextAreaElement>("settings");
  settings.value = '{ "rules": { "text-lang-missing": "off" } }';
  settings.addEventListener("input", () => {
    mistake.textContent = "";
    client.notification("workspace/didChangeConfiguration", { settings: settings.value });
    void check();
  });

  element("about").textContent = translate(
    "Checks error stanzas against RFC 6120. Everything happens in this page; no text leaves it.",
  );
  element("examples-label").textContent = translate("Example");
  element("settings-label").textContent = translate("Settings, as JSON");
  element("notices-label").textContent = translate("Licences of the libraries in this page");
  await client.initializing;
  settings.dispatchEvent(new Event("input"));
  showExample();
}

void main();
