/** The program as a whole: its help, its version, and its completions. */

import { buildApplication, buildRouteMap, proposeCompletions, run } from "@stricli/core";
import { version } from "../../package.json";
import type { Translate } from "../core/text/translate";
import { PROGRAM, settingsOf } from "./application";
import type { Invocation } from "./command";
import { loadCommands } from "./commands";
import { UsageError } from "./usageError";

/**
 * Runs the program without a command: prints help or version.
 * @returns the exit status
 */
export async function runProgram(args: readonly string[], invocation: Invocation): Promise<number> {
  const { translate } = invocation;
  const program = await programOf(translate);
  const [option = "--help"] = args;
  if (!["--help", "-h", "--version", "-v"].includes(option)) {
    throw new UsageError(translate('"{option}" needs a command before it', { option }));
  }
  const output = args.length === 0 ? process.stderr : process.stdout;
  const streams = { ...invocation.process, stdout: output };
  await run(program, [option], { ...invocation, process: streams });
  return args.length === 0 ? 2 : 0;
}

/** Prints the completions of the last word, each with a tab and its description after it. */
export async function printCompletions(
  [, ...words]: readonly string[],
  invocation: Invocation,
): Promise<number> {
  const program = await programOf(invocation.translate);
  const joined = joinValues(words);
  // Options only while one is being typed: else they would displace file names.
  const isOption = joined.at(-1)?.startsWith("-") === true;
  const proposed = (await proposeCompletions(program, joined, invocation)).filter(
    ({ completion }) => completion !== "--" && (isOption || !completion.startsWith("-")),
  );
  // Without proposals a shell completes file names.
  process.stdout.write(proposed.map((one) => `${one.completion}\t${one.brief}\n`).join(""));
  return 0;
}

async function programOf(translate: Translate) {
  const all = await loadCommands();
  const routes = Object.fromEntries(
    all.map(({ name, synopsis, create }) => {
      // In the list of commands the usage line is short.
      const formatUsageLine = ({ prefix }: { readonly prefix: readonly string[] }) =>
        `${prefix.join(" ")} ${synopsis}`;
      return [name, { ...create(translate), formatUsageLine }];
    }),
  );
  const brief = translate(
    "xmpp-stanza {version}: checks XMPP stanzas in files against RFC 6120 §8.3",
    { version },
  );
  const versionInfo = { currentVersion: version };
  const settings = { ...settingsOf(translate, []), name: PROGRAM, versionInfo };
  return buildApplication(buildRouteMap({ routes, docs: { brief } }), settings);
}

/** Joins the three words that Bash makes of `--option=value`. */
function joinValues(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [index, word] of words.entries()) {
    const isPart = word === "=" || words[index - 1] === "=";
    if (isPart && joined.at(-1)?.startsWith("--")) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}
