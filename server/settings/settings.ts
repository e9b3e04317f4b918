/** The settings of an editor, per resource, as the core's configuration. */

import type { Connection } from "vscode-languageserver";
import { configurationOf, type FoundConfiguration } from "../configuration/configurations";
import { type Configuration, defaultConfiguration, readLimits } from "../core/check/config";
import type { RuleFailureHandler } from "../core/check/ruleFailures";
import { isRuleSetting, type RuleSetting } from "../core/rules/setting";
import {
  type OptionalSource,
  optionalSources,
  type SourceName,
  type SourceSwitches,
} from "../core/sources/names";
import type { Language } from "../l10n/languages";
import type { ServerConfigurations } from "./serverConfigurations";

/** When a document is checked. Clients that pull decide it themselves; for the others it controls the pushes. */
type Run = "onType" | "onSave" | "off";

export interface Settings {
  readonly run: Run;
  readonly configuration: Configuration;
  /** Switches of the sources. */
  readonly sources: SourceSwitches;
  /** The source that a configuration file sets for the document. */
  readonly source: SourceName | undefined;
  /** True for a document that a configuration file ignores. */
  readonly isIgnored: boolean;
  /** Language of messages, if a configuration file sets it. */
  readonly language: Language | undefined;
  /** URIs of the configuration files that apply, the nearest first. */
  readonly configurationFiles: readonly string[];
  /** Maximum number of reported findings of a file. */
  readonly maxProblems: number;
  /** Whether end tags are inserted while the user types. */
  readonly autoClosingTags: boolean;
  /** Whether requests and replies are shown above their stanzas. */
  readonly codeLens: boolean;
  /** Whether the error reply to an iq holds the iq's payload. */
  readonly includePayload: boolean;
}

export const SECTION = "xmppStanza";

const DEFAULT_MAX_PROBLEMS = 1000;

export class SettingsCache {
  #byUri = new Map<string, Promise<Settings>>();
  /** Settings pushed by a client without `workspace/configuration`. */
  #pushed: unknown;
  /** True once the client is known to answer `workspace/configuration`. */
  canAsk = false;

  constructor(
    readonly connection: Connection,
    readonly configurations: ServerConfigurations,
    readonly onRuleFailure: RuleFailureHandler,
  ) {}

  /** The settings for a document; requested once, until `reset`. */
  get(uri: string): Promise<Settings> {
    const known = this.#byUri.get(uri);
    if (known) return known;
    const asked = Promise.all([this.#ask(uri), this.#find(uri)]).then(([raw, found]) =>
      this.#read(raw, found),
    );
    this.#byUri.set(uri, asked);
    // A request that failed once may succeed the next time.
    asked.catch(() => this.#byUri.delete(uri));
    return asked;
  }

  /** Clears the cache; `pushed` are the settings of the client's notification. */
  reset(pushed?: unknown): void {
    this.#byUri.clear();
    if (pushed !== undefined && pushed !== null) this.#pushed = pushed;
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<unknown> {
    if (this.canAsk) {
      const item = { scopeUri: uri, section: SECTION };
      try {
        return await this.connection.workspace.getConfiguration(item);
      } catch (error) {
        // Defaults are better than no settings; the next request may be answered.
        this.#byUri.delete(uri);
        const reason = error instanceof Error ? error.message : String(error);
        this.connection.console.warn(`workspace/configuration: ${reason}`);
        return undefined;
      }
    }
    const all = this.#pushed;
    return isRecord(all) && isRecord(all[SECTION]) ? all[SECTION] : all;
  }

  /** An unreadable configuration file counts as missing, with a message in the log. */
  async #find(uri: string): Promise<FoundConfiguration | undefined> {
    try {
      return await this.configurations.for(uri);
    } catch (error) {
      this.connection.console.error(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #read(raw: unknown, found: FoundConfiguration | undefined): Settings {
    const settings = isRecord(raw) ? raw : {};
    const run = settings.run;
    // A configuration file replaces the settings, so that the command line gives the same answer.
    const file = found?.files.length ? found : undefined;
    return {
      run: run === "onSave" || run === "off" ? run : "onType",
      configuration: readConfiguration(settings, file, this.onRuleFailure),
      sources: file?.sources ?? readSources(settings.sources),
      source: file?.source,
      isIgnored: file?.isIgnored ?? false,
      language: file?.language,
      configurationFiles: file?.files ?? [],
      autoClosingTags: settings.autoClosingTags !== false,
      maxProblems:
        typeof settings.maxProblems === "number" && settings.maxProblems >= 1
          ? Math.floor(settings.maxProblems)
          : DEFAULT_MAX_PROBLEMS,
      codeLens: settings.codeLens !== false,
      includePayload: settings.replyWithPayload === true,
    };
  }
}

/** Memoized: equal settings give the same object, so that documents see that nothing changed. */
function readConfiguration(
  settings: Readonly<Record<string, unknown>>,
  file: FoundConfiguration | undefined,
  onRuleFailure: RuleFailureHandler,
): Configuration {
  const { textLanguage, quoteStyle } = settings;
  const language =
    typeof textLanguage === "string" && textLanguage !== ""
      ? textLanguage
      : defaultConfiguration.language;
  const quotes = quoteStyle === "single" || quoteStyle === "double" ? quoteStyle : "auto";
  const rules = file?.rules ?? readRules(settings.rules);
  const limits = readLimits(file ? file.limits : settings.limits);
  return configurationOf(rules, { language, quotes, limits, onRuleFailure });
}

function readRules(raw: unknown): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const [id, value] of Object.entries(isRecord(raw) ? raw : {})) {
    if (isRuleSetting(value)) rules[id] = value;
  }
  return rules;
}

function readSources(raw: unknown): SourceSwitches {
  const switches: Partial<Record<OptionalSource, boolean>> = {};
  for (const source of optionalSources) {
    const value = isRecord(raw) ? raw[source] : undefined;
    if (typeof value === "boolean") switches[source] = value;
  }
  return switches;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
