/** Parses the values of the options of `xmpp-stanza check`. */

import { allRules, findRule } from "../core/rules/allRules";
import { isRuleSetting, type RuleSetting, ruleSettings } from "../core/rules/setting";
import type { Translate } from "../core/text/translate";
import type { Shard } from "./check";
import { guessOf } from "./guess";
import { UsageError } from "./usageError";

/** Parses `--rule id=severity`; of several for a rule, the last applies. */
export function readForcedRules(
  given: readonly string[],
  translate: Translate,
): Record<string, RuleSetting> {
  const forced: Record<string, RuleSetting> = {};
  for (const one of given) {
    const [id = "", ...rest] = one.split("=");
    const setting = rest.join("=");
    if (!findRule(id)) throw new UsageError(unknownRule(id, translate));
    if (!isRuleSetting(setting)) {
      const settings = ruleSettings.join(", ");
      throw new UsageError(
        translate("--rule is written {id}=SEVERITY, with one of {settings}", { id, settings }),
      );
    }
    forced[id] = setting;
  }
  return forced;
}

function unknownRule(id: string, translate: Translate): string {
  const ids = allRules().map((rule) => rule.id);
  const guess = guessOf(id, ids);
  return guess === undefined
    ? translate('unknown rule "{rule}"; xmpp-stanza rules lists them', { rule: id })
    : translate('unknown rule "{rule}"; did you mean {meant}?', { rule: id, meant: guess });
}

/** Parses `--shard i/n`: the i-th of n parts. */
export function readShard(given: string | undefined, translate: Translate): Shard | undefined {
  if (given === undefined) return undefined;
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(given)?.map(Number) ?? [];
  if (index && count && index <= count) return { index, count };
  throw new UsageError(
    translate("--shard is written i/n, such as 2/4 for the second of four parts"),
  );
}

/** A parser of whole numbers. */
export function countParser(min: number, translate: Translate): (input: string) => number {
  return (input) => {
    const count = /^\d{1,9}$/.test(input) ? Number(input) : Number.NaN;
    if (count >= min) return count;
    throw new UsageError(
      translate("this is not a whole number of at least {least}", { least: String(min) }),
    );
  };
}
