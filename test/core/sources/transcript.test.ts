/** Transcripts: directions before the first or before every line are no part of a stanza. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../../server/core/rules/edits";
import { looksLikeTranscript } from "../../../server/core/sources/records/recognition";
import transcript from "../../../server/core/sources/transcript";
import {
  expectMarked,
  openSource,
  proveRobust,
  proveRoundTrip,
  regionTexts,
} from "../../support/sources";

describe("the lines of a transcript", () => {
  it("are read without their directions", () => {
    const prefixes = [
      ...["C: ", "S:", "E: ", "P: ", "C1: ", "  RS: ", "SEND: ", "RECV:", "Sent: ", "IN: "],
      ...["<< ", ">>", ">>> ", "<- ", "--> ", "[12:00:01] C: ", "12:00:01.123 << "],
      ...["2024-01-02 10:00:01,003 DEBUG slixmpp.xmlstream SEND: ", "DEBUG    RECV: "],
      ...["Jan 02 10:00:00 c2s55e0 debug Received[c2s]: ", "10:00:01 SENT (0): "],
    ];
    for (const prefix of prefixes) {
      expect(regionTexts(`${prefix}<iq/>`, transcript), prefix).toEqual(["<iq/>"]);
      expect(looksLikeTranscript(`words\n${prefix}<iq/>`), prefix).toBe(true);
    }
    for (const other of ["Note: ", "a:b ", "To: ", "> ", "in: ", "I am IN: a ", "<", "<a>C: "]) {
      expect(regionTexts(`${other}<iq/>`, transcript), other).toEqual([`${other}<iq/>`]);
      expect(looksLikeTranscript(`${other}<iq/>`), other).toBe(false);
    }
  });

  it("have their findings at their places", () => {
    expectMarked(
      `S: <⟦iq⟧{iq-id-missing} type='get'>\r
S:   <ping xmlns='urn:xmpp:ping'/>\r
S: </iq>\r
C: <message type='⟦👩‍👩‍👧⟧{stanza-type-invalid}'>
     <body>C: a</body>
   </message>
12:00:01 RECV: <⟦message⟧{xml-not-well-formed}><body>a</body>`,
      transcript,
    );
  });

  it("are silenced by comments in them", () => {
    expectMarked(
      "C: <!-- xmpp-stanza-expect iq-payload -->\nC: <iq type='get' id='1'/>",
      transcript,
    );
  });
});

const stanzas = (first: string, other: string) =>
  [
    `${first}<iq type='get'>\n${other}  <query xmlns='urn:x'/>\n${other}</iq>\n`,
    `${first}<message type='error'>\n${other}  <body>a & b</body>\n${other}</message>\n`,
    `${first}<message type='error'>\n${other}  <body>a</body>\n${other}</message>\n`,
    `${first}<message type='error'>\n${other}  <error><gone/></error>\n${other}</message>\n`,
  ].join("");
const hosts = [
  stanzas("C: ", "   "),
  stanzas("S: ", "S: "),
  stanzas("12:00:01 >> ", "12:00:01 >> ").replaceAll("\n", "\r\n"),
];

describe("fixes in a transcript", () => {
  it("give the stanza that they give without it", () => {
    const proved = hosts.map((host) => proveRoundTrip(openSource(host, transcript)));
    expect(proved.map(({ fixes, written }) => fixes - written)).toEqual([0, 0, 0]);
    expect(proved.map(({ written }) => written > 5)).toEqual([true, true, true]);
  });

  it("put the direction before a new line if every line has one", () => {
    const text = "S: <message type='error'>\nS:   <body>a</body>\nS: </message>\n";
    const open = openSource(text, transcript);
    const [fix] = open.fixes(open.findings()[0]!);
    const repaired = applyEdits(text, fix!.edits).trimEnd().split("\n");
    expect(repaired.length).toBeGreaterThan(4);
    expect(repaired.filter((line) => !line.startsWith("S: "))).toEqual([]);
  });
});

describe("a transcript that is broken", () => {
  it("is read as far as it goes, with places within it", () => {
    const get = "<iq type='get' id='1' to='a@b/c' from='d'><q xmlns='u'/></iq>";
    const reply = "<iq type='result' from='a@b/c' to='d'/>";
    const talk = `C: ${get}\nS: ${reply}\nC: <message/>\nE: ${reply}\n`;
    proveRobust(
      transcript,
      [...hosts, talk],
      ["C: ", "\nS: ", "<< ", ">>", "12:00", "DEBUG ", ":", "RECV"],
    );
  });
});
