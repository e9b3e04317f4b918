/** Mistakes in configuration files, on standard error. */

import { relative } from "node:path";
import type { Configurations, FileWithMistakes } from "../configuration/configurations";
import { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";
import { unslashed } from "../disk/slashes";
import { visibleName } from "./output";

/**
 * Prints the mistakes in the files that were read so far.
 * @returns true if there are any
 */
export async function printMistakes(
  configurations: Configurations,
  translate: Translate,
): Promise<boolean> {
  const mistaken = await configurations.mistaken();
  for (const one of mistaken) {
    // Without the name of the program, as compilers report mistakes: editors find their places.
    for (const line of mistakeLines(one, translate)) process.stderr.write(line);
  }
  return mistaken.length > 0;
}

/** A line `file:line:column: message` for each mistake of a configuration file. */
function mistakeLines({ path, text, mistakes }: FileWithMistakes, translate: Translate): string[] {
  const lines = new LineIndex(text);
  const name = visibleName(relative(process.cwd(), unslashed(path)));
  return mistakes.map(({ span, message, values }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${name}:${line + 1}:${character + 1}: ${translate(message, values)}\n`;
  });
}
