/** What stands before the lines of a stanza in a transcript, and is none of its text. */

import { isBlank, trimSpace } from "../xml/tree";

/**
 * What begins every line of a transcript, such as `S:` or a time: all lines of a source behind its
 * first have the same before their markup, numbers aside.
 */
export class LinePrefix {
  #prefix: string | undefined;

  constructor(readonly source: string) {}

  /** True if the text, which is more than white space, is nothing but that. */
  isWhole(text: string): boolean {
    // Looked for once for a stanza, however many texts it has.
    this.#prefix ??= this.#find();
    if (this.#prefix === "") return false;
    return text.split("\n").every((line) => isBlank(line) || prefixOf(line) === this.#prefix);
  }

  /** `""` if the lines have nothing in common. */
  #find(): string {
    const { source } = this;
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

/** What stands before the markup on a line, with all numbers alike. */
function prefixOf(line: string): string {
  return trimSpace(line.split("<", 1)[0] ?? "").replace(/\d+/g, "0");
}
