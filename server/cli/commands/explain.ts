/** `xmpp-stanza explain`: its argument and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import {
  type CliCommand,
  type CommonFlags,
  commonFlags,
  documentationOf,
  type Invocation,
} from "../command";
import { explanationOf } from "../explain";
import { UsageError } from "../usageError";

const SYNOPSIS = "NAME";

export const explain: CliCommand = {
  name: "explain",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<CommonFlags, [string?], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: commonFlags(translate),
        positional: {
          kind: "tuple",
          parameters: [
            {
              parse: String,
              placeholder: "NAME",
              brief: translate(
                "a rule, a condition, an error type, a legacy code, a namespace or a XEP",
              ),
              optional: true,
            },
          ],
        },
      },
      func(_, name) {
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
    }),
};

function nothingKnown(name: string, meant: string | undefined, translate: Translate): string {
  return meant === undefined
    ? translate('nothing is known of "{name}"; xmpp-stanza rules lists the rules', { name })
    : translate('nothing is known of "{name}"; did you mean {meant}?', { name, meant });
}

const help = (translate: Translate) => ({
  summary: translate("Explain a rule, a condition or another name"),
  description: translate(
    "Prints the page of a rule. Of other names it prints what a hover shows in an editor.",
  ),
  exitStatus: {
    0: translate("the explanation was printed"),
    2: translate("nothing is known of the name, or the command line is wrong"),
  },
  example: "xmpp-stanza explain item-not-found",
});
