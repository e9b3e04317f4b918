/** The types of stanzas: RFC 6120 §8.2.3 for iq, RFC 6121 §5.2.2 for message, §4.7.1 for presence. */

import type { StanzaKind } from "./stanza";

export interface StanzaTypeDefinition {
  readonly type: string;
  readonly meaning: string;
}

/** The types of each kind: the usual one first for iq and message, and error last. */
export const stanzaTypes: Readonly<Record<StanzaKind, readonly StanzaTypeDefinition[]>> = {
  iq: [
    { type: "get", meaning: "Asks for data." },
    { type: "set", meaning: "Sends data to be kept, or asks for something to be done." },
    { type: "result", meaning: "Answers a get or set that succeeded." },
    { type: "error", meaning: "Answers a get or set that failed, and says why." },
  ],
  message: [
    {
      type: "normal",
      meaning: "A message by itself, outside a conversation; what a message without a type is.",
    },
    { type: "chat", meaning: "A message in a conversation of two." },
    { type: "groupchat", meaning: "A message in a room of several." },
    { type: "headline", meaning: "A notice to which no reply is expected." },
    { type: "error", meaning: "Says that an earlier message failed, and why." },
  ],
  presence: [
    { type: "unavailable", meaning: "The sender is no longer available." },
    { type: "subscribe", meaning: "Asks to be told about the recipient's presence." },
    { type: "subscribed", meaning: "Allows the recipient to see the sender's presence." },
    { type: "unsubscribe", meaning: "No longer wants to be told about the recipient's presence." },
    { type: "unsubscribed", meaning: "Refuses the subscription, or takes back the permission." },
    { type: "probe", meaning: "A server asks for somebody's current presence." },
    { type: "error", meaning: "Says that an earlier presence failed, and why." },
  ],
};

/** The names of the types. */
export const stanzaTypeNames: Readonly<Record<StanzaKind, readonly string[]>> = {
  iq: stanzaTypes.iq.map(({ type }) => type),
  message: stanzaTypes.message.map(({ type }) => type),
  presence: stanzaTypes.presence.map(({ type }) => type),
};

/** The type of that name, if the kind has it. */
export function findStanzaType(kind: StanzaKind, type: string): StanzaTypeDefinition | undefined {
  return stanzaTypes[kind].find((one) => one.type === type);
}
