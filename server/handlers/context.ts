/** What the parts of the server share that wire features to the protocol. */

import type {
  ClientCapabilities,
  Connection,
  TextDocumentPositionParams,
} from "vscode-languageserver";

import type { RulePage } from "../core/rules/pages";
import type { HasTimeLeft, Steps } from "../core/text/steps";

import type { Translate } from "../core/text/translate";
import type { OpenDocument } from "../features/openDocument";
import type { StanzaView } from "../features/stanzaView";
import type { Files } from "../hosts/files";
import type { Cancellation } from "../protocol/cancellation";
import type { Settings } from "../settings/settings";

/**
 * An editor that saves waits for what it asks for then, and is not to wait for half a second: after so
 * many milliseconds there is an answer, with what is done by then.
 */
export const SAVE_BUDGET = 200;

/** What the server needs of the place it runs in: Node or a browser's worker. */
export interface Host {
  /** Resolves when everything that waits in the event loop had its turn. */
  turn(): Promise<void>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /**
   * The files of the machine, where the server may read them.
   * @param translate gives the translator for what is said of a file that cannot be read
   */
  files?(translate: () => Translate): Files;
}

export interface ServerContext {
  readonly connection: Connection;
  /** What the client said of itself; empty before it was introduced. */
  readonly client: ClientCapabilities;
  /** Commands of its own that the client runs, such as one that asks the user something. */
  readonly clientCommands: ReadonlySet<string>;
  /** Into the user's language. */
  readonly translate: Translate;
  /** Address of the text about a rule: the client's own where it shows the text itself, else that on the web. */
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
  /** The same, with everything in the document checked. */
  openViewAt(
    params: TextDocumentPositionParams,
    cancellation: Cancellation,
  ): Promise<StanzaView | undefined>;
  /** Resolves when everything that waits in the event loop had its turn. */
  turn(): Promise<void>;
  /**
   * Takes the steps for a document one by one, giving way to other requests in between.
   * @returns what is there at the end of the steps
   * @throws ResponseError if nobody wants the result any more, or the document has changed
   */
  inSlices<Result>(
    document: OpenDocument,
    steps: Steps<Result>,
    cancellation: Cancellation,
  ): Promise<Result>;
  /** Tells whether less than so many milliseconds have gone by since now. */
  hasTime(milliseconds: number): HasTimeLeft;
  /**
   * The document with everything in it checked.
   * @throws ResponseError if nobody wants the result any more, or the document has changed
   */
  checked(document: OpenDocument, cancellation: Cancellation): Promise<OpenDocument>;
  /** The open document of that uri, with everything in it checked. */
  open(uri: string, cancellation: Cancellation): Promise<OpenDocument | undefined>;
  settings(uri: string): Promise<Settings>;
  /** The URIs of the folders of the workspace, as they are now. */
  folders(): Promise<readonly string[]>;
  /** The files where that URI is; undefined if neither server nor client can read there. */
  files(uri: string): Files | undefined;
  /** Waits for nothing; a client that refuses what is asked of it is named in the log. */
  readonly sendAndLog: SendAndLog;
  /** A handler that cannot bring the server down: what goes wrong is logged, the answer is `empty`. */
  guarded<P extends unknown[], R>(
    request: string,
    empty: R,
    handler: (...parameters: P) => Promise<R> | R,
  ): (...parameters: P) => Promise<R>;
}

/** Something that is told to the client or asked of it, whose answer nobody waits for. */
export type SendAndLog = (request: string, sent: Promise<unknown>) => void;

/** A command that the server runs for its client (`workspace/executeCommand`). */
export type ServerCommand = (parameters: readonly unknown[]) => Promise<unknown>;
