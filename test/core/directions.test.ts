/** Directions of stanzas, where the source states them: a reply goes the other way on the stream of its request. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/core/rules/edits";
import markdown from "../../server/core/sources/markdown";
import scansion from "../../server/core/sources/scansion";
import type { SourceAdapter } from "../../server/core/sources/source";
import transcript from "../../server/core/sources/transcript";
import { openSource } from "../support/sources";
import {
  failure,
  get,
  otherReceives,
  otherSends,
  pairs,
  receives,
  result,
  script,
  sends,
} from "./directionTexts";

const rulesIn = (text: string, adapter: SourceAdapter) =>
  openSource(text, adapter)
    .findings()
    .map(({ finding }) => finding.rule.id);

describe("a reply in a script", () => {
  it("answers the stanza in the opposite direction at the same client, not a nearer copy", () => {
    const text = script(
      [sends, get(" to='olivia@illyria.example/phone'")],
      [otherReceives, get(" from='viola@illyria.example/boat'")],
      [otherSends, result(" to='viola@illyria.example/boat'")],
      [receives, result(" from='olivia@illyria.example/phone'")],
    );
    expect(pairs(text, scansion)).toBe("- - 1 0");
  });

  it("answers its own client's request where clients use the same ids", () => {
    const text = script(
      [sends, get()],
      [otherSends, get()],
      [receives, result()],
      [otherReceives, result()],
    );
    expect(pairs(text, scansion)).toBe("- - 0 1");
  });

  it("does not answer a nearer stanza of the same side", () => {
    const text = script(
      [sends, "<message type='groupchat' id='1' to='room@muc.example'/>"],
      [receives, "<message type='groupchat' id='1' from='room@muc.example/viola'/>"],
      [receives, failure("message", " id='1' from='room@muc.example'")],
    );
    expect(pairs(text, scansion)).toBe("- - 0");
  });

  it("answers no stanza of another client, nor of its own side", () => {
    expect(pairs(script([otherReceives, get()], [sends, result()]), scansion)).toBe("- -");
    expect(pairs(script([otherSends, get()], [receives, result()]), scansion)).toBe("- -");
    expect(pairs(script([sends, get(), result()]), scansion)).toBe("- -");
  });

  it("may answer a stanza that a client ignores", () => {
    expect(pairs(script(["Viola ignores", get()], [sends, result()]), scansion)).toBe("- 0");
  });
});

describe("a reply in a transcript", () => {
  const two = (one: string, other: string) =>
    `${one} ${get()}\n${other} ${get()}\n${one} ${result()}\n`;

  it.each([
    ["C:", "S:"],
    ["S:", "C:"],
    ["S1:", "S2:"],
    ["UC:", "US:"],
    ["SEND:", "RECV:"],
    ["Received:", "SENT (0):"],
    ["<<", ">>"],
    ["-->", "<--"],
    ["CLIENT:", "S:"],
    ["12:00:01 OUT:", "12:00:02 INCOMING:"],
  ])("comes from the other side than its request: %s and %s", (one, other) => {
    expect(pairs(two(one, other), transcript)).toBe("- - 1");
    expect(pairs(`${one} ${get()}\n${one} ${result()}\n`, transcript)).toBe("- -");
  });

  it.each([
    ["SENT:", "SEND (1):"],
    ["CLIENT:", "C:"],
    ["RX:", "Incoming:"],
    ["<<", "<<<"],
    ["->", "==>"],
  ])("is none to the same side by another name: %s and %s", (one, other) => {
    expect(pairs(`${one} ${get()}\n${other} ${result()}\n`, transcript)).toBe("- -");
  });

  it("answers the request in the opposite direction, not a nearer copy in its own", () => {
    const own = " from='a@b.example/c' to='a@b.example/c'";
    const oneself = [`SENT: ${get(own)}`, `RECV: ${get(own)}`, `SENT: ${result(own)}`];
    expect(pairs([...oneself, `RECV: ${result(own)}\n`].join("\n"), transcript)).toBe("- - 1 0");
    const to = " from='a@b.example/c' to='d@b.example/e'";
    const back = " from='d@b.example/e' to='a@b.example/c'";
    const relayed = [`RECV: ${get(to)}`, `SENT: ${get(to)}`, `RECV: ${result(back)}`];
    expect(pairs([...relayed, `SENT: ${result(back)}\n`].join("\n"), transcript)).toBe("- - 1 0");
    // A request in its own direction is better than none.
    expect(pairs(`RECV: ${get(to)}\nRECV: ${result(back)}\n`, transcript)).toBe("- 0");
  });

  it("may answer any request where the sender is unknown", () => {
    // `E:` is any entity (RFC 6120 §1.4); other letters may be levels of a log, or anything.
    for (const one of ["E:", "D:", "OK:", "E1:", "words"]) {
      expect(pairs(`${one} ${get()}\n${one} ${result()}\n`, transcript), one).toBe("- 0");
      expect(pairs(`C: ${get()}\n${one} ${result()}\n`, transcript), one).toBe("- 0");
      expect(pairs(`${one} ${get()}\nC: ${result()}\n`, transcript), one).toBe("- 0");
    }
  });

  it("continues with its side on lines that are indented or begin with markup, and only there", () => {
    const pairsBehind = (between: string) =>
      pairs(`C: ${get()}\n${between}${result()}\n`, transcript);
    for (const between of ["", "   ", "   <presence\n      id='2'/>\n", "<!-- words -->\n"]) {
      expect(pairsBehind(between), between).toMatch(/^- (?:- )?-$/);
    }
    for (const between of ["\n", "Later:\n", "  the server: ", "12:00:02 Sending[c2s]: "]) {
      expect(pairsBehind(between), between).toBe("- 0");
    }
  });

  it("stands in a block of Markdown as well", () => {
    const block = (text: string) =>
      `Words\n\n> \`\`\`xml\n${text.trim().replace(/^/gm, "> ")}\n> \`\`\`\n`;
    expect(pairs(block(two("C:", "S:")), markdown)).toBe("- - 1");
    expect(pairs(block(`C: ${get()}\nE: ${result()}\n`), markdown)).toBe("- 0");
  });
});

describe("a rule about a reply", () => {
  const from = (one: string, to: string) => ` from='${one}' to='${to}'`;
  const A = "viola@illyria.example/boat";
  const B = "olivia@illyria.example/phone";
  const message = `<message id='1'${from(A, B)}/>`;

  /** Findings if the reply comes from the other side, and if it comes from the same side. */
  const each = (request: string, reply: string) => [
    rulesIn(script([sends, request], [receives, reply]), scansion),
    rulesIn(script([sends, request], [sends, reply]), scansion),
    rulesIn(script([sends, request], [otherReceives, reply]), scansion),
    rulesIn(script([sends, request], [otherSends, reply]), scansion),
    rulesIn(`C: ${request}\nS: ${reply}\n`, transcript),
    rulesIn(`C: ${request}\nC: ${reply}\n`, transcript),
    rulesIn(`C: ${request}\nE: ${reply}\n`, transcript),
  ];
  /** In a transcript a relayed stanza comes twice in one direction, so addresses that agree are enough there. */
  const told = (rule: string) => [[rule], [], [], [], [rule], [rule], [rule]];

  it("reports no other kind for a stanza that is no answer", () => {
    expect(each(message, failure("iq", ` id='1'${from(B, A)}`))).toEqual(
      told("reply-kind-mismatch"),
    );
  });

  it("reports no other id for a stanza that is no answer", () => {
    expect(each(message, failure("message", ` id='2'${from(B, A)}`))).toEqual(
      told("reply-id-mismatch"),
    );
  });

  it("reports no wrong address for a stanza that is no answer", () => {
    const swapped = told("reply-address");
    swapped[5] = [];
    expect(each(message, failure("message", ` id='1'${from(A, B)}`))).toEqual(swapped);
  });

  it("reports no answered error for a stanza that is no answer", () => {
    const first = failure("message", ` id='1'${from(A, B)}`);
    expect(each(first, failure("message", ` id='1'${from(B, A)}`))).toEqual(told("reply-to-error"));
  });

  it("points at the stanza at the same client", () => {
    const to = (address: string) => `<message id='1' to='${address}'/>`;
    const text = script(
      [sends, to("a.example")],
      [otherSends, to("b.example")],
      [receives, failure("message", " id='1' from='c.example'")],
    );
    const [found, ...others] = openSource(text, scansion).findings();
    expect(others).toEqual([]);
    expect(found?.finding.values).toEqual({ side: "from", address: "a.example" });
    expect(found?.related[0]?.span.start).toBe(text.indexOf("message id='1' to='a"));
  });

  it("accepts a request with fitting addresses in any direction", () => {
    const text = script(
      [otherSends, get()],
      [sends, get(" to='a.example'")],
      [receives, result(" from='b.example'")],
    );
    expect(rulesIn(text, scansion)).toEqual([]);
  });

  it("does not make up for addresses that are left out", () => {
    // By what the script declares, the answer goes to somebody else than the request came from.
    const text = script([sends, get()], [receives, result(" to='orsino@illyria.example'")]);
    expect(rulesIn(text, scansion)).toEqual([]);
  });

  it("takes no id from a stanza of the same side", () => {
    const request = `<iq type='get' id='q7'${from(A, B)}><q xmlns='urn:x'/></iq>`;
    const reply = `<iq type='result'${from(B, A)}/>`;
    const idOf = (text: string, adapter: SourceAdapter) => {
      const document = openSource(text, adapter);
      const found = document.findings().find(({ finding }) => finding.rule.id === "iq-id-missing");
      return document.fixes(found!)[0]?.values;
    };
    expect(idOf(script([sends, request], [receives, reply]), scansion)).toEqual({ value: "q7" });
    expect(idOf(script([sends, request], [sends, reply]), scansion)).toEqual({ value: "id-1" });
    expect(idOf(`C: ${request}\nS: ${reply}\n`, transcript)).toEqual({ value: "q7" });
    expect(idOf(`C: ${request}\nC: ${reply}\n`, transcript)).toEqual({ value: "q7" });
    const [bare, without] = [request.replace(from(A, B), ""), "<iq type='result'/>"];
    expect(idOf(`C: ${bare}\nS: ${without}\n`, transcript)).toEqual({ value: "q7" });
    expect(idOf(`C: ${bare}\nC: ${without}\n`, transcript)).toEqual({ value: "id-1" });
  });

  it("knows the directions when repairs in other stanzas have moved them", () => {
    const request = `<iq type='get' id='q7'${from(A, B)}><q xmlns='urn:x'>${"& ".repeat(60)}</q></iq>`;
    const reply = `<iq type='result'${from(B, A)}/>`;
    const repaired = (...directions: Parameters<typeof script>) => {
      const document = openSource(script(...directions), scansion);
      return applyEdits(document.text, document.repairs()).match(/id='[^']*'/g);
    };
    // The request of the reply is known in the second round, when the reply has moved.
    expect(repaired([sends, request], [receives, reply], [sends, "<presence id='2'/>"])).toEqual([
      "id='q7'",
      "id='q7'",
      "id='2'",
    ]);
    expect(repaired([sends, request], [sends, reply], [receives, "<presence id='2'/>"])).toEqual([
      "id='q7'",
      "id='2'",
    ]);
  });
});
