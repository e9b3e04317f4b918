/** `xmpp-stanza reply`: its arguments, options and help. */

import { countParser } from "../checkArguments";
import { declareCommand, flag, option, optionalArgument } from "../command";
import { STDIN } from "../readInput";
import { printReply } from "../reply";
import { UsageError } from "../usageError";

interface ReplyFlags {
  readonly condition?: string;
  readonly type?: string;
  readonly text?: string;
  readonly textLang?: string;
  readonly by?: string;
  readonly address?: string;
  readonly payload?: boolean;
  readonly line?: number;
}

export const reply = declareCommand<ReplyFlags, [string?]>({
  name: "reply",
  synopsis: "--condition NAME [OPTION]... [FILE]",
  flags: (translate) => ({
    condition: option("NAME", translate("use NAME, one of the 22 defined conditions")),
    type: option(
      "TYPE",
      translate("use the error type TYPE (default: the one that goes with the condition)"),
    ),
    text: option("WORDS", translate("add a text that says what went wrong")),
    textLang: option("LANGUAGE", translate("declare the text to be in LANGUAGE (default: en)")),
    by: option("ADDRESS", translate("name the entity that reports the error")),
    address: option("IRI", translate("name the place to turn to, for gone and redirect")),
    payload: flag(translate("include the payload of an iq")),
    line: option(
      "N",
      translate("answer the first stanza from line N on"),
      countParser(1, translate),
    ),
  }),
  positional: (translate) =>
    optionalArgument(
      "FILE",
      translate("a file, or - for standard input, which is read without one"),
    ),
  async run(
    { translate },
    { condition, textLang = "en", payload, line = 1, ...flags },
    path = STDIN,
  ) {
    if (condition === undefined) throw new UsageError(translate("reply needs --condition"));
    const { type, text, by, address } = flags;
    const asked = { condition, type, text, by, address };
    const options = { ...asked, language: textLang, includePayload: payload === true };
    return printReply(path, line, options, translate);
  },
  help: (translate) => ({
    summary: translate("Write the error reply to a stanza"),
    description: translate(
      "Prints the error reply to the first stanza that may be answered: addresses swapped, the id repeated.",
    ),
    exitStatus: {
      0: translate("the reply was printed"),
      2: translate("there is no such stanza, it could not be read, or the command line is wrong"),
    },
    example: "xmpp-stanza reply --condition item-not-found examples/good-conversation.xmpp",
  }),
});
