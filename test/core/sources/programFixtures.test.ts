/** Programs in which each form of literal and comment holds a marked mistake: it is found there, and nothing else is. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { isProgramSource, programSources, sourceByName } from "../../../server/core/sources/names";
import { programAdapter } from "../../../server/core/sources/programs";
import { expectMarked, proveRoundTrip } from "../../support/sources";

const folder = join(import.meta.dirname, "../../fixtures/programs");

const files = readdirSync(folder).map((file) => {
  const source = sourceByName(file);
  if (!source || !isProgramSource(source)) throw new Error(`${file} is no program`);
  return { file, source, marked: readFileSync(join(folder, file), "utf8") };
});

describe.each(files)("$file", ({ file, source, marked }) => {
  const adapter = programAdapter(source);

  it("has the marked findings", () => {
    expectMarked(marked, adapter, { path: file });
  });

  it("has them where lines end with CR LF", () => {
    expectMarked(marked.replaceAll("\n", "\r\n"), adapter, { path: file });
  });

  it("takes the fixes where they are", () => {
    const { written } = proveRoundTrip(expectMarked(marked, adapter, { path: file }));
    expect(written).toBeGreaterThan(5);
  });
});

test("each language has a program", () => {
  expect(new Set(files.map(({ source }) => source))).toEqual(new Set(programSources));
});
