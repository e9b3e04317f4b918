/** What is read of the bytes of a connection: plain streams, WebSockets, and when nothing is read any more. */

import { describe, expect, it } from "vitest";
import { ConnectionReader } from "../../server/tap/connectionReader";
import type { Side } from "../../server/tap/join";

const header =
  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

/** Elements, and the reason why nothing more is read, as they come. */
function listen() {
  const seen: string[] = [];
  const reader = new ConnectionReader({
    element: (sender, { text }) => seen.push(`${sender} ${text}`),
    opaque: (reason) => seen.push(`opaque: ${reason}`),
  });
  const say = (sender: Side, ...bytes: (string | Uint8Array)[]) => {
    for (const one of bytes) reader.read(sender, Buffer.from(one));
  };
  return { reader, seen, say };
}

/** A frame of a WebSocket (RFC 6455 §5.2), masked as those of clients. */
function frame(
  payload: string | Uint8Array,
  { first = 0x81, mask }: { first?: number; mask?: readonly number[] } = {},
): Buffer {
  const content = Buffer.from(payload);
  const { length } = content;
  const size = length < 126 ? length : length < 65_536 ? 126 : 127;
  const bit = mask ? 0x80 : 0;
  const head = Buffer.alloc(2 + (size === 126 ? 2 : size === 127 ? 8 : 0));
  head.set([first, size | bit]);
  if (size === 126) head.writeUInt16BE(length, 2);
  if (size === 127) head.writeBigUInt64BE(BigInt(length), 2);
  if (!mask) return Buffer.concat([head, content]);
  return Buffer.concat([head, Buffer.from(mask), content.map((byte, i) => byte ^ mask[i % 4]!)]);
}

const mask = [0x12, 0xab, 0x00, 0xff];
const request =
  "GET /xmpp-websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n";
const agreement =
  "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n";

describe("a plain stream", () => {
  it("is read from both sides, also where characters are split between chunks", () => {
    const { say, seen } = listen();
    const bytes = Buffer.from(`${header}<message><body>Grüße 😀</body></message>`);
    for (const byte of bytes) say("client", Buffer.of(byte));
    say("server", header, "<presence/>");
    expect(seen).toEqual([
      `client ${header}`,
      "client <message><body>Grüße 😀</body></message>",
      `server ${header}`,
      "server <presence/>",
    ]);
  });

  it.each([
    ["tls", "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"],
    ["compressed", "<compressed xmlns='http://jabber.org/protocol/compress'/>"],
  ])("is %s after the server has agreed, and is not read from there on", (reason, agreed) => {
    const { say, seen } = listen();
    say("client", header, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    say("server", header, agreed);
    seen.length = 0;
    say("client", Buffer.of(0x16, 3, 1, 2, 0), "<presence/>");
    say("server", Buffer.of(0x16, 3, 3, 0, 122));
    expect(seen).toEqual([]);
    const again = listen();
    again.say("server", agreed);
    expect(again.seen.at(-1)).toBe(`opaque: ${reason}`);
  });

  it.each<[string, Side, Uint8Array | string]>([
    ["tls", "client", Buffer.of(0x16, 3, 1)],
    ["other", "server", "220 mail.example.net ESMTP\r\n"],
    ["encoding", "client", Buffer.from("<message>\xff", "latin1")],
    ["http", "client", "POST /http-bind HTTP/1.1\r\n\r\n<body/>"],
  ])("is %s if its bytes say so", (reason, sender, bytes) => {
    const { say, seen } = listen();
    say(sender, bytes, "<presence/>");
    expect(seen).toEqual([`opaque: ${reason}`]);
  });

  it("says at its end who has sent a part of an element", () => {
    const { reader, say } = listen();
    say("client", "<presence/>  ");
    say("server", "<message>");
    expect(reader.close()).toEqual(["server"]);
  });

  it("gives a broken stanza at its end", () => {
    const { reader, say, seen } = listen();
    say("client", "<message><body></message>");
    reader.close();
    expect(seen).toEqual(["client <message><body></message>"]);
  });
});

describe("a WebSocket", () => {
  const texts = ["a", "b".repeat(200), "c".repeat(70_000)].map(
    (body) => `<message xmlns='jabber:client'><body>${body} ü</body></message>`,
  );
  const open = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0'/>";

  it.each([1, 5, 1000, 1_000_000])("is read from both sides in parts of %d bytes", (length) => {
    const { say, seen } = listen();
    const client = Buffer.concat([
      Buffer.from(request),
      ...[open, ...texts].map((text) => frame(text, { mask })),
    ]);
    const server = Buffer.concat([Buffer.from(agreement), ...texts.map((text) => frame(text))]);
    for (let i = 0; i < Math.max(client.length, server.length); i += length) {
      say("client", client.subarray(i, i + length));
      say("server", server.subarray(i, i + length));
    }
    const of = (sender: string) => seen.filter((one) => one.startsWith(sender));
    expect(of("client")).toEqual([open, ...texts].map((text) => `client ${text}`));
    expect(of("server")).toEqual(texts.map((text) => `server ${text}`));
    expect(seen.length).toBe(7);
  });

  it("has messages in several frames, with control frames between", () => {
    const { say, seen } = listen();
    const bytes = Buffer.from("<presence><status>é</status></presence>");
    say("client", request);
    // The é is split between frames.
    const cut = bytes.indexOf(0xc3) + 1;
    say("client", frame(bytes.subarray(0, cut), { first: 0x01, mask }));
    say("client", frame("ping", { first: 0x89, mask }));
    say("client", frame(bytes.subarray(cut, cut + 3), { first: 0x00, mask }));
    say("client", frame(bytes.subarray(cut + 3), { first: 0x80, mask }));
    say("client", frame("<presence/>", { mask }), frame("\x03\xe8", { first: 0x88, mask }));
    expect(seen).toEqual([`client ${bytes}`, "client <presence/>"]);
  });

  it("gives a message that is broken at once, and reads on", () => {
    const { say, seen } = listen();
    say("client", request, frame("<message><body></message>", { mask }), frame("<iq/>", { mask }));
    expect(seen).toEqual(["client <message><body></message>", "client <iq/>"]);
  });

  it("is not read any more once its messages are compressed (RFC 7692)", () => {
    const { say, seen } = listen();
    say("client", request, frame("<presence/>", { mask }));
    say("server", agreement, frame("abc", { first: 0xc1 }), frame("<presence/>"));
    expect(seen).toEqual(["client <presence/>", "opaque: compressed"]);
  });

  it("is not one if the server does not agree", () => {
    const { say, seen } = listen();
    say("client", request);
    say("server", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    expect(seen).toEqual(["opaque: http"]);
  });

  it("is given up with a message that is too large to be kept", () => {
    const { say, seen } = listen();
    const head = Buffer.alloc(10);
    head.set([0x81, 127]);
    head.writeBigUInt64BE(1n << 40n, 2);
    say("server", agreement, head);
    expect(seen).toEqual(["opaque: large"]);
  });
});
