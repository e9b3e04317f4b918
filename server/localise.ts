/** Texts in the user's language. Translations are bundled: nothing is read when a language is chosen. */

import * as l10n from "@vscode/l10n";
import chinese from "../l10n/bundle.l10n.zh-cn.json";
import { inEnglish, shorten, type Translate } from "./core/translate";

export type Language = "en" | "zh-cn";

/** The languages there are. */
export const languages: readonly Language[] = ["en", "zh-cn"];

/**
 * The language for a locale as editors (`zh-cn`), BCP 47 (`zh-Hans-CN`) and POSIX (`zh_CN.UTF-8`)
 * write it; undefined if there is none. Traditional Chinese is not there, and Simplified no stand-in.
 */
export function languageOf(locale: string): Language | undefined {
  const [name = ""] = locale.toLowerCase().split(/[.@]/, 1);
  const parts = name.split(/[-_]/);
  if (parts[0] === "en") return "en";
  if (parts[0] !== "zh") return undefined;
  const isTraditional = ["hant", "tw", "hk", "mo"].some((part) => parts.includes(part));
  return isTraditional && !parts.includes("hans") ? undefined : "zh-cn";
}

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
