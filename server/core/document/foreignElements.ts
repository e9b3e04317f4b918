/** Elements with names of stanzas in a text without signs of XMPP. */

import { detachString } from "../text/detachString";
import type { Scope } from "../xml/scope";
import { hasSignsOfXmpp, mayHaveErrorChild, needsSigns } from "../xmpp/signs";
import type { FramedText } from "./framedText";
import type { TextPiece } from "./piece";

export class ForeignElements {
  /** True if an element was met that is a stanza only if the text has signs of XMPP. */
  #needsSigns = false;
  /** True if the text has signs of XMPP; undefined until that was needed. */
  #hasSigns: boolean | undefined;
  /** Of the present text; undefined until they were needed. */
  #endTags: LastEndTags | undefined;

  /** @param isOfXmpp true if the text is known to be of XMPP, whatever it shows itself */
  constructor(
    readonly framed: FramedText<unknown>,
    readonly isOfXmpp = false,
  ) {}

  /** True if the element is no stanza, since the text has no signs of XMPP. */
  has(source: string, { scope, end }: Pick<TextPiece, "scope" | "end">): boolean {
    if (this.isOfXmpp || !needsSigns(source, scope)) return false;
    this.#needsSigns = true;
    this.#hasSigns ??= this.#lookForSigns();
    return !this.#hasSigns && this.#isWithin(scope, end);
  }

  /** True if one of the enclosing elements is closed after the offset: others end before the stanza. */
  #isWithin(scope: Scope | undefined, offset: number): boolean {
    this.#endTags ??= new LastEndTags(this.framed.text);
    return this.#endTags.around(scope) >= offset;
  }

  /** @returns true if elements may change between stanza and no stanza */
  textChanged(): boolean {
    this.#endTags = undefined;
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

const endTag = /<\/([\w:.\-\u0080-\uffff]+)/g;

/** Where the elements around stanzas are closed last; the text is read once, and each scope once. */
class LastEndTags {
  readonly #byName = new Map<string, number>();
  readonly #byScope = new WeakMap<Scope, number>();

  constructor(text: string) {
    for (const { 1: name = "", index } of text.matchAll(endTag)) {
      this.#byName.set(detachString(name), index);
    }
  }

  /** Offset of the last end tag with the name of an element of the scope; -1 if there is none. */
  around(scope: Scope | undefined): number {
    const unread: Scope[] = [];
    let known = scope;
    while (known && !this.#byScope.has(known)) {
      unread.push(known);
      known = known.parent;
    }
    let last = (known && this.#byScope.get(known)) ?? -1;
    for (const one of unread.reverse()) {
      last = Math.max(last, this.#byName.get(one.name) ?? -1);
      this.#byScope.set(one, last);
    }
    return last;
  }
}
