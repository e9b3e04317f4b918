/** Completion candidates, before they are converted to LSP items. */

import type { CompletionItemKind } from "vscode-languageserver";
import type { QuoteStyle } from "../../core/check/config";
import type { StanzaDocument } from "../../core/document/document";
import type { Edit } from "../../core/text/edit";
import type { Span } from "../../core/text/span";
import type { Translate } from "../../core/text/translate";
import { type LooseElement, looseAttribute } from "../../core/xml/loose";
import { resolveReferences } from "../../core/xml/looseAttributes";
import { isBlank } from "../../core/xml/tree";
import type { Cursor } from "../cursor";
import type { Topic } from "../documentation";
import type { Layout, Template } from "./template";

/** Offsets are UTF-16 code units of the document. */
export interface CompletionCandidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Text to match against the typed text, if not the label. */
  readonly filter?: string;
  readonly template: Template;
  /** Span of the replaced text; on one line, and around the cursor. */
  readonly span: Span;
  /** A short description. */
  readonly detail?: string | undefined;
  /** A shorter description, shown beside the label. */
  readonly description?: string | undefined;
  /** Further edits, elsewhere in the document (`additionalTextEdits`). */
  readonly edits?: readonly Edit[];
  readonly topic?: Topic;
  /** True for the likeliest candidate. */
  readonly best?: boolean;
}

/** The cursor, and facts about its surroundings. */
export interface CompletionContext {
  readonly document: StanzaDocument;
  readonly cursor: Cursor;
  /** True for a document of XMPP stanzas, false for XML that may hold some. */
  readonly isStanzaLanguage: boolean;
  /** `xml:lang` of inserted texts. */
  readonly language: string;
  readonly quotes: QuoteStyle;
  readonly translate: Translate;
}

/** UTF-16 code units on either side of the cursor in which the local style is looked for. */
const NEAR = 4000;

/** The quote that nearby attributes have. */
export function quoteNear({
  document: { text },
  cursor: { offset },
  quotes,
}: CompletionContext): string {
  if (quotes !== "auto") return quotes === "double" ? '"' : "'";
  const before = text.slice(Math.max(0, offset - NEAR), offset);
  const found =
    before.match(/=\s*["']/g)?.at(-1) ?? /=\s*["']/.exec(text.slice(offset, offset + NEAR))?.[0];
  return found?.at(-1) ?? "'";
}

/** Layout of several lines at the cursor; all on one line after other markup. */
export function layoutAt(
  { document: { text }, cursor }: CompletionContext,
  parent?: LooseElement,
): Layout {
  const { offset } = cursor;
  const start = markupStart(cursor);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(line, start);
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? "";
  const newline = text.indexOf("\n", Math.max(0, offset - NEAR));
  const lineEnd = text[newline - 1] === "\r" ? "\r\n" : "\n";
  const step = stepAt(text, offset, indentation, parent);
  return { lineEnd: parent && !isBlank(before) ? "" : lineEnd, indentation, step };
}

/** Offset where the markup that is being written begins. */
export function markupStart(cursor: Cursor): number {
  if (cursor.kind !== "element") return cursor.offset;
  return cursor.nameSpan.start - (cursor.opened ? 1 : 0);
}

function stepAt(text: string, offset: number, indentation: string, parent?: LooseElement): string {
  if (parent) {
    const { start } = parent.startTag;
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const outer = /^[ \t]*/.exec(line)?.[0] ?? "";
    const step = indentation.startsWith(outer) ? indentation.slice(outer.length) : "";
    if (step !== "" && step.length <= 8) return step;
  }
  const near = text.slice(Math.max(0, offset - NEAR), offset + NEAR);
  const indents = [...near.matchAll(/\n(\t+| {2,8})</g)].map(([, indent = ""]) => indent);
  return indents.sort((a, b) => a.length - b.length)[0] ?? (indentation[0] === "\t" ? "\t" : "  ");
}

/** The value of the attribute with references resolved, if it is there and complete. */
export function statedValue(element: LooseElement, name: string): string | undefined {
  const attribute = looseAttribute(element, name);
  return attribute?.closed ? resolveReferences(attribute.value) : undefined;
}

/** A possible value of an attribute. */
export interface CompletionValue {
  readonly value: string;
  /** Text to match against the typed text, if not the value. */
  readonly filter?: string;
  readonly detail?: string | undefined;
  readonly description?: string | undefined;
  readonly topic?: Topic;
  readonly best?: boolean;
}
