/**
 * A document that is too large for memory, whose regions are scopes of their own: checked part by part while it is read.
 * The findings are those of the whole, up to the limit of findings of a file.
 */

import type { Configuration } from "../check/config";
import { limitFindings } from "../check/documentFindings";
import type { PartReader, SourceAdapter, SourceOptions } from "../sources/source";
import { expectDefined } from "../text/invariant";
import { LineIndex } from "../text/lines";
import type { CheckedPart } from "./chunkedText";
import { SourceDocument } from "./sourceDocument";

/** Minimum size of a part, in UTF-16 code units. */
const PART = 250_000;

/** Size at which a part ends although its last block or statement does not. */
const MAX_LENGTH = 64_000_000;

export class RegionPartsChecker {
  readonly #chunks: string[] = [];
  #length = 0;
  #wanted: number;
  /** Position of the next part in the whole text. */
  #position = { line: 0, character: 0 };
  /** Number of findings so far. */
  #count = 0;

  /** @param part minimum size of a part; smaller for tests */
  constructor(
    readonly configuration: Configuration,
    readonly adapter: SourceAdapter,
    readonly reader: PartReader,
    readonly options: SourceOptions,
    readonly part = PART,
  ) {
    this.#wanted = part;
  }

  /** True after the limit of findings was exceeded: what follows is not checked. */
  get isFull(): boolean {
    return this.#count > this.configuration.limits.findings;
  }

  /** Appends text; gives a part if it completes one. */
  add(text: string): CheckedPart | undefined {
    this.#chunks.push(text);
    this.#length += text.length;
    if (this.#length < this.#wanted) return undefined;
    return this.#check(this.#length < MAX_LENGTH);
  }

  /** The last part, at the end of the text. */
  end(): CheckedPart {
    return expectDefined(this.#check(false), "what is not open is read to its end");
  }

  #check(isOpen: boolean): CheckedPart | undefined {
    const text = this.#chunks.join("");
    // The reader takes whole lines.
    const known = isOpen ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
    const { regions, end, readAgain } = this.reader.read(known, isOpen);
    if (isOpen && end === 0) {
      this.#chunks.splice(0, Number.POSITIVE_INFINITY, text);
      this.#wanted = 2 * this.#length;
      return undefined;
    }
    const host = text.slice(0, end);
    const read = (edited: string) => [...(edited === host ? regions : (readAgain?.(edited) ?? []))];
    const document = new SourceDocument(
      host,
      this.configuration,
      { ...this.adapter, read },
      this.options,
    );
    let stanzaCount = 0;
    let nonzaCount = 0;
    const found = document.findingsOnce((view) => {
      stanzaCount += view.document.countStanzas();
      nonzaCount += view.document.countNonzas();
    });
    const findings = limitFindings(found, this.configuration, this.#count);
    this.#count += found.length;
    const lines = new LineIndex(host, this.#position);
    this.#position = lines.positionAt(end);
    const rest = text.slice(end);
    this.#chunks.splice(0, Number.POSITIVE_INFINITY, rest);
    this.#length = rest.length;
    this.#wanted = Math.max(this.part, 2 * rest.length);
    return { document, findings, stanzaCount, nonzaCount, lines };
  }
}
