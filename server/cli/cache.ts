/**
 * Results that are kept from one run to the next, by the content of the file, the version of the tool
 * and the configuration: with them a run says the same, sooner.
 */

import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { version } from "../../package.json";
import type { Translate } from "../core/text/translate";
import { InputError } from "../disk/readText";
import { replaceFile } from "../disk/replaceFile";
import type { CheckSettings } from "./fileCheck";
import type { KeptOutcome } from "./outcome";

/** In the folder of the run, if nothing else is said. */
export const CACHE_FILE = ".xmpp-stanza-cache";

/** Version of what is in the file. */
const FORMAT = 2;

/** What a cache of any version begins with. */
const BEGINNING = '{"format":';

export class ResultCache {
  readonly #kept: Map<string, KeptOutcome>;
  readonly #fresh = new Map<string, KeptOutcome>();
  readonly #isOurs: boolean;

  /** A cache that cannot be read, is no regular file, or is of another version, is empty. */
  constructor(readonly path: string) {
    const text = textOf(path);
    // Also one that was cut, were it to nothing.
    this.#isOurs = text !== undefined && (text.startsWith(BEGINNING) || BEGINNING.startsWith(text));
    this.#kept = readCache(text);
  }

  get(file: string): KeptOutcome | undefined {
    return this.#kept.get(file);
  }

  set(file: string, outcome: KeptOutcome): void {
    this.#fresh.set(file, outcome);
  }

  /**
   * Writes what is known now, in one step; results of files that are no more are left out.
   * @throws InputError where the file is something else: a link, or what somebody has named by mistake
   * @throws Error of the system if it cannot be written
   */
  save(translate: Translate): void {
    if (!this.#isOurs) {
      throw new InputError(translate("is not a cache of xmpp-stanza; left unchanged"));
    }
    for (const [file, outcome] of this.#kept) {
      if (!this.#fresh.has(file) && existsSync(file)) this.#fresh.set(file, outcome);
    }
    const text = JSON.stringify({ format: FORMAT, results: [...this.#fresh] });
    replaceFile(this.path, text, { mode: 0o666 });
  }
}

/** Empty if there is no file yet; undefined for what is no regular file or cannot be read. */
function textOf(path: string): string | undefined {
  try {
    const about = lstatSync(path, { throwIfNoEntry: false });
    if (about === undefined) return "";
    return about.isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

function readCache(text: string | undefined): Map<string, KeptOutcome> {
  try {
    const { format, results } = JSON.parse(text ?? "");
    if (format === FORMAT && Array.isArray(results)) return new Map(results);
  } catch {
    // None yet, or one that somebody has broken: everything is checked.
  }
  return new Map();
}

/**
 * What all results of a run have in common: the program, of this version and build, where it runs, and what it
 * was told.
 */
export function cacheKeyOf(settings: CheckSettings): string {
  const { mtimeMs, size } = statSync(__filename);
  const workspace = process.env.GITHUB_WORKSPACE ?? "";
  return JSON.stringify([version, mtimeMs, size, process.cwd(), workspace, settings]);
}
