/** Common code of all recipes: the files to create and to change for a new part of the program. Texts in, texts out. */

import type { GeneratedFile } from "../generate/generatedFile";

/** Reason why no file is created; the message is for the user of the script. */
export class RecipeError extends Error {}

/** Steps that add a part of one kind to the program. */
export interface Recipe {
  /** A name to show how parts of the kind are called. */
  readonly example: string;
  /**
   * Makes the files of a part, and enters it where its kind is listed.
   * @throws RecipeError if there can be no part of that name
   */
  add(name: string, changes: Changes): void;
  /** Remaining work for a person, in three steps. */
  steps(name: string): string;
}

/** Files that are made or changed, by their paths from the root of the repository. */
export class Changes {
  readonly #texts = new Map<string, string>();

  /** @param read gives the text of a file as it is now; undefined if there is none */
  constructor(readonly read: (path: string) => string | undefined) {}

  get files(): GeneratedFile[] {
    return [...this.#texts].map(([path, text]) => ({ path, text }));
  }

  /** @throws RecipeError if the file is there already */
  create(path: string, text: string): void {
    if (this.read(path) !== undefined) throw new RecipeError(`There is a file ${path} already`);
    this.#texts.set(path, text);
  }

  /**
   * Adds lines after each line that begins with the anchor.
   * @throws Error if there is no such line, which is a mistake in the recipe
   */
  insert(path: string, anchor: string, added: string): void {
    const before = this.#texts.get(path) ?? this.read(path) ?? "";
    const lines = before.split("\n");
    if (!lines.some((line) => line.startsWith(anchor))) {
      throw new Error(`No line of ${path} begins with "${anchor}"`);
    }
    const after = lines.flatMap((line) => (line.startsWith(anchor) ? [line, added] : [line]));
    this.#texts.set(path, after.join("\n"));
  }

  /** Adds an import or an export before all others; Biome puts it in its place. */
  addModuleLine(path: string, keyword: "import" | "export", line: string): void {
    const before = this.#texts.get(path) ?? this.read(path) ?? "";
    const at = before.search(new RegExp(`^${keyword} `, "m"));
    if (at < 0) throw new Error(`No line of ${path} begins with ${keyword}`);
    this.#texts.set(path, `${before.slice(0, at)}${line}\n${before.slice(at)}`);
  }
}

/** @throws RecipeError unless the name is a word in camel case, such as `inlayHints` */
export function expectWord(name: string, kind: string, example: string): void {
  if (/^[a-z]+(?:[A-Z][a-z]+)*$/.test(name)) return;
  throw new RecipeError(`"${name}" is no name for a ${kind}: letters, such as ${example}`);
}

export function capitalized(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}
