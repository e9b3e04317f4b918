/** Declarations of commands, and the context in which they run. */

import type { Command, CommandContext, InputParser } from "@stricli/core";
import type { Translate } from "../core/text/translate";
import { type Language, languages } from "../l10n/localise";
import { guessOf } from "./guess";
import { UsageError } from "./usageError";

/** One run of the program: input of a command besides its own arguments, and its exit status. */
export interface Invocation extends CommandContext {
  readonly translate: Translate;
  readonly language: Language;
  /** True if `--lang` was given. */
  readonly isLanguageAsked: boolean;
  /** The exit status. */
  status: number;
}

/** A command, which is declared in a file of its own. */
export interface CliCommand {
  readonly name: string;
  /** Short form of its arguments. */
  readonly synopsis: string;
  /** Creates its arguments, options and help, in the language of the user. */
  create(translate: Translate): Command<Invocation>;
}

/** The texts of a command's help. */
export interface CommandHelp {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly description: string;
  /** Meanings by exit status. */
  readonly exitStatus: Readonly<Record<number, string>>;
  /** A command line to try. */
  readonly example: string;
}

/** The texts in the form that the library takes. */
export function documentationOf(synopsis: string, help: CommandHelp, translate: Translate) {
  const statuses = Object.entries(help.exitStatus).map(([status, text]) => `  ${status}  ${text}`);
  const fullDescription = [
    help.description,
    [translate("EXIT STATUS"), ...statuses].join("\n"),
    `${translate("EXAMPLE")}\n  ${help.example}`,
  ].join("\n\n");
  return { brief: help.summary, fullDescription, customUsage: [synopsis] };
}

/** A boolean option that is off unless it is given. */
export function flag(brief: string) {
  return { kind: "boolean", brief, optional: true, withNegated: false } as const;
}

/** An option with a value. */
export function option<T = string>(
  placeholder: string,
  brief: string,
  parse: InputParser<T, Invocation> = (input: string) => input as T,
) {
  return { kind: "parsed", parse, placeholder, brief, optional: true } as const;
}

/** An option whose value is one of a few. */
export function choice<T extends string>(
  placeholder: string,
  values: readonly T[],
  brief: string,
  translate: Translate,
) {
  const parse = (input: string): T => {
    const value = values.find((one) => one === input);
    if (value !== undefined) return value;
    const guess = guessOf(input, values);
    throw new UsageError(
      guess === undefined
        ? translate('unknown value "{value}"; use one of {values}', {
            value: input,
            values: values.join(", "),
          })
        : translate('unknown value "{value}"; did you mean {meant}?', {
            value: input,
            meant: guess,
          }),
    );
  };
  return { ...option(placeholder, brief, parse), proposeCompletions: () => values };
}

/** Options of all commands. */
export interface CommonFlags {
  readonly lang?: string;
}

/** `--lang` was read and removed before a command is created, whose texts are in that language. */
export function commonFlags(translate: Translate) {
  const brief = translate(
    "print messages in LANGUAGE, {languages} (default: as LC_ALL, LC_MESSAGES or LANG)",
    { languages: languages.join("|") },
  );
  return { lang: { ...option("LANGUAGE", brief), proposeCompletions: () => languages } };
}

/** The written form of an option by the library's name: `--no-config` for `noConfig`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
