/** `xmpp-stanza explain`: its argument and help. */

import type { Translate } from "../../core/text/translate";
import { declareCommand, optionalArgument } from "../command";
import { explanationOf } from "../explain";
import { UsageError } from "../usageError";

export const explain = declareCommand<object, [string?]>({
  name: "explain",
  synopsis: "NAME",
  positional: (translate) =>
    optionalArgument(
      "NAME",
      translate("a rule, a condition, an error type, a legacy code, a namespace or a XEP"),
    ),
  async run({ translate }, _, name) {
    if (name === undefined) {
      throw new UsageError(
        translate("explain needs one name: a rule, a condition, a namespace, a XEP"),
      );
    }
    const explanation = explanationOf(name, translate);
    if (explanation.text === undefined) {
      throw new UsageError(nothingKnown(name, explanation.meant, translate));
    }
    process.stdout.write(explanation.text);
  },
  help: (translate) => ({
    summary: translate("Explain a rule, a condition or another name"),
    description: translate(
      "Prints the page of a rule. Of other names it prints what a hover shows in an editor.",
    ),
    exitStatus: {
      0: translate("the explanation was printed"),
      2: translate("nothing is known of the name, or the command line is wrong"),
    },
    example: "xmpp-stanza explain item-not-found",
  }),
});

function nothingKnown(name: string, meant: string | undefined, translate: Translate): string {
  return meant === undefined
    ? translate('nothing is known of "{name}"; xmpp-stanza rules lists the rules', { name })
    : translate('nothing is known of "{name}"; did you mean {meant}?', { name, meant });
}
