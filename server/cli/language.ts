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
