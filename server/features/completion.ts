/**
 * Completion: the markup that may come next in a stanza, written so that the stanza breaks no rule with it. Works
 * in incomplete stanzas.
 */

import {
  type CompletionClientCapabilities,
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type TextEdit,
} from "vscode-languageserver";
import type { Configuration } from "../core/check/config";
import type { Translate } from "../core/text/translate";
import {
  attributeNameOffers,
  attributeValueOffers,
  isAboutReplies,
  isInError,
} from "./completion/attributes";
import { elementOffers, endTagOffers } from "./completion/elements";
import type { CompletionCandidate, CompletionContext } from "./completion/offer";
import { stanzaOffers } from "./completion/stanzas";
import { hasStops, plainText, snippetText } from "./completion/template";
import type { Cursor } from "./cursor";
import { documentationOf, type Topic } from "./documentation";
import type { StanzaView } from "./stanzaView";

/** The language whose documents are stanzas throughout. */
const STANZA_LANGUAGE = "xmpp-stanza";

/** Abilities of the client for items. */
export type CompletionItemFeatures = NonNullable<CompletionClientCapabilities["completionItem"]> & {
  /** False where choices in a snippet are inserted as text. */
  readonly snippetChoices: boolean;
};

/** True if the completions at the cursor depend on the other stanzas, which must be checked then. */
export function needsOthers(cursor: Cursor): boolean {
  if (cursor.kind === "element") return isAtTop(cursor) || isInError(cursor, cursor.scope);
  if (cursor.kind !== "attributeName" && cursor.kind !== "attributeValue") return false;
  return isAboutReplies(cursor);
}

/** True if the text before the cursor is a search term: another term has other completions. */
export function isSearch(cursor: Cursor): boolean {
  return cursor.kind === "attributeValue" && /^xmlns(?::|$)/.test(cursor.attribute.name);
}

/**
 * The completions at the cursor, the likeliest first.
 * @param trigger the typed character that has triggered the request; undefined for an explicit request
 */
export function completionsAt(
  document: StanzaView,
  cursor: Cursor,
  { language, quotes }: Pick<Configuration, "language" | "quotes">,
  client: CompletionItemFeatures,
  translate: Translate,
  trigger?: string,
): CompletionItem[] {
  if (trigger !== undefined && !isAsking(trigger, cursor)) return [];
  const { languageId, stanzas } = document;
  // A region of another document was found because it holds stanzas.
  const isStanzaLanguage = languageId === STANZA_LANGUAGE || !document.isWhole;
  const writing: CompletionContext = {
    document: stanzas,
    cursor,
    isStanzaLanguage,
    language,
    quotes,
    translate,
  };
  const offers = offersAt(writing);
  // At most one item can be preselected.
  const best = offers.find((offer) => offer.best);
  return offers.flatMap(
    (offer, index) => itemOf(offer, index, offer === best, document, client) ?? [],
  );
}

/** The item with its documentation. */
export function resolveCompletion(
  item: CompletionItem,
  client: CompletionClientCapabilities | undefined,
  translate: Translate,
): CompletionItem {
  const topic = topicOf(item);
  if (!topic) return item;
  const formats = client?.completionItem?.documentationFormat ?? [];
  const format = formats[0] === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  const documentation = documentationOf(topic, format, translate, [], item.detail);
  return documentation ? { ...item, documentation } : item;
}

function offersAt(writing: CompletionContext): CompletionCandidate[] {
  const { cursor, isStanzaLanguage } = writing;
  // Other XML is left alone, except for markup that may become a stanza.
  if (!cursor.inStanza && !isStanzaLanguage && cursor.kind !== "element") return [];
  switch (cursor.kind) {
    case "element":
      return isAtTop(cursor) ? stanzaOffers(writing, cursor) : elementOffers(writing, cursor);
    case "endTag":
      return endTagOffers(cursor);
    case "attributeName":
      return attributeNameOffers(writing, cursor);
    case "attributeValue":
      return attributeValueOffers(writing, cursor);
    case "other":
      return [];
  }
}

/** True where a stanza may begin; also in the name of an incomplete one. */
function isAtTop({ inStanza, parent }: Cursor): boolean {
  return !inStanza || !parent;
}

/** False for a trigger character that asks for completion only elsewhere: a space does so in a tag. */
function isAsking(trigger: string, { kind }: Cursor): boolean {
  switch (trigger) {
    case "<":
      return kind === "element";
    case "/":
      return kind === "endTag" || kind === "attributeValue";
    case " ":
      return kind === "attributeName";
    default:
      return kind === "attributeValue";
  }
}

function itemOf(
  offer: CompletionCandidate,
  index: number,
  isBest: boolean,
  document: StanzaView,
  can: CompletionItemFeatures,
): CompletionItem | undefined {
  const { label, kind, template, detail, description, edits, topic } = offer;
  const isSnippet = can.snippetSupport === true && hasStops(template);
  const asIs = can.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true;
  const written = isSnippet ? snippetText(template, can.snippetChoices) : plainText(template);
  // A client without insertTextMode indents the lines of a snippet by itself.
  const laidOut = isSnippet && !asIs ? withoutIndentation(written, offer, document) : written;
  const textEdit = document.isWhole
    ? { range: document.rangeOf(offer.span), newText: laidOut }
    : writtenInPlace(offer, document);
  const others = (edits ?? []).map((edit) => document.textEdit(edit));
  // An item that cannot be written here is left out.
  if (!textEdit || others.includes(undefined)) return undefined;
  const { newText } = textEdit;
  const item: CompletionItem = {
    label,
    kind,
    sortText: String(index).padStart(3, "0"),
    textEdit,
    insertTextFormat:
      isSnippet && document.isWhole ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  if (offer.filter !== undefined) item.filterText = offer.filter;
  if (description && can.labelDetailsSupport) item.labelDetails = { description };
  const text = detail ?? (item.labelDetails ? undefined : description);
  if (text) item.detail = text;
  if (isBest && can.preselectSupport) item.preselect = true;
  if (asIs && newText.includes("\n")) item.insertTextMode = InsertTextMode.asIs;
  if (others.length > 0) item.additionalTextEdits = others.filter((edit) => edit !== undefined);
  if (topic) item.data = topic;
  return item;
}

/** The edit of an item in a region of another document, as plain text: escapes of both syntaxes would mix. */
function writtenInPlace(offer: CompletionCandidate, document: StanzaView): TextEdit | undefined {
  return document.textEdit({ span: offer.span, newText: plainText(offer.template) });
}

/** The text without the indentation of the line on which it begins. */
function withoutIndentation(
  text: string,
  { span }: CompletionCandidate,
  { stanzas }: StanzaView,
): string {
  const line = stanzas.text.lastIndexOf("\n", span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(stanzas.text.slice(line, span.start))?.[0] ?? "";
  return text.replaceAll(`\n${indentation}`, "\n");
}

function topicOf({ data }: CompletionItem): Topic | undefined {
  const known: unknown = data;
  return typeof known === "object" && known !== null && "topic" in known
    ? (known as Topic)
    : undefined;
}
