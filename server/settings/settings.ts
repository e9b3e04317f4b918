/** The settings of an editor, per resource, as the core's configuration. */

import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import { configurationOf, type FoundConfiguration } from "../configuration/configurations";
import { type Configuration, defaultConfiguration, readLimits } from "../core/check/config";
import type { RuleFailureHandler } from "../core/check/ruleFailures";
import { isRuleSetting, type RuleSetting } from "../core/rules/setting";
import {
  type ChosenSource,
  chosenSources,
  type SourceSwitch,
  type SourceSwitches,
  sourceSwitches,
} from "../core/sources/names";
import { visible } from "../core/text/visible";
import type { Language } from "../l10n/languages";
import type { ServerConfigurations } from "./serverConfigurations";

/** When a document is checked. Clients that pull decide it themselves; for the others it controls the pushes. */
type Run = "onType" | "onSave" | "off";

export interface Settings {
  readonly run: Run;
  readonly configuration: Configuration;
  /** Switches of the sources. */
  readonly sources: SourceSwitches;
  /** The source that the client, or else a configuration file, sets for the document. */
  readonly source: ChosenSource | undefined;
  /** True for a document that a configuration file ignores. */
  readonly isIgnored: boolean;
  /** Language of messages, if a configuration file sets it. */
  readonly language: Language | undefined;
  /** URIs of the configuration files that apply, the nearest first. */
  readonly configurationFiles: readonly string[];
  /** Maximum number of reported findings of a file. */
  readonly maxProblems: number;
  /** True if end tags are inserted while the user types. */
  readonly autoClosingTags: boolean;
  /** True if requests and replies are shown above their stanzas. */
  readonly codeLens: boolean;
  /** True if the error reply to an iq holds the iq's payload. */
  readonly includePayload: boolean;
}

export const SECTION = "xmppStanza";

const DEFAULT_MAX_PROBLEMS = 1000;

export class SettingsCache {
  #byUri = new Map<string, Promise<Settings>>();
  /** Settings that came with `initialize` or were pushed later: those of a client without `workspace/configuration`. */
  #pushed: unknown;
  /** True if the client answers `workspace/configuration`, as it says and until it refuses. */
  canAsk = false;
  /** The first request, whose answer shows whether the client knows it: the others wait for that. */
  #first: Promise<unknown> | undefined;
  /** Reasons of refusals that are in the log. */
  readonly #logged = new Set<string>();

  constructor(
    readonly connection: Connection,
    readonly configurations: ServerConfigurations,
    readonly onRuleFailure: RuleFailureHandler,
  ) {}

  /** A function that is true for the names in a folder, whose URI ends with `/`, that are listed for a source. */
  async listedIn(folder: string): Promise<(name: string) => boolean> {
    try {
      return await this.configurations.listedIn(folder);
    } catch {
      // That a configuration file cannot be read is logged when the settings are asked for.
      return () => false;
    }
  }

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

  /** Clears the cache; `pushed` are the settings of the client's notification, some clients send them as JSON in a string. */
  reset(pushed?: unknown): void {
    this.#byUri.clear();
    const settings = typeof pushed === "string" ? this.#parse(pushed) : pushed;
    if (settings !== undefined && settings !== null) this.#pushed = settings;
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  #ask(uri: string): Promise<unknown> {
    const asked = this.#first
      ? this.#first.then(() => this.#askOrRecall(uri))
      : this.#askOrRecall(uri);
    this.#first ??= asked;
    return asked;
  }

  async #askOrRecall(uri: string): Promise<unknown> {
    if (this.canAsk) {
      const item = { scopeUri: uri, section: SECTION };
      try {
        const answer: unknown = await this.connection.workspace.getConfiguration(item);
        if (answer !== undefined && answer !== null) return answer;
      } catch (error) {
        this.#refused(uri, error);
      }
    }
    const all = this.#pushed;
    return isRecord(all) && isRecord(all[SECTION]) ? all[SECTION] : all;
  }

  /** Some clients announce `workspace/configuration` and do not know the request; other refusals may pass. */
  #refused(uri: string, error: unknown): void {
    if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) {
      this.canAsk = false;
      return;
    }
    this.#byUri.delete(uri);
    this.#warn(
      `workspace/configuration: ${error instanceof Error ? error.message : String(error)}`,
    );
  }

  #parse(json: string): unknown {
    if (json.trim() === "") return undefined;
    try {
      return JSON.parse(json);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#warn(`settings: a string that is no JSON: ${reason}`);
      return undefined;
    }
  }

  /** Logs each text once: an editor asks with each key. */
  #warn(text: string): void {
    if (this.#logged.has(text)) return;
    this.#logged.add(text);
    this.connection.console.warn(visible(text));
  }

  /** An unreadable configuration file counts as missing, with a message in the log. */
  async #find(uri: string): Promise<FoundConfiguration | undefined> {
    try {
      return await this.configurations.for(uri);
    } catch (error) {
      this.connection.console.error(
        visible(error instanceof Error ? error.message : String(error)),
      );
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
      source: chosenSources.find((one) => one === settings.source) ?? file?.source,
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
  const extensions = file?.extensions ?? {};
  return configurationOf(rules, { language, quotes, limits, extensions, onRuleFailure });
}

function readRules(raw: unknown): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  for (const [id, value] of Object.entries(isRecord(raw) ? raw : {})) {
    if (isRuleSetting(value)) rules[id] = value;
  }
  return rules;
}

function readSources(raw: unknown): SourceSwitches {
  const switches: Partial<Record<SourceSwitch, boolean>> = {};
  for (const source of sourceSwitches) {
    const value = isRecord(raw) ? raw[source] : undefined;
    if (typeof value === "boolean") switches[source] = value;
  }
  return switches;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
