/** SECURITY.md: each sentence about what holds names tests, and there are such tests. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = readFileSync("SECURITY.md", "utf8");

interface Promise {
  readonly sentence: string;
  /** Names of tests by their files. */
  readonly proofs: readonly { readonly file: string; readonly names: readonly string[] }[];
}

const promises: Promise[] = [...page.matchAll(/^- ([^(]+?)\n {2}\((.+)\)$/gm)].map(
  ([, sentence = "", proofs = ""]) => ({
    sentence,
    proofs: [...proofs.matchAll(/`([^`]+)`: ((?:"[^"]+"(?:, )?)+)/g)].map(
      ([, file = "", names = ""]) => ({
        file,
        names: [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
      }),
    ),
  }),
);

test("each item of the list is a sentence with its tests", () => {
  expect(promises.length).toBeGreaterThan(10);
  expect(promises).toHaveLength(page.match(/^- /gm)?.length ?? 0);
});

describe("what is promised has its tests", () => {
  test.each(promises.map((one) => [one.sentence, one] as const))("%s", (sentence, { proofs }) => {
    expect(sentence).toMatch(/\.$/);
    expect(proofs.length).toBeGreaterThan(0);
    for (const { file, names } of proofs) {
      expect(existsSync(file), file).toBe(true);
      const text = readFileSync(file, "utf8");
      for (const name of names) {
        const isThere = [`"${name}"`, `"${name}:`, `"${name} `, `"${name},`].some((one) =>
          text.includes(one),
        );
        expect(isThere, `${file}: ${name}`).toBe(true);
      }
    }
  });
});
