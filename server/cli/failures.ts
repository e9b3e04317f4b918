/** Rules that failed, on standard error. */

import type { Translate } from "../core/text/translate";
import type { FailedRule } from "./outcome";

/**
 * A function that reports that a rule failed in a file, once for each task of a rule.
 * @param complain prints a message, with the exception as details
 */
export function failurePrinter(
  translate: Translate,
  complain: (message: string, details: string) => void,
): (file: string, failure: FailedRule) => void {
  const failed = new Set<string>();
  return (file, { rule, task, error }) => {
    if (failed.has(`${rule} ${task}`)) return;
    failed.add(`${rule} ${task}`);
    const values = { file, rule };
    const message =
      task === "check"
        ? translate(
            "{file}: the rule {rule} failed, the others did not. This is a mistake in xmpp-stanza.",
            values,
          )
        : translate(
            "{file}: a fix of the rule {rule} could not be made. This is a mistake in xmpp-stanza.",
            values,
          );
    complain(message, error);
  };
}
