/** `xmpp-stanza reply`: its arguments, options and help. */

import type { PayloadPlace } from "../../core/replies/replyOptions";
import { countParser } from "../checkArguments";
import { choice, declareCommand, flag, option, optionalArgument, optionName } from "../command";
import { STDIN } from "../readInput";
import { printReply } from "../reply";
import { UsageError } from "../usageError";

/** Profiles of `--as`; the table that holds them is not needed for help. */
const softwareNames = ["prosody", "ejabberd", "jabberd2", "mu-conference", "rfc"];

const payloadPlaces: readonly PayloadPlace[] = ["before", "after"];

interface ReplyFlags {
  readonly condition?: string;
  readonly type?: string;
  readonly text?: string;
  readonly textLang?: string;
  readonly by?: string;
  readonly address?: string;
  readonly payload?: boolean;
  readonly payloadPlace?: PayloadPlace;
  readonly from?: string;
  readonly to?: string;
  readonly noId?: boolean;
  readonly stanzaLang?: string;
  readonly code?: string;
  readonly app?: string;
  readonly as?: string;
  readonly situation?: string;
  readonly line?: number;
}

export const reply = declareCommand<ReplyFlags, [string?]>({
  name: "reply",
  synopsis: "--condition NAME|--as SOFTWARE [OPTION]... [FILE]",
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
    app: option(
      "NAME",
      translate("add the application-specific condition NAME, written {example}", {
        example: "'{namespace}name'",
      }),
    ),
    code: option("NUMBER", translate("add the legacy code NUMBER (XEP-0086)")),
    payload: flag(translate("include the children of the stanza")),
    payloadPlace: choice(
      "PLACE",
      payloadPlaces,
      translate("include them before or after the error: {places}", {
        places: payloadPlaces.join("|"),
      }),
      translate,
    ),
    from: option("ADDRESS", translate("send the reply from ADDRESS (default: the stanza's to)")),
    to: option(
      "ADDRESS",
      translate("send the reply to ADDRESS, who asked (default: the stanza's from)"),
    ),
    noId: flag(translate("leave out the id")),
    stanzaLang: option("LANGUAGE", translate("declare the reply itself to be in LANGUAGE")),
    as: option(
      "SOFTWARE",
      translate("write what SOFTWARE sends: {software}", { software: softwareNames.join("|") }),
    ),
    situation: option(
      "NAME",
      translate("with --as, answer in the situation NAME (default: as the stanza tells)"),
    ),
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
    { textLang = "en", payload, payloadPlace, line = 1, ...flags },
    path = STDIN,
  ) {
    const { condition, stanzaLang, noId, as, situation, ...others } = flags;
    if (as !== undefined) {
      const { to, ...unused } = { ...others, condition, noId, payload, payloadPlace };
      const [extra] = Object.entries(unused).flatMap(([name, value]) => (value ? [name] : []));
      if (extra) {
        const values = { option: optionName(extra) };
        throw new UsageError(translate("{option} does not go with --as", values));
      }
      const asked = { as, situation, to, stanzaLanguage: stanzaLang };
      return printReply(path, line, asked, translate);
    }
    if (situation !== undefined) throw new UsageError(translate("--situation needs --as"));
    if (condition === undefined) throw new UsageError(translate("reply needs --condition or --as"));
    const options = {
      ...others,
      condition,
      language: textLang,
      stanzaLanguage: stanzaLang,
      omitId: noId,
      payload: payloadPlace ?? (payload ? "before" : undefined),
    };
    return printReply(path, line, options, translate);
  },
  help: (translate) => ({
    summary: translate("Write the error reply to a stanza"),
    description: translate(
      "Prints the error reply to the first stanza that may be answered: addresses swapped, the id repeated.",
    ),
    exitStatus: {
      0: translate("the reply was printed"),
      1: translate("the software does not answer this stanza"),
      2: translate("there is no such stanza, it could not be read, or the command line is wrong"),
    },
    example: "xmpp-stanza reply --condition item-not-found examples/good-conversation.xmpp",
  }),
});
