/** Patterns of files: what they match, as other tools match it, and in linear time. */

import { spawnSync } from "node:child_process";
import fc from "fast-check";
import ignore from "ignore";
import picomatch from "picomatch/posix";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../server/core/text/translate";
import { GitPatterns } from "../../server/patterns/gitPatterns";
import { readGlob } from "../../server/patterns/glob";
import { matchesPath, namesOf, readPathPattern } from "../../server/patterns/pathPattern";
import { environment, Folder } from "../support/commandLine";

/** The matcher, or what is wrong with the pattern. */
const glob = (pattern: string) => {
  const read = readGlob(pattern);
  return typeof read === "function" ? read : inEnglish(read.message, read.values);
};
const isMatch = (pattern: string, path: string) => {
  const matches = glob(pattern);
  if (typeof matches === "string") throw new Error(matches);
  return matches(path);
};

const paths = [
  ...["a", "ab", "abc", "b", ".a", "a.b", "a.xml", ".xml", "ä", "a b", "A", "(a)", "{a}"],
  ...["[a]", "a,b", "!a", "^", "-", "]", "\\", "*", "a*b", "?"],
  ...["a/b", "a/b/c", "a/.b", "x/a/b", "a/x/y/b", "a/a/a", "a.d/b.xml", "b/a.xml"],
];

const globs = [
  ...[
    "a",
    "*",
    "a*",
    "*a",
    "*.xml",
    "a*c",
    "?",
    "??",
    "a?c",
    "**",
    "**/a",
    "a/**",
    "**/b",
    "a/**/b",
  ],
  ...["*/b", "a/*", "*/*", "**/*.xml", "a**b", "[ab]", "[a-c]", "[!a]", "[^a]", "[]]", "[a"],
  ...["{a,b}", "{a,b}.xml", "a{,b}", "{a,{b,a.b}}", "**/*.{xml,b}", "a/{b,x/y}/b", "\\*", "a\\*b"],
  ...["a.*", "*.d/*", "**/a/**", "a/**/**/b", "x/**/b", "[a-b]/[a-b]"],
];

/** Picomatch takes `[!a]` for a class of two characters, and a file `a` for one in the folder `a`. */
const inPicomatch = (pattern: string) => pattern.replaceAll("[!", "[^").replace(/\/\*\*$/, "/**/*");

/** The parts without a second wildcard after one: the libraries disagree about `**` within a name. */
const joinParts = (parts: readonly string[]) => parts.join("").replace(/\*{2,}/g, "*");

describe("a pattern of files", () => {
  test.each(globs)("matches the same paths as picomatch: %s", (pattern) => {
    const other = picomatch(inPicomatch(pattern), { dot: true });
    expect(paths.filter((path) => isMatch(pattern, path))).toEqual(
      paths.filter((one) => other(one)),
    );
  });

  test("matches the same paths as picomatch for random patterns", () => {
    const part = fc.constantFrom("a", "b", "a.", "*", "?", "[ab]", "[!a]", "{a,b}", "{b,a.b}");
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map(joinParts);
    const pattern = fc
      .array(fc.oneof(name, fc.constant("**")), { minLength: 1, maxLength: 4 })
      .map((names) => names.join("/"));
    const path = fc
      .array(fc.stringMatching(/^[ab][ab.]{0,3}$/), { minLength: 1, maxLength: 4 })
      .map((names) => names.join("/"));
    fc.assert(
      fc.property(pattern, path, (one, other) => {
        expect(isMatch(one, other)).toBe(picomatch.isMatch(other, inPicomatch(one), { dot: true }));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["?", "🥐", true],
    ["??", "🥐", false],
    ["[🥐]", "🥐", true],
    ["[[:digit:]x]", "7", true],
    ["[[:digit:]x]", "a", false],
    ["{a}", "{a}", true],
    ["{a,b", "{a,b", true],
    ["a}", "a}", true],
    ["\\{a,b}", "{a,b}", true],
    ["[\\]a]", "]", true],
  ])("%s for %s: %s", (pattern, path, expected) => {
    expect(isMatch(pattern, path)).toBe(expected);
  });

  test.each([
    ["+(a|b).xml", "+( is not supported in patterns. Write {a,b}."],
    ["!(a).xml", "!( is not supported in patterns. Write {a,b}."],
    ["a{1..3}.xml", "{1..3} is not supported in patterns. Write {a,b}."],
    ["{a,b}".repeat(9), "Pattern of more than 256 alternatives. Write several patterns."],
    [`{${"a,".repeat(256)}a}`, "Pattern of more than 256 alternatives. Write several patterns."],
    ["a".repeat(4097), "Pattern of more than 4096 characters. Shorten it."],
    [
      `${"a".repeat(100)}${"{a,b}".repeat(8)}`,
      "Pattern whose alternatives have more than 20000 characters. Write several patterns.",
    ],
  ])("that cannot be read is refused: %s", (pattern, reason) => {
    expect(glob(pattern)).toBe(reason);
  });

  test.each(["\\+(a|b)", "a(1).xml", "{a}..{b}", "{a,b}".repeat(8)])("is read: %s", (pattern) => {
    expect(typeof glob(pattern)).toBe("function");
  });
});

const lists = [
  ...["a", "/a", "a/", "a/b", "/a/b", "*", "*.xml", "a/*", "a/**", "**/a", "**/b/", "a/**/b", "**"],
  ...["a\n!a/b", "*\n!*.xml", "a/*\n!a/b", "# a", "\\# a", "\\!a", "a  ", "a\\ b", "b \\ ", "!a"],
  ...[
    "[a-b]",
    "[!a]",
    "[^a]",
    "[]]",
    "[[:alpha:]]",
    "\\*",
    "a?b",
    ".*",
    "a**b",
    "/**/b",
    "/",
    "//",
    "",
  ],
  ...["{a,b}", "(a)", "a/\n!a/x", "x/**/b\n!b", "a.d", "a.d/*.xml", "*/b", "**/x/**", "A"],
];

const gitPaths = [
  "a",
  "b",
  ".a",
  "a.b",
  "a.xml",
  "a b",
  "A",
  "(a)",
  "{a}",
  "# a",
  "!a",
  "]",
  "*",
].concat([
  "x/a",
  "a/b",
  "a/x",
  "a/x/b",
  "x/y/b",
  "a.d/b.xml",
  "x/a.xml",
  "b/x/a",
  "[a]",
  "a.xml/b",
]);

describe("a list of patterns as in .gitignore", () => {
  const decide = (list: string, ignoresCase = false) => {
    const patterns = new GitPatterns(list.split("\n"), ignoresCase);
    return gitPaths.filter((path) => patterns.decide(path) === "ignored");
  };

  describe("ignores what git ignores", () => {
    using folder = new Folder({ ".git/HEAD": "ref: refs/heads/main\n", ".git/objects/x": "" });
    folder.write(".git/refs/x", "");
    for (const [index, list] of lists.entries()) folder.write(`${index}/.gitignore`, `${list}\n`);
    const asked = lists.flatMap((_, index) => gitPaths.map((path) => `${index}/${path}`));
    const args = ["-c", "core.ignoreCase=false", "check-ignore", "--no-index", "--stdin", "-z"];
    const { stdout } = spawnSync("git", args, {
      cwd: folder.path,
      input: asked.join("\0"),
      encoding: "utf8",
      env: { ...environment, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    });
    const ignored = new Set(stdout.split("\0"));

    test.each([...lists.entries()])("%i: %j", (index, list) => {
      const expected = gitPaths.filter((path) => ignored.has(`${index}/${path}`));
      expect(decide(list)).toEqual(expected);
    });
  });

  test("re-includes a path that an earlier pattern ignores, unless its folder is ignored", () => {
    const patterns = new GitPatterns(["*.xml", "!a.xml", "b/"], false);
    expect(["a.xml", "c.xml", "b/a.xml", "d"].map((path) => patterns.decide(path))).toEqual([
      "taken back",
      "ignored",
      "ignored",
      undefined,
    ]);
  });

  test("compares names without case where that is asked", () => {
    expect(decide("A/X", true)).toEqual(decide("a/x"));
  });

  test("matches the same paths as the library ignore for random patterns", () => {
    const part = fc.constantFrom("a", "b", ".", "*", "?", "[ab]", "[!a]", "\\*");
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map(joinParts);
    const pattern = fc
      .tuple(
        fc.constantFrom("", "!", "/"),
        fc.array(fc.oneof(name, fc.constant("**")), { minLength: 1, maxLength: 3 }),
        fc.constantFrom("", "/"),
      )
      .map(([start, names, end]) => start + names.join("/") + end);
    const path = fc
      .array(fc.stringMatching(/^[ab][ab.]{0,2}$/), { minLength: 1, maxLength: 4 })
      .map((names) => names.join("/"));
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), path, (list, one) => {
        const other = ignore({ ignoreCase: false }).add(list);
        expect(new GitPatterns(list, false).decide(one) === "ignored").toBe(other.ignores(one));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the number of comparisons grows no faster than the lengths", () => {
  /** Number of characters that are looked at to match the path. */
  function stepsOf(pattern: string, path: string): number {
    let steps = 0;
    const counted = namesOf(path).map(
      (name) =>
        new Proxy(name, {
          get(target, key, receiver) {
            if (typeof key === "string" && /^\d+$/.test(key)) steps++;
            return Reflect.get(target, key, receiver);
          },
        }),
    );
    matchesPath(readPathPattern(pattern), counted);
    return steps;
  }

  test.each<[string, (n: number) => [pattern: string, path: string]]>([
    ["wildcards in a name", (n) => ["*a".repeat(n), `${"a".repeat(4 * n)}b`]],
    ["wildcards of two characters", (n) => ["*ab".repeat(n), `${"a".repeat(4 * n)}c`]],
    ["question marks between wildcards", (n) => ["*?a".repeat(n), "b".repeat(4 * n)]],
    ["folders", (n) => ["**/a/".repeat(n), `${"a/".repeat(4 * n)}b`]],
    ["folders of two names", (n) => ["**/a/b/".repeat(n), `${"a/".repeat(4 * n)}b/c`]],
    ["wildcards in folders", (n) => ["**/*a*/".repeat(n), `${"ab/".repeat(4 * n)}c`]],
  ])("with %s", (_, make) => {
    const [less, more] = [stepsOf(...make(8)), stepsOf(...make(64))];
    expect(less).toBeGreaterThan(0);
    // Eight times the length; the product of both lengths would be 64 times as many.
    expect(more / less).toBeLessThan(8 * 1.5);
  });
});
