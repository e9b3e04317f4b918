/** What `--help` says. */

import { version } from "../../package.json";
import { ruleSettings } from "../core/rules/setting";
import type { Translate } from "../core/text/translate";
import { languages } from "../l10n/localise";
import { reporterNames } from "./reporters";

type Option = readonly [name: string, meaning: string];

export function usage(translate: Translate): string {
  return `${[
    translate("xmpp-stanza {version}: checks XMPP stanzas in files against RFC 6120 §8.3", {
      version,
    }),
    usageLines(
      [
        "check PATH… [OPTIONS]",
        "reply --condition NAME [FILE | -]",
        "diagram FILE [--format svg|mermaid]",
        "rules [--format pretty|json]",
        "explain NAME",
        "server --stdio",
      ],
      translate,
    ),
    translate(
      'check looks at files, at folders with all the files in them that may hold stanzas, at the files\nthat meet a pattern, and at standard input for "-". Exit status: 0 if no finding is an error, 1 if one\nis, 2 if something could not be read or the command line or a configuration is wrong, or a\nrule of xmpp-stanza failed.',
    ),
    optionLines([
      ["--format NAME", reporterNames.join("|")],
      ["--quiet", translate("tell of errors alone")],
      ["--max-warnings N", translate("exit with 1 if there are more warnings than that")],
      ["--fix", translate("write every fix that has one right answer, print what remains")],
      ["--fix-dry-run", translate("print those fixes as a unified diff, write nothing")],
      [
        "--rule ID=SEVERITY",
        translate("set a rule to {settings}, whatever is configured", {
          settings: ruleSettings.join("|"),
        }),
      ],
      ["--config FILE", translate("this configuration file and no other")],
      ["--no-config", translate("no configuration file at all")],
      ["--stdin-filename NAME", translate("the file that standard input stands for")],
      ["--jobs N", translate("so many threads (default: as many as are worth it)")],
      ["--shard I/N", translate("of the files parted into N shares, the I-th")],
      ["--cache", translate("keep results, and check only what has changed")],
      [
        "--cache-location FILE",
        translate("where they are kept (default: {file})", {
          file: ".xmpp-stanza-cache",
        }),
      ],
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
      ["--line N", translate("look for a stanza from this line on")],
    ]),
    translate(
      'diagram prints the conversation of a file, or of standard input for "-", as a message sequence chart.',
    ),
    optionLines([["--line N", translate("of several examples in a file, the one at this line")]]),
    translate(
      "rules lists all rules; explain prints what is known of a rule, a condition, a namespace or a XEP.",
    ),
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
