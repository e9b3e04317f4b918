/** The conversation that a document holds, as data to draw or drawn already. */

import { conversationOf } from "../core/conversation";
import type { Conversation } from "../core/conversationChart";
import { mermaidOf } from "../core/conversationMermaid";
import { svgOf } from "../core/conversationSvg";
import type { Translate } from "../core/translate";
import type { ConversationAnswer, ConversationParams } from "../protocol";
import type { OpenDocument } from "./openDocument";

/** @param document one whose stanzas are all checked */
export function conversationAnswer(
  { stanzas, version }: OpenDocument,
  format: ConversationParams["format"],
  translate: Translate,
): ConversationAnswer<Conversation> {
  const conversation = conversationOf(stanzas, translate);
  if (format === "svg") return { version, text: svgOf(conversation, translate) };
  if (format === "mermaid") return { version, text: mermaidOf(conversation, translate) };
  return { version, conversation };
}
