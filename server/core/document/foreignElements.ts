/** Elements with names of stanzas in a text without signs of XMPP. */

import { readTag } from "../xml/markup";
import type { Scope } from "../xml/scope";
import { hasSignsOfXmpp, mayHaveErrorChild, needsSigns } from "../xmpp/signs";
import type { FramedText } from "./framedText";
import type { TextPiece } from "./piece";

export class ForeignElements {
  /** True if an element was met that is a stanza only if the text has signs of XMPP. */
  #needsSigns = false;
  /** True if the text has signs of XMPP; undefined until that was needed. */
  #hasSigns: boolean | undefined;

  /** @param isOfXmpp true if the text is known to be of XMPP, whatever it shows itself */
  constructor(
    readonly framed: FramedText<unknown>,
    readonly isOfXmpp = false,
  ) {}

  /** True if the element is no stanza, since the text has no signs of XMPP. */
  has(source: string, { scope, end }: TextPiece): boolean {
    if (this.isOfXmpp || !needsSigns(source, scope)) return false;
    this.#needsSigns = true;
    this.#hasSigns ??= this.#lookForSigns();
    return !this.#hasSigns && this.#isWithin(scope, end);
  }

  /** True if one of the enclosing elements is closed after the offset: others end before the stanza. */
  #isWithin(scope: Scope | undefined, offset: number): boolean {
    const { text } = this.framed;
    for (let one = scope; one; one = one.parent) {
      if (hasEndTag(text, one.name, offset)) return true;
    }
    return false;
  }

  /** @returns true if elements may change between stanza and no stanza */
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

/** True if an end tag with exactly that name begins at the offset or after it. */
function hasEndTag(text: string, name: string, offset: number): boolean {
  const begin = `</${name}`;
  for (let at = text.indexOf(begin, offset); at >= 0; at = text.indexOf(begin, at + 1)) {
    const { nameStart, nameEnd } = readTag(text, at + 2);
    if (nameEnd - nameStart === name.length) return true;
  }
  return false;
}
