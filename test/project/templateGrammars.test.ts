/** The grammars for templates, one for each language. What they make of one is in test/grammar. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { conditions } from "../../server/core/xmpp/conditions";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { type Token, tokenize } from "./tokenize";

const EMBEDDED = "meta.embedded.block.xmpp-stanza";
const CONDITION = "variable.other.constant.condition.xmpp-stanza";

const languages = [
  ["javascript", ".js"],
  ["javascriptreact", ".js.jsx"],
  ["typescript", ".ts"],
  ["typescriptreact", ".tsx"],
] as const;

/** Everything that the cases hold, without what they expect. */
const text = readFileSync("test/grammar/templates.typescript", "utf8")
  .split("\n")
  .filter((line) => !line.startsWith("//"))
  .join("\n");

function withoutEnding(tokens: readonly Token[], ending: string): Token[] {
  const short = (scope: string) =>
    scope.endsWith(ending) ? scope.slice(0, -ending.length) : scope;
  return tokens.map((token) => ({ ...token, scopes: token.scopes.map(short) }));
}

describe.each(languages)("templates in %s", (language, ending) => {
  const scopeName = `source${ending}`;

  it("are as they are in TypeScript, with the language's own scopes around and inside", async () => {
    const tokens = await tokenize(text, scopeName);
    expect(tokens.some(({ scopes }) => scopes.includes(EMBEDDED))).toBe(true);
    expect(tokens.some(({ scopes }) => scopes.includes(`meta.template.expression${ending}`))).toBe(
      true,
    );
    expect(withoutEnding(tokens, ending)).toEqual(
      withoutEnding(await tokenize(text, "source.ts"), ".ts"),
    );
  });

  it("have the languages that the editor needs for brackets and comments", () => {
    const { grammars } = packageJson.contributes;
    const found = grammars.filter(({ injectTo }) => injectTo?.includes(scopeName));
    expect(found.map(({ embeddedLanguages }) => embeddedLanguages)).toEqual([
      { [EMBEDDED]: "xmpp-stanza", [`meta.template.expression${ending}`]: language },
    ]);
  });

  it.each(["stx", "xml"])("have all conditions after %s", async (tag) => {
    const names = conditions.map(({ name }) => name);
    const tags = names.map((name) => `<${name} xmlns='${STANZAS_NAMESPACE}'/>`);
    const tokens = await tokenize(`f(${tag}\`${tags.join("")}\`)`, scopeName);
    const found = tokens.filter(({ scopes }) => scopes.includes(CONDITION));
    expect(found.map((token) => token.text)).toEqual(names);
  });
});
