/** Texts in the user's language. */

import { inEnglish, type Translate } from "../core/text/translate";
import { languageOf } from "./languages";

export { type Language, languageOf, languages } from "./languages";

/** The translator for a locale; English for all that there is no translation for. */
export async function translatorFor(locale: string | undefined): Promise<Translate> {
  if (languageOf(locale ?? "") !== "zh-cn") return inEnglish;
  const { inChinese } = await import("./translations");
  return inChinese;
}
