/** Conditions and text in an error outside of stanzas. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import type { Span } from "../../core/text/span";
import { type LooseElement, looseNamespace, loosePrefix } from "../../core/xml/loose";
import { documentSection } from "../../core/xmpp/errorFamilies";
import type { ElementCursor } from "../cursor";
import { type FamilyRole, roleOf } from "../roles";
import { withoutBracket } from "./errorMarkup";
import { type CompletionCandidate, type CompletionContext, quoteNear } from "./offer";
import type { Template } from "./template";

/** What may begin at the cursor in the error: exactly one condition, and a text. */
export function familyOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  error: LooseElement,
  { family, host }: FamilyRole,
  span: Span | undefined,
): CompletionCandidate[] {
  if (!span) return [];
  const { translate, language } = writing;
  const quote = quoteNear(writing);
  const inherited = loosePrefix(error) === "" ? looseNamespace(error, cursor.scope) : "";
  const declaring = (namespace: string) =>
    namespace === inherited ? "" : ` xmlns=${quote}${namespace}${quote}`;
  const others = error.children
    .filter((one) => one !== cursor.element)
    .map((one) => roleOf(one, cursor.scope).role);
  const offers: CompletionCandidate[] = [];
  if (!others.includes("family-condition")) {
    for (const { name, meaning, section, holds } of family.conditions) {
      const start = `<${name}${declaring(family.namespace)}`;
      const template: Template = holds
        ? [`${start}>`, { text: "xmpp.example.net" }, `</${name}>`]
        : [`${start}/>`];
      offers.push({
        label: name,
        kind: CompletionItemKind.EnumMember,
        detail: translate(meaning),
        description: documentSection(family, section),
        span,
        template: withoutBracket(template, cursor),
        topic: { topic: "family-condition", family: family.id, name },
      });
    }
  }
  const { textNamespace } = host;
  if (textNamespace !== undefined && !others.includes("family-text")) {
    const lang = ` xml:lang=${quote}${escapeValue(language, quote)}${quote}>`;
    const template = [`<text${declaring(textNamespace)}${lang}`, { text: "" }, "</text>"];
    offers.push({
      label: "text",
      kind: CompletionItemKind.Property,
      description: translate("words for people"),
      span,
      template: withoutBracket(template, cursor),
      topic: { topic: "text" },
    });
  }
  return offers;
}
