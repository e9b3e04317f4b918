/** A recording is a log that is read without a finding that its stanzas do not have. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, stanzas } from "../../server/api/index";
import { isLoopback, readAddress, showAddress } from "../../server/tap/address";
import type { Side } from "../../server/tap/join";
import { Recording, recordingName } from "../../server/tap/recording";
import { StreamReader } from "../../server/tap/streamReader";
import { Folder } from "../support/commandLine";

/** The log of a conversation, of which each text is a part. */
function record(parts: readonly (readonly [Side, string])[]): string {
  using folder = new Folder();
  const recording = new Recording(join(folder.path, "a.log"));
  const readers = { client: new StreamReader(), server: new StreamReader() };
  for (const [i, [sender, text]] of parts.entries()) {
    for (const element of readers[sender].read(text)) recording.add(sender, element, i);
  }
  recording.end();
  return readFileSync(recording.path, "utf8");
}

const header =
  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:x='urn:x' xml:lang='en'>";

describe("a recording", () => {
  const text = record([
    ["client", header],
    ["server", `${header}<stream:features/>`],
    ["client", "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGEAYg==</auth>"],
    ["server", "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"],
    ["client", header],
    ["server", `${header}<stream:features/>`],
    ["client", "<iq type='get' id='a' to='example.net'>\n  <x:q a='1\n2'/></iq>"],
    [
      "server",
      "<iq type='error' id='a' from='example.net'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>no\nRECV: yes</text></error></iq>",
    ],
    [
      "client",
      "<message to='a@example.net'><body>a\r\nb<![CDATA[c\nd]]><!--\n--></body></message>",
    ],
    ["server", "<message from='a@example.net' type='error'><error type='cancel'/></message>"],
    [
      "server",
      "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>",
    ],
  ]);

  it("has a line for each stanza and each stream, and no login", () => {
    const lines = text.split("\n").slice(0, -1);
    expect(lines.map((line) => line.slice(0, 42))).toEqual([
      "1970-01-01T00:00:00.000Z SENT: <stream:str",
      "1970-01-01T00:00:00.001Z RECV: <stream:str",
      "1970-01-01T00:00:00.004Z SENT: <stream:str",
      "1970-01-01T00:00:00.005Z RECV: <stream:str",
      "1970-01-01T00:00:00.006Z SENT: <iq type='g",
      "1970-01-01T00:00:00.007Z RECV: <iq type='e",
      "1970-01-01T00:00:00.008Z SENT: <message to",
      "1970-01-01T00:00:00.009Z RECV: <message fr",
      "1970-01-01T00:00:00.010Z RECV: <stream:err",
    ]);
    expect(lines[4]).toContain("<iq type='get' id='a' to='example.net'>&#10;  <x:q a='1 2'/></iq>");
    expect(lines[6]).toContain("<body>a&#10;b<![CDATA[c]]>&#10;<![CDATA[d]]><!-- --></body>");
  });

  it("has the findings of its stanzas and no others, with directions and replies", () => {
    const rules = { "xml-comment": "off" } as const;
    const found = check(text, { rules }).map(({ rule, line }) => `${line} ${rule}`);
    expect(found).toEqual(["8 condition-missing"]);
    expect(stanzas(text).map(({ kind, direction, answers }) => [kind, direction, answers])).toEqual(
      [
        ["iq", "out", undefined],
        ["iq", "in", 5],
        ["message", "out", undefined],
        ["message", "in", undefined],
        ["stream-error", "in", undefined],
      ],
    );
  });

  it("goes over no file, is its user's alone, and is removed if it is empty", () => {
    using folder = new Folder({ "there.log": "mine" });
    const there = join(folder.path, "there.log");
    expect(() => new Recording(there)).toThrow("EEXIST");
    expect(readFileSync(there, "utf8")).toBe("mine");
    const recording = new Recording(join(folder.path, "new.log"));
    if (process.platform !== "win32") expect(statSync(recording.path).mode & 0o777).toBe(0o600);
    recording.end();
    expect(existsSync(recording.path)).toBe(false);
  });

  it("has a file for each connection", () => {
    expect(["a/b.log", "b"].map((path) => recordingName(path, 1))).toEqual(["a/b.log", "b"]);
    expect(["a/b.log", "b"].map((path) => recordingName(path, 2))).toEqual(["a/b-2.log", "b-2"]);
  });
});

describe("an address", () => {
  it.each([
    ["127.0.0.1:5222", true],
    ["[::1]:5222", true],
    ["[::ffff:127.0.0.1]:1", true],
    ["localhost:0", true],
    ["0.0.0.0:5222", false],
    ["[::]:5222", false],
    ["1:5222", false],
    ["192.168.1.2:5222", false],
    ["localhost.example.net:5222", false],
  ])("%s is read, and loopback: %s", (text, isOwn) => {
    const address = readAddress(text);
    expect(address && showAddress(address)).toBe(text);
    expect(address && isLoopback(address.host)).toBe(isOwn);
  });

  it.each([
    "",
    "5222",
    "localhost",
    "localhost:65536",
    "::1:5222",
    "a b:1",
    "user@host:1",
    "[::1]",
  ])("%j is none", (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});
