/** What completion offers, before it is put into the protocol's terms. */

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
  /** What is compared with what has been typed, if not the label. */
  readonly filter?: string;
  readonly template: Template;
  /** What the text replaces; on one line, and around the cursor. */
  readonly span: Span;
  /** A few words about it. */
  readonly detail?: string | undefined;
  /** Fewer still, shown beside the label. */
  readonly description?: string | undefined;
  /** What else has to change, elsewhere in the document. */
  readonly edits?: readonly Edit[];
  readonly topic?: Topic;
  /** True for the one that is most likely meant. */
  readonly best?: boolean;
}

/** The cursor, and what there is to know about what surrounds it. */
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

/** The style of a place is looked for in so much of the text on either side of it. */
const NEAR = 4000;

/** The quote that attributes have around here. */
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

/** How several lines are written where the cursor is; all on one line behind other markup. */
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

/** Where the markup that is being written begins. */
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

/** The value of the attribute as it is meant, if it is there and complete. */
export function statedValue(element: LooseElement, name: string): string | undefined {
  const attribute = looseAttribute(element, name);
  return attribute?.closed ? resolveReferences(attribute.value) : undefined;
}

/** A value that an attribute may have, the likeliest first. */
export interface CompletionValue {
  readonly value: string;
  /** What is compared with what has been typed, if not the value. */
  readonly filter?: string;
  readonly detail?: string | undefined;
  readonly description?: string | undefined;
  readonly topic?: Topic;
  readonly best?: boolean;
}
