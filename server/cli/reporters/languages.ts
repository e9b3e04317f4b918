/** Reporters of one run, one for each language. */

import { type Language, translatorFor } from "../../l10n/localise";
import { createReporter, type ReporterName } from "./index";
import type { Reporter } from "./reporter";
import type { Terminal } from "./terminal";

/** How files are reported; plain data. */
export interface ReportSettings {
  readonly format: ReporterName;
  readonly terminal: Terminal;
  /** Language of the run, and of files whose configuration sets none. */
  readonly language: Language;
  /** True if all files have that language, because the user asked for it. */
  readonly isLanguageAsked: boolean;
}

export class LanguageReporters {
  readonly #reporters = new Map<Language, Promise<Reporter>>();

  constructor(readonly settings: ReportSettings) {}

  /**
   * The reporter for a file.
   * @param language that the configuration of the file sets; undefined for that of the run
   */
  for(language: Language | undefined): Promise<Reporter> {
    const { settings } = this;
    const chosen = settings.isLanguageAsked ? settings.language : (language ?? settings.language);
    const reporter = this.#reporters.get(chosen) ?? this.#create(chosen);
    this.#reporters.set(chosen, reporter);
    return reporter;
  }

  async #create(language: Language): Promise<Reporter> {
    const { format, terminal } = this.settings;
    return createReporter(format, { translate: await translatorFor(language), terminal });
  }
}
