/** Standard output and standard error. */

import { visible } from "../core/text/visible";

/** True after the reader of standard output has closed the pipe, as `head` does when it has seen enough. */
let isClosed = false;

/**
 * Keeps a closed pipe from ending the process: the rest is not printed, and the exit status is the same as without the
 * pipe. Any other failure to write ends it with status 2.
 */
export function watchOutput(): void {
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code !== "EPIPE") process.exit(2);
    isClosed = true;
  });
}

/** Writes to standard output, and waits for a slower reader of the pipe (backpressure). */
export async function print(text: string): Promise<void> {
  if (text === "" || isClosed || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once("drain", resolve);
    process.stdout.once("error", () => resolve());
  });
}

/**
 * Writes a message to standard error, in one line.
 * @param details lines after it, such as a stack
 */
export function printMessage(message: string, details?: string): void {
  const lines = details === undefined ? [] : details.split("\n");
  process.stderr.write(`xmpp-stanza: ${[message, ...lines].map(visible).join("\n")}\n`);
}

/** The name of a file at the start of a line, as data: with `::` there, it would be a command of GitHub Actions. */
export function visibleName(path: string): string {
  const name = visible(path);
  return name.trimStart().startsWith("::") ? `./${name}` : name;
}
