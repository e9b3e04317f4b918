/** The files of a new rule: texts in, texts out. */

import type { Rule, RuleGroup } from "../../server/core/rules/rule";
import type { GeneratedFile } from "../generate/generatedFile";
import { templateOf } from "./templates";

/** The file with the list of rules, from the root of the repository. */
export const RULE_LIST = "server/core/rules/index.ts";

/** Why there is no new rule; the message is for whoever wanted one. */
export class NewRuleError extends Error {}

/** What the id of a rule begins with, and its group. */
const groups: readonly (readonly [prefix: string, group: RuleGroup])[] = [
  ["xml-", "XML"],
  ["iq-", "Stanza"],
  ["message-", "Stanza"],
  ["presence-", "Stanza"],
  ["stanza-", "Stanza"],
  ["jid-", "Stanza"],
  ["error-", "Error child"],
  ["condition-", "Defined condition"],
  ["text-", "Text"],
  ["app-condition-", "Application-specific condition"],
  ["reply-", "Replies"],
];

/**
 * The files that a rule consists of; the list of rules is one of them, with the rule as the last of its group.
 * @param rules those that are there
 * @param list the text of the file `RULE_LIST`
 * @throws NewRuleError if a rule cannot be called so
 */
export function scaffold(id: string, rules: readonly Rule[], list: string): GeneratedFile[] {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
    throw new NewRuleError(
      `"${id}" is no name for a rule: small letters and hyphens, such as text-empty`,
    );
  }
  if (rules.some((rule) => rule.id === id)) throw new NewRuleError(`There is a rule ${id} already`);
  const group = groups.find(([prefix]) => id.startsWith(prefix))?.[1];
  if (group === undefined) {
    const prefixes = groups.map(([prefix]) => prefix).join(", ");
    throw new NewRuleError(`The name of a rule begins with what it is about: ${prefixes}`);
  }
  const { rule, fixture } = templateOf(id, group);
  const last = rules.findLast((one) => one.group === group)!;
  return [
    { path: `server/core/rules/${id}.ts`, text: rule },
    { path: RULE_LIST, text: withRule(list, id, last.id) },
    { path: `test/fixtures/${id}.xmpp`, text: fixture },
  ];
}

/** The list with the rule behind that other one, and with its import where Biome wants it. */
function withRule(list: string, id: string, behind: string): string {
  const lines = list.split("\n");
  const isImport = (line: string) => line.startsWith("import ");
  const first = lines.findIndex(isImport);
  const imports = lines.filter(isImport);
  const added = [...imports, `import ${variableOf(id)} from "./${id}";`].sort((a, b) =>
    moduleOf(a) < moduleOf(b) ? -1 : 1,
  );
  lines.splice(first, imports.length, ...added);
  lines.splice(lines.indexOf(`  ${variableOf(behind)},`) + 1, 0, `  ${variableOf(id)},`);
  return lines.join("\n");
}

function moduleOf(line: string): string {
  return line.slice(line.indexOf('"'));
}

function variableOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
