/**
 * Wires workspace diagnostics: all files in the folders of the workspace, open or not, as the command
 * line checks them. Findings are sent file by file; unchanged results are not sent again.
 */

import {
  type Diagnostic,
  DiagnosticSeverity,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type TextDocuments,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { isLogName, mayHoldStanzasByName } from "../core/sources/names";
import { isUnmarkedUtf16, mightContainStanza } from "../core/sources/plain";
import { visible } from "../core/text/visible";
import type { EnterFolder } from "../disk/walk";
import { SOURCE } from "../features/diagnostics";
import { OpenDocument } from "../features/openDocument";
import type { Cancellation } from "../protocol/cancellation";
import type { ServerContext } from "./context";
import type { DiagnosticsService } from "./diagnosticsHandlers";

/** Number of files in a partial result. */
const BATCH = 50;

const EMPTY: WorkspaceDiagnosticReport = { items: [] };

export function wireWorkspaceDiagnostics(
  context: ServerContext,
  documents: TextDocuments<OpenDocument>,
  diagnosing: DiagnosticsService,
): void {
  const { connection, guarded } = context;

  /**
   * Filter of files: those that the command line would find in that folder.
   * @param passOver called with the URI of each other file that may be a log by its name
   */
  async function enter(folder: string, passOver: (uri: string) => void) {
    const [itself, within, isListed] = await Promise.all([
      context.settings(folder),
      context.settings(`${folder}file`),
      context.listedIn(folder),
    ]);
    if (itself.isIgnored) return undefined;
    return {
      file: (name: string) => mayHoldStanzasByName(name, within.sources) || isListed(name),
      isKnown: isLogName,
      passOver: (name: string) => passOver(folder + encodeURIComponent(name)),
    };
  }

  async function* findAll(
    cancellation: Cancellation,
    passOver: (uri: string) => void,
    onUnread: (uri: string, reason: string) => void,
  ): AsyncGenerator<string> {
    // There may be thousands of folders without a matching file.
    const enterUntil: EnterFolder = async (folder) =>
      cancellation.isCancellationRequested ? undefined : enter(folder, passOver);
    for (const uri of await context.folders()) {
      const folder = uri.endsWith("/") ? uri : `${uri}/`;
      const found = context.files(folder)?.find(folder, enterUntil, cancellation, onUnread);
      if (found) yield* found;
    }
  }

  function reportOfUnread(uri: string, reason: string, version: number | null = null) {
    connection.console.warn(visible(`${uri}: ${reason}`));
    return { kind: "full" as const, uri, version, items: [unreadable(reason, context)] };
  }

  async function reportOf(
    uri: string,
    previousResultId: string | undefined,
    cancellation: Cancellation,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const open = documents.get(uri);
    const { version = null, revision = 0 } = open ?? {};
    let text: string | undefined;
    try {
      text = open?.text ?? (await context.files(uri)?.read(uri));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return reportOfUnread(uri, reason, version);
    }
    if (!open && text !== undefined && isUnmarkedUtf16(text)) {
      const reason = context.translate("looks like UTF-16 without a byte order mark");
      return { kind: "full", uri, version, items: [unreadable(reason, context)] };
    }
    const settings = await context.settings(uri);
    if (text === undefined || !mightContainStanza(text) || settings.isIgnored) {
      // Only a client with an earlier result has findings to remove.
      return previousResultId === undefined ? undefined : { kind: "full", uri, version, items: [] };
    }
    const about = JSON.stringify(settings);
    const resultId = `${hash(text)}.${hash(about)}`;
    if (resultId === previousResultId) return { kind: "unchanged", uri, version, resultId };
    const document = open ?? new OpenDocument(uri, "", 0, text);
    try {
      const items = await diagnosing.diagnose(document, cancellation);
      if (document.revision === revision) return { kind: "full", uri, version, resultId, items };
    } catch (error) {
      // An edit of one file does not end the check of all other files.
      if (!isContentModified(error)) throw error;
    }
    return reportOf(uri, previousResultId, cancellation);
  }

  connection.languages.diagnostics.onWorkspace(
    guarded("workspace/diagnostic", EMPTY, async (params, cancellation, workDone, partial) => {
      workDone.begin(context.translate("Checking stanzas"), undefined, undefined, true);
      try {
        return await reportAll(params, cancellation, workDone, partial);
      } finally {
        workDone.done();
      }
    }),
  );

  async function reportAll(
    { previousResultIds }: WorkspaceDiagnosticParams,
    cancellation: Cancellation,
    workDone: WorkDoneProgressReporter,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const known = [...previous.keys(), ...documents.keys()];
    const knownByFile = new Map(known.map((uri) => [fileOf(uri), uri]));
    const uris = new Set<string>();
    const logs: string[] = [];
    const unread: WorkspaceDocumentDiagnosticReport[] = [];
    const found = findAll(
      cancellation,
      (uri) => logs.push(uri),
      // With a result, so that a client tells of it when the folder is gone or can be read.
      (uri, reason) => unread.push({ ...reportOfUnread(uri, reason), resultId: hash(reason) }),
    );
    for await (const uri of found) uris.add(knownByFile.get(fileOf(uri)) ?? uri);
    // A file that was not found before the cancellation may still exist.
    if (cancellation.isCancellationRequested) throw cancelled();
    const stays = new Set([...uris, ...unread.map(({ uri }) => uri)]);
    const gone = [...previous.keys()].filter((uri) => !stays.has(uri));
    let items: WorkspaceDocumentDiagnosticReport[] = gone.map((uri) => ({
      kind: "full",
      uri,
      version: null,
      items: [],
    }));
    items.push(...unread);
    for (const [index, uri] of [...uris].entries()) {
      if (cancellation.isCancellationRequested) throw cancelled();
      workDone.report(Math.floor((100 * index) / uris.size), visible(nameOf(uri)));
      const report = await reportOf(uri, previous.get(uri), cancellation);
      if (report) items.push(report);
      if (partial && items.length >= BATCH) {
        partial.report({ items });
        items = [];
      }
      await context.turn();
    }
    if (logs.length > 0) {
      const { passedOverLogs } = await import("./lazyFeatures");
      const line = await passedOverLogs(logs, context, cancellation);
      if (line !== undefined) workDone.report(100, line);
    }
    if (!partial) return { items };
    // After partial results the final result is empty.
    if (items.length > 0) partial.report({ items });
    return EMPTY;
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

/** A diagnostic without a code, because no rule has reported it. */
function unreadable(reason: string, { translate }: ServerContext): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message: translate("This file was not checked: {reason}", { reason }),
  };
}

function isContentModified(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

/**
 * Normalized key of a file's URI: clients escape more or fewer characters than Node does, and drive letters have
 * either case.
 */
function fileOf(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[a-z]:/i, (drive) => drive.toLowerCase());
}

function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf("/") + 1));
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Hash of a text to notice that a file has changed (FNV-1a, and the length). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return `${text.length}.${value >>> 0}`;
}
