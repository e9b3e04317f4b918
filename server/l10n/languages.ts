/** The languages of messages. */

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
