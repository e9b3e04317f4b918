/** All generated files, as they should be. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { grammar } from "./grammar";
import { withTables } from "./readme";
import { RULE_PAGES, ruleIndex, rulePages } from "./rulePages";
import { withRuleSettings } from "./settings";
import { snippets } from "./snippets";

export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Files that are generated only in part keep the rest of what stands in them now. */
export function generateFiles(root: string): GeneratedFile[] {
  const manifest = withRuleSettings(readFileSync(join(root, "package.json"), "utf8"));
  const readme = withTables(readFileSync(join(root, "README.md"), "utf8"), manifest);
  return [
    { path: "README.md", text: readme },
    { path: "package.json", text: manifest },
    { path: "snippets/xmpp-stanza.code-snippets", text: snippets() },
    { path: "syntaxes/xmpp-stanza.tmLanguage.json", text: grammar() },
    { path: `${RULE_PAGES}/README.md`, text: ruleIndex() },
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
  const paths = readdirSync(folder).map((name) => `${RULE_PAGES}/${name}`);
  return paths.filter((path) => !files.some((file) => file.path === path)).sort();
}
