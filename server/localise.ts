/** Texts in the user's language. Translations are bundled: nothing is read when a language is chosen. */

import * as l10n from "@vscode/l10n";
import chinese from "../l10n/bundle.l10n.zh-cn.json";
import { inEnglish, shorten, type Translate } from "./core/translate";
import { languageOf } from "./languages";

export { type Language, languageOf, languages } from "./languages";

/** The translator for a locale; English for all that there is no translation for. */
export function translatorFor(locale: string | undefined): Translate {
  if (languageOf(locale ?? "") !== "zh-cn") return inEnglish;
  // There is one bundle, so that translators of several sessions do not get in each other's way.
  l10n.config({ contents: chinese });
  return (template, values = {}) =>
    l10n.t(
      template,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)])),
    );
}
