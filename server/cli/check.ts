/** `xmpp-stanza check`: reads files, runs the core over them, prints what it found. */

import { defaultConfiguration } from "../core/config";
import { StanzaDocument } from "../core/document";
import { LineIndex } from "../core/lines";
import { expandPaths, InputError, readInput } from "./files";
import { createReporter, type FileResult, type ReporterName } from "./reporters/index";

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: ReporterName;
  readonly stdinName: string;
}

/** @returns the exit status: 0 no errors, 1 errors found, 2 something could not be read */
export async function check({ paths, format, stdinName }: CheckOptions): Promise<number> {
  const reporter = createReporter(format);
  const { files, problems } = await expandPaths(paths);
  let unreadable = problems.length > 0;
  let errors = false;
  for (const problem of problems) complain(problem);
  for (const file of files) {
    let text: string;
    try {
      text = await readInput(file);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complain(error.message);
      unreadable = true;
      continue;
    }
    const result = checkText(file === "-" ? stdinName : file, text);
    errors ||= result.findings.some(({ finding }) => finding.severity === "error");
    await print(reporter.file(result));
  }
  await print(reporter.end());
  return unreadable ? 2 : errors ? 1 : 0;
}

function checkText(path: string, text: string): FileResult {
  const document = new StanzaDocument(text, defaultConfiguration);
  return { path, lines: new LineIndex(text), findings: document.findings() };
}

function complain(message: string): void {
  process.stderr.write(`xmpp-stanza: ${message}\n`);
}

/** Waits where the reader of the pipe is slower, so that output does not pile up in memory. */
async function print(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}
