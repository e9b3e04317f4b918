/** The recipe of a rule: its file, its entry in the list of rules, and a fixture. */

import { rules } from "../../server/core/rules";
import type { RuleGroup } from "../../server/core/rules/rule";
import { type Recipe, RecipeError } from "./recipe";
import { templateOf } from "./ruleTemplates";

/** The file with the list of rules for stanzas. */
const RULE_LIST = "server/core/rules/stanzaRules.ts";

/** Groups of rules by the beginning of their ids. */
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

export const ruleRecipe: Recipe = {
  example: "text-empty",
  add(id, changes) {
    if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
      throw new RecipeError(
        `"${id}" is no name for a rule: small letters and hyphens, such as text-empty`,
      );
    }
    if (rules.some((rule) => rule.id === id)) {
      throw new RecipeError(`There is a rule ${id} already`);
    }
    const group = groups.find(([prefix]) => id.startsWith(prefix))?.[1];
    if (group === undefined) {
      const prefixes = groups.map(([prefix]) => prefix).join(", ");
      throw new RecipeError(`The name of a rule begins with what it is about: ${prefixes}`);
    }
    const last = rules.findLast((one) => one.group === group);
    if (!last) throw new Error(`no rule is in the group ${group}`);
    const { rule, fixture } = templateOf(id, group);
    changes.create(`server/core/rules/${id}.ts`, rule);
    changes.addModuleLine(RULE_LIST, "import", `import ${variableOf(id)} from "./${id}";`);
    changes.insert(RULE_LIST, `  ${variableOf(last.id)},`, `  ${variableOf(id)},`);
    changes.create(`test/fixtures/${id}.xmpp`, fixture);
  },
  steps: (id) => `
The rule works, with a placeholder check. Next:

1. Mark in test/fixtures/${id}.xmpp what it has to find, and what not, and write the rule until
     npx vitest run test/core/fixtures.test.ts test/core/rules.test.ts -t ${id}
   is green. A rule without quick fix is named in the list at the top of test/core/rules.test.ts.
2. Translate its texts in l10n/bundle.l10n.zh-cn.json; this names the missing ones:
     npx vitest run test/project/localisation.test.ts
3. npm run generate (documentation, settings, schemas), then npm test.`,
};

function variableOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
