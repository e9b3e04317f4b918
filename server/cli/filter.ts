/**
 * `xmpp-stanza check --stdin-separator`: checks the texts that come on standard input one after the other, and answers each
 * with a line, as long as the input is open.
 */

import type { Configurations } from "../configuration/configurations";
import type { SourceName } from "../core/sources/names";
import type { Translate } from "../core/text/translate";
import { decodeText, InputError, isInputError, reasonOf } from "../disk/readText";
import { failurePrinter } from "./failures";
import { type CheckSettings, FileChecker } from "./fileCheck";
import { findInputs, type InputFile } from "./inputs";
import { printMistakes } from "./mistakes";
import type { FileOutcome } from "./outcome";
import { print, printMessage } from "./output";
import { STDIN } from "./readInput";
import { lineOf, withNotices } from "./reporters/jsonl";
import { SEPARATORS, type Separator } from "./separators";

export interface FilterOptions {
  readonly separator: Separator;
  /** What all texts are read as; undefined for what each looks like. */
  readonly source: SourceName | undefined;
  readonly settings: CheckSettings;
  readonly configurations: Configurations;
  /** Maximum number of warnings; more make the run fail. */
  readonly maxWarnings: number;
}

/** Length at which lines are written although more texts are there, in UTF-16 code units. */
const BATCH = 16_384;

/** @returns the exit status, as of `check` */
export async function filterTexts(
  { separator, source, settings, configurations, maxWarnings }: FilterOptions,
  translate: Translate,
): Promise<number> {
  let isTrouble = false;
  const complain = (message: string, details?: string) => {
    printMessage(message, details);
    isTrouble = true;
  };
  const { stdinName } = settings;
  try {
    const { files, notices } = await findInputs(
      [STDIN],
      configurations,
      { stdinName, source },
      translate,
    );
    if (await printMistakes(configurations, translate)) isTrouble = true;
    const [file] = files;
    const checker = new FileChecker(settings, translate);
    const printFailure = failurePrinter(translate, complain);
    const unread = lineOf({ file: stdinName, stanzas: 0, findings: [] });
    let hasErrors = false;
    let warnings = 0;
    const answer = async (bytes: Buffer): Promise<string> => {
      // A configuration ignores what has that name.
      if (!file) return withNotices(unread, notices);
      const outcome = await checkText(bytes, file, checker, translate);
      for (const one of outcome.failures ?? []) printFailure(stdinName, one);
      hasErrors ||= outcome.errors > 0;
      warnings += outcome.warnings;
      const own = outcome.notices ?? [];
      isTrouble ||= own.some(({ isProblem }) => isProblem);
      return withNotices(outcome.report?.text ?? unread, own);
    };
    let lines = "";
    for await (const texts of split(process.stdin, SEPARATORS[separator])) {
      for (const text of texts) {
        lines += await answer(text);
        if (lines.length < BATCH) continue;
        await print(lines);
        lines = "";
      }
      // Whoever waits for an answer before the next text has it now.
      await print(lines);
      lines = "";
    }
    const isTooMany = warnings > maxWarnings;
    return isTrouble ? 2 : hasErrors || isTooMany ? 1 : 0;
  } catch (error) {
    if (!isInputError(error)) throw error;
    complain(error.message);
    return 2;
  }
}

/** The outcome of a text; one that cannot be read is a problem of that text alone. */
async function checkText(
  bytes: Buffer,
  file: InputFile,
  checker: FileChecker,
  translate: Translate,
): Promise<FileOutcome> {
  const name = checker.nameOf(file);
  try {
    return await checker.checkInput(file, decodeText(bytes, name, translate, true));
  } catch (error) {
    if (!isInputError(error)) throw error;
    const notices = [{ file: name, message: error.message, isProblem: true }] as const;
    return { errors: 0, warnings: 0, notices };
  }
}

/**
 * The texts of a stream, as many at once as are there. What is after the last separator is a text, unless it is empty.
 * @throws InputError if the stream cannot be read
 */
async function* split(
  stream: AsyncIterable<Buffer>,
  separator: number,
): AsyncGenerator<Buffer[], void> {
  let begun: Buffer[] = [];
  try {
    for await (const chunk of stream) {
      const texts: Buffer[] = [];
      let start = 0;
      for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, start)) {
        texts.push(Buffer.concat([...begun, chunk.subarray(start, end)]));
        begun = [];
        start = end + 1;
      }
      if (start < chunk.length) begun.push(chunk.subarray(start));
      if (texts.length > 0) yield texts;
    }
  } catch (error) {
    throw new InputError(reasonOf(error, (template) => template));
  }
  if (begun.length > 0) yield [Buffer.concat(begun)];
}
