/** Prefixes before the lines of a stanza in a transcript, which are no part of its text. */

import { isBlank, trimSpace } from "../xml/tree";

/**
 * Common prefix of the lines of a transcript, such as `S:` or a time: all lines of a source after the
 * first have the same text before their markup, numbers aside.
 */
export class LinePrefix {
  #prefix: string | undefined;

  constructor(readonly text: { readonly source: string }) {}

  /** True if the text, which is more than white space, is nothing but that prefix. */
  isWhole(text: string): boolean {
    // Computed once for a stanza, however many texts it has.
    this.#prefix ??= this.#find();
    if (this.#prefix === "") return false;
    return text.split("\n").every((line) => isBlank(line) || prefixOf(line) === this.#prefix);
  }

  /** Empty if the lines have no common prefix. */
  #find(): string {
    const { source } = this.text;
    let prefix: string | undefined;
    for (let at = source.indexOf("\n") + 1; at > 0; at = source.indexOf("\n", at) + 1) {
      const end = source.indexOf("\n", at);
      const own = prefixOf(source.slice(at, end < 0 ? source.length : end));
      if (own === "" || (prefix !== undefined && own !== prefix)) return "";
      prefix = own;
    }
    return prefix ?? "";
  }
}

/** The text before the markup on a line, with numbers normalized. */
function prefixOf(line: string): string {
  return trimSpace(line.split("<", 1)[0] ?? "").replace(/\d+/g, "0");
}
