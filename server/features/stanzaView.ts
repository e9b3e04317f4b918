/** Editor's view of stanzas: those of one region of a document, with positions in the document. */

import type { Range, TextEdit } from "vscode-languageserver";
import type { DocumentFinding, PlacedStanza, StanzaDocument } from "../core/document/document";
import type { RegionView, SourceDocument } from "../core/document/sourceDocument";
import type { Edit } from "../core/text/edit";
import type { Span } from "../core/text/span";
import type { OpenDocument } from "./openDocument";

/** Input of the features. Spans and edits are relative to the region, ranges to the document. */
export class StanzaView {
  constructor(
    readonly document: OpenDocument,
    readonly source: SourceDocument,
    readonly view: RegionView,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  get languageId(): string {
    return this.document.languageId;
  }

  get version(): number {
    return this.document.version;
  }

  get stanzas(): StanzaDocument {
    return this.view.document;
  }

  /** True if the document is nothing but stanzas, and needs no escapes. */
  get isWhole(): boolean {
    return this.source.adapter === undefined;
  }

  rangeOf(span: Span): Range {
    return this.document.rangeOf(this.view.region.toHost(span));
  }

  /** The span of a range, ends in order and within the region. */
  spanOf(range: Range): Span {
    const start = this.#offsetOf(this.document.offsetAt(range.start));
    const end = this.#offsetOf(this.document.offsetAt(range.end));
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }

  /** The findings that touch the span. */
  findingsAt(span: Span): DocumentFinding[] {
    return this.stanzas
      .findings()
      .filter((found) => found.span.start <= span.end && found.span.end >= span.start);
  }

  /**
   * Edits of the document that have the effect of these edits on the region; undefined if the source cannot express
   * them, or other parts of the document would be read differently afterwards.
   */
  textEdits(edits: readonly Edit[]): TextEdit[] | undefined {
    return this.source.write(this.view, edits)?.map((edit) => this.#textEdit(edit));
  }

  /** The same for a stanza that is inserted after the stanza that it answers: the other side sends it. */
  answerEdits(edit: Edit, { span }: PlacedStanza): TextEdit[] | undefined {
    const { stanzas, view } = this;
    const { adapter } = this.source;
    const direction = stanzas.directionAt(span.start);
    const next = stanzas.stanzas().find((one) => one.span.start >= span.end);
    const goesOn = next !== undefined && stanzas.directionAt(next.span.start) === direction;
    const around = (added: string) =>
      (direction && adapter?.answer?.(added, direction, goesOn)) ?? added;
    return this.source.write(view, [edit], around)?.map((one) => this.#textEdit(one));
  }

  /** The same for one edit, without a check of how the document is read afterwards. */
  textEdit(edit: Edit): TextEdit | undefined {
    const [first, ...others] = this.view.region.write(edit) ?? [];
    return first && others.length === 0 ? this.#textEdit(first) : undefined;
  }

  #textEdit({ span, newText }: Edit): TextEdit {
    return { range: this.document.rangeOf(span), newText };
  }

  #offsetOf(offset: number): number {
    const { region } = this.view;
    const within = region.fromHost(offset);
    if (within !== undefined) return within;
    return offset < region.host.start ? 0 : region.text.length;
  }
}
