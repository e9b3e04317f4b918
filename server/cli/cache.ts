/**
 * Results that are kept from one run to the next, by the content of the file, the version of the tool
 * and the configuration: with them a run says the same, sooner.
 */

import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { version } from "../../package.json";
import type { CheckSettings } from "./fileCheck";
import type { KeptOutcome } from "./outcome";

/** In the folder of the run, if nothing else is said. */
export const CACHE_FILE = ".xmpp-stanza-cache";

/** What a cache of this make begins with. */
const FORMAT = 2;

export class ResultCache {
  readonly #kept: Map<string, KeptOutcome>;
  readonly #fresh = new Map<string, KeptOutcome>();

  /** A cache that cannot be read, or is of another make, is empty. */
  constructor(readonly path: string) {
    this.#kept = readCache(path);
  }

  get(file: string): KeptOutcome | undefined {
    return this.#kept.get(file);
  }

  set(file: string, outcome: KeptOutcome): void {
    this.#fresh.set(file, outcome);
  }

  /**
   * Writes what is known now, in one step; results of files that are no more are left out.
   * @throws if it cannot be written
   */
  save(): void {
    for (const [file, outcome] of this.#kept) {
      if (!this.#fresh.has(file) && existsSync(file)) this.#fresh.set(file, outcome);
    }
    const temporary = `${this.path}.${process.pid}`;
    try {
      writeFileSync(temporary, JSON.stringify({ format: FORMAT, results: [...this.#fresh] }));
      renameSync(temporary, this.path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

function readCache(path: string): Map<string, KeptOutcome> {
  try {
    const { format, results } = JSON.parse(readFileSync(path, "utf8"));
    if (format === FORMAT && Array.isArray(results)) return new Map(results);
  } catch {
    // None yet, or one that somebody has broken: everything is checked.
  }
  return new Map();
}

/** What all results of a run have in common: the program, of this version and build, and what it was told. */
export function cacheKeyOf(settings: CheckSettings): string {
  const { mtimeMs, size } = statSync(__filename);
  return JSON.stringify([version, mtimeMs, size, settings]);
}
