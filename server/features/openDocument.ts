/** A document that an editor has open: its text with positions, and the stanzas in it. */

import { type Position, type Range, TextDocument } from "vscode-languageserver-textdocument";
import { type Configuration, defaultConfiguration } from "../core/config";
import { SourceDocument } from "../core/sourceDocument";
import type { SourceAdapter, SourceOptions } from "../core/sources/source";
import type { Span } from "../core/xml/tree";
import { StanzaView } from "./stanzaView";

/** One entry of `textDocument/didChange`: a range and its new text, or the whole text. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** How a document is read. */
export interface Reading {
  readonly configuration: Configuration;
  /** What reads the regions; none for a document that is nothing but stanzas. */
  readonly adapter?: SourceAdapter | undefined;
  readonly options?: SourceOptions;
}

let openings = 0;

export class OpenDocument {
  /** Tells this document from one of the same address before it, whose versions may be the same. */
  readonly opening = ++openings;
  /** Counts the changes: not every client gives each a version of its own. */
  revision = 0;
  #text: TextDocument;
  /** Made when it is known how the document is to be read. */
  #source: SourceDocument | undefined;
  #views: readonly StanzaView[] | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.#text = TextDocument.create(uri, languageId, version, text);
  }

  get uri(): string {
    return this.#text.uri;
  }

  get languageId(): string {
    return this.#text.languageId;
  }

  get version(): number {
    return this.#text.version;
  }

  get text(): string {
    return this.#text.getText();
  }

  get source(): SourceDocument {
    this.#source ??= new SourceDocument(this.text, defaultConfiguration);
    return this.#source;
  }

  /** The regions that hold stanzas, in their order. */
  get views(): readonly StanzaView[] {
    const { source } = this;
    this.#views ??= source.regions().map((view) => new StanzaView(this.#text, source, view));
    return this.#views;
  }

  /** The region at a position, ends included. */
  viewAt(position: Position): StanzaView | undefined {
    const view = this.source.regionAt(this.#text.offsetAt(position));
    return this.views.find((one) => one.view === view);
  }

  /** The regions that touch a range. */
  viewsIn(range: Range): StanzaView[] {
    const { start, end } = this.spanOf(range);
    return this.views.filter(({ view }) => {
      const { host } = view.region;
      return host.start <= end && start <= host.end;
    });
  }

  /** Takes over the changes in their order, each in terms of the text before it. */
  change(changes: readonly TextChange[], version: number): void {
    this.revision++;
    for (const change of changes) {
      const span = change.range ? this.spanOf(change.range) : { start: 0, end: this.text.length };
      this.#source?.edit({ span, newText: change.text });
      this.#text = TextDocument.update(this.#text, [change], version);
    }
    // A change without content still counts.
    if (changes.length === 0) this.#text = TextDocument.update(this.#text, [], version);
    this.#views = undefined;
  }

  isReadBy(adapter: SourceAdapter | undefined): boolean {
    return this.#source !== undefined && this.#source.adapter === adapter;
  }

  /** Has the document read so from now on. */
  read({ configuration, adapter, options }: Reading): void {
    if (this.isReadBy(adapter)) {
      this.#source?.configure(configuration);
      return;
    }
    this.#source = new SourceDocument(this.text, configuration, adapter, options);
    this.#views = undefined;
  }

  /** The range of a span of offsets. */
  rangeOf(span: Span): Range {
    return {
      start: this.#text.positionAt(span.start),
      end: this.#text.positionAt(span.end),
    };
  }

  /** The span of offsets of a range, ends in order and within the text. */
  spanOf(range: Range): Span {
    const start = this.#text.offsetAt(range.start);
    const end = this.#text.offsetAt(range.end);
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }
}
