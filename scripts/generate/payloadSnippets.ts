/** Snippets for whole requests of the most used XEPs, by the name under which an editor lists them. */

import type { Snippet } from "./snippet";

const P = "http://jabber.org/protocol";
const id = `id='\${1:a1}'`;
const contact = `to='\${2:juliet@example.com}'`;
const room = `to='\${2:room@chat.example.com}'`;
const pubsub = `<pubsub xmlns='${P}/pubsub'>`;

export const payloadSnippets: readonly (readonly [name: string, snippet: Snippet])[] = [
  iq("last activity", "last", "How long has an entity been idle? (XEP-0012)", "get", contact, [
    "<query xmlns='jabber:iq:last'/>",
  ]),
  presence("join a room", "muc-join", "Entering a room, with less history (XEP-0045)", [
    `<x xmlns='${P}/muc'>`,
    `\t<history maxstanzas='\${3:20}'/>`,
    "</x>",
  ]),
  iq(
    "change an affiliation",
    "muc-affiliation",
    "Who may do what in a room (XEP-0045)",
    "set",
    room,
    [
      `<query xmlns='${P}/muc#admin'>`,
      `\t<item affiliation='\${3|member,admin,owner,outcast,none|}' jid='\${4:romeo@example.net}'/>`,
      "</query>",
    ],
  ),
  iq(
    "configure a room",
    "muc-configure",
    "The form with the options of a room (XEP-0045)",
    "get",
    room,
    [`<query xmlns='${P}/muc#owner'/>`],
  ),
  iq("private data", "private", "Data of one's own on the server (XEP-0049)", "get", "", [
    "<query xmlns='jabber:iq:private'>",
    `\t<\${2:storage} xmlns='\${3:storage:bookmarks}'/>`,
    "</query>",
  ]),
  iq(
    "ad-hoc command",
    "command",
    "Executing a command (XEP-0050)",
    "set",
    `to='\${2:example.com}'`,
    [
      `<command xmlns='${P}/commands' node='\${3:status}' action='\${4|execute,next,prev,complete,cancel|}'/>`,
    ],
  ),
  iq("vCard", "vcard", "Name, picture and addresses of a contact (XEP-0054)", "get", contact, [
    "<vCard xmlns='vcard-temp'/>",
  ]),
  iq(
    "publish an item",
    "pubsub-publish",
    "An item for the subscribers of a node (XEP-0060)",
    "set",
    "",
    [
      pubsub,
      `\t<publish node='\${2:urn:example:news}'>`,
      `\t\t<item id='\${3:current}'>`,
      `\t\t\t<\${4:entry} xmlns='\${5:urn:example:news}'/>`,
      "\t\t</item>",
      "\t</publish>",
      "</pubsub>",
    ],
  ),
  iq("items of a node", "pubsub-items", "What was published at a node (XEP-0060)", "get", contact, [
    pubsub,
    `\t<items node='\${3:urn:example:news}' max_items='\${4:10}'/>`,
    "</pubsub>",
  ]),
  iq(
    "subscribe to a node",
    "pubsub-subscribe",
    "Being told of new items (XEP-0060)",
    "set",
    contact,
    [
      pubsub,
      `\t<subscribe node='\${3:urn:example:news}' jid='\${4:romeo@example.net}'/>`,
      "</pubsub>",
    ],
  ),
  iq("register an account", "register", "A new account, or a new password (XEP-0077)", "set", "", [
    "<query xmlns='jabber:iq:register'>",
    `\t<username>\${2:romeo}</username>`,
    `\t<password>\${3:secret}</password>`,
    "</query>",
  ]),
  message("chat state", "chat-state", "Is somebody writing? (XEP-0085)", [
    `<\${3|composing,active,paused,inactive,gone|} xmlns='${P}/chatstates'/>`,
  ]),
  presence("capabilities", "caps", "What a client can do, as a hash (XEP-0115)", [
    `<c xmlns='${P}/caps' hash='sha-1' node='\${3:https://example.com/client}' ver='\${4:QgayPKawpkPSDYmwT/WM94uAlu0=}'/>`,
  ]),
  message("receipt", "receipt", "Telling that a message has arrived (XEP-0184)", [
    `<received xmlns='urn:xmpp:receipts' id='\${3:a2}'/>`,
  ]),
  iq("block a contact", "block", "Stanzas of a contact no more (XEP-0191)", "set", "", [
    "<block xmlns='urn:xmpp:blocking'>",
    `\t<item jid='\${2:juliet@example.com}'/>`,
    "</block>",
  ]),
  iq("entity time", "time", "What time is it there? (XEP-0202)", "get", contact, [
    "<time xmlns='urn:xmpp:time'/>",
  ]),
  iq("carbons", "carbons", "Copies of what other clients send and get (XEP-0280)", "set", "", [
    `<\${2|enable,disable|} xmlns='urn:xmpp:carbons:2'/>`,
  ]),
  message("correction", "correction", "Another text for the last message (XEP-0308)", [
    `<body>\${3:What is meant.}</body>`,
    `<replace xmlns='urn:xmpp:message-correct:0' id='\${4:a0}'/>`,
  ]),
  iq("archive", "mam", "The newest messages with a contact (XEP-0313)", "set", "", [
    "<query xmlns='urn:xmpp:mam:2'>",
    "\t<x xmlns='jabber:x:data' type='submit'>",
    "\t\t<field var='FORM_TYPE' type='hidden'>",
    "\t\t\t<value>urn:xmpp:mam:2</value>",
    "\t\t</field>",
    "\t\t<field var='with'>",
    `\t\t\t<value>\${2:juliet@example.com}</value>`,
    "\t\t</field>",
    "\t</x>",
    `\t<set xmlns='${P}/rsm'>`,
    `\t\t<max>\${3:50}</max>`,
    "\t\t<before/>",
    "\t</set>",
    "</query>",
  ]),
  iq("push", "push", "Notifications by a push service (XEP-0357)", "set", "", [
    `<enable xmlns='urn:xmpp:push:0' jid='\${2:push.example.com}' node='\${3:yxs32uqsflafdk3iuqo}'/>`,
  ]),
  iq(
    "upload slot",
    "upload",
    "Addresses to upload a file to and to get it from (XEP-0363)",
    "get",
    `to='\${2:upload.example.com}'`,
    [
      `<request xmlns='urn:xmpp:http:upload:0' filename='\${3:photo.jpg}' size='\${4:23456}' content-type='\${5:image/jpeg}'/>`,
    ],
  ),
  iq("bookmark", "bookmark", "A room to come back to (XEP-0402)", "set", "", [
    pubsub,
    "\t<publish node='urn:xmpp:bookmarks:1'>",
    `\t\t<item id='\${2:room@chat.example.com}'>`,
    `\t\t\t<conference xmlns='urn:xmpp:bookmarks:1' name='\${3:The Room}' autojoin='\${4|true,false|}'>`,
    `\t\t\t\t<nick>\${5:Romeo}</nick>`,
    "\t\t\t</conference>",
    "\t\t</item>",
    "\t</publish>",
    "</pubsub>",
  ]),
  message("chat marker", "displayed", "Telling that a message was read (XEP-0333)", [
    `<displayed xmlns='urn:xmpp:chat-markers:0' id='\${3:a2}'/>`,
  ]),
  message("reaction", "reaction", "An emoji for a message (XEP-0444)", [
    `<reactions xmlns='urn:xmpp:reactions:0' id='\${3:a0}'>`,
    `\t<reaction>\${4:👋}</reaction>`,
    "</reactions>",
  ]),
];

type Entry = readonly [name: string, snippet: Snippet];

function iq(
  name: string,
  prefix: string,
  description: string,
  type: "get" | "set",
  to: string,
  payload: readonly string[],
): Entry {
  const start = ["iq", `type='${type}'`, id, ...(to === "" ? [] : [to])].join(" ");
  return entry(name, prefix, description, [`<${start}>`, ...indented(payload), "</iq>"]);
}

function message(name: string, prefix: string, description: string, payload: readonly string[]) {
  const start = `<message type='chat' ${id} ${contact}>`;
  return entry(name, prefix, description, [start, ...indented(payload), "</message>"]);
}

function presence(name: string, prefix: string, description: string, payload: readonly string[]) {
  const start = `<presence to='\${2:room@chat.example.com/romeo}'>`;
  return entry(name, prefix, description, [start, ...indented(payload), "</presence>"]);
}

function entry(name: string, prefix: string, description: string, body: string[]): Entry {
  return [name, { prefix: `xmpp-${prefix}`, description, body }];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}
