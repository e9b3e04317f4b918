/**
 * Which documents the server gets to see: those of the stanza language always, plain XML only while
 * stanzas are found in it. The look is cheap and needs no server.
 */

import type { TextDocument, Uri } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { isConfigurationPath } from "../server/core/sources/fileNames";
import { defaultSources, logLanguages, sourceLanguages } from "../server/core/sources/names";
import { mightContainStanza } from "../server/core/sources/plain";
import { RULE_SCHEME } from "./ruleAddress";
import { sourcesOf } from "./settings";

/** Languages that the extension looks at. */
export const STANZA_LANGUAGE = "xmpp-stanza";
export const XML_LANGUAGE = "xml";

/** All languages whose documents may be shown to the server. */
export const LANGUAGES: readonly string[] = [
  STANZA_LANGUAGE,
  XML_LANGUAGE,
  ...Object.keys(sourceLanguages),
  ...logLanguages,
];

/** The languages that VS Code may take configuration files for. */
export const CONFIGURATION_LANGUAGES = ["json", "jsonc"] as const;

/** True for a configuration file: the server says what is wrong in it. */
export function isConfigurationFile(uri: Uri): boolean {
  return isConfigurationPath(uri.path);
}

/**
 * True for a document that the server is to see.
 * @param mayBeConfigured whether a configuration file may want code to be looked into; which one holds
 *   for the document, the server knows
 */
export function qualifies(document: TextDocument, mayBeConfigured: boolean): boolean {
  // An output channel is a log too, and ours has what is said to the server: it would be told of that again.
  if (document.uri.scheme === "output") return false;
  // The wrong examples in the text about a rule are there to be read.
  if (document.uri.scheme === RULE_SCHEME) return false;
  if (isConfigurationFile(document.uri)) {
    return CONFIGURATION_LANGUAGES.some((language) => language === document.languageId);
  }
  if (document.languageId === STANZA_LANGUAGE) return true;
  if (!LANGUAGES.includes(document.languageId)) return false;
  const source = sourceLanguages[document.languageId];
  const isAsked = source === undefined || defaultSources[source] || mayBeConfigured;
  if (!isAsked && !sourcesOf(document)[source]) return false;
  return mightContainStanza(document.getText());
}

/** Keeps documents that do not qualify out of the talk with the server. */
export class DocumentFilter {
  /** By their addresses. */
  readonly #admitted = new Map<string, Uri>();

  /**
   * @param qualifies whether the server is to see the document, as things are now
   * @param changed gets the documents that the server sees, when there are others
   */
  constructor(
    readonly qualifies: (document: TextDocument) => boolean,
    readonly changed: (uris: readonly Uri[]) => void = () => {},
  ) {}

  has(uri: Uri): boolean {
    return this.#admitted.has(uri.toString());
  }

  /** @param client the client, once it is there */
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
          // Its first stanza may just have been typed: for the server the document opens then.
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

  /** Opens a document for the server that it does not see yet, and is to see. */
  async admit(document: TextDocument, client: BaseLanguageClient | undefined): Promise<void> {
    if (this.has(document.uri) || !this.qualifies(document)) return;
    const feature = client?.getFeature("textDocument/didOpen");
    await feature?.getProvider(document)?.send(document);
  }

  /** Forgets everything: a server that starts anew is told of all documents again. */
  clear(): void {
    this.#admitted.clear();
    this.#report();
  }

  #report(): void {
    this.changed([...this.#admitted.values()]);
  }
}
