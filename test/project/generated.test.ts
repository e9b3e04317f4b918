import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { generateFiles, leftoverFiles, staleFiles } from "../../scripts/generate/files";
import { rules } from "../../server/core/rules";
import { rulePage } from "../../server/core/rules/pages";

const root = process.cwd();
const files = await generateFiles(root);

describe("generated files", () => {
  it("are up to date", () => {
    const stale = staleFiles(root, files).map(({ path }) => path);
    expect(stale, "stale; run: npm run generate").toEqual([]);
    expect(leftoverFiles(root, files), "of no rule; run: npm run generate").toEqual([]);
  });

  it("are the same each time", async () => {
    expect(await generateFiles(root)).toEqual(files);
  });

  it("have no broken links", () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path, text } of files.filter((file) => file.path.startsWith("docs/rules/"))) {
      for (const [, target] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
        const linked = posix.join(posix.dirname(path), target!);
        expect(paths, `${path} → ${target}`).toContain(linked);
      }
    }
  });
});

describe("the page of a rule", () => {
  const repository = packageJson.repository.url.replace(/\.git$/, "");

  it.each(rules.map(({ id }) => id))("%s is where its address says", (id) => {
    expect(rulePage(id)).toBe(`${repository}/blob/main/docs/rules/${id}.md`);
    expect(files.map(({ path }) => path)).toContain(`docs/rules/${id}.md`);
  });
});

describe("a setting that is an object", () => {
  const settings = Object.entries(packageJson.contributes.configuration.properties);
  const objects = settings.flatMap(([name, one]) =>
    "properties" in one ? [[name, one.default, one.properties] as const] : [],
  );

  // The Settings UI takes what is missing in a default for switched off, and writes it so.
  it.each(objects)("%s has a default for each of its values", (_, all, properties) => {
    const each = Object.entries(properties).map(([key, value]) => [key, value.default]);
    expect(all).toEqual(Object.fromEntries(each));
  });
});

describe("the setting xmppStanza.rules", () => {
  const { properties } = packageJson.contributes.configuration.properties["xmppStanza.rules"];

  it("has each rule, in their order", () => {
    expect(Object.keys(properties)).toEqual(rules.map(({ id }) => id));
  });
});
