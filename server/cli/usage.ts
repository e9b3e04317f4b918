/** What `--help` says. */

import packageJson from "../../package.json";
import type { Translate } from "../core/translate";
import { languages } from "../localise";
import { reporterNames } from "./reporters/index";

type Option = readonly [name: string, meaning: string];

export function usage(translate: Translate): string {
  const { version } = packageJson;
  return `${[
    translate("xmpp-stanza {version}: checks XMPP stanzas in files against RFC 6120 §8.3", {
      version,
    }),
    usageLines(
      [
        `check PATH… [--format ${reporterNames.join("|")}] [--fix | --fix-dry-run]`,
        "reply --condition NAME [FILE | -]",
        "diagram FILE [--format svg|mermaid]",
        "rules [--format pretty|json]",
        "explain RULE",
        "server --stdio",
      ],
      translate,
    ),
    translate(
      'check looks at files, at folders with all the *.stanza, *.xmpp and *.xml files in them, and at\nstandard input for "-". Exit status: 0 if no finding is an error, 1 if one is, 2 if something could\nnot be read or the command line is wrong.',
    ),
    optionLines([
      ["--format NAME", translate("how findings are printed (default: pretty)")],
      ["--fix", translate("write every fix that has one right answer, print what remains")],
      ["--fix-dry-run", translate("print those fixes as a unified diff, write nothing")],
      ["--stdin-filename NAME", translate("the name under which standard input is reported")],
    ]),
    translate("reply prints the error reply to the first stanza of the file that may be answered."),
    optionLines([
      ["--condition NAME", translate("one of the 22 defined conditions")],
      ["--type TYPE", translate("error type (default: the one that goes with the condition)")],
      ["--text WORDS", translate("what went wrong, in words")],
      ["--text-lang LANGUAGE", translate("the language of those words (default: en)")],
      ["--by ADDRESS", translate("address of the entity that reports the error")],
      ["--address IRI", translate("where to turn to, for gone and redirect")],
      ["--payload", translate("send the payload of an iq back")],
    ]),
    translate(
      'diagram prints the conversation of a file, or of standard input for "-", as a message sequence chart.',
    ),
    translate("rules lists all rules; explain prints what the documentation says about one."),
    optionLines([
      [
        "--lang LANGUAGE",
        translate("language of messages, {languages} (default: as LC_ALL, LC_MESSAGES or LANG)", {
          languages: languages.join("|"),
        }),
      ],
      ["--help, --version", ""],
    ]),
  ].join("\n\n")}\n`;
}

function usageLines(commands: readonly string[], translate: Translate): string {
  return [translate("usage:"), ...commands.map((command) => `  xmpp-stanza ${command}`)].join("\n");
}

function optionLines(options: readonly Option[]): string {
  return options.map(([name, meaning]) => `  ${name.padEnd(23)}${meaning}`.trimEnd()).join("\n");
}
