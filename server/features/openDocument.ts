/** A document that an editor has open: its text with positions, and its stanzas with findings. */

import { type Range, TextDocument } from "vscode-languageserver-textdocument";
import { type Configuration, defaultConfiguration } from "../core/config";
import { type DocumentFinding, StanzaDocument } from "../core/document";
import type { Span } from "../core/xml/tree";

/** One entry of `textDocument/didChange`: a range and its new text, or the whole text. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

let openings = 0;

export class OpenDocument {
  /** Tells this document from one of the same address before it, whose versions may be the same. */
  readonly opening = ++openings;
  #text: TextDocument;
  #stanzas: StanzaDocument;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.#text = TextDocument.create(uri, languageId, version, text);
    this.#stanzas = new StanzaDocument(text, defaultConfiguration);
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

  get stanzas(): StanzaDocument {
    return this.#stanzas;
  }

  /** Takes over the changes in their order, each in terms of the text before it. */
  change(changes: readonly TextChange[], version: number): void {
    for (const change of changes) {
      const span = change.range
        ? this.spanOf(change.range)
        : { start: 0, end: this.#stanzas.text.length };
      this.#stanzas.edit({ span, newText: change.text });
      this.#text = TextDocument.update(this.#text, [change], version);
    }
    // A change without content still counts.
    if (changes.length === 0) this.#text = TextDocument.update(this.#text, [], version);
  }

  configure(configuration: Configuration): void {
    this.#stanzas.configure(configuration);
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

  /** The findings that touch the span. */
  findingsAt(span: Span): DocumentFinding[] {
    return this.#stanzas
      .findings()
      .filter((found) => found.span.start <= span.end && found.span.end >= span.start);
  }
}
