/** Messages about arguments that a command does not take. */

import {
  AliasNotFoundError,
  ArgumentParseError,
  type ArgumentScannerError,
  type Command,
  FlagNotFoundError,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
} from "@stricli/core";
import { expectDefined } from "../core/text/invariant";
import type { Translate } from "../core/text/translate";
import { type Invocation, optionName } from "./command";
import { commands, loadCommands } from "./commands";
import { guessOf } from "./guess";
import { UsageError } from "./usageError";

/** A message for the user. The library's own has the names of its classes, which a bundle renames. */
export async function describeArgumentError(
  error: ArgumentScannerError,
  name: string,
  translate: Translate,
): Promise<string> {
  if (error instanceof FlagNotFoundError) return describeUnknown(error.input, name, translate);
  if (error instanceof AliasNotFoundError) {
    return translate("unknown option {option}", { option: `-${error.input}` });
  }
  if (error instanceof ArgumentParseError) {
    const option = optionName(error.externalFlagNameOrPlaceholder);
    return error.exception instanceof UsageError
      ? translate("{option}: {problem}", { option, problem: error.exception.message })
      : translate("{option} takes no value", { option });
  }
  if (error instanceof UnsatisfiedFlagError) {
    return translate("{option} needs a value", { option: optionName(error.externalFlagName) });
  }
  if (error instanceof UnexpectedFlagError) {
    const option = optionName(error.externalFlagName);
    return translate("{option} is given more than once", { option });
  }
  if (error instanceof UnexpectedPositionalError) {
    return translate('"{argument}" is one argument too many', { argument: error.input });
  }
  return error.message;
}

/** Message about an unknown option; names the commands that have it. */
async function describeUnknown(input: string, name: string, translate: Translate): Promise<string> {
  const option = `--${input}`;
  // All commands have it: it was taken for another option because of its value.
  if (input === "help") return translate("{option} takes no value", { option });
  const all = await loadCommands();
  const owner = all.find((one) => optionsOf(one.create(translate)).includes(option));
  if (owner) {
    return translate("{command} has no option {option}; did you mean {other}?", {
      command: name,
      option,
      other: `xmpp-stanza ${owner.name} ${option}`,
    });
  }
  const own = expectDefined(
    all.find((one) => one.name === name),
    "it is the command whose arguments were read",
  );
  const guess = guessOf(option, optionsOf(own.create(translate)));
  return guess === undefined
    ? translate("unknown option {option}", { option })
    : translate("unknown option {option}; did you mean {meant}?", { option, meant: guess });
}

/** A message for the user about an unknown command. */
export function describeUnknownCommand(name: string, translate: Translate): string {
  const guess = guessOf(name, Object.keys(commands));
  return guess === undefined
    ? translate('unknown command "{command}"', { command: name })
    : translate('unknown command "{command}"; did you mean {meant}?', {
        command: name,
        meant: guess,
      });
}

/** The options of a command, as they are written. */
function optionsOf({ parameters: { flags = {} } }: Command<Invocation>): string[] {
  return Object.entries(flags)
    .filter(([, one]) => !("hidden" in one && one.hidden))
    .map(([name]) => optionName(name));
}
