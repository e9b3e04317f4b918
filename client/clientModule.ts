/**
 * Part of the extension that is loaded with the first document with stanzas, and not before: the library that
 * talks to the server is larger than all the rest.
 */

import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

export type CreateClient = (
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient;

/** Common exports of both hosts' modules, nodeClient.ts and browserClient.ts. */
export type ClientModule = typeof import("./lazyFeatures") & {
  readonly createClient: CreateClient;
};
