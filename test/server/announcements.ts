/**
 * Announcements of eight clients in `initialize`, as far as they concern this server, and the requests that the clients
 * refuse all the same. As the named versions sent them; a key that is not here was not sent.
 */

import { type ClientCapabilities, ErrorCodes } from "vscode-languageserver/node";

export interface Announcement {
  readonly capabilities: ClientCapabilities;
  readonly options?: unknown;
  /** Requests that the client announces and then refuses, with the code of the error. */
  readonly refused?: Readonly<Record<string, number>>;
  /** False for a client that announces pulling and only waits. */
  readonly pulls?: false;
}

const actionKinds = (...valueSet: string[]) => ({
  codeActionLiteralSupport: { codeActionKind: { valueSet } },
});

export const announcements: Readonly<Record<string, Announcement>> = {
  "Neovim 0.7.2": {
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: false, didSave: true },
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
        codeAction: {
          ...actionKinds("", "Empty", "QuickFix", "quickfix", "refactor", "source"),
          dataSupport: true,
          resolveSupport: { properties: ["edit"] },
        },
        completion: { completionItem: { snippetSupport: false } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        rename: { prepareSupport: true },
      },
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        workspaceEdit: { resourceOperations: ["rename", "create", "delete"] },
      },
      window: { showDocument: { support: false }, workDoneProgress: true },
    },
  },
  "eglot 1.9": {
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: false, didSave: true },
        publishDiagnostics: {
          relatedInformation: false,
          codeDescriptionSupport: false,
          tagSupport: { valueSet: [1, 2] },
        },
        codeAction: {
          ...actionKinds("quickfix", "refactor", "source"),
          isPreferredSupport: true,
        },
        completion: { completionItem: { snippetSupport: true }, contextSupport: true },
        formatting: { dynamicRegistration: false },
        rangeFormatting: { dynamicRegistration: false },
      },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
      },
    },
  },
  "lsp-mode 8.0.0": {
    capabilities: {
      textDocument: {
        synchronization: { didSave: true },
        publishDiagnostics: {
          relatedInformation: true,
          tagSupport: { valueSet: [1, 2] },
          versionSupport: true,
        },
        codeAction: {
          ...actionKinds("", "quickfix", "refactor", "source"),
          isPreferredSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ["edit", "command"] },
        },
        completion: {
          contextSupport: true,
          completionItem: {
            snippetSupport: true,
            insertReplaceSupport: true,
            resolveSupport: {
              properties: ["documentation", "details", "additionalTextEdits", "command"],
            },
          },
        },
        formatting: { dynamicRegistration: true },
        rangeFormatting: { dynamicRegistration: true },
        linkedEditingRange: { dynamicRegistration: true },
        documentLink: { dynamicRegistration: true, tooltipSupport: true },
        rename: { dynamicRegistration: true, prepareSupport: true },
      },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ["create", "rename", "delete"],
        },
      },
      window: { workDoneProgress: true },
    },
  },
  "Kate 22.12.3": {
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        codeAction: actionKinds("quickfix", "refactor", "source"),
        selectionRange: { dynamicRegistration: false },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      workspace: { workspaceFolders: true },
    },
  },
  "Qt Creator 9.0.2": {
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: true, didSave: true },
        codeAction: actionKinds("*"),
        completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
        formatting: { dynamicRegistration: true },
        rangeFormatting: { dynamicRegistration: true },
      },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
      },
    },
    refused: { "workspace/configuration": ErrorCodes.MethodNotFound },
  },
  "ALE 3.3.0": {
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: false, didSave: true },
        publishDiagnostics: { relatedInformation: true },
        codeAction: { dynamicRegistration: false, ...actionKinds() },
        completion: { completionItem: { snippetSupport: false } },
      },
      workspace: {
        applyEdit: false,
        configuration: false,
        workspaceFolders: false,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: false },
      },
    },
  },
  YouCompleteMe: {
    capabilities: {
      textDocument: {
        codeAction: actionKinds("", "quickfix", "refactor", "source"),
        completion: { completionItem: {} },
      },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
      },
    },
  },
  "@codemirror/lsp-client 6.3.0": {
    capabilities: {
      general: { markdown: { parser: "marked" } },
      textDocument: {
        diagnostic: {},
        publishDiagnostics: { versionSupport: true },
        completion: {
          completionItem: { snippetSupport: true, insertReplaceSupport: false },
          contextSupport: true,
          completionList: { itemDefaults: ["commitCharacters", "editRange", "insertTextFormat"] },
        },
      },
      window: { showMessage: {} },
    },
    pulls: false,
  },
};
