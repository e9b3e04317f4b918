/** `xmpp-stanza check`: reads files, runs the core over them, prints what it found. */

import { defaultConfiguration } from "../core/config";
import { StanzaDocument } from "../core/document";
import { LineIndex } from "../core/lines";
import { applyEdits } from "../core/lint";
import type { Translate } from "../core/translate";
import { expandPaths, type Input, isInputError, readInput } from "./files";
import { createReporter, type ReporterName } from "./reporters/index";
import { type FileResult, Report, reportFile } from "./reporters/reporter";
import { terminalOf } from "./reporters/terminal";

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: ReporterName;
  readonly stdinName: string;
  /** `write` puts safe fixes into the files, `print` shows them as a diff instead of findings. */
  readonly fix: "no" | "write" | "print";
  readonly translate: Translate;
}

/** @returns the exit status: 0 no errors, 1 errors found, 2 something could not be read or written */
export async function check(options: CheckOptions): Promise<number> {
  const { paths, format, stdinName, fix, translate } = options;
  const terminal = terminalOf(process.stdout, process.env);
  const reporter = await createReporter(format, { translate, terminal });
  const report = new Report(reporter);
  const { files, problems } = await expandPaths(paths, translate);
  let trouble = problems.length > 0;
  let errors = false;
  for (const problem of problems) complain(problem);
  for (const file of files) {
    try {
      const input = await readInput(file, translate);
      const name = file === "-" ? stdinName : file;
      const text = fix === "write" ? await repairFile(file, input, translate) : input.text;
      const result = checkText(name, text);
      errors ||= result.findings.some(({ finding }) => finding.severity === "error");
      const shows =
        fix === "print" ? diffOf(name, input) : report.add(reportFile(reporter, result));
      await print(await shows);
    } catch (error) {
      if (!isInputError(error)) throw error;
      complain(error.message);
      trouble = true;
    }
  }
  if (fix !== "print") await print(report.end());
  return trouble ? 2 : errors ? 1 : 0;
}

function checkText(path: string, text: string): FileResult {
  const document = new StanzaDocument(text, defaultConfiguration);
  return { path, lines: new LineIndex(text), findings: document.findings(), document };
}

/** The text with every safe fix. */
function repaired(text: string): string {
  const document = new StanzaDocument(text, defaultConfiguration);
  return applyEdits(text, document.repairs());
}

/** Writes the file if there is something to repair, and gives the text that is in it then. */
async function repairFile(file: string, input: Input, translate: Translate): Promise<string> {
  const text = repaired(input.text);
  if (text !== input.text) {
    // Loaded when there is something to write.
    const { writeRepaired } = await import("./repair");
    await writeRepaired(file, input, text, translate);
  }
  return text;
}

async function diffOf(name: string, { text }: Input): Promise<string> {
  const after = repaired(text);
  if (after === text) return "";
  // Loaded when it is needed: most runs print no diff.
  const { unifiedDiff } = await import("./diff");
  return unifiedDiff(name, text, after);
}

function complain(message: string): void {
  process.stderr.write(`xmpp-stanza: ${message}\n`);
}

/** Waits where the reader of the pipe is slower, so that output does not pile up in memory. */
async function print(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}
