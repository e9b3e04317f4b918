/** Completion as an editor does it: asks at the cursor, and takes what is offered. */

import type {
  ClientCapabilities,
  CompletionContext,
  CompletionItem,
  CompletionList,
  Position,
  Range,
  TextEdit,
} from "vscode-languageserver/node";
import { CompletionTriggerKind, InsertTextFormat, MarkupKind } from "vscode-languageserver/node";
import { type Introduction, pullingClient, type Session, URI } from "./support";

export const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
export const NOT_FOUND = `<item-not-found xmlns='${STANZAS}'/>`;

/** An error reply with that inside its error child. */
export const inError = (inside: string, attributes = " type='cancel'") =>
  `<iq type='error' id='a1'>\n  <error${attributes}>\n    ${inside}\n  </error>\n</iq>\n`;

/** The labels of what the editor is to have chosen already. */
export const preselected = (items: readonly CompletionItem[]) =>
  items.filter(({ preselect }) => preselect).map(({ label }) => label);

const completion = (snippets: boolean): ClientCapabilities => ({
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: snippets,
        preselectSupport: true,
        labelDetailsSupport: true,
        documentationFormat: snippets ? [MarkupKind.Markdown] : [MarkupKind.PlainText],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
    hover: { contentFormat: [snippets ? MarkupKind.Markdown : MarkupKind.PlainText] },
  },
});

export const snippetClient = completion(true);
/** Option of this project's own client: it shows choices in snippets. */
export const ownClient: Introduction = { options: { commands: ["xmppStanza.createErrorReply"] } };
export const plainClient = completion(false);

/** A text with its cursor, which is the only `|` in it. */
export function withCursor(marked: string): { text: string; offset: number; position: Position } {
  const offset = marked.indexOf("|");
  if (offset < 0 || marked.includes("|", offset + 1)) throw new Error(`one cursor in ${marked}`);
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, position: positionAt(text, offset) };
}

let count = 0;

/** The completions at the cursor of the text, in a document of its own. */
export async function complete(
  session: Session,
  marked: string,
  languageId = "xmpp-stanza",
  trigger?: string,
): Promise<CompletionItem[]> {
  const { text, position } = withCursor(marked);
  const uri = `${URI}.${++count}`;
  await session.open(text, uri, languageId);
  const context: CompletionContext = trigger
    ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger }
    : { triggerKind: CompletionTriggerKind.Invoked };
  const answer: CompletionItem[] | CompletionList = await session.connection.sendRequest(
    "textDocument/completion",
    { textDocument: { uri }, position, context },
  );
  return Array.isArray(answer) ? answer : answer.items;
}

export async function labels(session: Session, marked: string): Promise<string[]> {
  return (await complete(session, marked)).map(({ label }) => label);
}

/** The text when the item is taken and every place to fill in left as it is. */
export function accepted(text: string, item: CompletionItem): string {
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
  return applyTextEdits(
    text,
    edits.map(({ range, newText }, index) => ({
      range,
      newText: index === 0 && isSnippet(item) ? expand(newText) : newText,
    })),
  );
}

export function isSnippet({ insertTextFormat }: CompletionItem): boolean {
  return insertTextFormat === InsertTextFormat.Snippet;
}

/** A snippet with its places to fill in as they are; throws for what is no snippet. */
export function expand(snippet: string): string {
  let text = "";
  for (let at = 0; at < snippet.length; ) {
    const rest = snippet.slice(at);
    const [stop, , choices, fill] =
      /^(?:\$\d+|\$\{(\d+)(?:\|((?:\\.|[^|\\])*)\||:((?:\\.|[^}\\])*))\})/.exec(rest) ?? [];
    if (stop !== undefined) {
      const first = choices === undefined ? fill : /^(?:\\.|[^,\\])*/.exec(choices)![0];
      text += (first ?? "").replace(/\\(.)/g, "$1");
      at += stop.length;
    } else if (rest[0] === "\\") {
      text += rest[1];
      at += 2;
    } else if (rest[0] === "$" || rest[0] === "}") {
      throw new Error(`bare ${rest[0]} in ${snippet}`);
    } else {
      text += rest[0];
      at++;
    }
  }
  return text;
}

/** Asserts LSP's conditions for an item: one line, around the cursor, no overlap with its further edits. */
export function checkItem(item: CompletionItem, text: string, position: Position): void {
  const { range } = item.textEdit as TextEdit;
  const at = offsetAt(text, position);
  const main = spanOf(text, range);
  if (range.start.line !== position.line || range.end.line !== position.line) {
    throw new Error(`${item.label} replaces more than its line`);
  }
  if (main.start > at || at > main.end) throw new Error(`${item.label} is not at the cursor`);
  for (const edit of item.additionalTextEdits ?? []) {
    const other = spanOf(text, edit.range);
    if (other.end >= main.start && other.start <= main.end) {
      throw new Error(`${item.label} touches itself`);
    }
  }
}

function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const spans = edits.map(({ range, newText }) => ({ ...spanOf(text, range), newText }));
  spans.sort((a, b) => b.start - a.start);
  let result = text;
  for (const { start, end, newText } of spans) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return result;
}

function spanOf(text: string, range: Range) {
  return { start: offsetAt(text, range.start), end: offsetAt(text, range.end) };
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
}

/** The text after the proposal with that label has been accepted. */
export async function taken(session: Session, marked: string, label: string): Promise<string> {
  const item = (await complete(session, marked)).find((one) => one.label === label);
  if (!item) throw new Error(`${label} is not offered in ${marked}`);
  return accepted(withCursor(marked).text, item);
}
