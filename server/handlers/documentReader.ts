/** Reads and checks open documents in time slices, giving way to other requests in between. */

import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { SourceDocument } from "../core/document/sourceDocument";
import { readEntities } from "../core/sources/entityDeclarations";
import { adapterFor, entityFiles } from "../core/sources/load";
import type { Steps } from "../core/text/steps";
import type { OpenDocument } from "../features/openDocument";
import type { Files } from "../hosts/files";
import type { Cancellation } from "../protocol/cancellation";
import type { Settings, SettingsCache } from "../settings/settings";
import type { Host } from "./context";

/** Size of a large document, in UTF-16 code units. */
const LARGE = 200_000;

/** Milliseconds after which work gives way to other requests. */
const SLICE = 10;

export class DocumentReader {
  readonly #readWith = new WeakMap<OpenDocument, Settings>();
  /** Documents that are cut into stanzas; edits keep them so. */
  readonly #framed = new WeakSet<SourceDocument>();
  /** Time when the slice of this turn of the event loop ends; undefined before any work in it. */
  #sliceEnd: number | undefined;
  /** Tail of the queue of work that waits for a turn. */
  #waiting: Promise<void> = Promise.resolve();

  constructor(
    readonly host: Host,
    readonly settings: SettingsCache,
    readonly files: (uri: string) => Files | undefined,
  ) {}

  /**
   * Reads the document as its settings want it, and cuts it into stanzas.
   * @throws ResponseError if the request is cancelled
   */
  async read(document: OpenDocument, cancellation: Cancellation): Promise<OpenDocument> {
    await this.#take(document);
    while (!this.#framed.has(document.source)) await this.#frame(document.source, cancellation);
    return document;
  }

  async #take(document: OpenDocument): Promise<void> {
    const settings = await this.settings.get(document.uri);
    // The source of a large document does not change with each key, and finding it takes a while.
    const isKnown = this.#readWith.get(document) === settings && document.length > LARGE;
    if (isKnown) return;
    const { configuration, sources, source } = settings;
    const { uri: path, languageId, text } = document;
    const known = languageId === "" ? { path } : { path, languageId };
    const adapter = await adapterFor({ ...known, text }, sources, source);
    const isXep = adapter?.name === "xep" && !document.isReadBy(adapter);
    const entities = isXep ? await this.#entitiesFor(path) : undefined;
    const options = { ...known, ...(entities ? { entities } : {}) };
    document.read({ configuration, adapter, options });
    this.#readWith.set(document, settings);
  }

  async #frame(source: SourceDocument, cancellation: Cancellation): Promise<void> {
    await this.#takeSteps(source.framing(), () => throwIfCancelled(cancellation));
    this.#framed.add(source);
  }

  /** End of the current slice: all work in one turn of the event loop shares a slice. */
  async #firstSlice(): Promise<number> {
    const end = this.#sliceEnd;
    if (end === undefined) return this.#begin();
    return this.host.now() < end ? end : this.#nextSlice();
  }

  /** Waits for the next slice: each waiting work gets a turn of its own, so that requests wait for one slice only. */
  async #nextSlice(): Promise<number> {
    const before = this.#waiting;
    this.#waiting = before.then(() => this.host.turn());
    await this.#waiting;
    return this.#begin();
  }

  #begin(): number {
    const end = this.host.now() + SLICE;
    this.#sliceEnd = end;
    void this.host.turn().then(() => {
      if (this.#sliceEnd === end) this.#sliceEnd = undefined;
    });
    return end;
  }

  /**
   * Checks the stanzas that are not checked yet.
   * @throws ResponseError if the request is cancelled, or the document has changed
   */
  async check(document: OpenDocument, cancellation: Cancellation): Promise<OpenDocument> {
    await this.read(document, cancellation);
    await this.inSlices(document, document.source.check(), cancellation);
    return document;
  }

  /**
   * Takes the steps for a document one by one.
   * @throws ResponseError as `check` does
   */
  async inSlices<Result>(
    document: OpenDocument,
    steps: Steps<Result>,
    cancellation: Cancellation,
  ): Promise<Result> {
    const { revision } = document;
    return this.#takeSteps(steps, () => {
      throwIfCancelled(cancellation);
      if (document.revision !== revision) {
        throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
      }
    });
  }

  /** Takes the steps in slices; before each slice, `throwIfStale` ends work whose result is out of date. */
  async #takeSteps<Result>(steps: Steps<Result>, throwIfStale: () => void): Promise<Result> {
    let sliceEnd = await this.#firstSlice();
    for (;;) {
      throwIfStale();
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (this.host.now() < sliceEnd);
      sliceEnd = await this.#nextSlice();
    }
  }

  /** The entities that are declared beside a XEP; a file that cannot be read declares none. */
  async #entitiesFor(uri: string): Promise<ReadonlyMap<string, string> | undefined> {
    for (const name of entityFiles) {
      const at = beside(uri, name);
      const text = await Promise.resolve(this.files(uri)?.read(at)).catch(() => undefined);
      if (text !== undefined) return readEntities(text);
    }
    return undefined;
  }
}

function throwIfCancelled(cancellation: Cancellation): void {
  if (!cancellation.isCancellationRequested) return;
  throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

/** The address of a file by its name in the folder of another file, or with `../` in the parent folder. */
function beside(uri: string, name: string): string {
  const folder = uri.slice(0, Math.max(0, uri.lastIndexOf("/")));
  if (!name.startsWith("../")) return `${folder}/${name}`;
  return `${folder.slice(0, folder.lastIndexOf("/"))}/${name.slice("../".length)}`;
}
