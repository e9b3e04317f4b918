/** The text about a rule, the same on its page, on the command line and in SARIF. */

import { defaultSetting } from "../check/config";
import { allRules } from "../rules/allRules";
import type { Rule } from "../rules/rule";
import { type RuleSetting, ruleSettings } from "../rules/setting";
import type { Translate } from "../text/translate";
import { alternatives, rfcLink } from "./markdown";

/** Writes the name of another rule in the text: as a link, where there is something to link to. */
export type LinkRule = (id: string) => string;

/**
 * The text about a rule as Markdown, without a heading and without a line feed at its end.
 * @param linkRule for each rule that the text names, but for the rule itself
 */
export function explainRule(
  rule: Rule,
  translate: Translate,
  linkRule: LinkRule = (id) => id,
): string {
  const setting = defaultSetting(rule);
  const value = setting === "off" ? "warning" : "off";
  const others = alternatives(
    ruleSettings.filter((other) => other !== value),
    translate,
  );
  return `**${translate(rule.summary)}**

${facts(rule, setting, translate)}

${reasons(rule, translate)
  .map(([heading, text]) => `## ${heading}\n\n${linkRules(text, rule.id, linkRule)}`)
  .join("\n\n")}

## ${translate("Wrong")}

\`\`\`xml
${rule.bad}
\`\`\`

## ${translate("Right")}

\`\`\`xml
${rule.good}
\`\`\`

## ${translate("Fix")}

${explainFix(rule, translate)}

## ${translate("Changing its severity")}

${translate("In `xmpp-stanza.json`, for editors and the command line; instead of `{value}` it can be {others}:", { value, others })}

\`\`\`json
{
  "rules": {
    "${rule.id}": "${value}"
  }
}
\`\`\`

${translate("For one check, `xmpp-stanza check --rule {rule}={value}` does the same. In a folder without such a file, the editor goes by its setting `xmppStanza.rules`.", { rule: rule.id, value })}`;
}

function facts(rule: Rule, severity: RuleSetting, translate: Translate): string {
  const all = [
    [translate("Severity"), severity],
    [translate("Source"), rfcLink(rule.rfc)],
    [translate("Since"), rule.since],
  ] as const;
  const colon = translate(": ");
  return all
    .filter(([, fact]) => fact !== "")
    .map(([name, fact]) => `- ${name}${colon}${fact}`)
    .join("\n");
}

/** Why there is the rule, and what it does not report: heading and text of each. */
export function reasons(
  { why, exceptions }: Rule,
  translate: Translate,
): readonly (readonly [heading: string, text: string])[] {
  const all = [[translate("Why"), translate(why)] as const];
  return exceptions === undefined
    ? all
    : [...all, [translate("Exceptions"), translate(exceptions)] as const];
}

/** Describes what the quick fixes change, and whether `--fix` applies them. */
export function explainFix({ fix }: Rule, translate: Translate): string {
  if (!fix) return translate("There is no quick fix.");
  const automatic =
    fix.automatic === "always" ? translate("`--fix` applies it.") : translate(fix.reason);
  return [translate(fix.change), automatic].join("\n\n");
}

const anyRule = new RegExp(
  `(?<![\\w\`-])(?:${allRules()
    .map(({ id }) => id)
    .join("|")})(?![\\w-])`,
  "g",
);

/** Rules that are named in the text of another one become links. */
function linkRules(text: string, own: string, linkRule: LinkRule): string {
  return text.replace(anyRule, (id) => (id === own ? id : linkRule(id)));
}
