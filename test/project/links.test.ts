/** Links between the files of the repository lead to files, and to headings, that are there. */

import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { anchors, linkTargets, markdownFiles } from "../support/markdownFiles";

const files = markdownFiles();
const byPath = new Map(files.map((file) => [file.path, file]));
const isElsewhere = (target: string) => /^(?:https?|mailto):/.test(target);

/** The problem of a link; undefined if there is none. */
function mistakeIn(path: string, target: string): string | undefined {
  const [file = "", anchor] = decodeURIComponent(target).split("#");
  const linked = file === "" ? path : posix.join(posix.dirname(path), file);
  if (linked.startsWith("..") || !existsSync(linked)) return `${target}: there is no ${linked}`;
  if (anchor === undefined) return undefined;
  const page = byPath.get(linked);
  return page && anchors(page).has(anchor) ? undefined : `${target}: no such heading in ${linked}`;
}

it("there are pages with links, such as the README", () => {
  expect(files.map(({ path }) => path)).toContain("README.md");
  expect(linkTargets(byPath.get("README.md")!)).toContain("docs/rules/README.md");
  expect(linkTargets(byPath.get("README.md")!)).toContain("docs/images/light-bulb-dark.png");
});

describe.each(files)("$path", ({ path, text }) => {
  it("has no broken links", () => {
    const targets = linkTargets({ path, text }).filter((target) => !isElsewhere(target));
    expect(targets.map((target) => mistakeIn(path, target)).filter(Boolean)).toEqual([]);
  });
});

it.each(["README.md", "README.zh-cn.md"])("%s shows all pictures", (path) => {
  const shown = new Set(linkTargets(byPath.get(path)!));
  const pictures = readdirSync("docs/images").map((name) => `docs/images/${name}`);
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

it("a link to nothing is seen", () => {
  expect(mistakeIn("README.md", "docs/none.md")).toBe("docs/none.md: there is no docs/none.md");
  expect(mistakeIn("docs/editors.md", "../README.md#none")).toMatch(/no such heading/);
  expect(mistakeIn("README.md", "../outside.md")).toMatch(/there is no/);
  expect(mistakeIn("docs/editors.md", "#neovim")).toBeUndefined();
});

it("headings have the names that GitHub gives them", () => {
  const text =
    "# One, two: `three`\n\n```sh\n# none\n```\n## 与通用 XML 工具相比\n## A [link](b.md)\n## A link\n";
  expect([...anchors({ path: "a.md", text })]).toEqual([
    "one-two-three",
    "与通用-xml-工具相比",
    "a-link",
    "a-link-1",
  ]);
});
