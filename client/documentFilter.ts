/**
 * Selects the documents that are opened for the server: those of the stanza language always, plain XML only while
 * stanzas are found in it. The test is cheap and needs no server.
 */

import type { TextDocument, Uri } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { captureIn } from "../server/core/sources/capture";
import { isConfigurationPath } from "../server/core/sources/fileNames";
import { type ChosenSource, logLanguages, sourceLanguages } from "../server/core/sources/names";
import { mightContainStanza } from "../server/core/sources/plain";
import { RULE_SCHEME } from "./ruleAddress";
import { sourcesOf } from "./settings";

/** Identifiers of the languages whose documents are stanzas, or may be. */
export const STANZA_LANGUAGE = "xmpp-stanza";
export const XML_LANGUAGE = "xml";

/** All languages whose documents may be opened for the server. */
export const LANGUAGES: readonly string[] = [
  STANZA_LANGUAGE,
  XML_LANGUAGE,
  ...Object.keys(sourceLanguages),
  ...logLanguages,
];

/** The languages that VS Code may assign to configuration files. */
export const CONFIGURATION_LANGUAGES = ["json", "jsonc"] as const;

/** True for a configuration file: the server reports mistakes in it. */
export function isConfigurationFile(uri: Uri): boolean {
  return isConfigurationPath(uri.path);
}

/**
 * True for a document that is to be opened for the server.
 * @param mayBeConfigured whether the workspace has a configuration file, which may switch sources in code on; the
 *   server knows which file applies to the document
 * @param chosen the source that the user has chosen for the document
 */
export function qualifies(
  document: TextDocument,
  mayBeConfigured: boolean,
  chosen?: ChosenSource,
): boolean {
  // An output channel is a log too, and this extension's channel quotes the documents: a loop of findings.
  if (document.uri.scheme === "output") return false;
  // The wrong examples in the text about a rule are there to be read.
  if (document.uri.scheme === RULE_SCHEME) return false;
  if (isConfigurationFile(document.uri)) {
    return CONFIGURATION_LANGUAGES.some((language) => language === document.languageId);
  }
  if (document.languageId === STANZA_LANGUAGE) return true;
  if (!LANGUAGES.includes(document.languageId)) return false;
  if (chosen !== undefined) return true;
  const source = sourceLanguages[document.languageId];
  const isOn = source === undefined || sourcesOf(document)[source] !== false;
  if (!isOn && !mayBeConfigured) return false;
  const text = document.getText();
  return mightContainStanza(text) || captureIn(text) !== undefined;
}

/** Middleware that keeps documents that do not qualify from the server. */
export class DocumentFilter {
  /** URIs by their strings. */
  readonly #admitted = new Map<string, Uri>();

  /**
   * @param qualifies whether the server is to have the document open, with the current settings
   * @param changed called with all documents that the server has open, when their set changes
   */
  constructor(
    readonly qualifies: (document: TextDocument) => boolean,
    readonly changed: (uris: readonly Uri[]) => void = () => {},
  ) {}

  has(uri: Uri): boolean {
    return this.#admitted.has(uri.toString());
  }

  /** @param client gives the client, undefined until it is made */
  middleware(client: () => BaseLanguageClient | undefined): Middleware {
    return {
      didOpen: async (document, next) => {
        if (!this.qualifies(document)) return;
        this.#admitted.set(document.uri.toString(), document.uri);
        this.#report();
        await next(document);
      },
      didChange: async (event, next) => {
        const { document } = event;
        if (this.has(document.uri)) {
          await next(event);
        } else {
          // The first stanza may just have been typed: then the document is opened for the server.
          await this.admit(document, client());
        }
      },
      didSave: async (document, next) => {
        if (this.has(document.uri)) await next(document);
      },
      didClose: async (document, next) => {
        if (!this.#admitted.delete(document.uri.toString())) return;
        this.#report();
        await next(document);
      },
    };
  }

  /** Opens a qualifying document for the server, unless it is open there already. */
  async admit(document: TextDocument, client: BaseLanguageClient | undefined): Promise<void> {
    if (this.has(document.uri) || !this.qualifies(document)) return;
    const feature = client?.getFeature("textDocument/didOpen");
    await feature?.getProvider(document)?.send(document);
  }

  /** Forgets all documents: a server that starts anew has none of them open. */
  clear(): void {
    this.#admitted.clear();
    this.#report();
  }

  #report(): void {
    this.changed([...this.#admitted.values()]);
  }
}
