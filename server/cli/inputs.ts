/** Finds the files that a command line names. */

import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, normalize, resolve, sep } from "node:path";
import type { Configurations, FoundConfiguration } from "../configuration/configurations";
import {
  isLogName,
  mayHoldStanzasByName,
  type OptionalSource,
  type SourceName,
  sourceByName,
} from "../core/sources/names";
import type { PassedOver } from "../core/sources/passedOver";
import type { Translate } from "../core/text/translate";
import { reasonOf } from "../disk/readText";
import { slashed } from "../disk/slashes";
import type { EnterFolder, WalkOptions } from "../disk/walk";
import { isLogOfStanzas } from "./logFiles";
import { type Notice, noticeOfIgnored, noticeOfUnread } from "./notices";
import { STDIN } from "./readInput";

export interface InputFile {
  /** Path as it is reported; `-` for standard input. */
  readonly path: string;
  readonly found: FoundConfiguration;
  /** False for a file that was found in a folder, or by a pattern. */
  readonly isNamed: boolean;
}

export interface Inputs {
  /** In order, each once, without those that a configuration ignores. */
  readonly files: readonly InputFile[];
  /** A line for each path without a file. */
  readonly problems: readonly string[];
  readonly notices: readonly Notice[];
  readonly passedOver: PassedOver;
}

export interface InputOptions {
  /** The file that standard input stands for. */
  readonly stdinName: string;
  /** What all files are read as; undefined for what each looks like. */
  readonly source?: SourceName | undefined;
}

/**
 * Finds the files for the arguments: files as they are, folders with the files in them that may hold
 * stanzas, patterns with all matching files, `-` as it is.
 */
export async function findInputs(
  args: readonly string[],
  configurations: Configurations,
  options: InputOptions,
  translate: Translate,
): Promise<Inputs> {
  const finder = new InputFinder(configurations, options, translate);
  for (const arg of args) await finder.add(arg);
  return finder;
}

class InputFinder implements Inputs {
  readonly problems: string[] = [];
  readonly notices: Notice[] = [];
  readonly passedOver = new Map<OptionalSource, number>();
  readonly #files = new Map<string, InputFile>();
  readonly #forcedSources = new Map<FoundConfiguration, FoundConfiguration>();
  /** Real paths of folders, by their given spelling. */
  readonly #folders = new Map<string, string>();
  readonly #walkOptions = {
    onUnread: (folder: string, error: unknown) => {
      this.problems.push(`${folder}: ${reasonOf(error, this.translate)}`);
    },
    onSpecial: (file: string, error: unknown) => {
      this.notices.push(noticeOfUnread(file, reasonOf(error, this.translate), this.translate));
    },
  } satisfies WalkOptions;

  constructor(
    readonly configurations: Configurations,
    readonly options: InputOptions,
    readonly translate: Translate,
  ) {}

  get files(): InputFile[] {
    return [...this.#files.values()];
  }

  async add(arg: string): Promise<void> {
    if (arg === STDIN) return this.#addFile(arg, true);
    const kind = kindOf(arg, this.translate);
    if (kind === "file") await this.#addFile(arg, true);
    else if (kind === "folder") await this.#addFolder(arg);
    else if (isPattern(arg)) await this.#addPattern(arg);
    else this.problems.push(`${arg}: ${kind.reason}`);
  }

  async #addFile(path: string, isNamed: boolean): Promise<void> {
    const key = path === STDIN ? STDIN : this.#keyOf(path);
    const known = this.#files.get(key);
    if (known) {
      if (isNamed && !known.isNamed) this.#files.set(key, { ...known, isNamed });
      return;
    }
    const name = path === STDIN ? this.options.stdinName : path;
    const found = this.#forced(await this.configurations.for(slashed(name)));
    if (!found.isIgnored) this.#files.set(key, { path, found, isNamed });
    else if (isNamed) this.notices.push(noticeOfIgnored(name, found, this.translate));
  }

  /** The configuration with the source that the command line names; the same object for the same configuration. */
  #forced(found: FoundConfiguration): FoundConfiguration {
    const { source } = this.options;
    if (source === undefined) return found;
    const forced = this.#forcedSources.get(found) ?? { ...found, source };
    this.#forcedSources.set(found, forced);
    return forced;
  }

  /** Key that is equal for all spellings of a path. A symbolic link as the last name is a file of its own. */
  #keyOf(path: string): string {
    const folder = dirname(path);
    const real = this.#folders.get(folder) ?? realPathOf(folder);
    this.#folders.set(folder, real);
    return real + sep + basename(path);
  }

  async #addFolder(folder: string): Promise<void> {
    // Loaded on demand: most runs are over a few files, and start without it.
    const { walk } = await import("../disk/walk");
    const passed: string[] = [];
    const enter: EnterFolder = async (path) => {
      if (!(await this.#isEntered(path))) return undefined;
      const within = await this.configurations.for(slashed(join(path, "file")));
      const isListed = await this.configurations.listedIn(slashed(path));
      const isTaken = (file: string) => isListed(slashed(file));
      return {
        file: (name) => mayHoldStanzasByName(name, within.sources) || isTaken(join(path, name)),
        isKnown: (name) => sourceByName(name) !== undefined || isLogName(name),
        passOver: (name) => passed.push(join(path, name)),
      };
    };
    for await (const path of walk(normalize(folder), enter, this.#walkOptions)) {
      await this.#addFound(path);
    }
    for (const path of passed) await this.#passOver(path);
  }

  /** False for a folder that is ignored, and for one that may not be searched: not even for its configuration. */
  async #isEntered(path: string): Promise<boolean> {
    if ((await this.configurations.for(slashed(path))).isIgnored) return false;
    try {
      accessSync(path, constants.X_OK);
    } catch (error) {
      // The walk itself deals with a folder that is missing.
      if ((error as NodeJS.ErrnoException).code !== "EACCES") return true;
      this.#walkOptions.onUnread(path.length > 1 ? path.slice(0, -1) : path, error);
      return false;
    }
    return true;
  }

  /** Adds a file of a folder, which is no standard input whatever its name is. */
  #addFound(path: string): Promise<void> {
    return this.#addFile(path === STDIN ? `.${sep}${path}` : path, false);
  }

  async #passOver(path: string): Promise<void> {
    if ((await this.configurations.for(slashed(path))).isIgnored) return;
    const source =
      sourceByName(basename(path)) ?? (isLogOfStanzas(path) ? "transcript" : undefined);
    if (source) this.passedOver.set(source, (this.passedOver.get(source) ?? 0) + 1);
  }

  async #addPattern(pattern: string): Promise<void> {
    const [{ walk }, { globOf }] = await Promise.all([
      import("../disk/walk"),
      import("../disk/glob"),
    ]);
    const glob = globOf(pattern);
    if ("message" in glob) {
      this.problems.push(`${pattern}: ${this.translate(glob.message, glob.values)}`);
      return;
    }
    const { base, matches } = glob;
    // Any name: the pattern selects the files.
    const wantedIn = (folder: string) => ({ file: (name: string) => matches(join(folder, name)) });
    const enter: EnterFolder = async (folder) => {
      return (await this.#isEntered(folder)) ? wantedIn(folder) : undefined;
    };
    let isFound = false;
    const before = this.problems.length;
    for await (const path of walk(base, enter, this.#walkOptions)) {
      await this.#addFound(path);
      isFound = true;
    }
    if (isFound || this.problems.length > before) return;
    const all = walk(base, async (folder) => wantedIn(folder), { includesIgnored: true });
    const { done } = await all.next();
    if (done) this.problems.push(`${pattern}: ${this.translate("no file matches this pattern")}`);
    else {
      const reason = this.translate("all files that meet this pattern are ignored");
      this.notices.push(noticeOfUnread(pattern, reason, this.translate));
    }
  }
}

function realPathOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    // Deleted meanwhile; reading the file reports that.
    return resolve(folder);
  }
}

function kindOf(path: string, translate: Translate): "file" | "folder" | { reason: string } {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    return { reason: reasonOf(error, translate) };
  }
}

/** True for an argument that a shell would have expanded, had it not been quoted. */
function isPattern(arg: string): boolean {
  return /[*?[\]{}!]/.test(arg);
}
