/** The check of one file, from reading it to what is printed about it. */

import { configurationOf } from "../configuration/configurations";
import { defaultConfiguration, readLimits } from "../core/config";
import type { DocumentFinding } from "../core/document";
import { LineIndex } from "../core/lines";
import { applyEdits } from "../core/lint";
import { describeError, type RuleFailure } from "../core/ruleFailures";
import type { Severity } from "../core/rules/rule";
import type { RuleSetting } from "../core/rules/setting";
import type { Translate } from "../core/translate";
import { type Input, isInputError } from "../disk/readText";
import type { Language } from "../languages";
import type { InputFile } from "./inputs";
import { openSource } from "./openSource";
import { readInput, STDIN } from "./readInput";
import { createReporter, type ReporterName } from "./reporters/index";
import { type FileReport, type Reporter, reportFile } from "./reporters/reporter";
import type { Terminal } from "./reporters/terminal";

/** What holds for all files of a run; plain data, so that it can be handed to another thread. */
export interface CheckSettings {
  readonly format: ReporterName;
  /** `write` puts safe fixes into the files, `print` shows them as a diff instead of findings. */
  readonly fix: "no" | "write" | "print";
  /** Tell of errors alone. */
  readonly quiet: boolean;
  /** Severities that win over every configuration file. */
  readonly forced: Readonly<Record<string, RuleSetting>>;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly stdinName: string;
  /** What all results of the run have in common, where results are kept; undefined where not. */
  readonly cacheKey: string | undefined;
}

/** What is to be said about a file. */
export interface FileOutcome {
  readonly report?: FileReport;
  /** What fixes would change, where that is printed and no report. */
  readonly diff?: string;
  /** What was found, told or not. */
  readonly errors: number;
  readonly warnings: number;
  /** Why the file was not checked. */
  readonly complaint?: string;
  /** Rules that threw while it was; never kept, because the next run may have them mended. */
  readonly failures?: readonly FailedRule[];
  /** Names what the outcome depends on, where results are kept. */
  readonly key?: string;
}

/** What a person is told of a rule that threw; plain data. */
export interface FailedRule {
  readonly rule: string;
  readonly task: RuleFailure["task"];
  /** What was thrown, and where. */
  readonly error: string;
}

/** An outcome that was kept; another one is made if its key is no longer the same. */
export type KeptOutcome = FileOutcome & { readonly key: string };

export class FileChecker {
  /** Those of the file that is being checked. */
  #failures: FailedRule[] = [];

  /** One for all files: equal configurations are the same only if they tell the same. */
  readonly #ruleFailed = ({ rule, task, error }: RuleFailure) => {
    if (this.#failures.some((one) => one.rule === rule.id && one.task === task)) return;
    this.#failures.push({ rule: rule.id, task, error: describeError(error) });
  };

  private constructor(
    readonly settings: CheckSettings,
    readonly translate: Translate,
    readonly reporter: Reporter,
  ) {}

  static async create(settings: CheckSettings, translate: Translate): Promise<FileChecker> {
    const { format, terminal } = settings;
    const reporter = await createReporter(format, { translate, terminal });
    return new FileChecker(settings, translate, reporter);
  }

  /**
   * Checks a file, after mending it where that was asked for. What is wrong with the file itself is
   * part of the outcome.
   */
  async check(file: InputFile, kept?: KeptOutcome): Promise<FileOutcome> {
    try {
      const input = await readInput(file.path, this.translate);
      const key = await this.#keyOf(file, input);
      if (key !== undefined && kept?.key === key) return kept;
      this.#failures = [];
      const outcome = await this.#outcomeOf(file, input);
      const failures = this.#failures;
      if (failures.length > 0) return { ...outcome, failures };
      return key === undefined ? outcome : { ...outcome, key };
    } catch (error) {
      if (!isInputError(error)) throw error;
      return { errors: 0, warnings: 0, complaint: error.message };
    }
  }

  async #outcomeOf({ path, found }: InputFile, input: Input): Promise<FileOutcome> {
    const { fix, quiet, stdinName } = this.settings;
    const name = path === STDIN ? stdinName : path;
    const severities = { ...found.rules, ...this.settings.forced };
    const limits = readLimits(found.limits);
    const onRuleFailure = this.#ruleFailed;
    const rest = { ...defaultConfiguration, limits, onRuleFailure };
    const configuration = configurationOf(severities, rest);
    let document = await openSource(name, input.text, configuration, found, this.translate);
    if (fix !== "no") {
      const repaired = applyEdits(input.text, document.repairs());
      if (fix === "print") {
        return { ...countsOf(document.findings()), diff: await diffOf(name, input.text, repaired) };
      }
      if (repaired !== input.text) {
        // Loaded when there is something to write.
        const { writeRepaired } = await import("./repair");
        await writeRepaired(path, input, repaired, this.translate);
        document = document.withText(repaired);
      }
    }
    const all = document.findings();
    const findings = quiet ? all.filter(({ finding }) => finding.severity === "error") : all;
    const lines = new LineIndex(document.text);
    const report = reportFile(this.reporter, { path: name, lines, findings, document });
    return { ...countsOf(all), report };
  }

  async #keyOf({ path, found }: InputFile, { bytes }: Input): Promise<string | undefined> {
    const { cacheKey } = this.settings;
    if (cacheKey === undefined || path === STDIN) return undefined;
    const { createHash } = await import("node:crypto");
    const about = JSON.stringify([cacheKey, path, found]);
    return createHash("sha256").update(about).update("\0").update(bytes).digest("base64url");
  }
}

function countsOf(found: readonly DocumentFinding[]): { errors: number; warnings: number } {
  const count = (severity: Severity) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}

async function diffOf(name: string, before: string, after: string): Promise<string> {
  if (after === before) return "";
  // Loaded when it is needed: most runs print no diff.
  const { unifiedDiff } = await import("./diff");
  return unifiedDiff(name, before, after);
}
