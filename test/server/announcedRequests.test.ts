/** The server sends each client only the requests that it has announced to answer. */

import { afterEach, describe, expect, it, vi } from "vitest";
import type {
  ClientCapabilities,
  CodeLens,
  InitializeResult,
  RegistrationParams,
} from "vscode-languageserver/node";
import { announcements } from "./announcements";
import { CONFIGURATION, FOLDER, text } from "./otherClient";
import { filesOf, rangeOf, Session, URI } from "./support";

let session: Session;
afterEach(() => {
  vi.useRealTimers();
  session.dispose();
});

const ask = <T>(request: string, params: object = {}): Promise<T> =>
  session.connection.sendRequest<T>(request, { textDocument: { uri: URI }, ...params });

/** The methods that the client has offered to answer, by the letter of LSP 3.18. */
function offeredBy({ workspace, window }: ClientCapabilities): Set<string> {
  const offered: Readonly<Record<string, boolean | undefined>> = {
    "workspace/configuration": workspace?.configuration,
    "workspace/workspaceFolders": workspace?.workspaceFolders,
    "workspace/applyEdit": workspace?.applyEdit,
    "workspace/diagnostic/refresh": workspace?.diagnostics?.refreshSupport,
    "workspace/codeLens/refresh": workspace?.codeLens?.refreshSupport,
    "workspace/foldingRange/refresh": workspace?.foldingRange?.refreshSupport,
    "window/showDocument": window?.showDocument?.support,
    "window/workDoneProgress/create": window?.workDoneProgress,
  };
  return new Set(Object.keys(offered).filter((method) => offered[method]));
}

/** The methods for which the client takes registrations. */
function registrableBy({ workspace, textDocument }: ClientCapabilities): Set<string> {
  const found = new Set<string>();
  for (const [room, all] of Object.entries({ workspace, textDocument })) {
    for (const [name, one] of Object.entries(all ?? {})) {
      if ((one as { dynamicRegistration?: boolean }).dynamicRegistration)
        found.add(`${room}/${name}`);
    }
  }
  return found;
}

/** Everything that an editor does in a session, and every action and command that it is offered meanwhile. */
async function useEverything(announcement: (typeof announcements)[string]): Promise<void> {
  const { connection } = session;
  await session.open(text);
  await session.open(`{ "rules": { "no-such-rule": "off" } }`, CONFIGURATION, "json");
  if (announcement.pulls !== false && announcement.capabilities.textDocument?.diagnostic) {
    await session.pull();
  }
  const commands: { command: string; arguments?: unknown[] }[] = [];
  for (const part of ["error>", "text xmlns", "<iq type='result'/>", "<iq type='get'"]) {
    for (const action of await session.actions(rangeOf(text, part))) {
      const resolved = action.data ? await session.resolve(action) : action;
      if (resolved.command) commands.push(resolved.command);
    }
  }
  for (const lens of await ask<CodeLens[]>("textDocument/codeLens")) {
    const { command } = await connection.sendRequest<CodeLens>("codeLens/resolve", lens);
    if (command?.command) commands.push(command);
  }
  const { capabilities } = session.initialized as InitializeResult;
  for (const command of capabilities.executeCommandProvider?.commands ?? []) {
    commands.push({ command, arguments: ["iq-id-missing", rangeOf(text, "error>")] });
  }
  for (const { command, arguments: parameters } of commands) {
    await connection.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  }
  const position = rangeOf(text, "<item-not-found").start;
  const options = { tabSize: 2, insertSpaces: true };
  await ask("textDocument/completion", { position });
  await ask("textDocument/hover", { position });
  await ask("textDocument/rename", { position: rangeOf(text, "q1").start, newName: "q2" });
  for (const request of ["documentSymbol", "foldingRange", "documentLink"]) {
    await ask(`textDocument/${request}`);
  }
  await ask("textDocument/formatting", { options });
  await ask("textDocument/onTypeFormatting", { options, position, ch: ">" });
  await connection.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  await session.change(2, [{ text: `${text}<presence/>` }]);
  await session.save();
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: CONFIGURATION, type: 2 }],
  });
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
  await connection.sendRequest("shutdown");
}

describe("no request is sent beyond those that the client offered", () => {
  const everything: ClientCapabilities = {
    textDocument: {
      diagnostic: {},
      formatting: { dynamicRegistration: true },
      rangeFormatting: { dynamicRegistration: true },
    },
    window: { showDocument: { support: true } },
    workspace: {
      codeLens: { refreshSupport: true },
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
    },
  };
  const all = Object.entries({ ...announcements, "all at once": { capabilities: everything } });

  it.each(all)("%s", async (name, announcement) => {
    const { capabilities, options, refused = {} } = announcement as (typeof announcements)[string];
    session = await Session.start(capabilities, {}, undefined, {
      options,
      refused,
      files: filesOf({ [`${FOLDER}b.stanza`]: text }),
      folders: [{ uri: FOLDER.slice(0, -1), name: "stanzas" }],
    });
    await useEverything(announcement);
    const methods = session.requests.map(({ method, params }) => {
      if (method !== "client/registerCapability") return method;
      const { registrations } = params as RegistrationParams;
      return registrations.map((one) => `register ${one.method}`).join();
    });
    const offered = new Set([
      ...offeredBy(capabilities),
      ...[...registrableBy(capabilities)].map((method) => `register ${method}`),
    ]);
    expect(methods.filter((method) => !offered.has(method))).toEqual([]);
    expect(session.logged).toEqual([]);
    // The session above asks for all that can be asked for, or it would prove nothing.
    if (name === "all at once") expect(new Set(methods)).toEqual(offered);
    for (const method of Object.keys(refused)) {
      expect(methods.filter((one) => one === method)).toHaveLength(1);
    }
  });
});
