/** `xmpp-stanza check` as the command line has it: options in, exit status out. */

import type { parseArgs } from "node:util";
import { configurationsOnDisk } from "../disk/configurationOnDisk";
import { isInputError } from "../disk/readText";
import { slashed } from "../disk/slashes";
import type { Language } from "../l10n/languages";
import { translatorFor } from "../l10n/localise";
import { type CheckOptions, check } from "./check";
import { readCount, readForcedRules, readShard } from "./checkArguments";
import type { CheckSettings } from "./fileCheck";
import { isReporterName, reporterNames } from "./reporters";
import { terminalOf } from "./reporters/terminal";
import { UsageError } from "./usageError";

/** The options of the command, as `parseArgs` knows them. */
export const checkOptions = {
  format: { type: "string" },
  "stdin-filename": { type: "string" },
  fix: { type: "boolean" },
  "fix-dry-run": { type: "boolean" },
  rule: { type: "string", multiple: true },
  config: { type: "string" },
  "no-config": { type: "boolean" },
  "max-warnings": { type: "string" },
  quiet: { type: "boolean" },
  jobs: { type: "string" },
  shard: { type: "string" },
  cache: { type: "boolean" },
  "cache-location": { type: "string" },
} as const;

/** What was given for them. */
export type CheckValues = ReturnType<typeof parseArgs<{ options: typeof checkOptions }>>["values"];

/** In which language messages are, and whether somebody asked for it. */
export interface ChosenLanguage {
  readonly language: Language;
  readonly isAsked: boolean;
}

/**
 * @returns the exit status
 * @throws UsageError for options that make no sense
 */
export async function checkCommand(
  values: CheckValues,
  paths: readonly string[],
  chosen: ChosenLanguage,
): Promise<number> {
  const translate = await translatorFor(chosen.language);
  const { format = "pretty", fix, config } = values;
  if (!isReporterName(format)) {
    const formats = reporterNames.join(", ");
    throw new UsageError(
      translate('unknown format "{format}"; there are {formats}', { format, formats }),
    );
  }
  if (paths.length === 0) {
    throw new UsageError(translate("check needs a file, a folder, a pattern, or - for stdin"));
  }
  const dryRun = values["fix-dry-run"] === true;
  if (fix && !dryRun && paths.includes("-")) {
    throw new UsageError(
      translate("standard input cannot be fixed; --fix-dry-run shows what would change"),
    );
  }
  const noConfig = values["no-config"] === true;
  if (noConfig && config !== undefined) {
    throw new UsageError(translate("--config and --no-config exclude each other"));
  }
  const configurations = configurationsOnDisk(translate, noConfig ? false : config);
  let { language } = chosen;
  try {
    // What the configuration says where the run takes place, unless somebody said it just now.
    const here = await configurations.for(slashed("here"));
    if (!chosen.isAsked) language = here.language ?? language;
  } catch (error) {
    if (!isInputError(error)) throw error;
    process.stderr.write(`xmpp-stanza: ${error.message}\n`);
    return 2;
  }
  const settings: CheckSettings = {
    format,
    fix: dryRun ? "print" : fix ? "write" : "no",
    quiet: values.quiet === true,
    forced: readForcedRules(values.rule ?? [], translate),
    language,
    terminal: terminalOf(process.stdout, process.env),
    stdinName: values["stdin-filename"] ?? "<stdin>",
    cacheKey: undefined,
  };
  const options: CheckOptions = {
    paths,
    settings,
    configurations,
    maxWarnings: readCount("--max-warnings", values["max-warnings"], 0, translate) ?? Infinity,
    jobs: readCount("--jobs", values.jobs, 1, translate),
    shard: readShard(values.shard, translate),
    cacheFile: undefined,
  };
  // What is mended, or shown as a change, is looked at each time.
  const isCached = values.cache === true || values["cache-location"] !== undefined;
  if (!isCached || settings.fix !== "no") return check(options, await translatorFor(language));
  const { CACHE_FILE, cacheKeyOf } = await import("./seldom");
  const cacheFile = values["cache-location"] ?? CACHE_FILE;
  const keyed = { ...settings, cacheKey: cacheKeyOf(settings) };
  return check({ ...options, cacheFile, settings: keyed }, await translatorFor(language));
}
