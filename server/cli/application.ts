/** Runs a command through the library that parses arguments, with this program's texts. */

import { type ApplicationText, buildApplication, type Command, run, text_en } from "@stricli/core";
import type { Translate } from "../core/text/translate";
import type { Invocation } from "./command";

export const PROGRAM = "xmpp-stanza";

/**
 * Runs a command, or prints its help.
 * @returns the exit status
 * @throws ArgumentScannerError for arguments that the command does not take, and whatever it throws itself
 */
export async function runCommand(
  name: string,
  command: Command<Invocation>,
  args: readonly string[],
  invocation: Invocation,
): Promise<number> {
  const thrown: unknown[] = [];
  const settings = settingsOf(invocation.translate, thrown);
  const application = buildApplication(command, { ...settings, name: `${PROGRAM} ${name}` });
  await run(application, args, invocation);
  if (thrown.length > 0) throw thrown[0];
  return invocation.status;
}

/** Settings of the library, but for the name. Exceptions are appended to `thrown`. */
export function settingsOf(translate: Translate, thrown: unknown[]) {
  const text = textsOf(translate, thrown);
  return {
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: true },
    localization: { text },
  } as const;
}

/** The library's own texts. Exceptions are kept, so that the caller can report them. */
function textsOf(translate: Translate, thrown: unknown[]): ApplicationText {
  const keep = (error: unknown) => {
    thrown.push(error);
    return "";
  };
  return {
    ...text_en,
    exceptionWhileParsingArguments: keep,
    exceptionWhileLoadingCommandFunction: keep,
    exceptionWhileLoadingCommandContext: keep,
    exceptionWhileRunningCommand: keep,
    headers: {
      usage: translate("USAGE"),
      aliases: translate("ALIASES"),
      commands: translate("COMMANDS"),
      flags: translate("OPTIONS"),
      arguments: translate("ARGUMENTS"),
    },
    keywords: { default: translate("default ="), separator: translate("separator =") },
    briefs: {
      help: translate("print this help"),
      helpAll: translate("print this help with hidden options"),
      version: translate("print the version"),
      argumentEscapeSequence: translate("take all that follows as arguments, not as options"),
    },
  };
}
