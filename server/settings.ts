/** The settings of an editor, per resource, as the core's configuration. */

import type { Connection } from "vscode-languageserver";
import {
  type Configuration,
  defaultConfiguration,
  isRuleSetting,
  type RuleSetting,
  readLimits,
} from "./core/config";

/** When a document is checked. Clients that pull decide by themselves; the others are told by this. */
export type Run = "onType" | "onSave" | "off";

export interface Settings {
  readonly run: Run;
  readonly configuration: Configuration;
  /** So many findings of a file are told at most. */
  readonly maxProblems: number;
  /** Whether end tags are written while one types. */
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
  #configurations = new Map<string, Configuration>();
  /** What a client without `workspace/configuration` sent. */
  #pushed: unknown;
  /** Asks the client; set once it is known that it can be asked. */
  canAsk = false;

  constructor(readonly connection: Connection) {}

  /** The settings for a document; asked for once, until `reset`. */
  get(uri: string): Promise<Settings> {
    const known = this.#byUri.get(uri);
    if (known) return known;
    const asked = this.#ask(uri).then((raw) => this.#read(raw));
    this.#byUri.set(uri, asked);
    // What went wrong once may go right the next time.
    asked.catch(() => this.#byUri.delete(uri));
    return asked;
  }

  /** Forgets everything; `pushed` is what the client sent with its notification. */
  reset(pushed?: unknown): void {
    this.#byUri.clear();
    if (pushed !== undefined && pushed !== null) this.#pushed = pushed;
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<unknown> {
    if (this.canAsk) {
      return this.connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
    }
    const all = this.#pushed;
    return isRecord(all) && isRecord(all[SECTION]) ? all[SECTION] : all;
  }

  #read(raw: unknown): Settings {
    const settings = isRecord(raw) ? raw : {};
    const run = settings.run;
    return {
      run: run === "onSave" || run === "off" ? run : "onType",
      configuration: this.#configuration(settings),
      autoClosingTags: settings.autoClosingTags !== false,
      maxProblems:
        typeof settings.maxProblems === "number" && settings.maxProblems >= 1
          ? Math.floor(settings.maxProblems)
          : DEFAULT_MAX_PROBLEMS,
      codeLens: settings.codeLens !== false,
      includePayload: settings.replyWithPayload === true,
    };
  }

  /** Equal settings give the same object, so that documents see that nothing changed. */
  #configuration(settings: Readonly<Record<string, unknown>>): Configuration {
    const rules: Record<string, RuleSetting> = {};
    if (isRecord(settings.rules)) {
      for (const [id, value] of Object.entries(settings.rules)) {
        if (isRuleSetting(value)) rules[id] = value;
      }
    }
    const { textLanguage } = settings;
    const language =
      typeof textLanguage === "string" && textLanguage !== ""
        ? textLanguage
        : defaultConfiguration.language;
    const { quoteStyle } = settings;
    const quotes = quoteStyle === "single" || quoteStyle === "double" ? quoteStyle : "auto";
    const limits = readLimits(settings.limits);
    const key = JSON.stringify([language, quotes, limits, Object.entries(rules).sort()]);
    const known = this.#configurations.get(key);
    if (known) return known;
    const configuration: Configuration = { rules, language, quotes, limits };
    this.#configurations.set(key, configuration);
    return configuration;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
