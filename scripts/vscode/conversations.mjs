// Conversations for the pictures: thirty stanzas with everything that a chart can show, and any number
// of ordinary ones.

const STANZAS_NAMESPACE = "urn:ietf:params:xml:ns:xmpp-stanzas";
const viola = "viola@illyria.example";
const orsino = "orsino@illyria.example";
const room = "elephant@inn.illyria.example";

const iq = (type, id, from, to, payload = "") =>
  `<iq type='${type}' id='${id}'${address("from", from)}${address("to", to)}>${payload}</iq>`;
const message = (type, id, from, to, inside) =>
  `<message type='${type}' id='${id}'${address("from", from)}${address("to", to)}>${inside}</message>`;
const presence = (type, id, from, to, inside = "") =>
  `<presence${type && ` type='${type}'`} id='${id}'${address("from", from)}${address("to", to)}>${inside}</presence>`;
const error = (type, condition, text = "") =>
  `<error type='${type}'><${condition} xmlns='${STANZAS_NAMESPACE}'/>${text}</error>`;
const body = (words) => `<body>${words}</body>`;
const query = (namespace, inside = "") => `<query xmlns='${namespace}'>${inside}</query>`;

function address(name, value) {
  return value ? ` ${name}='${value}'` : "";
}

const INFO = "http://jabber.org/protocol/disco#info";
const ITEMS = "http://jabber.org/protocol/disco#items";

/** Thirty stanzas; some of them are wrong. */
export const sampleConversation = `${[
  iq("get", "roster-1", `${viola}/boat`, "", query("jabber:iq:roster")),
  iq("result", "roster-1", "", `${viola}/boat`, query("jabber:iq:roster")),
  presence("", "p-1", `${viola}/boat`, ""),
  iq("get", "disco-1", `${viola}/boat`, "inn.illyria.example", query(INFO)),
  iq("get", "disco-2", `${viola}/boat`, "inn.illyria.example", query(ITEMS)),
  iq("result", "disco-2", "inn.illyria.example", `${viola}/boat`, query(ITEMS)),
  iq("result", "disco-1", "inn.illyria.example", `${viola}/boat`, query(INFO)),
  presence(
    "",
    "join-1",
    `${viola}/boat`,
    `${room}/Cesario`,
    "<x xmlns='http://jabber.org/protocol/muc'/>",
  ),
  presence("error", "join-1", `${room}/Cesario`, `${viola}/boat`, error("cancel", "conflict")),
  presence("", "join-2", `${viola}/boat`, `${room}/Sebastian`),
  presence("", "join-2b", `${room}/Sebastian`, `${viola}/boat`),
  message("groupchat", "m-1", `${viola}/boat`, room, body("Is anyone awake?")),
  message("groupchat", "m-1b", `${room}/Sebastian`, `${viola}/boat`, body("Is anyone awake?")),
  message("chat", "m-2", `${viola}/boat`, orsino, body("My lord?")),
  message("error", "m-2", orsino, `${viola}/boat`, error("wait", "recipient-unavailable")),
  message("chat", "m-3", `${viola}/boat`, "feste@illyria.example", body("Sing.")),
  message("error", "m-3", "feste@illyria.example", `${viola}/boat`, "<error/>"),
  iq("set", "vcard-1", `${viola}/boat`, viola, "<vCard xmlns='vcard-temp'/>"),
  iq("result", "vcard-1", viola, `${viola}/boat`),
  iq("get", "last-1", `${viola}/boat`, `${orsino}/hall`, query("jabber:iq:last")),
  iq("error", "last-1", `${orsino}/hall`, `${viola}/boat`, error("canceled", "forbidden")),
  "<iq type='get' id='broken-1' from='viola@illyria.example/boat'><query></iq>",
  iq("get", "ping-1", "illyria.example", `${viola}/boat`, "<ping xmlns='urn:xmpp:ping'/>"),
  iq("result", "ping-1", `${viola}/boat`, "illyria.example"),
  iq(
    "set",
    "a-very-long-identifier-that-some-library-made-4b1f5a3c-9f8e-4f0e-8d0c",
    "olivia@illyria.example/garden",
    `${viola}/boat`,
    "<a-payload-with-an-unusually-long-name xmlns='urn:example:long'/>",
  ),
  iq(
    "error",
    "a-very-long-identifier-that-some-library-made-4b1f5a3c-9f8e-4f0e-8d0c",
    `${viola}/boat`,
    "olivia@illyria.example/garden",
    error("cancel", "service-unavailable"),
  ),
  message("chat", "m-4", "olivia@illyria.example/garden", `${viola}/boat`, body("小さな声で")),
  iq("get", "late-1", "", "", query("jabber:iq:version")),
  iq("error", "late-1", "", "", error("cancel", "feature-not-implemented")),
  presence("unavailable", "p-2", `${viola}/boat`, ""),
].join("\n\n")}\n`;

/** `count` stanzas between five people and a room, every other one a reply, some of them late. */
export function longConversation(count) {
  const people = ["romeo", "juliet", "tybalt", "nurse", "paris"].map(
    (name) => `${name}@example.org`,
  );
  const stanzas = [];
  for (let i = 0; stanzas.length < count; i++) {
    const from = `${people[i % 5]}/phone`;
    const to = i % 7 === 0 ? "room@chat.example.org" : `${people[(i * 3 + 1) % 5]}/desk`;
    const id = `q-${i}`;
    stanzas.push(iq("get", id, from, to, query("jabber:iq:version")));
    const late = i >= 20 && i % 20 === 0;
    if (late) stanzas.push(message("chat", `m-${i}`, to, from, body("Wait for it.")));
    else if (i % 9 === 0) stanzas.push(iq("error", id, to, from, error("cancel", "forbidden")));
    else stanzas.push(iq("result", id, to, from));
    if (i % 20 === 19 && i > 20) {
      const asked = i - 19;
      const answerer =
        asked % 7 === 0 ? "room@chat.example.org" : `${people[(asked * 3 + 1) % 5]}/desk`;
      stanzas.push(iq("result", `q-${asked}`, answerer, `${people[asked % 5]}/phone`));
    }
  }
  return `${stanzas.slice(0, count).join("\n")}\n`;
}
