/** The command line: finds the command and runs it. */

import { isMainThread, workerData } from "node:worker_threads";
import { ArgumentScannerError } from "@stricli/core";
import { describeError } from "../core/check/ruleFailures";
import { inEnglish } from "../core/text/translate";
import { type Language, languageOf, languages, translatorFor } from "../l10n/localise";
import { runCommand } from "./application";
import type { Invocation } from "./command";
import { commands } from "./commands";
import { languageOfEnvironment, takeLanguage } from "./language";
import { printMessage, watchOutput } from "./output";
import { UsageError } from "./usageError";
import { serveTasks } from "./worker";

/** Messages are in the language of the environment until `--lang` is read. */
let translate = inEnglish;

/** Hidden command, with which the scripts of `completions` ask for the continuations of the words after `--`. */
const COMPLETE = "complete";

/** Command line whose help explains a usage error. */
let helpCommand = "xmpp-stanza --help";

async function main(given: readonly string[]): Promise<number> {
  let language = languageOfEnvironment(process.env);
  translate = await translatorFor(language);
  const { name: asked, args } = takeLanguage(given);
  if (asked !== undefined) {
    language = chosenLanguage(asked);
    translate = await translatorFor(language);
  }
  const invocation: Invocation = {
    // The library's own exit codes differ from those of this program.
    process: { stdout: process.stdout, stderr: { write: () => {} } },
    ...{ translate, language, isLanguageAsked: asked !== undefined, status: 0 },
  };
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith("-")) {
    const { runProgram } = await import("./program");
    return runProgram(args, invocation);
  }
  if (name === COMPLETE) {
    const { printCompletions } = await import("./program");
    return printCompletions(rest, invocation);
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const { describeUnknownCommand } = await import("./argumentErrors");
    throw new UsageError(describeUnknownCommand(name, translate));
  }
  helpCommand = `xmpp-stanza ${name} --help`;
  try {
    return await runCommand(name, (await load()).create(translate), rest, invocation);
  } catch (error) {
    if (!(error instanceof ArgumentScannerError)) throw error;
    const { describeArgumentError } = await import("./argumentErrors");
    throw new UsageError(await describeArgumentError(error, name, translate));
  }
}

function chosenLanguage(name: string): Language {
  const language = languageOf(name);
  if (language) return language;
  throw new UsageError(
    translate('unknown language "{language}"; there are {languages}', {
      language: name,
      languages: languages.join(", "),
    }),
  );
}

function start(): void {
  watchOutput();
  main(process.argv.slice(2))
    .catch((error: unknown) => {
      if (error instanceof UsageError) {
        printMessage(error.message, translate("Try {command}.", { command: helpCommand }));
      } else {
        const [first = "", ...rest] = describeError(error).split("\n");
        printMessage(first, rest.join("\n"));
      }
      return 2;
    })
    .then(exit);
}

/** Exits after all output is written: left to itself, Node.js would wait for V8's optimiser. */
async function exit(status: number): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write("", resolve));
  }
  process.exit(status);
}

// Other threads run the same bundle: those of a check, and that of a tap.
if (isMainThread) start();
else if ("proxy" in workerData) import("../tap/proxy").then(({ runProxy }) => runProxy(workerData));
else serveTasks();
