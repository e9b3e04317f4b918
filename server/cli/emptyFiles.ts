/** Files without stanzas, found by a look at their bytes: in most repositories these are nearly all. */

import { sourceByName } from "../core/sources/names";
import { mightContainStanza } from "../core/sources/plain";
import { readRegularFileInto } from "../disk/regularFile";
import type { InputFile } from "./inputs";

/** Size in bytes of files that are looked into: larger ones are few, and read as a whole if they are programs. */
const MAX_SIZE = 2_000_000;

/** Looks into files, one after the other, with one buffer for all. */
export class EmptyFiles {
  readonly #buffer = Buffer.allocUnsafeSlow(MAX_SIZE + 1);

  /** True for a program or another document that was found in a folder, and of which a check has nothing to say. */
  has({ path, found, isNamed }: InputFile): boolean {
    if (isNamed || found.source !== undefined) return false;
    if (sourceByName(path) !== undefined) return this.#isEmpty(path, mightContainStanza);
    return /\.xml$/i.test(path) && this.#isEmpty(path, mightConcernStanza);
  }

  /** @param holds test of the text, in which bytes beyond ASCII are characters of their own */
  #isEmpty(path: string, holds: (text: string) => boolean): boolean {
    try {
      const count = readRegularFileInto(path, this.#buffer);
      if (count === undefined) return false;
      const nul = this.#buffer.indexOf(0);
      // A text with NULs may be UTF-16. Bytes become characters faster than UTF-8 does.
      const isText = nul < 0 || nul >= count;
      return isText && !holds(this.#buffer.toString("latin1", 0, count));
    } catch {
      // The check itself says why it cannot be read.
      return false;
    }
  }
}

// Directives, and the namespaces of errors outside of stanzas.
const words =
  /\b(?:message|presence|iq)\b|xmpp-s(?:tanza|tream|asl)|xmpp-tls|urn:xmpp:s|stream:error|etherx|protocol\/compress/i;

/** True for XML in which anything may stand that concerns stanzas, whole or broken, or is a directive about them. */
function mightConcernStanza(text: string): boolean {
  // Terminals' colors may stand at a word.
  return text.includes("\u001b") || words.test(text);
}
