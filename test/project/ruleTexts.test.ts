/** The texts about rules stand in the rules' files, and in what is built in a file of their own. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../../server/core/rules";

const script = join(process.cwd(), "scripts/bundle/ruleTexts.mjs");
const {
  split,
}: {
  split(text: string, id: string): { code: string; texts: Readonly<Record<string, string>> };
} = await import(pathToFileURL(script).href);
const { texts }: { texts: Readonly<Record<string, object>> } = createRequire(import.meta.url)(
  join(process.cwd(), "dist/part-ruleTexts.js"),
);

const rule = `import { rule } from "./rule";

export default rule({
  id: "a-b",
  summary: "It is \`so\`.",
  why:
    "As \\"it\\" is, it is.",
  bad: \`<iq>
</iq>\`,
  good: "<iq id='a'/>",
  check(stanza, report) {
    report(stanza.span, "why");
  },
});
`;

describe("the texts of rules", () => {
  it("are built as they are written", () => {
    const written = rules.map(({ id, why, exceptions, bad, good }) => [
      id,
      exceptions === undefined ? { why, bad, good } : { why, exceptions, bad, good },
    ]);
    expect(texts).toEqual(Object.fromEntries(written));
  });

  it("are removed from the rules' files, and the other code stays on its lines", () => {
    const { code, texts: cut } = split(rule, "a-b");
    expect(cut).toEqual({
      why: '"As \\"it\\" is, it is."',
      bad: "`<iq>\n</iq>`",
      good: "\"<iq id='a'/>\"",
    });
    expect(code).not.toMatch(/As "it"|<iq/);
    const lines = code.split("\n");
    const before = rule.split("\n");
    expect(lines.length).toBe(before.length);
    for (const at of [3, 4, 10, 11, 13]) expect(lines[at]).toBe(before[at]);
  });

  it.each([
    ["is computed", "good: \"<iq id='a'/>\"", 'good: "<iq" + rest'],
    ["holds a value", "good: \"<iq id='a'/>\"", "good: `<iq id='$" + "{id}'/>`"],
    ["is not there", "  good: \"<iq id='a'/>\",\n", ""],
  ])("are missed where one %s", (_, from, to) => {
    expect(rule).toContain(from);
    expect(() => split(rule.replace(from, to), "a-b")).toThrow("the rule a-b has no good");
  });
});
