/** Runs `xmpp-stanza check`: options in, exit status out. */

import type { SourceName } from "../core/sources/names";
import type { Translate } from "../core/text/translate";
import { configurationsOnDisk } from "../disk/configurationOnDisk";
import { isInputError } from "../disk/readText";
import { slashed } from "../disk/slashes";
import type { Language } from "../l10n/languages";
import { translatorFor } from "../l10n/localise";
import { type CheckOptions, check } from "./check";
import { readForcedRules, readShard } from "./checkArguments";
import type { CheckSettings } from "./fileCheck";
import { printMessage } from "./output";
import { STDIN } from "./readInput";
import type { ReporterName } from "./reporters";
import { terminalOf } from "./reporters/terminal";
import type { Separator } from "./separators";
import { UsageError } from "./usageError";

/** The options of the command. */
export interface CheckFlags {
  readonly format?: ReporterName;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly noConfig?: boolean;
  readonly stdinFilename?: string;
  readonly stdinSeparator?: Separator;
  readonly source?: SourceName;
  readonly jobs?: number;
  readonly shard?: string;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** Language of messages, and whether the user asked for it. */
export interface ChosenLanguage {
  readonly language: Language;
  readonly isLanguageAsked: boolean;
}

/**
 * @returns the exit status
 * @throws UsageError for contradicting options
 */
export async function runCheck(
  flags: CheckFlags,
  paths: readonly string[],
  chosen: ChosenLanguage,
): Promise<number> {
  const translate = await translatorFor(chosen.language);
  const { format = "pretty", fix, fixDryRun, config, noConfig } = flags;
  const separator = flags.stdinSeparator;
  if (separator !== undefined) expectFilter(flags, paths, translate);
  else if (paths.length === 0) {
    throw new UsageError(translate("check needs a file, a folder, a pattern, or - for stdin"));
  }
  if (fix && !fixDryRun && paths.includes("-")) {
    throw new UsageError(
      translate("standard input cannot be fixed; --fix-dry-run shows what would change"),
    );
  }
  if (noConfig && config !== undefined) {
    throw new UsageError(translate("--config and --no-config cannot be combined"));
  }
  const configurations = configurationsOnDisk(translate, noConfig ? false : config);
  let { language } = chosen;
  try {
    // The configuration of the current folder applies, unless the command line overrides it.
    const here = await configurations.for(slashed("here"));
    if (!chosen.isLanguageAsked) language = here.language ?? language;
  } catch (error) {
    if (!isInputError(error)) throw error;
    printMessage(error.message);
    return 2;
  }
  const settings: CheckSettings = {
    format,
    fix: fixDryRun ? "print" : fix ? "write" : "no",
    quiet: flags.quiet === true,
    forced: readForcedRules(flags.rule ?? [], translate),
    language,
    isLanguageAsked: chosen.isLanguageAsked,
    terminal: terminalOf(process.stdout, process.env),
    stdinName: flags.stdinFilename ?? "<stdin>",
    cacheKey: undefined,
  };
  const maxWarnings = flags.maxWarnings ?? Number.POSITIVE_INFINITY;
  if (separator !== undefined) {
    // Loaded on demand.
    const { filterTexts } = await import("./filter");
    const { source } = flags;
    return filterTexts(
      { separator, source, settings, configurations, maxWarnings },
      await translatorFor(language),
    );
  }
  const options: CheckOptions = {
    paths,
    source: flags.source,
    settings,
    configurations,
    maxWarnings,
    jobs: flags.jobs,
    shard: readShard(flags.shard, translate),
    cacheFile: undefined,
  };
  // Files that are repaired, or shown as a diff, are always checked.
  const isCached = flags.cache === true || flags.cacheLocation !== undefined;
  if (!isCached || settings.fix !== "no") return check(options, await translatorFor(language));
  const { CACHE_FILE, cacheKeyOf } = await import("./cache");
  const cacheFile = flags.cacheLocation ?? CACHE_FILE;
  const keyed = { ...settings, cacheKey: cacheKeyOf(settings) };
  return check({ ...options, cacheFile, settings: keyed }, await translatorFor(language));
}

/** @throws UsageError for options and paths that do not go with `--stdin-separator` */
function expectFilter(
  { format, fix, fixDryRun }: CheckFlags,
  paths: readonly string[],
  translate: Translate,
): void {
  if (format !== "jsonl") {
    throw new UsageError(translate("--stdin-separator needs --format jsonl"));
  }
  if (paths.some((path) => path !== STDIN)) {
    throw new UsageError(translate("--stdin-separator is for standard input alone"));
  }
  if (fix || fixDryRun) {
    throw new UsageError(translate("--stdin-separator and --fix cannot be combined"));
  }
}
