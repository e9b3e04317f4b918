/** Character data right inside an error child: its places, and its removal. */

import type { Edit } from "../text/edit";
import type { Span } from "../text/span";
import type { XmlText } from "../xml/tree";
import { trimSpace } from "../xml/tree";
import type { StanzaError } from "../xmpp/stanza";

type WithStrayTexts = Pick<StanzaError, "strayTexts">;

/** The stray text as it is in the source, references included, trimmed. */
export function strayTextSource(error: WithStrayTexts, source: string): string {
  return error.strayTexts.map((text) => slice(source, visibleSpan(text, source))).join(" ");
}

/** The text without the white space around it; a CDATA section is visible as a whole. */
export function visibleSpan({ span, cdata }: XmlText, source: string): Span {
  if (cdata) return span;
  const raw = slice(source, span);
  const start = span.start + raw.indexOf(trimSpace(raw));
  return { start, end: start + trimSpace(raw).length };
}

/** Removes the stray texts, with their lines if they are alone on them. */
export function strayTextRemoval(error: WithStrayTexts, source: string): Edit[] {
  return error.strayTexts.map((text) => {
    const visible = visibleSpan(text, source);
    const before = source.slice(text.span.start, visible.start);
    const behind = source.slice(visible.end, text.span.end);
    const ownLines = before.includes("\n") && behind.includes("\n");
    return {
      span: ownLines ? { start: text.span.start, end: visible.end } : visible,
      newText: "",
    };
  });
}

function slice(source: string, span: Span): string {
  return source.slice(span.start, span.end);
}
