/** Highlights lines with the product's grammar, by the engine that VS Code uses. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** XML's grammar belongs to VS Code and is not here. */
const XML_STAND_IN = "test/grammar/xml.tmLanguage.json";

const onigLib = oniguruma
  .loadWASM(
    readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")),
  )
  .then(() => ({
    createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  }));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async (scopeName) =>
    scopeName === "text.xml"
      ? textmate.parseRawGrammar(readFileSync(XML_STAND_IN, "utf8"), "xml.json")
      : textmate.parseRawGrammar(
          readFileSync("syntaxes/xmpp-stanza.tmLanguage.json", "utf8"),
          "xmpp-stanza.json",
        ),
});

export interface Token {
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly scopes: readonly string[];
}

/** The tokens of the lines, without those that are nothing but white space. */
export async function tokenize(text: string): Promise<Token[]> {
  const grammar = await registry.loadGrammar("text.xml.xmpp-stanza");
  const tokens: Token[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const result = grammar!.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const piece = line.slice(startIndex, endIndex);
      if (piece.trim() !== "") tokens.push({ text: piece, scopes });
    }
  }
  return tokens;
}
