/** Snippets for stanzas that are no errors, by the name under which an editor lists them. */

import type { Snippet } from "./snippet";

const id = `id='\${1:a1}'`;
const contact = `to='\${2:juliet@example.com}'`;
const entity = `to='\${2:example.com}'`;

export const requestSnippets: readonly (readonly [name: string, snippet: Snippet])[] = [
  [
    "iq get",
    {
      prefix: "xmpp-iq-get",
      description: "A request for information (RFC 6120 §8.2.3).",
      body: [
        `<iq type='get' ${id} ${entity}>`,
        `\t<\${3:query} xmlns='\${4:urn:example:query}'/>`,
        "</iq>",
      ],
    },
  ],
  [
    "iq set",
    {
      prefix: "xmpp-iq-set",
      description: "A request that changes something (RFC 6120 §8.2.3).",
      body: [
        `<iq type='set' ${id} ${entity}>`,
        `\t<\${3:query} xmlns='\${4:urn:example:query}'>$0</$3>`,
        "</iq>",
      ],
    },
  ],
  [
    "iq result",
    {
      prefix: "xmpp-iq-result",
      description: "The reply to a request that succeeded (RFC 6120 §8.2.3).",
      body: [
        `<iq type='result' ${id} from='\${2:example.com}' to='\${3:romeo@example.net/orchard}'/>`,
      ],
    },
  ],
  [
    "message chat",
    {
      prefix: "xmpp-message-chat",
      description: "A message of a conversation between two (RFC 6121 §5.2.2).",
      body: [
        `<message type='chat' ${id} ${contact}>`,
        `\t<body>\${3:What is said.}</body>`,
        "</message>",
      ],
    },
  ],
  [
    "message groupchat",
    {
      prefix: "xmpp-message-groupchat",
      description: "A message to all in a room (XEP-0045).",
      body: [
        `<message type='groupchat' ${id} to='\${2:room@chat.example.com}'>`,
        `\t<body>\${3:What is said.}</body>`,
        "</message>",
      ],
    },
  ],
  [
    "presence",
    {
      prefix: "xmpp-presence",
      description: "Being available, in words and for programs (RFC 6121 §4.7).",
      body: [
        "<presence>",
        `\t<show>\${1|away,chat,dnd,xa|}</show>`,
        `\t<status>\${2:What one is about.}</status>`,
        "</presence>",
      ],
    },
  ],
  [
    "presence subscription",
    {
      prefix: "xmpp-presence-subscribe",
      description: "Asking for somebody's presence, or answering that (RFC 6121 §3).",
      body: [
        `<presence type='\${1|subscribe,subscribed,unsubscribe,unsubscribed|}' id='\${2:a1}' to='\${3:juliet@example.com}'/>`,
      ],
    },
  ],
  ["ping", query("ping", "Is the other side there? (XEP-0199)", "ping", "urn:xmpp:ping")],
  [
    "disco#info",
    query(
      "disco-info",
      "What does an entity support? (XEP-0030)",
      "query",
      "http://jabber.org/protocol/disco#info",
    ),
  ],
  [
    "disco#items",
    query(
      "disco-items",
      "What belongs to an entity? (XEP-0030)",
      "query",
      "http://jabber.org/protocol/disco#items",
    ),
  ],
  [
    "software version",
    query("version", "Which software does an entity run? (XEP-0092)", "query", "jabber:iq:version"),
  ],
  [
    "roster get",
    {
      prefix: "xmpp-roster-get",
      description: "The roster of one's own account (RFC 6121 §2.1.3).",
      body: [`<iq type='get' ${id}>`, "\t<query xmlns='jabber:iq:roster'/>", "</iq>"],
    },
  ],
  [
    "roster set",
    {
      prefix: "xmpp-roster-set",
      description: "A contact into the roster, or changed there (RFC 6121 §2.1.5).",
      body: [
        `<iq type='set' ${id}>`,
        "\t<query xmlns='jabber:iq:roster'>",
        `\t\t<item jid='\${2:juliet@example.com}' name='\${3:Juliet}'/>`,
        "\t</query>",
        "</iq>",
      ],
    },
  ],
];

function query(name: string, description: string, element: string, namespace: string): Snippet {
  return {
    prefix: `xmpp-${name}`,
    description,
    body: [`<iq type='get' ${id} ${entity}>`, `\t<${element} xmlns='${namespace}'/>`, "</iq>"],
  };
}
