/** Logs as programs write them: directions, literals, pieces, copies, and what is no stanza. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import { sourceOf } from "../../../server/core/sources";
import transcript from "../../../server/core/sources/transcript";
import { suppressHere } from "../../../server/core/suppressions/suppress";
import { expectMarked, openSource, pairsOf, proveRobust, regionTexts } from "../../support/sources";
import { get, long, result, stanzasOf, talk } from "./recordStanzas";

describe("a log of an unknown program", () => {
  const leads = [
    ...["net/in  0001 | ", "T+0.121 rx ", "#11 in ", "{c2s_11} ", "[wire] <<< ", "(in 1) ", "← "],
    ...["<134>1 2026-01-02T10:00:00Z host wire - - - ", "I0102 10:00:00.123456 123 wire.cc:12] "],
    ...["+0:00:01 ", "ws#1 → ", "10h00m00s IN  ", "*** wire: ", 'time="10:00" msg='],
  ];
  const [is] = ["<⟦iq⟧{iq-id-missing} type='result'/>"];

  it.each(leads)("has heads of stanzas, which open nothing: %s", (lead) => {
    const { text, adapter } = expectMarked(
      `${lead}<message type='chat' to='ann@mill.example'>\n${lead}${is}\n${lead}<presence>\n${lead}done\n${lead}<iq type='get'>\n`,
      transcript,
    );
    expect(adapter).toBe(transcript);
    expect(sourceOf({ path: "a.log", text })).toBe("transcript");
  });

  it.each(leads)("may begin each line of a stanza alike: %s", (lead) => {
    expectMarked(
      `${lead}<message type='error'\n${lead}  to='ann@mill.example'>\n${lead}  <⟦error⟧{condition-missing} type='auth'/>\n${lead}  <x xmlns='urn:example:x'>\n${lead}    <message/>\n${lead}  </x>\n${lead}</message>\n${lead}${is}\n`,
      transcript,
    );
  });

  it.each(leads)("may begin a stanza of several lines: %s", (lead) => {
    expectMarked(
      `${lead}<message type='error'>\n  <⟦error⟧{condition-missing} type='auth'/>\n</message>\n${lead}<message><⟦body⟧{xml-not-well-formed}>Ho\n${lead}${is}\n`,
      transcript,
    );
  });
});

describe("a text in a stanza whose lines begin as records do", () => {
  it.each([
    [
      "a direction",
      "RECV: <message><body>a &amp; b\nSEND: hello\n\n</body></message>\nSEND: <presence/>\n",
    ],
    [
      "a direction alone",
      "RECV: <message><body>a &amp; b,\nthe mail I received:\nx</body></message>\nSEND: <presence/>\n",
    ],
    [
      "a direction before the end",
      "RECV: <message><body>a &amp; b\n\tSEND: hello</body></message>\nSEND: <presence/>\n",
    ],
    [
      "words before a direction",
      "RECV: <message>\n<body>He wrote:\nx</body></message>\nSEND: <presence/>\n",
    ],
    [
      "a letter",
      "C: <message><body>a &amp; b\nS: not a server\nC: nor a client</body></message>\nC: <presence/>\n",
    ],
  ])("is one text: %s", (_, text) => {
    const [view] = openSource(text, transcript).regions();
    expect(view!.document.findings()).toEqual([]);
    expect(view!.document.stanzas().map(({ summary }) => summary?.kind)).toEqual([
      "message",
      "presence",
    ]);
  });

  it("ends where a stanza begins", () => {
    expectMarked(
      "RECV: <message><⟦body⟧{xml-not-well-formed}>a\nSEND: hello\nRECV: <presence/>\n",
      transcript,
    );
  });
});

describe("the direction of a record", () => {
  it.each([
    ["SEND: ", "RECV: "],
    ["DEBUG:net.stream:SENT: ", "DEBUG:net.stream:RECV: "],
    [
      "2026-01-02 10:00:00,123 DEBUG net >> sending ",
      "2026-01-02 10:00:00,200 DEBUG net >> receiving ",
    ],
    ["(10:00:00) net: Sending (ann@mill.example/a): ", "(10:00:01) net: Recv (99): "],
    ["[DEBUG]: net.cpp:77:\tXMPP SENDING: ", "[DEBUG]: net.cpp:99:\tXMPP RECEIVING: "],
    ["raw:outgoing ", "raw:incoming "],
    ["Fri Jan 2 10:00:00 2026 SENT ", "Fri Jan 2 10:00:01 2026 RECEIVED "],
    ["web_1 | 10:00:00 DEBUG tx: ", "web_1 | 10:00:00 DEBUG rx: "],
    ["Net::Stream: Write: (", "Net::Stream: Read: buff("],
    ["log: level: 0, area: 262144, ", "log: level: 0, area: 131072, "],
    ["OUT\n", "IN\n"],
    ["10:00:00 - SENT:\n10:00:00 - ", "10:00:00 - RECV:\n10:00:00 - "],
    [
      "10:00:00 INFO  net (ann) ::::: DATA SENT ::::\n\n",
      "10:00:01 INFO  net (ann) ::::: DATA RECEIVED ::::\n\n",
    ],
    [
      "[10:00:00] NET: SEND:\n[10:00:00] NET: -----\n[10:00:00] NET: ",
      "[10:00:01] NET: RECV [47]:\n[10:00:01] NET: -----\n[10:00:01] NET: ",
    ],
    ["send<< ann@mill.example/a\n", "recv>> ann@mill.example/a\n"],
    [
      "D, [2026-01-02T10:00:00.123 #12] DEBUG -- : SENDING:\n    ",
      "D, [2026-01-02T10:00:00.2 #12] DEBUG -- : RECEIVED:\n    ",
    ],
    ["dbug: Net.Client[0]\n      Sending: ", "dbug: Net.Client[0]\n      Received: "],
    ["\u001b[32m10:00:00\u001b[0m \u001b[1mSEND\u001b[0m: ", "\u001b[32m10:00:00\u001b[0m RECV: "],
  ])("is its last word that is one: %j, %j", (sent, received) => {
    expect(stanzasOf(`${sent}${get}\n${received}${result}\n`)).toEqual(talk);
    expect(
      stanzasOf(`${sent}${get}\r\n${received}${result}`.replace(/\n(?<!\r\n)/g, "\r\n")),
    ).toEqual(talk);
  });

  it("is unknown with words of one direction only, or with words in sentences", () => {
    const logs = [
      `x sending ${get}\nx sending ${result}\n`,
      `10:00:00 could not read it in time: ${get}\n10:00:01 written out at last: ${result}\n`,
    ];
    for (const log of logs) {
      expect(
        stanzasOf(log).map(([sender]) => sender),
        log,
      ).toEqual([undefined, undefined]);
    }
  });

  it("is on a line of its own not more than two lines above", () => {
    expect(stanzasOf(`OUT\n\n\n${get}\nIN\n${result}\n`)[0]).toEqual([undefined, get]);
    expect(stanzasOf(`OUT\nwords\n${get}\nIN\n${result}\n`)[0]).toEqual([undefined, get]);
  });

  it("belongs to the stream that the record names", () => {
    const lines = [
      `Jan 02 10:00:00 c2s55e0a1b2\tdebug\tRECV: ${get}`,
      `Jan 02 10:00:00 c2s66f0a1b2\tdebug\tSEND: ${result}`,
      `Jan 02 10:00:00 c2s55e0a1b2\tdebug\tSEND: ${result}`,
      `10:00:00 [info] <0.41.0> Received XML = <<"${get}">>`,
      `10:00:00 [info] <0.42.0> Send XML = <<"${result}">>`,
      `10:00:00 [info] <0.41.0> Send XML = <<"${result}">>`,
    ];
    const [{ requests } = { requests: [] }] = pairsOf(openSource(lines.join("\n"), transcript));
    expect(requests).toEqual([undefined, undefined, 0, undefined, undefined, 3]);
  });

  it("makes a bare presence a stanza", () => {
    const [presence, sketch] = stanzasOf("C: <presence/>\nC: <iq/>\n");
    expect([presence?.[0], sketch?.[0]]).toEqual(["client", undefined]);
  });
});

describe("pieces of a stanza", () => {
  const cut = (at: number) => [long.slice(0, at), long.slice(at)] as const;

  it.each([12, 20, 500])("are joined where records are cut after %i characters", (at) => {
    const [first, second] = cut(at);
    const before = "x".repeat(400 - Math.min(at, 400));
    const filler = `<presence id='${before}'/>`;
    const log = `[10:00:00] NET: RECV [500]:\n[10:00:00] NET: '${filler}${first}'\n[10:00:00] NET: ---\n[10:00:00] NET: RECV [99]:\n[10:00:00] NET: '${second}'\n[10:00:00] NET: SEND:\n[10:00:00] NET: ${get}\n`;
    expect(stanzasOf(log)).toEqual([
      ["in", filler],
      ["in", long],
      ["out", get],
    ]);
  });

  it("are joined where a line of IRC ended at a blank", () => {
    const line = ":x!x@127.0.0.1 PRIVMSG ann :";
    const log = `${line}TX: ${get}\n${line}RX: <iq type='result'\n${line}id='q1' from='mill.example'/>\n`;
    expect(stanzasOf(log)).toEqual(talk);
  });

  it("are joined where every line of the stanza has the same direction", () => {
    const log = "S: <iq type='result'\nS:   id='1'>\nS:   <a xmlns='b'/>\nS: </iq>\n";
    expect(stanzasOf(log)).toEqual([
      ["server", "<iq type='result'\n  id='1'>\n  <a xmlns='b'/>\n</iq>"],
    ]);
  });

  it("are not joined with the next stanza, or with a stanza of the other side", () => {
    const [first] = cut(500);
    const log = `10:00:00 RECV: ${first}\n10:00:01 RECV: ${result}\n10:00:02 SENT: ${get}\n`;
    expect(stanzasOf(log).slice(1)).toEqual([
      ["in", result],
      ["out", get],
    ]);
    // The request that was sent last has no answer in this log.
    const rules = openSource(log, transcript)
      .findings()
      .map(({ finding }) => finding.rule.id);
    expect(rules).toEqual(["request-unanswered"]);
  });

  it("continue on lines that begin no record", () => {
    const text = "<message id='m1'><body>one\ntwo: 2\n\n10 three</body></message>";
    for (const [sent, received] of [
      ["SENT: ", "RECV: "],
      ["10:00:00 DEBUG sent: ", "10:00:01 DEBUG recv: "],
    ]) {
      expect(stanzasOf(`${sent}${text}\n${received}${result}\n`)).toEqual([
        ["out", text],
        ["in", result],
      ]);
    }
  });
});

describe("a comment that silences", () => {
  it.each([
    ["10:00:00 SENT: ", ""],
    ["OUT\n", ""],
    ["C: ", ""],
    ['10:00:00 [debug] sent: "', '"'],
  ])("gets a line of its own above the record: %j", (before, after) => {
    const wrong = "<iq type='result'/>";
    const log = `10:00:00 RECV: ${get}\nIN\n${get}\n${before}${wrong}${after}\n`;
    const open = openSource(log, transcript);
    const [view] = open.regions();
    const [found] = view!.document.findings();
    const { span } = view!.document.stanzaAt(found!.span.start)!;
    const edit = suppressHere(view!.document.text, found!, { span, scope: undefined });
    const edits = open.write(view!, [edit]);
    const comment = "<!-- xmpp-stanza-disable-next-line iq-id-missing -->\n";
    const at = log.indexOf(wrong);
    const line = log.lastIndexOf("\n", at) + 1;
    const silenced = `${log.slice(0, line)}${comment}${log.slice(line)}`;
    expect(applyEdits(log, edits!)).toBe(silenced);
    expect(openSource(silenced, transcript).findings()).toEqual([]);
    expect(stanzasOf(silenced)).toEqual(stanzasOf(log));
  });
});

describe("a log that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    const hosts = [
      `10:00:00 SENT b'${get.replaceAll("'", "\\'")}'\n10:00:01 RECV b'${result.replaceAll("'", "\\'")}'\n`,
      `OUT\n<message type="error">\n  <body>a & b</body>\n</message>\nIN\n${result}\n`,
      `[10:00:00] N: RECV [9]:\n[10:00:00] N: '${long.slice(0, 450)}'\n[10:00:00] N: '${long.slice(450)}'\n`,
      `x <<60,109,101,115,115,97,103,101,47,62>>\n\u001b[1m10:00:00 SEND: ${get}\u001b[0m\n`,
    ];
    const fragments = [
      "\\",
      "'",
      '"',
      "\n10:00:00 ",
      "SENT: ",
      "\0",
      "<<",
      ">>",
      "\u001b[0m",
      "RECV b'",
      "]",
    ];
    proveRobust(transcript, hosts, fragments);
  });

  it("keeps the text after the place", () => {
    const log = `10:00:00 SENT: <iq type='get' id='a\0\n10:00:01 SENT: ${get}\n10:00:02 RECV: ${result}\n`;
    expect(stanzasOf(log).slice(-2)).toEqual(talk);
    expect(regionTexts(`${"x".repeat(1_000_000)}\nSENT: ${get}\n`, transcript)[0]).toContain(get);
  });
});
