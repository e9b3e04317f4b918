/** Declarations of commands, and the context in which they run. */

import {
  buildCommand,
  type Command,
  type CommandContext,
  type FlagParametersForType,
  type InputParser,
  type TypedPositionalParameters,
} from "@stricli/core";
import { ruleSettings } from "../core/rules/setting";
import { isProgramSource, sourceNames } from "../core/sources/names";
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
interface CommandHelp {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly description: string;
  /** Meanings by exit status. */
  readonly exitStatus: Readonly<Record<number, string>>;
  /** A command line to try. */
  readonly example: string;
}

/** Parts of a command that its file writes; functions give texts in the language of the user. */
interface CommandDeclaration<
  Flags extends object,
  Arguments extends readonly (string | undefined)[],
> {
  readonly name: string;
  readonly synopsis: string;
  /** Its options, besides those of all commands. */
  flags?(translate: Translate): FlagParametersForType<Flags, Invocation>;
  positional?(translate: Translate): TypedPositionalParameters<Arguments, Invocation>;
  /** @returns the exit status; 0 if it returns none */
  run(invocation: Invocation, flags: Flags, ...values: Arguments): Promise<number | undefined>;
  help(translate: Translate): CommandHelp;
}

/** A command with the options of all commands besides its own. */
export function declareCommand<
  Flags extends object = object,
  Arguments extends readonly (string | undefined)[] = [],
>(declaration: CommandDeclaration<Flags, Arguments>): CliCommand {
  const { name, synopsis } = declaration;
  const create = (translate: Translate) => {
    const flags = { ...declaration.flags?.(translate), ...commonFlags(translate) };
    const positional = declaration.positional?.(translate);
    return buildCommand<Flags & CommonFlags, Arguments, Invocation>({
      docs: documentationOf(synopsis, declaration.help(translate), translate),
      // The compiler cannot combine the types of both kinds of options.
      parameters: { flags, ...(positional && { positional }) } as never,
      async func(given, ...values) {
        const status = await declaration.run(this, given, ...values);
        if (status !== undefined) this.status = status;
      },
    });
  };
  return { name, synopsis, create };
}

/** The texts in the form that the library takes. */
function documentationOf(synopsis: string, help: CommandHelp, translate: Translate) {
  const statuses = Object.entries(help.exitStatus).map(([status, text]) => `  ${status}  ${text}`);
  const fullDescription = [
    help.description,
    [translate("EXIT STATUS"), ...statuses].join("\n"),
    `${translate("EXAMPLE")}\n  ${help.example}`,
  ].join("\n\n");
  return { brief: help.summary, fullDescription, customUsage: [synopsis] };
}

/**
 * An argument that may be left out.
 * @param values offered by completion in shells
 */
export function optionalArgument(placeholder: string, brief: string, values?: readonly string[]) {
  const completions = values && { proposeCompletions: () => values };
  const parameter = { parse: String, placeholder, brief, optional: true, ...completions } as const;
  return { kind: "tuple", parameters: [parameter] } as const;
}

/** Any number of arguments that name files. */
export function pathArguments(translate: Translate) {
  const brief = translate("a file, a folder, a pattern, or - for standard input");
  return { kind: "array", parameter: { parse: String, placeholder: "PATH", brief } } as const;
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
interface CommonFlags {
  readonly lang?: string;
}

/** `--lang` was read and removed before a command is created, whose texts are in that language. */
function commonFlags(translate: Translate) {
  const brief = translate(
    "print messages in LANGUAGE, {languages} (default: as LC_ALL, LC_MESSAGES or LANG)",
    { languages: languages.join("|") },
  );
  return { lang: { ...option("LANGUAGE", brief), proposeCompletions: () => languages } };
}

/** Options for the severities of rules. */
export function ruleOptions(translate: Translate) {
  const rule = option<string>(
    "ID=SEVERITY",
    translate("set the rule ID to SEVERITY, {settings}, whatever is configured", {
      settings: ruleSettings.join("|"),
    }),
  );
  return {
    rule: { ...rule, variadic: true },
    config: option("FILE", translate("use only the configuration file FILE")),
    noConfig: flag(translate("use no configuration file")),
  } as const;
}

/** `--source`: what all files are read as. */
export function sourceOption(translate: Translate) {
  // The others are languages of programs, which the shell proposes and an unknown name lists.
  const sources = sourceNames.filter((name) => !isProgramSource(name)).join("|");
  const brief = translate(
    "read all files as NAME, whatever they look like: {sources}, or a language such as java",
    { sources },
  );
  return choice("NAME", sourceNames, brief, translate);
}

/** The written form of an option by the library's name: `--no-config` for `noConfig`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
