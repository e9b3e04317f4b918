/** Numbers of findings by rule, kept while a text is edited: to count them all anew takes as long as to list them. */

import type { Rule } from "../rules/rule";
import { type Configuration, settingOf } from "./config";
import type { Finding } from "./finding";

/** Numbers of the findings of one rule, and of the errors of all others. */
export interface ErrorCounts {
  readonly errors: number;
  readonly ofRule: number;
}

export class FindingCounts {
  readonly #byRule = new Map<Rule, number>();
  #total = 0;

  /** Number of all findings. */
  get total(): number {
    return this.#total;
  }

  /** Counts the finding, or no longer counts it. */
  add({ rule }: Finding, by: 1 | -1): void {
    this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + by);
    this.#total += by;
  }

  /** @param rule the id of the rule that is counted by itself */
  errors(rule: string, configuration: Configuration): ErrorCounts {
    let errors = 0;
    let ofRule = 0;
    for (const [one, count] of this.#byRule) {
      if (one.id === rule) ofRule += count;
      else if (settingOf(one, configuration) === "error") errors += count;
    }
    return { errors, ofRule };
  }
}
