// Measures what a server answers: sends requests over a plain client stream, and prints a transcript, `C:` what was sent and
// `S:` what came back within a second. For a server on the same machine that allows PLAIN without TLS.
// usage: node scripts/answers/measure.mjs ADDRESS/RESOURCE PASSWORD PORT <REQUESTS
//   ADDRESS is user@domain, REQUESTS has one stanza a line
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const [jid, password, port] = process.argv.slice(2);
const [, user, domain, resource] = /^([^@/]+)@([^@/]+)\/(.+)$/.exec(jid ?? "") ?? [];
if (!user || !password || !port) {
  console.error("usage: node scripts/answers/measure.mjs ADDRESS/RESOURCE PASSWORD PORT <REQUESTS");
  process.exit(2);
}

const socket = connect(Number(port), "127.0.0.1");
let received = "";
socket.setEncoding("utf8");
socket.on("data", (text) => {
  received += text;
});
await new Promise((resolve, reject) => {
  socket.once("connect", resolve);
  socket.once("error", reject);
});

/** What came back until nothing came for the time, in milliseconds. */
async function exchange(text, time) {
  received = "";
  socket.write(text);
  for (let length = -1; received.length !== length; ) {
    length = received.length;
    await pause(time);
  }
  return received;
}

const header = `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${domain}' version='1.0' xml:lang='en'>`;
await exchange(header, 400);
const credentials = Buffer.from(`\0${user}\0${password}`).toString("base64");
const answer = await exchange(
  `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`,
  600,
);
if (!answer.includes("<success")) throw new Error(`not logged in: ${answer}`);
await exchange(header, 400);
await exchange(
  `<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>${resource}</resource></bind></iq>`,
  400,
);
await exchange("<presence/>", 600);

for (const request of readFileSync(0, "utf8").split("\n")) {
  if (request.trim() === "") continue;
  console.log(`C: ${request}`);
  const text = await exchange(request, 1000);
  if (text.trim() !== "") console.log(`S: ${text.trim().replaceAll("\n", "&#10;")}`);
  console.log();
}
socket.end("</stream:stream>");
