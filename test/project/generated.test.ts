import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { generateFiles, leftoverFiles, staleFiles } from "../../scripts/generate/files";
import type { Snippet } from "../../scripts/generate/snippets";
import { defaultConfiguration } from "../../server/core/config";
import { StanzaDocument } from "../../server/core/document";
import { rules } from "../../server/core/rules/index";
import { rulePage } from "../../server/core/rules/pages";
import { conditions, errorTypes, isExpectedType } from "../../server/core/xmpp/conditions";
import { expandSnippet } from "./expandSnippet";

const root = process.cwd();
const files = generateFiles(root);

describe("generated files", () => {
  it("are up to date (else: npm run generate)", () => {
    expect(staleFiles(root, files).map(({ path }) => path)).toEqual([]);
    expect(leftoverFiles(root, files)).toEqual([]);
  });

  it("are the same each time", () => {
    expect(generateFiles(root)).toEqual(files);
  });

  it("link only to what is there", () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path, text } of files.filter((file) => file.path.startsWith("docs/rules/"))) {
      for (const [, target] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
        expect(paths, `${path} → ${target}`).toContain(`docs/rules/${target}`);
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

describe("the setting xmppStanza.rules", () => {
  const { properties } = packageJson.contributes.configuration.properties["xmppStanza.rules"];

  it("has each rule, in their order", () => {
    expect(Object.keys(properties)).toEqual(rules.map(({ id }) => id));
  });
});

describe("snippets", () => {
  const snippets: Record<string, Snippet> = JSON.parse(
    readFileSync("snippets/xmpp-stanza.code-snippets", "utf8"),
  );
  const kinds = ["message", "presence", "iq"];
  const findings = (kind: string, error: string) => {
    const stanza = `<${kind} type='error' id='x1'>\n${error}\n</${kind}>`;
    // The independent judge of what is well-formed; it throws at the first mistake.
    new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
      stanza,
      "text/xml",
    );
    const document = new StanzaDocument(stanza, defaultConfiguration);
    expect(document.stanzaSpans()).toEqual([{ start: 0, end: stanza.length }]);
    return document.findings().map(({ finding }) => finding.rule.id);
  };

  it("are there for each condition", () => {
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual(
      conditions.map(({ name }) => `xmpp-${name}`),
    );
  });

  describe.each(conditions.map(({ name }) => name))("xmpp-%s", (name) => {
    const { body } = snippets[`${name} error`]!;

    it.each(kinds)("has no finding in %s", (kind) => {
      const error = expandSnippet(body);
      expect(error).toContain(`<${name} xmlns=`);
      expect(error).toContain("xml:lang='en'");
      expect(findings(kind, error)).toEqual([]);
    });

    it.each(kinds)("has none in %s without its text", (kind) => {
      const error = expandSnippet(body, { delete: /^\s*<text/ });
      expect(error).not.toContain("text");
      expect(error).not.toMatch(/\n\s*\n/);
      expect(findings(kind, error)).toEqual([]);
    });

    it("offers all error types, the expected ones first", () => {
      const offered = errorTypes.map((_, choice) => {
        const error = expandSnippet(body, { choice });
        const type = errorTypes.find((one) => error.includes(`type='${one.type}'`))!.type;
        const expected = isExpectedType(name, type);
        expect(findings("iq", error)).toEqual(expected ? [] : ["error-type-unusual"]);
        return { type, expected };
      });
      expect(new Set(offered.map(({ type }) => type)).size).toBe(errorTypes.length);
      const sorted = [...offered].sort((a, b) => Number(b.expected) - Number(a.expected));
      expect(offered).toEqual(sorted);
    });
  });
});
