// The README as the page of the extension has it: for people who have it installed, or are about to.

const mark = /<!-- (\/?)repository-only -->/g;

/**
 * The README without the parts between `<!-- repository-only -->` and `<!-- /repository-only -->`, which need a clone,
 * and with one picture in place of a pair: pages of extensions know no `<picture>`.
 * @throws Error where a mark lacks its partner
 */
export function packagedReadme(text) {
  let kept = "";
  let start = 0;
  let isCut = false;
  for (const { 0: found, 1: slash, index } of text.matchAll(mark)) {
    if (isCut === (slash === "")) {
      const line = text.slice(0, index).split("\n").length;
      throw new Error(`README.md:${line}: ${found} has no partner`);
    }
    if (!isCut) kept += text.slice(start, index);
    start = index + found.length;
    isCut = !isCut;
  }
  if (isCut) throw new Error("README.md: the last <!-- repository-only --> has no partner");
  return (kept + text.slice(start))
    .replace(/<picture>\s*(?:<source [^>]*>\s*)*(<img [^>]*>)\s*<\/picture>/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}
