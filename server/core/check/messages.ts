/** Texts of findings and fixes, in the user's language. */

import type { Fix } from "../rules/fix";
import type { Rule } from "../rules/rule";
import { expectDefined } from "../text/invariant";
import { inEnglish, type Translate } from "../text/translate";
import { breachSender } from "../xmpp/knownBreaches";
import type { Finding } from "./finding";

/** Rules that software is known to break. */
const broken = /^(?:condition-unknown|error-child-(?:missing|unexpected)|reply-to-error)$/;

/** The message of a finding; of a mistake that some software is known for, with its name. */
export function messageOf(finding: Finding, translate: Translate = inEnglish): string {
  const { rule, messageKey, values = {} } = finding;
  const message = translate(templateOf(finding.rule, finding.messageKey), values);
  const software = broken.test(rule.id) ? breachSender(rule.id, messageKey, values) : "";
  return software === ""
    ? message
    : `${message}. ${translate("{software} sends this", { software })}`;
}

/** The message of a related place. */
export function relatedMessageOf(
  finding: Finding,
  messageKey: string,
  translate: Translate = inEnglish,
): string {
  return translate(templateOf(finding.rule, messageKey), finding.values);
}

/** @throws Error for a key that the rule does not have */
function templateOf(rule: Rule, key: string): string {
  return expectDefined(rule.messages[key], `${rule.id} reported the message ${key}`);
}

/** The title of a fix. */
export function titleOf(fix: Fix, translate: Translate = inEnglish): string {
  return translate(fix.title, translateValues(fix.values ?? {}, translate));
}

/** Translates the values that are texts for people themselves, such as the meaning of an error type. */
function translateValues(
  values: Readonly<Record<string, string>>,
  translate: Translate,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      translatedValues.has(name) ? translate(value) : value,
    ]),
  );
}

/** Names of such values. */
const translatedValues: ReadonlySet<string> = new Set(["retry", "meaning"]);
