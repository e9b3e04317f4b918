/** All generated files, as they should be. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerPages } from "./answerPages";
import { answerTable, breachTable } from "./answers";
import { COMMAND_LINE_PAGE, withOptionTables } from "./commandLine";
import { configurationSchemas } from "./configurationSchema";
import { extensionTables } from "./extensions";
import { findingsSchema, LIBRARY_PAGE, withFindingTable } from "./findingsSchema";
import type { GeneratedFile } from "./generatedFile";
import { grammar } from "./grammar";
import { literalGrammars, withLiteralGrammars } from "./literalGrammars";
import { payloadTables } from "./payloads";
import { withTables } from "./readme";
import { ruleIds } from "./ruleIds";
import { RULE_PAGES, rulePages } from "./rulePages";
import { scansionGrammar } from "./scansionGrammar";
import { manifestTextsPath, withRuleSettings, withRuleTexts } from "./settings";
import { snippets } from "./snippets";
import { templateGrammars } from "./templateGrammars";
import { pageWords } from "./words";

/** Files that are generated only in part keep the rest of what stands in them now. */
export async function generateFiles(root: string): Promise<GeneratedFile[]> {
  const manifest = withLiteralGrammars(
    withRuleSettings(readFileSync(join(root, "package.json"), "utf8")),
  );
  const texts = pageWords.map((words) => {
    const path = manifestTextsPath(words);
    const present = JSON.parse(readFileSync(join(root, path), "utf8"));
    return { path, texts: withRuleTexts(present, words) };
  });
  const readmes = pageWords.map((words, i) => {
    const { path } = words.readme;
    const present = readFileSync(join(root, path), "utf8");
    return { path, text: withTables(present, manifest, texts[i]!.texts, words) };
  });
  const commandLine = readFileSync(join(root, COMMAND_LINE_PAGE), "utf8");
  const library = readFileSync(join(root, LIBRARY_PAGE), "utf8");
  return [
    ...readmes,
    { path: COMMAND_LINE_PAGE, text: await withOptionTables(commandLine) },
    { path: LIBRARY_PAGE, text: withFindingTable(library) },
    { path: "package.json", text: manifest },
    ...texts.map((one) => ({
      path: one.path,
      text: `${JSON.stringify(one.texts, undefined, 2)}\n`,
    })),
    { path: "snippets/xmpp-stanza.code-snippets", text: snippets() },
    { path: "syntaxes/xmpp-stanza.tmLanguage.json", text: grammar() },
    { path: "syntaxes/scansion.tmLanguage.json", text: scansionGrammar() },
    ...templateGrammars(),
    ...literalGrammars(),
    ...configurationSchemas(),
    findingsSchema(),
    ruleIds(),
    ...extensionTables(root),
    ...payloadTables(root),
    answerTable(root),
    breachTable(root),
    ...answerPages(root),
    ...rulePages(),
  ];
}

/** Those that are not on disk as they should be. */
export function staleFiles(root: string, files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter(({ path, text }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
}

/** Pages of rules that are no more. */
export function leftoverFiles(root: string, files: readonly GeneratedFile[]): string[] {
  const folder = join(root, RULE_PAGES);
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${RULE_PAGES}/${name.replaceAll("\\", "/")}`);
  return paths.filter((path) => !files.some((file) => file.path === path)).sort();
}
