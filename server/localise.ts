/** Texts in the user's language. Translations are bundled: nothing is read when a language is chosen. */

import * as l10n from "@vscode/l10n";
import chinese from "../l10n/bundle.l10n.zh-cn.json";
import { inEnglish, shorten, type Translate } from "./core/translate";

/**
 * The translator for a locale such as `zh-cn`; English for all that there is no translation for.
 * One process speaks one language: the last one asked for.
 */
export function translatorFor(locale: string | undefined): Translate {
  if (!/^zh(?:[-_]|$)/i.test(locale ?? "")) return inEnglish;
  l10n.config({ contents: chinese });
  return (template, values = {}) =>
    l10n.t(
      template,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)])),
    );
}
