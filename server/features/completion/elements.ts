/** Elements inside a stanza: its error child, the defined conditions, text, and end tags. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import type { Edit } from "../../core/text/edit";
import type { Span } from "../../core/text/span";
import { type LooseElement, looseAttribute, loosePrefix } from "../../core/xml/loose";
import { isBlank } from "../../core/xml/tree";
import {
  type ConditionDefinition,
  conditions,
  errorTypes,
  errorTypesFor,
  findCondition,
  isErrorType,
} from "../../core/xmpp/conditions";
import { STANZAS_NAMESPACE } from "../../core/xmpp/namespaces";
import { usualConditions } from "../commonConditions";
import type { Cursor, ElementCursor } from "../cursor";
import { conditionsIn, errorsIn, roleOf } from "../roles";
import { appConditionOffers } from "./appConditions";
import { conditionLines, hasOwnCondition, missingType, withoutBracket } from "./errorMarkup";
import { familyOffers } from "./families";
import { fieldOffers } from "./forms";
import {
  type CompletionCandidate,
  type CompletionContext,
  layoutAt,
  quoteNear,
  statedValue,
} from "./offer";
import { payloadChildOffers, stanzaChildOffers } from "./payloads";
import { choice, type Line, layOut, type Template } from "./template";

/**
 * The elements that may begin at the cursor, which is inside a stanza. In a stanza of another type an error child is out
 * of place (§8.3.1, rule 7).
 */
export function elementOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
): CompletionCandidate[] {
  const { parent, scope } = cursor;
  if (!parent) return [];
  const role = roleOf(parent, scope);
  const span = replacedSpan(writing.document.text, cursor);
  switch (role.role) {
    case "stanza":
      return statedValue(parent, "type") === "error"
        ? errorOffers(writing, cursor, parent)
        : stanzaChildOffers(writing, cursor, parent, role.kind, span);
    case "error":
      return childOffers(writing, cursor, parent);
    case "family-error":
      return familyOffers(writing, cursor, parent, role, span);
    case "other":
      return [
        ...fieldOffers(writing, cursor, parent, span),
        ...payloadChildOffers(writing, cursor, parent, span),
      ];
    default:
      return [];
  }
}

/** The text that the name of a new element replaces; undefined where more than a name would be replaced. */
export function replacedSpan(text: string, { nameSpan, element }: ElementCursor): Span | undefined {
  if (!element) return nameSpan;
  if (element.attributes.length > 0 || element.children.length > 0 || element.hasText) {
    return undefined;
  }
  const { closed, startTag, endTag } = element;
  if (!closed) return isBlank(text.slice(nameSpan.end, startTag.end)) ? nameSpan : undefined;
  if (endTag && endTag.start !== startTag.end) return undefined;
  const span = { start: nameSpan.start, end: (endTag ?? startTag).end };
  return /[\r\n]/.test(text.slice(span.start, span.end)) ? undefined : span;
}

/** The whole error child, with a choice of the condition and with each condition. */
function errorOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  stanza: LooseElement,
): CompletionCandidate[] {
  const { translate, document } = writing;
  const errors = errorsIn(stanza, cursor.scope).filter((one) => one !== cursor.element);
  const span = replacedSpan(document.text, cursor);
  if (!span || errors.length > 0) return [];
  const offer = (condition?: ConditionDefinition): CompletionCandidate => {
    const lines = errorLines(writing, loosePrefix(stanza), condition?.name);
    const template = withoutBracket(layOut(lines, layoutAt(writing, stanza)), cursor);
    return {
      label: condition ? `error ${condition.name}` : "error",
      kind: CompletionItemKind.Struct,
      detail: translate(condition?.meaning ?? "An error child, its condition to choose"),
      description: condition && expectedOf(condition),
      template,
      span,
      topic: condition ? { topic: "condition", name: condition.name } : { topic: "error" },
      best: !condition,
    };
  };
  return [offer(), ...conditions.map(offer)];
}

/** The lines of an error child with that condition, or with a choice of conditions. */
export function errorLines(writing: CompletionContext, prefix: string, condition?: string): Line[] {
  const quote = quoteNear(writing);
  const types = errorTypesFor(condition ?? usualConditions[0]).map(({ type }) => type);
  const names = [
    ...new Set<string>([...usualConditions, ...conditions.map(({ name }) => name)]),
  ].filter(
    // These two need more than a name.
    (name) => name !== "undefined-condition" && !findCondition(name)?.characterData,
  );
  const child: Line[] = condition
    ? conditionLines(condition, quote, true)
    : [{ depth: 0, parts: ["<", choice(names), ` xmlns=${quote}${STANZAS_NAMESPACE}${quote}/>`] }];
  return [
    { depth: 0, parts: [`<${prefix}error type=${quote}`, choice(types), `${quote}>`] },
    ...child.map(({ depth, parts }) => ({ depth: depth + 1, parts })),
    { depth: 0, parts: [`</${prefix}error>`] },
  ];
}

/** Defined condition and text in an error child. */
function childOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  error: LooseElement,
): CompletionCandidate[] {
  const { element, scope } = cursor;
  const others = error.children.filter((one) => one !== element);
  const conditionsThere = conditionsIn(error, scope);
  const isThere = conditionsThere.some((one) => one !== element);
  const isReplacing = element?.closed && conditionsThere.includes(element);
  const span = replacedSpan(writing.document.text, cursor);
  const offers: CompletionCandidate[] = [];
  // Exactly one defined condition (§8.3.2).
  if (!isThere) offers.push(...conditionOffers(writing, cursor, error, span));
  const own = appConditionOffers(writing, cursor, error, span);
  offers.push(...own.related);
  if (span && !isReplacing && !hasText(others, writing, cursor))
    offers.push(textOffer(writing, cursor, span));
  return [...offers, ...own.others];
}

function conditionOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  error: LooseElement,
  span: Span | undefined,
): CompletionCandidate[] {
  const { translate } = writing;
  const quote = quoteNear(writing);
  const layout = layoutAt(writing, error);
  const type = statedValue(error, "type") ?? "";
  const expects = ({ name, expectedTypes }: ConditionDefinition) =>
    isErrorType(type) && name !== "undefined-condition" && expectedTypes.includes(type);
  const ordered = [...conditions].sort((a, b) => Number(expects(b)) - Number(expects(a)));
  const alone = !hasOwnCondition(error, cursor);
  return ordered.flatMap((condition, index): CompletionCandidate[] => {
    const { name, meaning } = condition;
    const offer = {
      label: name,
      kind: CompletionItemKind.EnumMember,
      detail: translate(meaning),
      description: expectedOf(condition),
      topic: { topic: "condition", name },
      best: index === 0 && expects(condition),
    } as const;
    const typeEdits = missingType(error, name, quote);
    if (span) {
      const lines = conditionLines(name, quote, alone);
      const template = withoutBracket(layOut(lines, layout), cursor);
      return [{ ...offer, span, template, edits: typeEdits }];
    }
    const renaming = cursor.element && renameEdits(cursor.element, name, quote);
    if (!renaming) return [];
    const { template, edits } = renaming;
    const all = [...typeEdits, ...edits];
    return [{ ...offer, span: cursor.nameSpan, template, edits: all }];
  });
}

/** Edits that rename an existing element to another condition, if it is empty or keeps its address. */
function renameEdits(
  element: LooseElement,
  name: string,
  quote: string,
): { template: Template; edits: Edit[] } | undefined {
  if (!element.closed || loosePrefix(element) !== "" || element.children.length > 0)
    return undefined;
  const holds = findCondition(name)?.characterData;
  const held = findCondition(element.name)?.characterData;
  if (element.hasText && !(holds && held)) return undefined;
  const declared = looseAttribute(element, "xmlns");
  const edits: Edit[] = [];
  let declaration = "";
  if (!declared) {
    declaration = ` xmlns=${quote}${STANZAS_NAMESPACE}${quote}`;
  } else if (!declared.closed || !declared.valueSpan) {
    return undefined;
  } else if (declared.value !== STANZAS_NAMESPACE) {
    edits.push({ span: declared.valueSpan, newText: STANZAS_NAMESPACE });
  }
  if (element.endTag) {
    const start = element.endTag.start + 2;
    edits.push({ span: { start, end: start + element.name.length }, newText: name });
  }
  return { template: [`${name}${declaration}`], edits };
}

/** True if there is a text in the language of the text that would be inserted. */
function hasText(
  children: readonly LooseElement[],
  { language }: CompletionContext,
  { scope }: ElementCursor,
): boolean {
  return children.some((child) => {
    if (roleOf(child, scope).role !== "text") return false;
    const own = statedValue(child, "xml:lang");
    return own === undefined || own.toLowerCase() === language.toLowerCase();
  });
}

function textOffer(
  writing: CompletionContext,
  cursor: ElementCursor,
  span: Span,
): CompletionCandidate {
  const { language, translate } = writing;
  const quote = quoteNear(writing);
  const start = `<text xmlns=${quote}${STANZAS_NAMESPACE}${quote}`;
  const lang = ` xml:lang=${quote}${escapeValue(language, quote)}${quote}>`;
  const template = withoutBracket([`${start}${lang}`, { text: "" }, "</text>"], cursor);
  return {
    label: "text",
    kind: CompletionItemKind.Property,
    description: translate("words for people"),
    span,
    template,
    topic: { topic: "text" },
  };
}

function expectedOf({ expectedTypes }: ConditionDefinition): string | undefined {
  return expectedTypes.length === errorTypes.length ? undefined : expectedTypes.join(", ");
}

/** The end tag of the innermost element that lacks one. */
export function endTagOffers(cursor: Cursor & { readonly kind: "endTag" }): CompletionCandidate[] {
  const { nameSpan, closed } = cursor;
  const isWanting = ({ endTag }: LooseElement) => !endTag || endTag.start + 2 === nameSpan.start;
  let found: LooseElement | undefined;
  for (let one = cursor.parent; one && !found; one = one.parent) if (isWanting(one)) found = one;
  const name = (found ?? cursor.parent)?.name ?? (cursor.inStanza ? undefined : cursor.scope?.name);
  if (name === undefined) return [];
  return [
    {
      label: `/${name}`,
      filter: name,
      kind: CompletionItemKind.Property,
      template: [closed ? name : `${name}>`],
      span: nameSpan,
      best: true,
    },
  ];
}
