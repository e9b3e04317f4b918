/** The conversation that a document holds, as data to draw or as a finished picture. */

import { conversationOf } from "../core/conversation/conversation";
import type { Conversation } from "../core/conversation/conversationChart";
import { mermaidOf } from "../core/conversation/conversationMermaid";
import type { Translate } from "../core/text/translate";
import type { ConversationAnswer, ConversationParams } from "../protocol/protocol";
import type { StanzaView } from "./stanzaView";

/** @param document its stanzas are all checked */
export async function conversationAnswer(
  { stanzas, version, view }: StanzaView,
  format: ConversationParams["format"],
  translate: Translate,
): Promise<ConversationAnswer<Conversation>> {
  const conversation = conversationOf(stanzas, translate);
  if (format === "svg") {
    // Loaded on demand, with the library that it builds on.
    const { svgOf } = await import("../core/conversation/conversationSvg");
    return { version, text: svgOf(conversation, translate) };
  }
  if (format === "mermaid") return { version, text: mermaidOf(conversation, translate) };
  // The rows are places to go to in the document.
  const rows = conversation.rows.map((row) => ({ ...row, span: view.region.toHost(row.span) }));
  return { version, conversation: { ...conversation, rows } };
}
