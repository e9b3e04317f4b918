/** Long documents are read window by window, and part by part, with the same regions and findings as in one go. */

import { Tree } from "@lezer/common";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RegionPartsChecker } from "../../../server/core/document/regionParts";
import { SourceDocument } from "../../../server/core/document/sourceDocument";
import javascript, { readJavaScript } from "../../../server/core/sources/javascript";
import markdown, { readMarkdown } from "../../../server/core/sources/markdown";
import python, { readPython } from "../../../server/core/sources/python";
import type { Region } from "../../../server/core/sources/region";
import type { SourceAdapter } from "../../../server/core/sources/source";
import type { ReadWindows, WindowOptions } from "../../../server/core/sources/windows";
import { windowsOf } from "../../../server/core/sources/windows";
import { expectDefined } from "../../../server/core/text/invariant";
import { LineIndex } from "../../../server/core/text/lines";
import { everyRule } from "../../support/documents";
import { runs } from "../../support/random";

type Read = (text: string, options?: WindowOptions) => ReadWindows;

const stanza = "<message type='x' id='1'/>";

/** Lines of Markdown, of which a document is any sequence. */
const markdownLines = [
  ...["", "words", "# words", "words\n===", "---", "\t", "   ", "<b>", "1) one", "* * *"],
  ...["```xml", "```", "~~~ xml", "~~~", stanza, `    ${stanza}`, `\t${stanza}`, "<iq type='x'>"],
  ...["- item", "-", "- ```xml", "  ```xml", `  ${stanza}`, "  ```", `-     ${stanza}`, "+ other"],
  ...["1. one", "   ```xml", `   ${stanza}`, "   ```", "- - deep", "    ```xml", `    ${stanza}`],
  ...["> quoted", "> ```xml", `> ${stanza}`, "> ```", "> - item", `>       ${stanza}`, ">", "lazy"],
  ...["- > quoted", "  > ```xml", `  > ${stanza}`, "  > ```", "!!! note", `\n    ${stanza}\n`],
  "<!-- xmpp-stanza-disable-next-line iq-id-missing -->",
];

const scriptLines = [
  ...["", "f();", "// words", "/* words", "of a comment */", "{", "}", "function f() {"],
  ...[
    `const a = "${stanza}";`,
    `const b = xml\`${stanza}\${x}`,
    "`;",
    `"<iq type='x'>" +`,
    `"</iq>"`,
  ],
  ...["[", `"${stanza}",`, "]", "=> <", "// xmpp-stanza-expect iq-id-missing", "x = `"],
];

const pythonLines = [
  ...["", "f()", "# words", `# ${stanza}`, "def f():", "    pass", "if x:", "class A:"],
  ...[`a = "${stanza}"`, `    b = '''${stanza}`, "'''", `    """Words`, `    ${stanza}`, `    """`],
  ...["c = [", `    "${stanza}",`, "]", `"<iq type='x'>" +`, "# <iq", "# type='x'/>"],
];

const shown = (regions: readonly Region[]) => regions.map(({ text, host }) => ({ text, host }));

const length = fc.integer({ min: 1, max: 200 });
const linesOf = (lines: readonly string[], maxLength = 30) =>
  fc.array(fc.constantFrom(...lines), { maxLength }).map((all) => `${all.join("\n")}\n`);

describe("windows of any length have the regions of the whole", () => {
  test("in Markdown", () => {
    fc.assert(
      fc.property(linesOf(markdownLines), length, (text, one) => {
        expect(shown(readMarkdown(text, { length: one }).regions)).toEqual(
          shown(readMarkdown(text).regions),
        );
      }),
      { numRuns: runs(2000) },
    );
  });

  test("in one list or quotation that goes on and on", () => {
    const items = [
      "- item",
      `  - \`\`\`xml\n    ${stanza}\n    \`\`\``,
      `      ${stanza}`,
      "  words",
    ];
    fc.assert(
      fc.property(
        linesOf(items),
        fc.constantFrom("- a\n", "10. a\n", "> - a\n>\n"),
        length,
        (text, first, one) => {
          const whole = first + (first.startsWith(">") ? text.replace(/^/gm, "> ") : text);
          expect(shown(readMarkdown(whole, { length: one }).regions)).toEqual(
            shown(readMarkdown(whole).regions),
          );
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  /** Programs without mistakes: what follows a mistake may be read in another way. */
  const statements: [string, Read, string[]][] = [
    [
      "JavaScript",
      (text, options) => readJavaScript(text, {}, options),
      [
        `const a = "${stanza}";`,
        `f(xml\`<iq type='x'>\${x}</iq>\`);`,
        `// xmpp-stanza-expect iq-id-missing\nconst b = "<iq/>"\n  + "";`,
        `function f() {\n  return '${stanza}';\n}`,
        "/* words\nof a comment */",
        `class A { b = "${stanza}"; }`,
      ],
    ],
    [
      "Python",
      readPython,
      [
        `a = "${stanza}"`,
        `def f():\n    """Words\n    ${stanza}\n    """\n    return '${stanza}'`,
        `# ${stanza}\n# words`,
        `# <iq\n# type='x'/>`,
        `b = ("<iq type='x'>"\n     "</iq>")  # words`,
        "if x:\n    pass\nelse:\n    f('''\n<iq/>''')",
      ],
    ],
  ];
  test.each(statements)("in %s", (_, read, all) => {
    fc.assert(
      fc.property(linesOf(all, 12), length, (text, one) => {
        expect(shown(read(text, { length: one }).regions)).toEqual(shown(read(text).regions));
      }),
      { numRuns: runs(500) },
    );
  });

  test.each<[string, Read, string[]]>([
    ["JavaScript", (text, options) => readJavaScript(text, {}, options), scriptLines],
    ["Python", readPython, pythonLines],
  ])("and never fail, whatever is wrong in %s", (_, read, all) => {
    fc.assert(
      fc.property(linesOf(all), length, (text, one) => {
        for (const { host } of read(text, { length: one }).regions) {
          expect(host.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

const readerOf = (adapter: SourceAdapter) =>
  expectDefined(adapter.readRegions?.({}), "it reads parts");

test.each(["- ", "1. ", "> - "])(
  "lists in each other on one line do not keep the parser: %s",
  (mark) => {
    const text = `${mark.repeat(50_000)}x\n\n\`\`\`xml\n${stanza}\n\`\`\`\n`;
    expect(shown(readMarkdown(text).regions)).toHaveLength(1);
  },
);

/** `line:character rule` of each finding, in order, and the number of stanzas. */
function inParts(text: string, adapter: SourceAdapter, part: number) {
  const reader = readerOf(adapter);
  const checker = new RegionPartsChecker(everyRule, adapter, reader, {}, part);
  const told: string[] = [];
  let count = 0;
  const take = (one: ReturnType<typeof checker.add>) => {
    count += one?.stanzaCount ?? 0;
    for (const { finding, span } of one?.findings ?? []) {
      const { line, character } = one!.lines.positionAt(span.start);
      told.push(`${line}:${character} ${finding.rule.id}`);
      for (const fix of one!.document.fixes(one!.findings[0]!)) expect(fix.edits).not.toEqual([]);
    }
  };
  for (let at = 0; at < text.length; at += 37) take(checker.add(text.slice(at, at + 37)));
  take(checker.end());
  return { told, count };
}

function asWhole(text: string, adapter: SourceAdapter) {
  const document = new SourceDocument(text, everyRule, adapter);
  const lines = new LineIndex(text);
  const told = document.findings().map(({ finding, span }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${line}:${character} ${finding.rule.id}`;
  });
  return { told, count: document.countStanzas() };
}

describe("parts of any length have the findings of the whole", () => {
  test("in Markdown", () => {
    fc.assert(
      fc.property(linesOf(markdownLines), length, (text, one) => {
        expect(inParts(text, markdown, one)).toEqual(asWhole(text, markdown));
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    [
      "JavaScript",
      javascript,
      `const a = "${stanza}";\n// xmpp-stanza-expect iq-id-missing\nb = "<iq/>";\n`,
    ],
    [
      "Python",
      python,
      `# xmpp-stanza-expect iq-id-missing\nb = "<iq/>"\nc = "${stanza}"\n# ${stanza}\n`,
    ],
  ] as const)("in %s", (_, adapter, text) => {
    for (const part of [1, 20, 50, 100]) {
      expect(inParts(text.repeat(5), adapter, part)).toEqual(asWhole(text.repeat(5), adapter));
    }
  });

  test("up to the limit of the file", () => {
    const text = `\`\`\`xml\n${stanza}\n\`\`\`\n\n`.repeat(40);
    const limited = { ...everyRule, limits: { ...everyRule.limits, findings: 9 } };
    const reader = readerOf(markdown);
    const checker = new RegionPartsChecker(limited, markdown, reader, {}, 200);
    const found: string[] = [];
    for (let at = 0; at < text.length && !checker.isFull; at += 50) {
      for (const one of checker.add(text.slice(at, at + 50))?.findings ?? []) {
        found.push(one.finding.rule.id);
      }
    }
    expect(checker.isFull).toBe(true);
    expect(found).toHaveLength(10);
    expect(found.at(-1)).toBe("limit-exceeded");
  });
});

test("bytes of no program are not parsed, and what follows them is", () => {
  const parsed: string[] = [];
  const grammar = {
    parse(text: string) {
      parsed.push(text);
      return Tree.empty;
    },
    cutOf: (_: unknown, text: string) => ({ end: text.length, lead: "" }),
  };
  const text = `\0\0\n${"\0".repeat(20)}\nf('${stanza}');\n`;
  const windows = [...windowsOf(text, grammar, { length: 10 })];
  expect(windows.map(({ end }) => end)).toEqual([24, text.length]);
  expect(parsed).toEqual([`f('${stanza}');\n`]);
});
