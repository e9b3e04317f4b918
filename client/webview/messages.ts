/** Messages between the extension and its view of a conversation. */

import type { Conversation } from "../../server/core/conversation/conversationChart";

/** From the extension to the view. */
export type ToView =
  /** Translations of the texts by their English originals, sent once. */
  | { readonly type: "texts"; readonly bundle: Readonly<Record<string, string>> }
  | {
      readonly type: "conversation";
      /** Address of the document that holds the conversation. */
      readonly document: string;
      readonly conversation: Conversation;
    }
  /** The row of the stanza that the cursor is in; -1 for none. */
  | { readonly type: "select"; readonly index: number };

/** From the view to the extension. */
export type FromView =
  /** The view listens from now on. */
  | { readonly type: "ready" }
  /** The user chose a row; with `focus` the editor gets the keyboard. */
  | { readonly type: "reveal"; readonly index: number; readonly focus: boolean };

/** A valid message from the view, or undefined for anything else: the page is not trusted. */
export function readFromView(message: unknown): FromView | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, index, focus } = message as Readonly<Record<string, unknown>>;
  if (type === "ready") return { type };
  if (type !== "reveal" || typeof focus !== "boolean") return undefined;
  if (typeof index !== "number" || !Number.isSafeInteger(index) || index < 0) return undefined;
  return { type, index, focus };
}
