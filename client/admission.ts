/**
 * Which documents the server gets to see: those of the stanza language always, plain XML only while
 * stanzas are found in it. The look is cheap and needs no server.
 */

import type { TextDocument, Uri } from "vscode";
import {
  type BaseLanguageClient,
  DidOpenTextDocumentNotification,
  type Middleware,
} from "vscode-languageclient";
import { mayHoldStanzas } from "../server/core/sources/plain";

/** Languages that the extension looks at. */
export const STANZA_LANGUAGE = "xmpp-stanza";
export const XML_LANGUAGE = "xml";

/** What configuration files are called, and the languages that VS Code may take them for. */
export const CONFIGURATION_FILE = "xmpp-stanza.json";
export const CONFIGURATION_LANGUAGES = ["json", "jsonc"] as const;

/** True for a configuration file: the server says what is wrong in it. */
export function isConfigurationFile(uri: Uri): boolean {
  return uri.path.endsWith(`/${CONFIGURATION_FILE}`);
}

export function qualifies(document: TextDocument): boolean {
  if (isConfigurationFile(document.uri)) {
    return CONFIGURATION_LANGUAGES.some((language) => language === document.languageId);
  }
  if (document.languageId === STANZA_LANGUAGE) return true;
  return document.languageId === XML_LANGUAGE && mayHoldStanzas(document.getText());
}

/** Keeps documents that do not qualify out of the talk with the server. */
export class Admission {
  readonly #admitted = new Set<string>();

  has(uri: Uri): boolean {
    return this.#admitted.has(uri.toString());
  }

  /** @param client the client, once it is there */
  middleware(client: () => BaseLanguageClient | undefined): Middleware {
    return {
      didOpen: async (document, next) => {
        if (!qualifies(document)) return;
        this.#admitted.add(document.uri.toString());
        await next(document);
      },
      didChange: async (event, next) => {
        const { document } = event;
        if (this.has(document.uri)) {
          await next(event);
        } else if (qualifies(document)) {
          // Its first stanza has just been typed: for the server the document opens now.
          const feature = client()?.getFeature(DidOpenTextDocumentNotification.method);
          await feature?.getProvider(document)?.send(document);
        }
      },
      didSave: async (document, next) => {
        if (this.has(document.uri)) await next(document);
      },
      didClose: async (document, next) => {
        if (this.#admitted.delete(document.uri.toString())) await next(document);
      },
    };
  }

  /** Forgets everything: a server that starts anew is told of all documents again. */
  clear(): void {
    this.#admitted.clear();
  }
}
