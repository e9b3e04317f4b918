/** Features that the client has announced in `initialize`. */

import type { ClientCapabilities } from "vscode-languageserver";
import { CREATE_REPLY_COMMAND } from "../features/capabilities";
import { CLOSE_TAG_REQUEST } from "../protocol/protocol";

/** The part of the parameters of `initialize` that says what a client can do. */
interface Announcement {
  readonly capabilities: ClientCapabilities;
  /** `initializationOptions` of this project's own client; those of others hold settings. */
  readonly options: { readonly commands?: unknown; readonly readsFiles?: unknown };
}

/**
 * Announcements that each feature needs. A request is sent to the client only if its row here holds; an action
 * or a command that would end in such a request is not offered otherwise.
 */
const needs = {
  /** `workspace/configuration` */
  configuration: ({ capabilities }) => capabilities.workspace?.configuration === true,
  /** `workspace/workspaceFolders` */
  workspaceFolders: ({ capabilities }) => capabilities.workspace?.workspaceFolders === true,
  /** `window/showDocument` */
  showDocument: ({ capabilities }) => capabilities.window?.showDocument?.support === true,
  /** `workspace/diagnostic/refresh` */
  diagnosticRefresh: ({ capabilities }) =>
    capabilities.workspace?.diagnostics?.refreshSupport === true,
  /** `workspace/codeLens/refresh` */
  codeLensRefresh: ({ capabilities }) => capabilities.workspace?.codeLens?.refreshSupport === true,
  /** `client/registerCapability` for `workspace/didChangeConfiguration` */
  registerConfiguration: ({ capabilities }) =>
    capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
  /** `client/registerCapability` for `workspace/didChangeWatchedFiles` */
  registerWatchers: ({ capabilities }) =>
    capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  /** `client/registerCapability` for `textDocument/formatting` */
  registerFormatting: ({ capabilities }) =>
    capabilities.textDocument?.formatting?.dynamicRegistration === true,
  /** `client/registerCapability` for `textDocument/rangeFormatting` */
  registerRangeFormatting: ({ capabilities }) =>
    capabilities.textDocument?.rangeFormatting?.dynamicRegistration === true,
  /** `textDocument/diagnostic`, which some clients announce and never send */
  pullDiagnostics: ({ capabilities }) => capabilities.textDocument?.diagnostic !== undefined,
  /** `textDocument/publishDiagnostics`, which some clients take without announcing it */
  pushDiagnostics: ({ capabilities }) =>
    capabilities.textDocument?.publishDiagnostics !== undefined,
  /** `codeAction/resolve` for the edit of an action */
  resolveEdits: ({ capabilities }) =>
    capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
  /** `DocumentSymbol` in the outline; other clients get a flat list */
  symbolTree: ({ capabilities }) =>
    capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  /** This project's own request for end tags, in the place of on-type formatting */
  closeTag: ({ capabilities: { experimental } }) =>
    (experimental as Record<string, unknown> | undefined)?.[CLOSE_TAG_REQUEST] === true,
  /** This project's own requests about files */
  readFiles: ({ options }) => options.readsFiles === true,
  /** The command that asks for a condition and then requests the reply */
  createReplyCommand: ({ options }) =>
    Array.isArray(options.commands) && options.commands.includes(CREATE_REPLY_COMMAND),
  /** This project's own client, which decides itself when to pull diagnostics */
  isOwn: ({ options }) => isOwnClient(options),
  /** Choices in snippets: other clients insert the list of them, or show it as a text to overwrite */
  snippetChoices: ({ options }) => isOwnClient(options),
} as const satisfies Record<string, (announcement: Announcement) => boolean>;

/** True for this project's own client: no other offers commands. */
function isOwnClient({ commands }: Announcement["options"]): boolean {
  return Array.isArray(commands) && commands.length > 0;
}

export type ClientFeature = keyof typeof needs;

export class ClientFeatures {
  #announcement: Announcement = { capabilities: {}, options: {} };

  /** Takes the parameters of `initialize`; before that, the client has no feature. */
  read(capabilities: ClientCapabilities | null | undefined, initializationOptions: unknown): void {
    this.#announcement = {
      // The protocol demands an object; some clients send null.
      capabilities: capabilities ?? {},
      options: initializationOptions ?? {},
    };
  }

  get capabilities(): ClientCapabilities {
    return this.#announcement.capabilities;
  }

  has(feature: ClientFeature): boolean {
    try {
      return needs[feature](this.#announcement);
    } catch {
      // A part has another shape than the protocol demands: it announces nothing.
      return false;
    }
  }
}
