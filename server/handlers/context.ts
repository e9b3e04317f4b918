/** Context that is shared by the handlers, which wire features to the protocol. */

import type { Connection, TextDocumentPositionParams } from "vscode-languageserver";

import type { RulePage } from "../core/rules/pages";
import type { HasTimeLeft, Steps } from "../core/text/steps";

import type { Translate } from "../core/text/translate";
import type { OpenDocument } from "../features/openDocument";
import type { StanzaView } from "../features/stanzaView";
import type { Files } from "../hosts/files";
import type { Cancellation } from "../protocol/cancellation";
import type { Settings } from "../settings/settings";
import type { ClientFeatures } from "./clientFeatures";

/**
 * Milliseconds after which a request of a saving editor is answered with the edits found until then: the editor waits
 * for the answer before it saves.
 */
export const SAVE_BUDGET = 200;

/** The platform that the server runs on: Node or a browser's worker. */
export interface Host {
  /** Resolves after all waiting events of the event loop have had their turn. */
  turn(): Promise<void>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /**
   * Access to the files of the machine, where the server may read them.
   * @param translate gives the translator for messages about unreadable files
   */
  files?(translate: () => Translate): Files;
}

export interface ServerContext {
  readonly connection: Connection;
  /** Features that the client has announced; none before `initialize`. */
  readonly client: ClientFeatures;
  /** Translates into the user's language. */
  readonly translate: Translate;
  /** Address of the text about a rule: the client's own if it shows the texts itself, else that on the web. */
  readonly rulePage: RulePage;
  /**
   * The open document of that URI, read as its settings want it and cut into stanzas, whether it is checked or not.
   * @throws ResponseError if the request is cancelled
   */
  document(uri: string, cancellation: Cancellation): Promise<OpenDocument | undefined>;
  /**
   * The stanzas around a position of an open document, whether they are checked or not.
   * @throws ResponseError if the request is cancelled
   */
  viewAt(
    params: TextDocumentPositionParams,
    cancellation: Cancellation,
  ): Promise<StanzaView | undefined>;
  /** The same, with all stanzas of the document checked. */
  openViewAt(
    params: TextDocumentPositionParams,
    cancellation: Cancellation,
  ): Promise<StanzaView | undefined>;
  /** Resolves after all waiting events of the event loop have had their turn. */
  turn(): Promise<void>;
  /**
   * Takes the steps for a document one by one, giving way to other requests in between.
   * @returns the result of the steps
   * @throws ResponseError if the request is cancelled, or the document has changed
   */
  inSlices<Result>(
    document: OpenDocument,
    steps: Steps<Result>,
    cancellation: Cancellation,
  ): Promise<Result>;
  /** A deadline: the returned function is true until that many milliseconds from now. */
  hasTime(milliseconds: number): HasTimeLeft;
  /**
   * The document with all its stanzas checked.
   * @throws ResponseError if the request is cancelled, or the document has changed
   */
  checked(document: OpenDocument, cancellation: Cancellation): Promise<OpenDocument>;
  /** The open document of that URI, with all its stanzas checked. */
  open(uri: string, cancellation: Cancellation): Promise<OpenDocument | undefined>;
  settings(uri: string): Promise<Settings>;
  /** A function that is true for the names in a folder that its configuration lists for a source. */
  listedIn(folder: string): Promise<(name: string) => boolean>;
  /** The current URIs of the folders of the workspace. */
  folders(): Promise<readonly string[]>;
  /** Access to the file system of that URI; undefined if neither server nor client can read there. */
  files(uri: string): Files | undefined;
  /** Sends without waiting for the answer; logs a client's refusal. */
  readonly sendAndLog: SendAndLog;
  /** Wraps a handler so that it cannot bring the server down: exceptions are logged, the answer is `empty`. */
  guarded<P extends unknown[], R>(
    request: string,
    empty: R,
    handler: (...parameters: P) => Promise<R> | R,
  ): (...parameters: P) => Promise<R>;
}

/** Sends a request or notification to the client without waiting for its answer; `request` names it in the log. */
export type SendAndLog = (request: string, sent: Promise<unknown>) => void;

/** A command that the server runs for its client (`workspace/executeCommand`). */
export type ServerCommand = (parameters: readonly unknown[]) => Promise<unknown>;
