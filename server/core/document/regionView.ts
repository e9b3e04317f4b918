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

/**
 * Views of the regions of an edited host: the documents of unchanged regions at both ends are reused, and those of
 * regions in between are edited.
 */
export function reuseViews(
  old: readonly RegionView[],
  regions: readonly Region[],
  open: (region: Region) => StanzaDocument,
): RegionView[] {
  const isSame = (i: number, j: number) => old[i]?.region.text === regions[j]?.text;
  const limit = Math.min(old.length, regions.length);
  let before = 0;
  while (before < limit && isSame(before, before)) before++;
  let after = 0;
  while (after < limit - before && isSame(old.length - 1 - after, regions.length - 1 - after)) {
    after++;
  }
  const shift = regions.length - old.length;
  return regions.map((region, index) => {
    const isAfter = index >= regions.length - after;
    const known = old[isAfter ? index - shift : index];
    const isBetween = index >= before && !isAfter;
    const isNew = !known || (isBetween && index >= old.length - after);
    return isNew ? new RegionView(region, open) : known.movedTo(region);
  });
}
