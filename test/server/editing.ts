/** Short ways to ask for what is about a text as such, with the cursor in the text. */

import type { Position, Range, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Session, URI } from "./support";

/** The text without its cursor `|`, and where that was. */
export function withCursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf("|");
  if (at < 0 || marked.includes("|", at + 1)) throw new Error(`one cursor, please: ${marked}`);
  const text = marked.replace("|", "");
  return { text, position: positionAt(text, at) };
}

function positionAt(text: string, offset: number): Position {
  return TextDocument.create(URI, "xmpp-stanza", 0, text).positionAt(offset);
}

/** The text in the range. */
export function textIn(text: string, range: Range): string {
  return TextDocument.create(URI, "xmpp-stanza", 0, text).getText(range);
}

export function edited(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, "xmpp-stanza", 0, text), edits);
}

/** Asks about the one document. */
export function ask<T>(session: Session, request: string, params: object = {}): Promise<T> {
  return session.connection.sendRequest<T>(request, { textDocument: { uri: URI }, ...params });
}

/** Opens the text and asks about the place of the cursor in it. */
export async function askAtCursor<T>(
  session: Session,
  marked: string,
  request: string,
  params: (position: Position) => object = (position) => ({ position }),
): Promise<T> {
  const { text, position } = withCursor(marked);
  await session.open(text);
  return ask<T>(session, request, params(position));
}
