/** Language of the command line. */

import { type Language, languageOf } from "../l10n/localise";

/** Environment variables of the default language, by precedence. */
const variables = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/** The language of the user's environment; English if it has no translation. */
export function languageOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = variables.map((name) => environment[name]).find(Boolean);
  return languageOf(locale ?? "") ?? "en";
}

/**
 * Removes `--lang` from the arguments, wherever it is before `--`: help and errors are in that language, too.
 * Without a value it stays, for the command to report.
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
