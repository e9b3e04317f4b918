/** A document that an editor has open: its text with positions, and the stanzas in it. */

import type { Position, Range } from "vscode-languageserver";
import { type Configuration, defaultConfiguration } from "../core/check/config";
import { SourceDocument } from "../core/document/sourceDocument";
import type { SourceAdapter, SourceOptions } from "../core/sources/source";
import { EditableText } from "../core/text/editableText";
import type { Span } from "../core/text/span";
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
  /** The text before that offset is as it was when changes were forgotten the last time. */
  firstChange = Number.POSITIVE_INFINITY;
  readonly #text: EditableText;
  #version: number;
  /** Made when it is known how the document is to be read. */
  #source: SourceDocument | undefined;
  #views: readonly StanzaView[] | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    version: number,
    text: string,
  ) {
    this.#version = version;
    this.#text = new EditableText(text);
  }

  get version(): number {
    return this.#version;
  }

  /** The text in one piece; of a large one that was edited it has to be put together. */
  get text(): string {
    return this.#text.toString();
  }

  /** UTF-16 code units. */
  get length(): number {
    return this.#text.length;
  }

  get source(): SourceDocument {
    this.#source ??= new SourceDocument(this.#text, defaultConfiguration);
    return this.#source;
  }

  /** The regions that hold stanzas, in their order. */
  get views(): readonly StanzaView[] {
    const { source } = this;
    this.#views ??= source.regions().map((view) => new StanzaView(this, source, view));
    return this.#views;
  }

  /** The region at a position, ends included. */
  viewAt(position: Position): StanzaView | undefined {
    const view = this.source.regionAt(this.offsetAt(position));
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
    for (const { range, text } of changes) {
      const span = range ? this.spanOf(range) : { start: 0, end: this.length };
      const edit = { span, newText: text };
      this.firstChange = Math.min(this.firstChange, span.start);
      // The source edits the text that it was made of.
      if (this.#source) this.#source.edit(edit);
      else this.#text.edit(edit);
    }
    this.#version = version;
    this.#views = undefined;
  }

  /** Whoever goes by `firstChange` knows the text as it is now. */
  forgetChanges(): void {
    this.firstChange = Number.POSITIVE_INFINITY;
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
    this.#source = new SourceDocument(this.#text, configuration, adapter, options);
    this.#views = undefined;
  }

  positionAt(offset: number): Position {
    return this.#text.positionAt(offset);
  }

  /** The offset of a position; one that is not in the text is taken for the nearest that is. */
  offsetAt(position: Position): number {
    return this.#text.offsetAt(position);
  }

  /** The range of a span of offsets. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The span of offsets of a range, ends in order and within the text. */
  spanOf(range: Range): Span {
    const start = this.offsetAt(range.start);
    const end = this.offsetAt(range.end);
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }
}
