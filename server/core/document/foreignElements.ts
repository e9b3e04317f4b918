/** Elements that are named like stanzas in a text that has nothing to do with XMPP. */

import type { Scope } from "../xml/scope";
import { hasSignsOfXmpp, mayHaveErrorChild, needsSigns } from "../xmpp/signs";
import type { FramedText, TextPiece } from "./framedText";

export class ForeignElements {
  /** True if an element was met that is a stanza only if the text has signs of XMPP. */
  #needsSigns = false;
  /** Whether it has, once that was asked. */
  #hasSigns: boolean | undefined;

  /** @param isOfXmpp true if the text is, whatever it says itself */
  constructor(
    readonly framed: FramedText<unknown>,
    readonly isOfXmpp = false,
  ) {}

  /** True if it is no stanza, since nothing in the text is of XMPP. */
  has(source: string, { scope, end }: TextPiece): boolean {
    if (this.isOfXmpp || !needsSigns(source, scope)) return false;
    this.#needsSigns = true;
    this.#hasSigns ??= this.#lookForSigns();
    return !this.#hasSigns && this.#isWithin(scope, end);
  }

  /** True if one of the elements is closed behind the offset: others end before the stanza. */
  #isWithin(scope: Scope | undefined, offset: number): boolean {
    const { text } = this.framed;
    for (let one = scope; one; one = one.parent) {
      if (text.lastIndexOf(`</${one.name}`) >= offset) return true;
    }
    return false;
  }

  /** @returns true if stanzas may be none any more, or the other way round */
  textChanged(): boolean {
    if (!this.#needsSigns) return false;
    const before = this.#hasSigns;
    this.#hasSigns = this.#lookForSigns();
    return !before || !this.#hasSigns;
  }

  #lookForSigns(): boolean {
    const { framed } = this;
    if (hasSignsOfXmpp(framed.text)) return true;
    return framed.pieces.some((one) => one.isStanza && mayHaveErrorChild(framed.sourceOf(one)));
  }
}
