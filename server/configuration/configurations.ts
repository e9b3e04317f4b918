/**
 * Finds the configuration of a file: that of the nearest `xmpp-stanza.json` up the tree, merged with
 * those above up to a file with `"root": true`. Shared by editors and the command line, so that they agree.
 */

import {
  type Configuration,
  defaultConfiguration,
  defaultLimits,
  type PayloadExtensions,
} from "../core/check/config";
import type { RuleFailureHandler } from "../core/check/ruleFailures";
import { allRules } from "../core/rules/allRules";
import { CONFIGURATION_FILE } from "../core/sources/fileNames";
import type { OptionalSource, SourceName, SourceSwitches } from "../core/sources/names";
import type { Language } from "../l10n/languages";
import type {
  KnownNames,
  LimitSettings,
  ReadConfiguration,
  RuleSettings,
} from "./configurationFile";
import type { ConfigurationMistake } from "./configurationMistake";
import type { IsFolder } from "./folderPatterns";

/** The merged configuration of one path. */
export interface FoundConfiguration {
  readonly rules: RuleSettings;
  readonly sources: SourceSwitches;
  readonly limits: LimitSettings;
  readonly extensions: PayloadExtensions;
  /** The source that the file is read as, whatever its name. */
  readonly source: SourceName | undefined;
  /** True for a file that is not to be checked. */
  readonly isIgnored: boolean;
  /** Language of messages. */
  readonly language: Language | undefined;
  /** Paths of the configuration files, the nearest first; none if there are none. */
  readonly files: readonly string[];
}

/** A configuration file with its mistakes. */
export interface FileWithMistakes {
  readonly path: string;
  readonly text: string;
  readonly mistakes: readonly ConfigurationMistake[];
}

/**
 * Reads the text of a file, undefined if there is none. Paths begin with `/` and have `/` between names.
 * Other failures to read it are errors for the caller.
 */
export type ReadFile = (path: string) => string | undefined | Promise<string | undefined>;

interface Link extends ReadConfiguration {
  readonly path: string;
  /** With `/` at its end. */
  readonly folder: string;
  readonly text: string;
}

/** From the nearest file to the root. */
type Chain = readonly Link[];

const NONE: FoundConfiguration = {
  rules: {},
  sources: {},
  limits: {},
  extensions: {},
  source: undefined,
  isIgnored: false,
  language: undefined,
  files: [],
};

/** The settings of a configuration file. */
export const knownNames: KnownNames = {
  get rules() {
    return allRules().map(({ id }) => id);
  },
  limits: Object.keys(defaultLimits),
};

export class Configurations {
  #chains = new Map<string, Promise<Chain>>();
  #links = new Map<string, Promise<Link | undefined>>();
  /** Memoized configurations of whole folders, for chains without overrides by path. */
  #byChain = new WeakMap<Chain, FoundConfiguration>();

  /**
   * @param only the only configuration file, for all paths; `false` for none
   * @param isFolder without it, patterns that name folders are not reported
   */
  constructor(
    readonly read: ReadFile,
    readonly only?: string | false,
    readonly isFolder: IsFolder = () => false,
  ) {}

  /**
   * The configuration of a path; for a folder, which ends with `/`, `isIgnored` means to skip it.
   * @throws the errors of `read`
   */
  async for(path: string): Promise<FoundConfiguration> {
    const chain = await this.#chainOf(parentOf(path));
    if (chain.length === 0) return NONE;
    if (chain.every(({ file }) => !file.isByPath)) {
      const known = this.#byChain.get(chain) ?? merge(chain, path);
      this.#byChain.set(chain, known);
      return known;
    }
    return merge(chain, path);
  }

  /** A function that is true for the paths in the folder, which ends with `/`, that the configuration lists for a source. */
  async listedIn(folder: string): Promise<(path: string) => boolean> {
    const chain = await this.#chainOf(folder);
    return (path) =>
      chain.some(
        (link) => path.startsWith(link.folder) && link.file.lists(path.slice(link.folder.length)),
      );
  }

  /** The files with mistakes among those read so far, in the order of their paths. */
  async mistaken(): Promise<FileWithMistakes[]> {
    const links = await Promise.all(this.#links.values());
    return links
      .filter((link) => link !== undefined)
      .filter(({ mistakes }) => mistakes.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Mistakes in the text of a configuration file, which may not be on disk yet. */
  async mistakesIn(path: string, text: string): Promise<readonly ConfigurationMistake[]> {
    const link = await this.#linkOf(path, text);
    return link.mistakes;
  }

  /**
   * Reads again the files that apply to a path, as far as they were read before.
   * @returns true if a file was changed, created or deleted; then the cache is cleared
   */
  async reread(path: string): Promise<boolean> {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const file = folder + CONFIGURATION_FILE;
      const link = await this.#links.get(file)?.catch(() => undefined);
      if (this.#links.has(file) && (await this.read(file)) !== link?.text) {
        this.reset();
        return true;
      }
      if (link?.file.isRoot || folder === "/") return false;
    }
  }

  /** Clears the cache; all files are read again on demand. */
  reset(): void {
    this.#chains = new Map();
    this.#links = new Map();
  }

  #chainOf(folder: string): Promise<Chain> {
    if (this.only === false) return NO_CHAIN;
    const known = this.#chains.get(folder);
    if (known) return known;
    const chain = this.only === undefined ? this.#readChain(folder) : this.#onlyChain(this.only);
    this.#chains.set(folder, chain);
    // A file that could not be read once may be readable the next time.
    chain.catch(() => this.#chains.delete(folder));
    return chain;
  }

  async #onlyChain(path: string): Promise<Chain> {
    const link = await this.#linkAt(path);
    return link ? [link] : [];
  }

  async #readChain(folder: string): Promise<Chain> {
    const link = await this.#linkAt(folder + CONFIGURATION_FILE);
    if (link?.file.isRoot || folder === "/") return link ? [link] : await NO_CHAIN;
    const above = await this.#chainOf(parentOf(folder));
    return link ? [link, ...above] : above;
  }

  #linkAt(path: string): Promise<Link | undefined> {
    const known = this.#links.get(path);
    if (known) return known;
    const link = this.#readLink(path);
    this.#links.set(path, link);
    link.catch(() => this.#links.delete(path));
    return link;
  }

  async #readLink(path: string): Promise<Link | undefined> {
    const text = await this.read(path);
    return text === undefined ? undefined : this.#linkOf(path, text);
  }

  async #linkOf(path: string, text: string): Promise<Link> {
    // Loaded on demand: most runs of the command line have no configuration file.
    const { readConfigurationFile } = await import("./configurationFile");
    const { withFolderMistakes } = await import("./folderPatterns");
    const read = readConfigurationFile(text, knownNames);
    const folder = parentOf(path);
    const mistakes = await withFolderMistakes(read, folder, this.isFolder);
    return { ...read, mistakes, path, folder, text };
  }
}

const NO_CHAIN: Promise<Chain> = Promise.resolve([]);

/** The folder that holds the file or folder, with `/` at its end. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1) || "/";
}

/** Merges from the root to the nearest file, which takes precedence. */
function merge(chain: Chain, path: string): FoundConfiguration {
  let rulesFound: RuleSettings = {};
  let sources: Partial<Record<OptionalSource, boolean>> = {};
  let limits: LimitSettings = {};
  let extensions: PayloadExtensions = {};
  let source: SourceName | undefined;
  let language: Language | undefined;
  let isIgnored = false;
  for (const { file, folder } of [...chain].reverse()) {
    // A file may be outside of the folder if a configuration file was named for all.
    const relative = path.startsWith(folder) ? path.slice(folder.length) : "";
    const own = file.isByPath && relative !== "" ? file.overridesFor(relative) : undefined;
    rulesFound = { ...rulesFound, ...file.rules, ...own?.rules };
    sources = { ...sources, ...file.sources };
    limits = { ...limits, ...file.limits };
    extensions = { ...extensions, ...file.extensions };
    source = own?.source ?? source;
    language = file.language ?? language;
    isIgnored ||= file.isByPath && relative !== "" && file.ignores(relative);
  }
  const files = chain.map((link) => link.path);
  return { rules: rulesFound, sources, limits, extensions, source, isIgnored, language, files };
}

/** Cache of configurations by content, for each failure handler. */
const known = new WeakMap<RuleFailureHandler, Map<string, Configuration>>();

const nobody: RuleFailureHandler = () => {};

/** Equal configurations are the same object, so that documents see that nothing changed. */
export function configurationOf(
  settings: RuleSettings,
  rest: Omit<Configuration, "rules"> = defaultConfiguration,
): Configuration {
  const key = JSON.stringify([{ ...rest, rules: undefined }, Object.entries(settings).sort()]);
  const { onRuleFailure = nobody } = rest;
  const byKey = known.get(onRuleFailure) ?? new Map<string, Configuration>();
  known.set(onRuleFailure, byKey);
  const configuration = byKey.get(key) ?? { ...rest, rules: settings };
  byKey.set(key, configuration);
  return configuration;
}
