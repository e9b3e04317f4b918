/** Highlights lines with the product's grammars, by the engine that VS Code uses. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";
import packageJson from "../../package.json";

/** Grammars that belong to VS Code and are not here. */
const XML_STAND_IN = "test/grammar/xml.tmLanguage.json";
const TYPESCRIPT_STAND_IN = "test/grammar/typescript.tmLanguage.json";

const { grammars } = packageJson.contributes;

export const onigLib = oniguruma
  .loadWASM(
    readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")),
  )
  .then(() => ({
    createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  }));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async (scopeName) => textmate.parseRawGrammar(readGrammar(scopeName), "one.json"),
  getInjections: (scopeName) =>
    grammars
      .filter(({ injectTo }) => injectTo?.includes(scopeName))
      .map((grammar) => grammar.scopeName),
});

function readGrammar(scopeName: string): string {
  const own = grammars.find((grammar) => grammar.scopeName === scopeName);
  if (own) return readFileSync(own.path, "utf8");
  if (scopeName === "text.xml") return readFileSync(XML_STAND_IN, "utf8");
  // The grammars of JavaScript and TypeScript differ in the last part of each scope.
  const ending = scopeName.replace(/^source/, "");
  return readFileSync(TYPESCRIPT_STAND_IN, "utf8").replace(/\.ts\b/g, ending);
}

export interface Token {
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly scopes: readonly string[];
}

/** The tokens of the lines, without those that are nothing but white space. */
export async function tokenize(text: string, scopeName = "text.xml.xmpp-stanza"): Promise<Token[]> {
  return tokensOf((await registry.loadGrammar(scopeName))!, text);
}

/** The same with a grammar. */
export function tokensOf(grammar: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const piece = line.slice(startIndex, endIndex);
      if (piece.trim() !== "") tokens.push({ text: piece, scopes });
    }
  }
  return tokens;
}
