/** In which language the command line speaks. */

import { type Language, languageOf } from "../l10n/localise";

/** What decides where nobody says it: of these variables, the first that is set. */
const variables = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/** The language of the user's environment; English where that one is not there. */
export function languageOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = variables.map((name) => environment[name]).find(Boolean);
  return languageOf(locale ?? "") ?? "en";
}

/**
 * Takes `--lang` out of the arguments, wherever it is before `--`: help and mistakes are in that language, too.
 * Without a value it is left for the command to complain about.
 */
export function takeLanguage(args: readonly string[]): {
  readonly name: string | undefined;
  readonly args: readonly string[];
} {
  const end = args.indexOf("--");
  const at = args.findLastIndex(
    (arg, i) => (end < 0 || i < end) && (arg === "--lang" || arg.startsWith("--lang=")),
  );
  const [arg, next] = args.slice(at, at + 2);
  if (at < 0) return { name: undefined, args };
  if (arg !== "--lang") {
    return { name: arg?.slice("--lang=".length), args: args.toSpliced(at, 1) };
  }
  const isValue = next !== undefined && !next.startsWith("-");
  return isValue ? { name: next, args: args.toSpliced(at, 2) } : { name: undefined, args };
}
