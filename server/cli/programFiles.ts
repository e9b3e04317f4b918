/**
 * Loads the files of the program, which are in one folder, as `require` does: with fewer look-ups,
 * and compiled with the code cache.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeCache } from "./codeCache";

interface LoadedFile {
  exports: unknown;
}

export class ProgramFiles {
  readonly #loaded = new Map<string, LoadedFile>();

  /** @param others loads modules that are no files of the program: modules of Node.js */
  constructor(
    readonly others: NodeJS.Require,
    readonly cache: CodeCache,
  ) {}

  /** @param name of a file with `./` before it, or of a module of Node.js */
  readonly load = (name: string): unknown => {
    if (!name.startsWith("./")) return this.others(name);
    const known = this.#loaded.get(name);
    if (known) return known.exports;
    const file: LoadedFile = { exports: {} };
    this.#loaded.set(name, file);
    const { folder } = this.cache;
    const path = join(folder, name);
    const run = this.cache.compile(name, readFileSync(path, "utf8"));
    run(file, this.load, path, folder);
    return file.exports;
  };
}
