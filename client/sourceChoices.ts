/** Sources that a user has chosen for documents, whatever these look like; the workspace remembers them. */

import * as vscode from "vscode";
import { type ChosenSource, chosenSources } from "../server/core/sources/names";
import { LANGUAGES, STANZA_LANGUAGE, XML_LANGUAGE } from "./documentFilter";

const KEY = "sourcesOfFiles";

/** The language of documents whose own no extension has, such as Kotlin's; the server is told about these, too. */
const PLAIN_TEXT = "plaintext";

/**
 * The language that a document gets whose own is not among those that the server is told about; other sources have the name
 * of their language.
 */
const languages: Readonly<Partial<Record<ChosenSource, string>>> = {
  plain: STANZA_LANGUAGE,
  xep: XML_LANGUAGE,
  transcript: PLAIN_TEXT,
};

export class SourceChoices implements vscode.Disposable {
  readonly #chosen: Map<string, ChosenSource>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;
  /** Fires when the source of some document was chosen. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly memory: vscode.Memento) {
    const remembered = Object.entries(memory.get<Record<string, ChosenSource>>(KEY, {}));
    this.#chosen = new Map(remembered.filter(([, source]) => chosenSources.includes(source)));
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#changeLanguage(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // A change of the language is a closing, too. The next untitled document of this name is a different document.
        if (uri.scheme === "untitled" && !isOpen(uri)) this.#chosen.delete(uri.toString());
      }),
    );
    for (const document of vscode.workspace.textDocuments) void this.#changeLanguage(document);
  }

  /** The source that was chosen for the document; undefined if it goes by what the document looks like. */
  of(uri: vscode.Uri): ChosenSource | undefined {
    return this.#chosen.get(uri.toString());
  }

  /** @param source undefined for what the document looks like */
  async choose(document: vscode.TextDocument, source: ChosenSource | undefined): Promise<void> {
    const key = document.uri.toString();
    if (source === undefined) this.#chosen.delete(key);
    else this.#chosen.set(key, source);
    const files = [...this.#chosen].filter(([uri]) => !uri.startsWith("untitled:"));
    await this.memory.update(KEY, Object.fromEntries(files));
    await this.#changeLanguage(document);
    this.#changed.fire();
  }

  async #changeLanguage(document: vscode.TextDocument): Promise<void> {
    const source = this.of(document.uri);
    if (source === undefined || source === "none" || LANGUAGES.includes(document.languageId))
      return;
    const language = languages[source] ?? source;
    const isKnown = (await vscode.languages.getLanguages()).includes(language);
    await vscode.languages.setTextDocumentLanguage(document, isKnown ? language : PLAIN_TEXT);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
}
