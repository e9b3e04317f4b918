/**
 * Makes what a new rule consists of, to be changed into what is wanted: the rule's file, its place in the
 * list of rules, and a fixture. What it makes works at once, with an example of a law.
 *
 * usage: npm run new-rule ID
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../server/core/rules";
import { NewRuleError, RULE_LIST, scaffold } from "./newRule/scaffold";

const root = process.cwd();
const [id, ...more] = process.argv.slice(2);

try {
  if (id === undefined || more.length > 0) throw new NewRuleError("usage: npm run new-rule ID");
  const files = scaffold(id, rules, readFileSync(join(root, RULE_LIST), "utf8"));
  for (const { path, text } of files) {
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  console.log(nextSteps(id));
} catch (error) {
  if (!(error instanceof NewRuleError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function nextSteps(rule: string): string {
  return `
The rule works, with an example of a law. Next:

1. Mark in test/fixtures/${rule}.xmpp what it has to find, and what not, and write the rule until
     npx vitest run test/core/fixtures.test.ts test/core/rules.test.ts -t ${rule}
   is green. A rule without quick fix is named in the list at the top of test/core/rules.test.ts.
2. Translate its texts in l10n/bundle.l10n.zh-cn.json; this says which are missing:
     npx vitest run test/project/localisation.test.ts
3. npm run format, npm run generate (documentation, settings, schemas), then npm test.`;
}
