/** Checks one file, from reading it to the text that is printed about it. */

import { configurationOf } from "../configuration/configurations";
import { type Configuration, defaultConfiguration, readLimits } from "../core/check/config";
import { describeError, type RuleFailure } from "../core/check/ruleFailures";
import type { CheckedPart } from "../core/document/chunkedText";
import type { DocumentFinding } from "../core/document/document";
import { SourceDocument } from "../core/document/sourceDocument";
import { applyEdits } from "../core/rules/edits";
import type { Severity } from "../core/rules/rule";
import type { RuleSetting } from "../core/rules/setting";
import { sourceOf } from "../core/sources";
import { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";
import { openSource, readSiblingEntities } from "../disk/openSource";
import { type Input, isInputError, REPLACEMENT, readTextFile } from "../disk/readText";
import { mayBeLarge } from "./fileSize";
import type { InputFile } from "./inputs";
import type { PartOfFile } from "./largeCheck";
import {
  type Notice,
  noticeOfDamage,
  noticeOfUnread,
  placeOfUnread,
  reasonOfNulls,
  reasonOfUnread,
} from "./notices";
import type { FailedRule, FileOutcome, KeptOutcome } from "./outcome";
import { STDIN } from "./readInput";
import { LanguageReporters, type ReportSettings } from "./reporters/languages";
import { reportFile } from "./reporters/reporter";

/** Settings of all files of a run; plain data, so that they can be sent to another thread. */
export interface CheckSettings extends ReportSettings {
  /** `write` applies safe fixes to the files, `print` shows them as a diff instead of findings. */
  readonly fix: "no" | "write" | "print";
  /** True to report errors only. */
  readonly quiet: boolean;
  /** Severities that override every configuration file. */
  readonly forced: Readonly<Record<string, RuleSetting>>;
  readonly stdinName: string;
  /** Common key of the run's results in the cache; undefined without a cache. */
  readonly cacheKey: string | undefined;
}

export class FileChecker {
  /** Failures of rules in the file, or the part of a file, that is being checked. */
  #failures: FailedRule[] = [];

  /** Memoized by the configuration files found for the folder of a file. */
  readonly #configurations = new WeakMap<InputFile["found"], Configuration>();

  /** A single handler for all files: configurations are equal only with the same handler. */
  readonly #ruleFailed = ({ rule, task, error }: RuleFailure) => {
    if (this.#failures.some((one) => one.rule === rule.id && one.task === task)) return;
    this.#failures.push({ rule: rule.id, task, error: describeError(error) });
  };

  readonly reporters: LanguageReporters;

  /** @param translate for messages about files; findings are in the language of their file */
  constructor(
    readonly settings: CheckSettings,
    readonly translate: Translate,
  ) {
    this.reporters = new LanguageReporters(settings);
  }

  /**
   * Checks a file that is not large, after repairing it if the settings say so. Problems with the file itself
   * are part of the outcome.
   */
  async check(file: InputFile, kept?: KeptOutcome): Promise<FileOutcome> {
    try {
      const input = readTextFile(file.path, this.translate, { isLenient: true });
      const key = await this.#keyOf(file, input);
      if (key !== undefined && kept?.key === key) return kept;
      const outcome = await this.checkInput(file, input);
      // Not cached: in the next run the rule may not fail.
      if (outcome.failures) return outcome;
      return key === undefined ? outcome : { ...outcome, key };
    } catch (error) {
      return failed(error);
    }
  }

  /** The same for standard input and for files of any size: one outcome, or one for each part. */
  async checkAny(
    file: InputFile,
    kept: KeptOutcome | undefined,
    report: (outcome: FileOutcome) => Promise<void>,
  ): Promise<void> {
    if (!mayBeLarge(file)) {
      await report(await this.check(file, kept));
      return;
    }
    for await (const outcome of this.#partsOf(file)) await report(outcome);
  }

  async *#partsOf(file: InputFile): AsyncGenerator<FileOutcome, void> {
    try {
      // Loaded on demand: most files are small.
      const { checkLarge } = await import("./largeCheck");
      yield* checkLarge(file, this);
    } catch (error) {
      yield failed(error);
    }
  }

  /** Name of the file in messages. */
  nameOf({ path }: InputFile): string {
    return path === STDIN ? this.settings.stdinName : path;
  }

  configurationOf({ found }: InputFile): Configuration {
    const configuration = this.#configurations.get(found) ?? this.#configure(found);
    this.#configurations.set(found, configuration);
    return configuration;
  }

  #configure(found: InputFile["found"]): Configuration {
    const severities = { ...found.rules, ...this.settings.forced };
    const limits = readLimits(found.limits);
    const onRuleFailure = this.#ruleFailed;
    const { extensions } = found;
    const rest = { ...defaultConfiguration, limits, extensions, onRuleFailure };
    return configurationOf(severities, rest);
  }

  /** Checks the text that was read from a file. */
  async checkInput(file: InputFile, input: Input): Promise<FileOutcome> {
    const { fix } = this.settings;
    const name = this.nameOf(file);
    const configuration = this.configurationOf(file);
    let document = await openSource(name, input.text, configuration, file.found, this.translate);
    const reason = file.isNamed
      ? reasonOfUnread(name, input.text, file.found, this.translate)
      : undefined;
    const notices =
      reason === undefined
        ? []
        : [noticeOfUnread(placeOfUnread(name, input.text), reason, this.translate)];
    if (input.isDamaged && fix !== "no") {
      const message = this.translate("is not {encoding} text, left as it is", {
        encoding: input.encoding.toUpperCase(),
      });
      notices.push({ file: name, message, isProblem: true });
    } else if (fix !== "no") {
      const repaired = applyEdits(input.text, document.repairs());
      if (fix === "print") {
        const diff = await diffOf(name, input, repaired);
        if (diff !== "" && input.encoding !== "utf-8") {
          const encoding = input.encoding.toUpperCase();
          const message = this.translate(
            "is {encoding} text, which patch cannot change; use --fix",
            { encoding },
          );
          notices.push({ file: name, message });
        }
        return this.#withFailures({ ...countsOf(document.findingsOnce()), diff, notices });
      }
      if (repaired !== input.text) {
        const refusal = await this.#write(file, input, repaired);
        if (refusal) notices.push(refusal);
        else document = document.withText(repaired);
      }
    }
    const lines = new LineIndex(document.text);
    let stanzaCount = 0;
    let nonzaCount = 0;
    const findings = document.findingsOnce((view) => {
      stanzaCount += view.document.countStanzas();
      nonzaCount += view.document.countNonzas();
    });
    const part = { document, findings, stanzaCount, nonzaCount, lines };
    return this.report(file, part, {
      isFirst: true,
      damaged: input.isDamaged ? input.encoding.toUpperCase() : undefined,
      notices,
    });
  }

  /** The outcome of a file that holds no stanzas, without its text. */
  reportEmpty(file: InputFile): Promise<FileOutcome> {
    const document = new SourceDocument("", defaultConfiguration);
    const lines = new LineIndex("");
    return this.report(
      file,
      { document, findings: [], stanzaCount: 0, nonzaCount: 0, lines },
      { isFirst: true, damaged: undefined },
    );
  }

  /** Writes a repaired text; the notice why it was not. */
  async #write(file: InputFile, input: Input, text: string): Promise<Notice | undefined> {
    // Loaded on demand.
    const { writeRepaired } = await import("./repair");
    return writeRepaired(file.path, input, text, this.translate);
  }

  /** Report of a file, or of a part of a file. */
  async report(
    file: InputFile,
    part: CheckedPart,
    { isFirst, damaged, notices = [] }: PartOfFile & { readonly notices?: readonly Notice[] },
  ): Promise<FileOutcome> {
    const { document, findings, stanzaCount, nonzaCount, lines } = part;
    const reported = this.settings.quiet
      ? findings.filter(({ finding }) => finding.severity === "error")
      : findings;
    const path = this.nameOf(file);
    const result = { path, lines, findings: reported, stanzaCount, nonzaCount, document };
    const { text, totals } = reportFile(await this.reporters.for(file.found.language), result);
    const report = { text, totals: isFirst ? totals : { ...totals, files: 0 } };
    const damage = damaged === undefined ? [] : this.#damageOf(file, damaged, part);
    const nulls =
      isFirst && stanzaCount + nonzaCount === 0
        ? reasonOfNulls(document.text, file.isNamed, this.translate)
        : undefined;
    const empty: Notice[] =
      nulls === undefined
        ? []
        : [{ ...noticeOfUnread(path, nulls, this.translate), isProblem: true }];
    const all = [...notices, ...damage, ...empty];
    return this.#withFailures({ ...countsOf(findings), report, notices: all });
  }

  /**
   * Undecodable bytes are a problem (exit status) in a stanza, and in a named file without stanzas, where they
   * may be the reason. Elsewhere they are data of a capture between its stanzas.
   */
  #damageOf(
    file: InputFile,
    encoding: string,
    { document, stanzaCount, nonzaCount, lines }: CheckedPart,
  ): Notice[] {
    // A found file of another encoding, which the user did not name.
    if (stanzaCount + nonzaCount === 0 && !file.isNamed) return [];
    const offsets = placesOf(REPLACEMENT, document.text);
    const isProblem =
      stanzaCount === 0 || offsets.some((at) => document.stanzaSpanAt(at) !== undefined);
    const notice = noticeOfDamage(this.nameOf(file), encoding, offsets, lines, this.translate);
    return [isProblem ? { ...notice, isProblem } : notice];
  }

  #withFailures(outcome: FileOutcome): FileOutcome {
    const failures = this.#failures;
    if (failures.length === 0) return outcome;
    this.#failures = [];
    return { ...outcome, failures };
  }

  async #keyOf(
    { path, found, isNamed }: InputFile,
    { bytes, text }: Input,
  ): Promise<string | undefined> {
    const { cacheKey } = this.settings;
    if (cacheKey === undefined || path === STDIN) return undefined;
    const { createHash } = await import("node:crypto");
    const isXep = (found.source ?? sourceOf({ path, text })) === "xep";
    const beside = isXep ? readSiblingEntities(path, this.translate)?.text : undefined;
    const about = JSON.stringify([cacheKey, path, found, isNamed, beside]);
    return createHash("sha256").update(about).update("\0").update(bytes).digest("base64url");
  }
}

/** The outcome for an unreadable file. */
function failed(error: unknown): FileOutcome {
  if (!isInputError(error)) throw error;
  return { errors: 0, warnings: 0, complaint: error.message };
}

function placesOf(sign: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) places.push(at);
  return places;
}

function countsOf(found: readonly DocumentFinding[]): { errors: number; warnings: number } {
  const count = (severity: Severity) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}

async function diffOf(name: string, input: Input, after: string): Promise<string> {
  if (after === input.text) return "";
  // Loaded on demand: most runs print no diff.
  const { unifiedDiff } = await import("./diff");
  const mark = input.hasByteOrderMark ? "\ufeff" : "";
  return unifiedDiff(name, mark + input.text, mark + after);
}
