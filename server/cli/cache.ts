/**
 * Cache of results between runs, keyed by the content of the file, the version of the tool
 * and the configuration: a run with it has the same output, sooner.
 */

import { existsSync, lstatSync, statSync } from "node:fs";
import { version } from "../../package.json";
import type { Translate } from "../core/text/translate";
import { visible } from "../core/text/visible";
import { InputError, isRefusal, MAX_LENGTH } from "../disk/readText";
import { readRegularFile } from "../disk/regularFile";
import { replaceFile } from "../disk/replaceFile";
import { readTrustedFile } from "../disk/trusted";
import type { CheckSettings } from "./fileCheck";
import type { KeptOutcome } from "./outcome";

/** Default file name, in the folder of the run. */
export const CACHE_FILE = ".xmpp-stanza-cache";

/** Version of the cache's format. */
const FORMAT = 2;

/** Beginning of a cache of any version. */
const BEGINNING = '{"format":';

export class ResultCache {
  readonly #kept: Map<string, KeptOutcome>;
  readonly #fresh = new Map<string, KeptOutcome>();
  readonly #isOurs: boolean;

  /**
   * A cache that cannot be read, is no regular file, is of another version, or that another user has written or
   * may write, counts as empty.
   */
  constructor(readonly path: string) {
    const trusted = trustedTextOf(path);
    const text = trusted ?? textOf(path);
    // Also a truncated cache, even an empty file.
    this.#isOurs = text !== undefined && (text.startsWith(BEGINNING) || BEGINNING.startsWith(text));
    this.#kept = readCache(trusted);
  }

  get(file: string): KeptOutcome | undefined {
    const kept = this.#kept.get(file);
    return kept && isPrintable(kept) ? kept : undefined;
  }

  set(file: string, outcome: KeptOutcome): void {
    this.#fresh.set(file, outcome);
  }

  /**
   * Writes the current results atomically; results of deleted files are left out.
   * @throws InputError if the file is no cache: a link, or a file that was named by mistake
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
    try {
      replaceFile(this.path, text, 0o644);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      throw new InputError(translate("is in a folder that may not be written; left unchanged"));
    }
  }
}

/** What reports have besides visible text: line ends, tabs and colours. */
const layout = new RegExp(String.raw`[\n\t]|${"\u001b"}\[\d{1,2}m`, "g");

/** True if the report could be one of a reporter, which print no characters that act on a terminal. */
function isPrintable({ report }: KeptOutcome): boolean {
  if (report === undefined) return true;
  if (typeof report.text !== "string") return false;
  const text = report.text.replace(layout, "");
  return visible(text) === text;
}

/** Undefined if other users may have written the file, or it cannot be read. */
function trustedTextOf(path: string): string | undefined {
  try {
    return readTrustedFile(path).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Empty if there is no file yet; undefined for what is no regular file or cannot be read. */
function textOf(path: string): string | undefined {
  try {
    const about = lstatSync(path, { throwIfNoEntry: false });
    if (about === undefined) return "";
    return about.isFile() ? readRegularFile(path, MAX_LENGTH).toString("utf8") : undefined;
  } catch {
    return undefined;
  }
}

function readCache(text: string | undefined): Map<string, KeptOutcome> {
  try {
    const { format, results } = JSON.parse(text ?? "");
    if (format === FORMAT && Array.isArray(results)) return new Map(results);
  } catch {
    // Missing or damaged: everything is checked.
  }
  return new Map();
}

/** Common key of all results of a run: version and build of the program, its folder, and its settings. */
export function cacheKeyOf(settings: CheckSettings): string {
  const { mtimeMs, size } = statSync(__filename);
  const workspace = process.env.GITHUB_WORKSPACE ?? "";
  return JSON.stringify([version, mtimeMs, size, process.cwd(), workspace, settings]);
}
