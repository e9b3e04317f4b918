/** The effect of the directives of a text on the text that follows it, for texts that are checked in chunks. */

import { PREFIX } from "./directives";
import { createNextLines } from "./nextLines";
import { readDirectives } from "./readDirectives";

/** Comments that continue the effect of the text's directives after its end; empty if there is no such effect. */
export function continuedDirectives(text: string): string {
  const disabled = new Set<string>();
  const inFile = new Set<string>();
  const inNextLine = new Set<string>();
  const lastLine = text.lastIndexOf("\n") + 1;
  for (const { kind, names, span } of readDirectives(text)) {
    const given = names.map(({ name }) => name);
    if (kind === "disable") for (const name of given) disabled.add(name);
    else if (kind === "disable-file") for (const name of given) inFile.add(name);
    else if (kind === "enable" && given.length === 0) disabled.clear();
    else if (kind === "enable") for (const name of given) disabled.delete(name);
    else if (kind === "disable-next-line" && span.end > lastLine) {
      for (const name of given) inNextLine.add(name);
    }
  }
  const comment = (word: string, names: ReadonlySet<string>) =>
    names.size === 0 ? "" : `<!-- ${PREFIX}${word} ${[...names].join(", ")} -->`;
  return (
    comment("disable-file", inFile) +
    comment("disable", disabled) +
    comment("disable-next-line", inNextLine)
  );
}

/** True if a directive silences the last line of the text, which continues after its end. */
export function isNextLineOpen(text: string): boolean {
  const directives = readDirectives(text);
  if (directives.length === 0 || text.endsWith("\n")) return false;
  const lines = createNextLines(text, directives);
  return directives.some(({ kind, span }) => {
    if (kind !== "disable-next-line") return false;
    const line = lines.after(span.end);
    return line.start < text.length && line.end === text.length;
  });
}
