/** A region of a host, with its document, which is opened on demand. */

import type { Configuration } from "../check/config";
import type { Region } from "../sources/region";
import { difference } from "../text/offsets";
import type { StanzaDocument } from "./document";

/** One scope of stanzas: its text in the host, and its checked document. */
export class RegionView {
  #document: StanzaDocument | undefined;

  constructor(
    readonly region: Region,
    readonly open: (region: Region) => StanzaDocument,
    document?: StanzaDocument,
  ) {
    this.#document = document;
  }

  /** Checks the region's text; offsets in it count from the region's start. */
  get document(): StanzaDocument {
    this.#document ??= this.open(this.region);
    return this.#document;
  }

  get isOpen(): boolean {
    return this.#document !== undefined;
  }

  /** Frees the memory of the document; it is opened anew on demand. */
  close(): void {
    this.#document = undefined;
  }

  configure(configuration: Configuration): void {
    this.#document?.configure(configuration);
  }

  /** A view of another state of the region, which keeps the results of unchanged stanzas. */
  movedTo(region: Region): RegionView {
    const document = this.#document;
    if (document) {
      const { text } = document;
      if (text !== region.text) document.edit(difference(text, region.text));
      document.setDirections(region.directions);
    }
    return new RegionView(region, this.open, document);
  }
}
