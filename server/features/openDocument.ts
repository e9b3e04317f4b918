/** A document that is open in an editor: its text with positions, and the stanzas in it. */

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

/** Instructions for reading a document: configuration, adapter and its options. */
export interface ReadingOptions {
  readonly configuration: Configuration;
  /** Adapter that finds the regions; undefined for a document that is nothing but stanzas. */
  readonly adapter?: SourceAdapter | undefined;
  readonly options?: SourceOptions;
}

let openings = 0;

export class OpenDocument {
  /** Number of this opening: an earlier document of the same URI may have had the same versions. */
  readonly opening = ++openings;
  /** Number of changes so far: some clients do not count versions. */
  revision = 0;
  /** Offset of the first change since `forgetChanges`, in UTF-16 code units. */
  firstChange = Number.POSITIVE_INFINITY;
  readonly #text: EditableText;
  #version: number;
  /** Created when the adapter and the configuration are known. */
  #source: SourceDocument | undefined;
  #views: readonly StanzaView[] | undefined;

  /** @param languageId empty for a text that no editor has open */
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

  /** The text as one string; for a large text that was edited, joining it takes time. */
  get text(): string {
    return this.#text.toString();
  }

  /** In UTF-16 code units. */
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

  /** Applies the changes in their order, each relative to the text before it. */
  change(changes: readonly TextChange[], version: number): void {
    this.revision++;
    for (const { range, text } of changes) {
      const span = range ? this.spanOf(range) : { start: 0, end: this.length };
      const edit = { span, newText: text };
      this.firstChange = Math.min(this.firstChange, span.start);
      // The source edits the text that it was created from.
      if (this.#source) this.#source.edit(edit);
      else this.#text.edit(edit);
    }
    this.#version = version;
    this.#views = undefined;
  }

  /** Resets `firstChange`: its reader knows the current text. */
  forgetChanges(): void {
    this.firstChange = Number.POSITIVE_INFINITY;
  }

  isReadBy(adapter: SourceAdapter | undefined): boolean {
    return this.#source !== undefined && this.#source.adapter === adapter;
  }

  /** Reads the document with other instructions from now on. */
  read({ configuration, adapter, options }: ReadingOptions): void {
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

  /** The offset of a position in UTF-16 code units; a position outside of the text is clamped to it. */
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
