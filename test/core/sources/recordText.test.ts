/** Text of logs: literals, prints of programs, and what is no stanza. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import transcript from "../../../server/core/sources/transcript";
import { expectMarked, openSource, proveRoundTrip } from "../../support/sources";
import { get, result, stanzasOf, talk } from "./recordStanzas";

describe("a stanza that is printed as a literal", () => {
  const text = `<message id='m1'>\n  <body>a "b" \\ ü😀</body>\n</message>`;
  const double = text.replaceAll("'", '"').replace('"b"', "'b'");
  const escaped = (one: string, quote: string) =>
    one.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll(quote, `\\${quote}`);
  const octets = (one: string) => [...new TextEncoder().encode(one)];
  const hex = (one: string) =>
    escaped(one, "'").replace(/[^\0-\x7f]+/g, (some) =>
      octets(some)
        .map((octet) => `\\x${octet.toString(16)}`)
        .join(""),
    );

  it.each([
    ["Python's bytes", `DEBUG:net:SENT b'${hex(text)}'`, text],
    ["Erlang's binaries", `10:00:00 Send = <<"${escaped(double, '"')}">>`, double],
    ["strings in double quotes", `10:00:00 [debug] Sent: "${escaped(double, '"')}"`, double],
    ["strings in single quotes", `10:00:00 sent '${escaped(text, "'")}'`, text],
    ["JSON", JSON.stringify({ a: 1, msg: `SENT: ${double}`, b: "<c/>" }), double],
    [
      "JSON with escaped brackets",
      JSON.stringify({ msg: double }).replace(
        /[<>]/g,
        (one) => `\\u00${one.charCodeAt(0).toString(16)}`,
      ),
      double,
    ],
    ["JSON in JSON", JSON.stringify({ msg: JSON.stringify({ stanza: double }) }), double],
    ["lists of octets", `10:00:00 Send = <<${octets(text).join(",")}>>`, text],
    [
      "lists over lines",
      `10:00:00 Send = <<${octets(text)
        .join(",")
        .replace(/(?:\d+,){12}/g, "$&\n      ")}>>\n10:00:01 x`,
      text,
    ],
    [
      "binaries over lines",
      `10:00:00 Send = <<"${escaped(double, '"').replace("<body>", '"\n      "<body>')}">>`,
      double,
    ],
    ["a record without quotes", `10:00:00 SENT: ${escaped(double, '"')}`, double],
  ])("is read as what it stands for: %s", (_, log, meant) => {
    expect(stanzasOf(log).map(([, stanza]) => stanza)).toEqual([meant]);
    expect(
      openSource(log, transcript)
        .findings()
        .map(({ finding }) => finding.rule.id),
    ).toEqual([]);
  });

  it("has its findings at their places", () => {
    expectMarked(
      `10:00:00 Sent: "<iq type=\\"result\\" id=\\"1\\" to=\\"⟦@a⟧{jid-invalid}\\"/>"`,
      transcript,
    );
    expectMarked("10:00:00 RECV b'<⟦iq⟧{iq-id-missing} type=\\'result\\'/>'", transcript);
    expectMarked(
      "10:00:00 x <<60,⟦105,113,⟧{iq-id-missing}32,116,121,112,101,61,39,114,101,115,117,108,116,39,47,62>>",
      transcript,
    );
  });

  it("is left alone without evidence of escapes", () => {
    const body = "<message id='m1'><body>100% \\n \\\"sure\\\"</body></message>";
    expect(
      stanzasOf(`10:00:00 SENT: ${body}\n10:00:01 RECV: '${body}'\n`).map(([, one]) => one),
    ).toEqual([body, body]);
  });

  it("is repaired with its own escapes, and gets no line end", () => {
    const wrong = "<message type='error' id='1'>\n  <body>a</body>\n</message>";
    const logs = [
      `10:00:00 SENT b'${hex(wrong)}'`,
      `10:00:00 Sent: "${escaped(wrong.replaceAll("'", '"'), '"')}"`,
      JSON.stringify({ msg: wrong.replaceAll("'", '"') }),
    ];
    for (const log of logs) {
      const open = openSource(log, transcript);
      const { fixes, written } = proveRoundTrip(open);
      expect([fixes > 3, written], log).toEqual([true, fixes]);
      for (const found of open.findings()) {
        for (const fix of open.fixes(found)) {
          const repaired = applyEdits(log, fix.edits);
          expect(repaired).not.toContain("\n");
          expect(repaired).toMatch(/xmlns=\\["']urn/);
        }
      }
    }
  });

  it("has no text for its escaped white space", () => {
    const log = `10:00:00 Sent: "<message type='error' id='1'>\\n\\t<error type='cancel'>\\r\\n<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\\n</error>\\n</message>"`;
    expect(openSource(log, transcript).findings()).toEqual([]);
  });
});

describe("text that is left out", () => {
  it("is a print of the same stanza in other words", () => {
    const logs = [
      `10:00:00 SENT: ${get}\n10:00:00 queued ${get}\n10:00:01 RECV: ${result}\n10:00:01 handling <iq from="mill.example" xmlns="jabber:client" id="q1" type="result"></iq> now\n`,
      `a: in(${get.replace(" id='q1'", "")})\na: out(${get})\nnet: Send: (${get})\nnet: Read: buff(${result})\na: got(${result})\n`,
    ];
    for (const log of logs) {
      expect(
        stanzasOf(log).map(([sender, text]) => [sender, text]),
        log,
      ).toEqual(talk);
    }
  });

  it("but not a stanza that is sent twice, or relayed", () => {
    const log = `10:00:00 SENT: ${get}\n10:00:09 SENT: ${get}\n10:00:10 RECV: ${get}\n`;
    expect(stanzasOf(log)).toHaveLength(3);
  });

  it("is a printed object of a program", () => {
    const log = `DEBUG:a:sending <iq from=None to='x.example' type=<Type.GET: 'get'> data=<Ping object at 0x7f>>\nDEBUG:net:SENT b'${get.replaceAll("'", '"')}'\nDEBUG:net:RECV b"${result}"\n`;
    expect(stanzasOf(log).map(([sender]) => sender)).toEqual(["out", "in"]);
    expect(openSource(log, transcript).findings()).toEqual([]);
  });

  it("is the head of a record, which opens no element", () => {
    const heads = [
      "<iq id='1' type='get'>",
      "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>",
      "<presence>",
    ];
    for (const head of heads) {
      expectMarked(
        `Jan 02 10:00:00 a1\tdebug\tReceived[c2s]: ${head}\nJan 02 10:00:00 a1\tdebug\tSEND: <⟦iq⟧{iq-id-missing} type='result'/>\n`,
        transcript,
      );
      expect(openSource(`10:00:00 got ${head}`, transcript).findings(), head).toEqual([]);
      expect(
        openSource(`10:00:00 ann: see ${head} in the text\n`, transcript).findings(),
        head,
      ).toEqual([]);
    }
  });

  it("is not a stanza that a program cut", () => {
    const ends = [
      "<body>A long story...",
      "<body xml:la",
      "<body xml:lang='e",
      "<x/> [truncated]",
      "<x xmlns='a'>…",
    ];
    for (const end of ends) {
      expectMarked(
        `10:00:00 RECV: <message id='m1'>${end}\n10:00:01 RECV: <⟦iq⟧{iq-id-missing} type='result'/>\n`,
        transcript,
      );
    }
  });

  it("but a stanza without an end is reported", () => {
    expectMarked(
      "10:00:00 RECV: <⟦message⟧{xml-not-well-formed} id='m1'><body>a</body>\n10:00:01 RECV: <iq type='result' id='1'/>\n",
      transcript,
    );
  });
});

describe("text of a stanza that a program re-serialised", () => {
  it("is text where it is not escaped", () => {
    const message = `<message id="m1">\n  <body>Tom & "Jerry" <b> 'x'\nsee <iq type='get'> there</body>\n</message>`;
    const log = `OUT\n${get}\nIN\n${message}\nIN\n${result}\n`;
    expect(stanzasOf(log).map(([sender]) => sender)).toEqual(["out", "in", "in"]);
    expect(openSource(log, transcript).findings()).toEqual([]);
  });

  it("is reported in a transcript that people wrote", () => {
    expectMarked("C: <message><body>R⟦&⟧{xml-not-well-formed}D</body></message>\n", transcript);
  });

  it("has the names of expat's undone", () => {
    const log =
      "10:00:00 RECV: <message http://www.w3.org/XML/1998/namespace\u0001lang='en' id='1'/>\n";
    expect(stanzasOf(log)).toEqual([["in", "<message xml:lang='en' id='1'/>"]]);
  });
});
