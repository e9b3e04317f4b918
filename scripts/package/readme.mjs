// The README as the page of the extension has it: for people who have it installed, or are about to.

const mark = /^<!-- (\/?)repository-only -->$/;

/**
 * The README without the parts between `<!-- repository-only -->` and `<!-- /repository-only -->`, which need a clone,
 * and with one picture in place of a pair: pages of extensions know no `<picture>`.
 * @throws Error where a mark lacks its partner
 */
export function packagedReadme(text) {
  const kept = [];
  let isCut = false;
  for (const [i, line] of text.split("\n").entries()) {
    const [found, slash] = mark.exec(line) ?? [];
    if (found === undefined) {
      if (!isCut) kept.push(line);
    } else if (isCut === (slash === ""))
      throw new Error(`README.md:${i + 1}: ${line} has no partner`);
    else isCut = !isCut;
  }
  if (isCut) throw new Error("README.md: the last <!-- repository-only --> has no partner");
  return kept
    .join("\n")
    .replace(/<picture>\s*(?:<source [^>]*>\s*)*(<img [^>]*>)\s*<\/picture>/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}
