#!/usr/bin/env bash
# TShark 4.0.17 (Wireshark): of 23 stanzas with one breach of RFC 6120 §8 each, its dissector of XMPP warns of 6 and has a note
# for 3. One would have expected more of what takes stanzas apart: it reports an error type that does not exist, an error
# without <error/>, or an unknown condition as it reports a good stanza. It has a note for a valid application-specific
# condition, too, and reports the end of every stream, </stream:stream>, as malformed. It does not stand in for a check.
set -euo pipefail
for tool in tshark text2pcap node; do
  command -v "$tool" >/dev/null || { echo "needs $tool (Debian: apt-get install tshark)"; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.mjs <<'SCRIPT'
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const namespace = "urn:ietf:params:xml:ns:xmpp-stanzas";
const head = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
const iq = (attributes, inside = "") => `<iq from='a@a.example/r' to='b@b.example' ${attributes}>${inside}</iq>`;
const message = (inside, attributes = "type='error'") => `<message id='1' from='a@a.example/r' to='b@b.example' ${attributes}>${inside}</message>`;
const error = (inside, attributes = "type='cancel'") => `<error ${attributes}>${inside}</error>`;
const element = (name, inside = "", xmlns = namespace) => `<${name} xmlns='${xmlns}'>${inside}</${name}>`;
const condition = element("item-not-found");
const ping = element("ping", "", "urn:xmpp:ping");
const last = element("query", "", "jabber:iq:last");
const breaches = {
  "iq without an id": iq("type='get'", ping),
  "iq without a type": iq("id='1'", ping),
  "iq with an unknown type": iq("id='1' type='fetch'", ping),
  "get without a child": iq("id='1' type='get'"),
  "get with two children": iq("id='1' type='get'", ping + last),
  "result with two children": iq("id='1' type='result'", ping + last),
  "iq of type error without error": iq("id='1' type='error'"),
  "message of type error without error": message("<body>a</body>"),
  "error in a message without a type": message(error(condition), ""),
  "error in a result": iq("id='1' type='result'", error(condition)),
  "two errors": message(error(condition) + error(condition)),
  "error without a type": message(error(condition, "")),
  "error with an unknown type": message(error(condition, "type='canceled'")),
  "no condition": message(error("")),
  "two conditions": message(error(condition + element("conflict"))),
  "an unknown condition": message(error(element("item-missing"))),
  "a condition without a namespace": message(error("<item-not-found/>")),
  "a condition in the wrong namespace": message(error(element("item-not-found", "", "urn:ietf:params:xml:ns:xmpp-stanza"))),
  "a condition with text in it": message(error(element("item-not-found", "Gone."))),
  "gone with an address that is no URI": message(error(element("gone", "elsewhere"))),
  "text without a namespace": message(error(`${condition}<text>Gone.</text>`)),
  "text with an element in it": message(error(condition + element("text", "<b/>"))),
  "an application-specific condition without a namespace": message(error(`${condition}<too-many/>`)),
};
const valid = {
  "an application-specific condition": message(error(condition + element("too-many", "", "urn:example:limits"))),
  "the end of the stream": "</stream:stream>",
};

/** Expert information of the dissector about the last of these packets; chats, the lowest level, describe its content. */
function dissect(...packets) {
  const dump = (text) =>
    [...Buffer.from(text)].map((byte, i) => `${i % 16 ? "" : `\n${i.toString(16).padStart(6, "0")}`} ${byte.toString(16).padStart(2, "0")}`).join("");
  writeFileSync("hex", `${packets.map(dump).join("\n")}\n`);
  execFileSync("text2pcap", ["-q", "-T", "40000,5222", "hex", "pcap"], { stdio: "ignore" });
  const fields = ["-T", "fields", "-e", "_ws.expert.severity", "-e", "_ws.malformed"];
  const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
  const output = execFileSync("tshark", ["-r", "pcap", "-Y", `frame.number==${packets.length}`, ...fields], options);
  const [severities = "", malformed = ""] = output.trimEnd().split("\t");
  if (malformed) return "malformed";
  const highest = Math.max(0, ...severities.split(",").map(Number));
  return { 0x600000: "warning", 0x400000: "note", 0x800000: "error" }[highest] ?? "nothing";
}
for (const [kind, stanzas] of Object.entries({ breaches, valid })) {
  const by = {};
  for (const [name, stanza] of Object.entries(stanzas)) (by[dissect(head, stanza)] ??= []).push(name);
  for (const level of Object.keys(by).sort()) console.log(`${kind}, ${level} (${by[level].length}): ${by[level].join("; ")}`);
}
SCRIPT
cat >seen <<'SEEN'
breaches, note (3): two errors; two conditions; an application-specific condition without a namespace
breaches, nothing (14): iq with an unknown type; get without a child; get with two children; result with two children; iq of type error without error; message of type error without error; error in a message without a type; error in a result; error with an unknown type; an unknown condition; a condition with text in it; gone with an address that is no URI; text without a namespace; text with an element in it
breaches, warning (6): iq without an id; iq without a type; error without a type; no condition; a condition without a namespace; a condition in the wrong namespace
valid, malformed (1): the end of the stream
valid, note (1): an application-specific condition
SEEN
node run.mjs >now
diff seen now && echo "as seen with $(tshark --version 2>/dev/null | head -1)"
