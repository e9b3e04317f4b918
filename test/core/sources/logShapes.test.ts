/** Shapes of records in which programs and collectors of logs print stanzas. */

import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../server/core/sources";
import transcript from "../../../server/core/sources/transcript";
import { openSource } from "../../support/sources";
import { stanzasOf as stanzasIn } from "./recordStanzas";

const get = "<iq type='get' id='q1' to='mill.example'><query xmlns='urn:example:a'/></iq>";
const result = "<iq type='result' id='q1' from='mill.example'/>";
const long = "<message id='m1'><body>one\n  two: 2\n10:00 three</body></message>";

/** The stanzas that are seen in a log without a finding: who sent each, and its text. */
function stanzasOf(log: string): [string | undefined, string][] {
  expect(sourceOf({ text: log })).toBe("transcript");
  expect(openSource(log, transcript).findings()).toEqual([]);
  return stanzasIn(log);
}

const talk: [string, string][] = [
  ["out", get],
  ["in", result],
];

describe("a direction", () => {
  it.each([
    [
      "is a word in a line of signs",
      "<--- sent to 'ann' --->\n",
      "<--- received from 'ann' --->\n",
    ],
    ["stands before an arrow", "[10:00:00 DBG] Net SEND >> ", "[10:00:01 DBG] Net RECV << "],
    ["is a column", "10:00:00\tout\tc1\t", "10:00:01\tin\tc1\t"],
    [
      "is a form of read or write",
      "10:00:00 writing to socket: ",
      "10:00:01 reading from socket: ",
    ],
    ["may be got", "DEBUG: socket       sent  ", "DEBUG: socket       got   "],
    ["may be inbound", "10:00:00 [outbound] ", "10:00:01 [inbound] "],
    ["is a part of a name", "10:00:00 net rawOutput ", "10:00:01 net rawInput "],
    ["is a part of the name of a field", "10:00:00 what=c2s_sent ", "10:00:01 what=c2s_received "],
    ["begins the name of a function", "10:00:00 sendStanza ", "10:00:01 didReceive "],
    ["is a word in a comment", "<!-- OUT -->", "<!-- IN -->"],
    ["ends a dotted name", '10:00:00 event="net.send" ', '10:00:01 event="net.recv" '],
    [
      "stands in a comment with the time",
      "<!-- Out 02/03/26 10:00:00 (ann) -->\n",
      "<!-- In 02/03/26 10:00:01 (ann) -->\n",
    ],
    [
      "comes after the program's name",
      "Bridge 2026-02-03 10:00:00.1 FINE: [4] Net: SENT (0): ",
      "Bridge 2026-02-03 10:00:01.2 FINE: [4] Net: RECV (0): ",
    ],
  ])("%s", (_, sent, received) => {
    const noise = "10:00:00 expected <iq> but read <a>\n10:00:00 <Handler object id=q1>\n";
    expect(stanzasOf(`${sent}${get}\n${noise}${received}${result}\n`)).toEqual(talk);
  });

  it.each([
    ["direction", (side: string, stanza: string) => ({ direction: side, stanza })],
    ["a value after the stanza", (side: string, stanza: string) => ({ stanza, way: side, n: 1 })],
    ["an event", (side: string, stanza: string) => ({ event: `xmpp.${side}`, data: { stanza } })],
  ])("is a value of a record in JSON: %s", (_, record) => {
    const noise = `${JSON.stringify({ msg: "in the queue: <none>" })}\n`;
    const log = `${JSON.stringify(record("out", get))}\n${noise}${JSON.stringify(record("in", result))}\n`;
    expect(stanzasOf(log)).toEqual(talk);
  });

  it("is a field, before or after the stanza", () => {
    const escaped = (stanza: string) => stanza.replaceAll("'", '\\"');
    const log = `time=2026-02-03T10:00:00Z xml="${escaped(get)}" dir=out\ntime=2026-02-03T10:00:01Z direction="in" xml="${escaped(result)}"\n`;
    expect(stanzasOf(log).map(([sender]) => sender)).toEqual(["out", "in"]);
  });

  it("is an arrow, to the right for what the program sends", () => {
    const log = `10:00:00 net -> ${get}\n10:00:01 net <- ${result}\n`;
    expect(stanzasOf(log).map(([sender]) => sender)).toEqual([">", "<"]);
  });

  it("is a member of the object in JSON, up to more lines above than otherwise", () => {
    const frame = (side: string, data: string) =>
      JSON.stringify({ type: side, time: 1.5, opcode: 1, data }, undefined, 2);
    const log = `[\n${frame("send", get)},\n${frame("receive", result)}\n]\n`;
    expect(stanzasOf(log)).toEqual(talk);
  });

  it("is no end of a sentence, nor a word in the record of another stanza", () => {
    const marked = `10:00:00 SENT: ${get}\n10:00:01 RECV: ${result}\n`;
    for (const words of ["10:00:02 INFO logged in", "10:00:02 INFO the message was sent"]) {
      const log = `${marked}${words}\n10:00:02 DEBUG stanza: <presence id='p1'/>\n`;
      expect(stanzasOf(log).at(-1), words).toEqual([undefined, "<presence id='p1'/>"]);
    }
  });
});

describe("colors of a terminal", () => {
  it("may stand within tags", () => {
    const colored = (stanza: string) =>
      stanza.replace(/<\/?\w+/g, (name) => `\u001b[36m${name}\u001b[39m`);
    const log = `\u001b[2m10:00:00\u001b[0m sent ${colored(get)}\n10:00:01 received ${colored(result)}\n`;
    expect(stanzasOf(log)).toEqual(talk);
  });

  it("may stand between the sign of a tag and its name", () => {
    const colored = (stanza: string) =>
      stanza.replace(/(<\/?)(\w+)/g, "$1\u001b[1m\u001b[36m$2\u001b[39m");
    const log = `10:00:00 sent ${colored(get)}\n10:00:01 received ${colored(result)}\n`;
    expect(stanzasOf(log)).toEqual(talk);
  });
});

describe("a log that is cut off", () => {
  const marked = `10:00:00 SENT: ${get}\n10:00:01 RECV: ${result}\n`;

  it("has no finding in its last stanza, wherever the cut is", () => {
    const last = `10:00:02 SENT: ${long.replaceAll("\n", " ")}`;
    for (let end = 16; end < last.length; end++) {
      const log = marked + last.slice(0, end);
      expect(openSource(log, transcript).findings(), last.slice(0, end)).toEqual([]);
    }
  });

  it("has none in a literal, either", () => {
    const escaped = JSON.stringify({ stanza: long }).replaceAll("/", "\\/");
    const octets = [...new TextEncoder().encode(long)].join(",");
    for (const last of [`10:00:02 SENT ${escaped}`, `10:00:02 SENT <<${octets}>>`]) {
      for (let end = 16; end < last.length; end++) {
        const log = marked + last.slice(0, end);
        expect(openSource(log, transcript).findings(), last.slice(0, end)).toEqual([]);
      }
    }
  });

  it("is read from the next record on where its start is the rest of one", () => {
    const object = "net:queue: <iq from=None to=None id='q9' type=<Kind.GET: 'get'>>\n";
    const log = `'set'> data=<net.Bind object at 0x7f>>\n${object}${marked.replace(/^\d\S+ /gm, "net: ")}${object}`;
    expect(openSource(log, transcript).findings()).toEqual([]);
    expect(stanzasIn(log)).toEqual(talk);
  });
});

it("is a log by its name, if it has stanzas", () => {
  const text = `nothing else\n${get}\n${result}\n`;
  expect(sourceOf({ text, path: "/a/client.log.2" })).toBe("transcript");
  expect(sourceOf({ text, path: "/a/client.txt" })).toBe("plain");
  expect(sourceOf({ text: "started\n", path: "/a/client.log" })).toBe("plain");
});

describe("a collector's prefix", () => {
  it.each([
    ["web-1  | 10:00:00 DEBUG ", "web-1  | "],
    ["Feb  3 10:00:00 mill app[42]: DEBUG:net:", "Feb  3 10:00:00 mill app[42]: "],
    ["2026-02-03T10:00:00+0100 mill app[42]: ", "2026-02-03T10:00:01+0100 mill app[42]: "],
  ])("stands before every line of a stanza: %j", (before, again) => {
    const message = long.replaceAll("\n", `\n${again}`);
    const indented = get.replace("><", `>\n${again}  <`).replace("/></", `/>\n${again}</`);
    const log = `${before}SENT: ${get}\nother | GET /in <x>\n${before}RECV: ${message}\n${before}SENT: ${indented}\n${before}RECV: ${result}\n`;
    expect(stanzasOf(log)).toEqual([
      ["out", get],
      ["in", long],
      ["out", get.replace("><", ">\n  <").replace("/></", "/>\n</")],
      ["in", result],
    ]);
  });
});
