/** `xmpp-stanza reply`: its arguments, options and help. */

import { buildCommand } from "@stricli/core";
import type { Translate } from "../../core/text/translate";
import { countParser } from "../checkArguments";
import {
  type CliCommand,
  type CommonFlags,
  commonFlags,
  documentationOf,
  flag,
  type Invocation,
  option,
} from "../command";
import { STDIN } from "../readInput";
import { printReply } from "../reply";
import { UsageError } from "../usageError";

interface ReplyFlags extends CommonFlags {
  readonly condition?: string;
  readonly type?: string;
  readonly text?: string;
  readonly textLang?: string;
  readonly by?: string;
  readonly address?: string;
  readonly payload?: boolean;
  readonly line?: number;
}

const SYNOPSIS = "--condition NAME [OPTION]... [FILE]";

export const reply: CliCommand = {
  name: "reply",
  synopsis: SYNOPSIS,
  create: (translate) =>
    buildCommand<ReplyFlags, [string?], Invocation>({
      docs: documentationOf(SYNOPSIS, help(translate), translate),
      parameters: {
        flags: {
          condition: option("NAME", translate("use NAME, one of the 22 defined conditions")),
          type: option(
            "TYPE",
            translate("use the error type TYPE (default: the one that goes with the condition)"),
          ),
          text: option("WORDS", translate("add a text that says what went wrong")),
          textLang: option(
            "LANGUAGE",
            translate("declare the text to be in LANGUAGE (default: en)"),
          ),
          by: option("ADDRESS", translate("name the entity that reports the error")),
          address: option("IRI", translate("name the place to turn to, for gone and redirect")),
          payload: flag(translate("include the payload of an iq")),
          line: option(
            "N",
            translate("answer the first stanza from line N on"),
            countParser(1, translate),
          ),
          ...commonFlags(translate),
        },
        positional: {
          kind: "tuple",
          parameters: [
            {
              parse: String,
              placeholder: "FILE",
              brief: translate("a file, or - for standard input, which is read without one"),
              optional: true,
            },
          ],
        },
      },
      async func({ condition, textLang = "en", payload, line = 1, ...flags }, path = STDIN) {
        if (condition === undefined) throw new UsageError(translate("reply needs --condition"));
        const { type, text, by, address } = flags;
        const asked = { condition, type, text, by, address };
        const options = { ...asked, language: textLang, includePayload: payload === true };
        this.status = await printReply(path, line, options, translate);
      },
    }),
};

const help = (translate: Translate) => ({
  summary: translate("Write the error reply to a stanza"),
  description: translate(
    "Prints the error reply to the first stanza that may be answered: addresses swapped, the id repeated.",
  ),
  exitStatus: {
    0: translate("the reply was printed"),
    2: translate("there is no such stanza, it could not be read, or the command line is wrong"),
  },
  example: "xmpp-stanza reply --condition item-not-found examples/good-conversation.xmpp",
});
