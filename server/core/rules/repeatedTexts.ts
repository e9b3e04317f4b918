/** Several texts of one language in an error, which the rules for stanza errors and for errors outside of stanzas share. */

import type { XmlElement } from "../xml/tree";
import { removeElement } from "./edits";
import type { Report } from "./rule";

/**
 * Reports each text whose language a text before it has.
 * @param languageOf in small letters, `""` for none, undefined for a placeholder
 * @param sourceOf gives the text that the offsets are relative to; asked for a fix only, since a rule that looks at it has no shapes
 * @param values of the messages, beside the language
 */
export function reportRepeatedTexts(
  texts: readonly XmlElement[],
  languageOf: (text: XmlElement) => string | undefined,
  sourceOf: () => string,
  report: Report<"language" | "none" | "first">,
  values: Readonly<Record<string, string>> = {},
): void {
  const seen = new Map<string, XmlElement>();
  for (const text of texts) {
    const language = languageOf(text);
    if (language === undefined) continue;
    const first = seen.get(language);
    if (!first) {
      seen.set(language, text);
      continue;
    }
    report(text.nameSpan, language === "" ? "none" : "language", {
      values: { language, ...values },
      related: [{ span: first.nameSpan, message: "first" }],
      fixes: () => [
        {
          title: "Remove this <text/>",
          edits: [removeElement(text, sourceOf())],
          applicability: "preferred",
        },
      ],
    });
  }
}
