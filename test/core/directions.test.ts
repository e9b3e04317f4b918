/** Who sends what, where the source says so: a reply goes the other way on the stream of its request. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { conversationOf } from "../../server/core/conversation/conversation";
import { StanzaDocument } from "../../server/core/document/document";
import { applyEdits } from "../../server/core/rules/edits";
import markdown from "../../server/core/sources/markdown";
import scansion from "../../server/core/sources/scansion";
import type { SourceAdapter } from "../../server/core/sources/source";
import transcript from "../../server/core/sources/transcript";
import {
  type DirectionRange,
  directionAt,
  moveDirections,
} from "../../server/core/text/directions";
import { difference } from "../../server/core/text/offsets";
import { inEnglish } from "../../server/core/text/translate";
import { placesOf } from "../support/documents";
import { runs } from "../support/random";
import { openSource, pairsOf } from "../support/sources";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const error = `<error type='cancel'><not-allowed xmlns='${STANZAS}'/></error>`;
const get = (attributes = "") => `<iq type='get' id='1'${attributes}><q xmlns='urn:x'/></iq>`;
const result = (attributes = "") => `<iq type='result' id='1'${attributes}/>`;
const failure = (kind: string, attributes = "") =>
  `<${kind} type='error'${attributes}>${error}</${kind}>`;

const clients = `[Client] Viola
\tjid: viola@illyria.example
\tpassword: x

[Client] Olivia's phone
\tpassword: x
\tjid: olivia@illyria.example/phone

-----

`;
/** A script: each turn is a heading and the stanzas below it. */
const script = (...directions: (readonly [heading: string, ...stanzas: string[]])[]) =>
  clients +
  directions
    .map(([head, ...stanzas]) => `${head}:\n${stanzas.map((one) => `\t${one}\n`).join("")}\n`)
    .join("");

const only = (text: string, adapter: SourceAdapter) => {
  const regions = openSource(text, adapter).regions();
  expect(regions).toHaveLength(1);
  return regions[0]!.document;
};

/** For each stanza the index of the one that it answers; `-` for none. */
const pairs = (text: string, adapter: SourceAdapter) =>
  only(text, adapter)
    .exchanges.requestIndexes()
    .map((request) => request ?? "-")
    .join(" ");

const rulesIn = (text: string, adapter: SourceAdapter) =>
  openSource(text, adapter)
    .findings()
    .map(({ finding }) => finding.rule.id);

const sends = "Viola sends";
const receives = "Viola receives";
const otherSends = "Olivia's phone sends";
const otherReceives = "Olivia's phone receives";

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

  /** What is found if the reply comes from the other side, and if it comes from the same. */
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
    // What the reply answers can be read in the second round, when it stands further behind.
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

describe("a direction that is edited", () => {
  const A = "viola@illyria.example/boat";
  const B = "olivia@illyria.example/phone";
  const text = script(
    [sends, `<message id='1' from='${A}' to='${B}'/>`],
    [receives, failure("iq", ` id='1' from='${B}' to='${A}'`)],
    [receives, "<presence/>"],
  );

  it("applies at once to unchanged stanzas", () => {
    const document = openSource(text, scansion);
    const rules = () => document.findings().map(({ finding }) => finding.rule.id);
    const replace = (before: string, after: string) => {
      const start = document.text.lastIndexOf(before);
      document.edit({ span: { start, end: start + before.length }, newText: after });
    };
    expect(rules()).toEqual(["reply-kind-mismatch"]);
    const { document: first } = document.regions()[0]!;
    replace("receives:\n\t<iq", "sends:\n\t<iq");
    expect(rules()).toEqual([]);
    replace("sends:\n\t<iq", "receives:\n\t<iq");
    expect(rules()).toEqual(["reply-kind-mismatch"]);
    replace("Viola receives:\n\t<iq", "Feste receives:\n\t<iq");
    expect(rules()).toEqual([]);
    replace("Feste receives:\n\t<iq", "\n\n# words\nViola receives:\n\t<iq");
    expect(rules()).toEqual(["reply-kind-mismatch"]);
    // It is the same document all the time, with what is known of the stanzas.
    expect(document.regions()[0]!.document).toBe(first);
  });
});

describe("directions of a document", () => {
  const A = "viola@illyria.example/boat";
  const client = { stream: "", sender: "client" };
  const server = { stream: "", sender: "server" };
  const viola = { stream: "viola", sender: "client" };

  it("move with edits before them", () => {
    const directions = [
      { start: 0, direction: undefined },
      { start: 10, direction: client },
      { start: 20, direction: server },
    ];
    const starts = (start: number, end: number, newText: string) =>
      moveDirections(directions, [{ span: { start, end }, newText }]).map((turn) => turn.start);
    expect(starts(5, 5, "abc")).toEqual([0, 13, 23]);
    expect(starts(5, 8, "")).toEqual([0, 7, 17]);
    // What is inserted where a turn begins is the last thing before it.
    expect(starts(10, 10, "abc")).toEqual([0, 13, 23]);
    expect(starts(9, 10, "abc")).toEqual([0, 12, 22]);
    // What is replaced from there on belongs to it, and a turn within begins behind it.
    expect(starts(10, 12, "abc")).toEqual([0, 10, 21]);
    expect(starts(8, 15, "abc")).toEqual([0, 11, 16]);
    expect(starts(30, 30, "abc")).toEqual([0, 10, 20]);
    const moved = moveDirections(directions, [{ span: { start: 5, end: 5 }, newText: "abc" }]);
    expect([2, 12, 13, 22, 23, 99].map((offset) => directionAt(moved, offset))).toEqual([
      undefined,
      undefined,
      client,
      client,
      server,
      server,
    ]);
    expect(directionAt([], 0)).toBeUndefined();
  });

  it("move with several edits as with the same edits one by one", () => {
    const sorted = fc
      .uniqueArray(fc.nat(40), { minLength: 2, maxLength: 8 })
      .map((all) => all.sort((a, b) => a - b));
    const texts = fc.constantFrom("", "a", "abc", "a".repeat(20));
    fc.assert(
      fc.property(
        sorted,
        sorted,
        fc.array(texts, { minLength: 4, maxLength: 4 }),
        (starts, ends, fresh) => {
          const directions = starts.map((start) => ({
            start,
            direction: { stream: String(start), sender: "" },
          }));
          const edits = fresh.flatMap((newText, i) => {
            const [start, end] = ends.slice(2 * i, 2 * i + 2);
            return start === undefined || end === undefined
              ? []
              : [{ span: { start, end }, newText }];
          });
          const onebyone = [...edits]
            .reverse()
            .reduce(
              (all, edit) => [...moveDirections(all, [edit])],
              directions as readonly DirectionRange[],
            );
          expect(moveDirections(directions, edits)).toEqual(onebyone);
        },
      ),
    );
  });

  it("hold for stanzas that an edit moves, or reads again", () => {
    const request = `<message id='1' from='${A}' to='a.example'/>\n`;
    const reply = failure("iq", ` id='1' from='a.example' to='${A}'`);
    const directions = [client, server].map((direction, i) => ({
      start: i * request.length,
      direction,
    }));
    const open = (text: string) =>
      new StanzaDocument(text, defaultConfiguration, undefined, { directions: directions });
    const rules = (document: StanzaDocument) =>
      document.findings().map(({ finding }) => finding.rule.id);
    const document = open(`${request}${reply}`);
    expect(rules(document)).toEqual(["reply-kind-mismatch"]);
    document.edit({ span: { start: 0, end: 0 }, newText: `${"<presence id='2'/>\n".repeat(20)}` });
    document.configure({ ...defaultConfiguration });
    expect(rules(document)).toEqual(["reply-kind-mismatch"]);
    document.setDirections([]);
    expect(rules(document)).toEqual(["reply-kind-mismatch"]);
    document.setDirections([{ start: 0, direction: viola }]);
    expect(rules(document)).toEqual([]);
  });
});

describe("scripts and transcripts of all sorts", () => {
  interface Line {
    readonly side: number;
    readonly stanza: number;
  }
  const stanzas = [
    { xml: get(), answers: false },
    { xml: result(), answers: true },
    { xml: "<presence id='2'/>", answers: undefined },
  ];
  /** For each side its heading, the stream on which it speaks, and who it is there. */
  const scripts = [
    [sends, "a", "client"],
    [receives, "a", "server"],
    [otherSends, "b", "client"],
    [otherReceives, "b", "server"],
  ] as const;
  const transcripts = [
    ["C:", "", "client"],
    ["S:", "", "server"],
    ["E:", undefined, undefined],
  ] as const;
  type Sides = readonly (readonly [string, string | undefined, string | undefined])[];

  const sorts = [
    {
      adapter: scansion as SourceAdapter,
      sides: scripts as Sides,
      textOf: (lines: readonly Line[]) =>
        script(
          ...lines.map(({ side, stanza }) => [scripts[side]![0], stanzas[stanza]!.xml] as const),
        ),
    },
    {
      adapter: transcript,
      sides: transcripts as Sides,
      textOf: (lines: readonly Line[]) =>
        lines
          .map(({ side, stanza }) => `${transcripts[side]![0]} ${stanzas[stanza]!.xml}\n`)
          .join(""),
    },
  ];

  /** The nearest request before that came the other way on the same stream. */
  function expected(lines: readonly Line[], sides: Sides): (number | undefined)[] {
    return lines.map(({ side, stanza }, index) => {
      if (!stanzas[stanza]!.answers) return undefined;
      const [, stream, speaker] = sides[side]!;
      const found = lines.findLastIndex((other, before) => {
        const [, otherStream, otherSpeaker] = sides[other.side]!;
        const isUnknown = stream === undefined || otherStream === undefined;
        const isOpposite = stream === otherStream && speaker !== otherSpeaker;
        const isRequest = stanzas[other.stanza]!.answers === false;
        return before < index && isRequest && (isUnknown || isOpposite);
      });
      return found < 0 ? undefined : found;
    });
  }

  it.each(sorts)(
    "have the same pairs edited as opened anew, the right ones: $adapter.name",
    (sort) => {
      const { adapter, sides, textOf } = sort;
      const line = fc.record({ side: fc.nat(sides.length - 1), stanza: fc.nat(2) });
      const conversation = fc.array(line, { minLength: 1, maxLength: 7 });
      const change = fc.record({
        at: fc.nat(),
        gone: fc.nat(2),
        lines: fc.array(line, { maxLength: 2 }),
      });
      fc.assert(
        fc.property(conversation, fc.array(change, { maxLength: 5 }), (first, changes) => {
          let lines: readonly Line[] = first;
          const edited = openSource(textOf(lines), adapter);
          for (const { at, gone, lines: fresh } of changes) {
            edited.findings();
            lines = lines.toSpliced(at % (lines.length + 1), gone, ...fresh);
            edited.edit(difference(edited.text, textOf(lines)));
            const anew = openSource(textOf(lines), adapter);
            expect(placesOf(edited.findings())).toEqual(placesOf(anew.findings()));
            expect(pairsOf(edited)).toEqual(pairsOf(anew));
            const [pairs] = pairsOf(edited);
            expect(pairs?.requests ?? []).toEqual(lines.length === 0 ? [] : expected(lines, sides));
          }
        }),
        { numRuns: runs(150) },
      );
    },
  );
});

describe("a conversation", () => {
  const ways = (text: string, adapter: SourceAdapter) => {
    const { lifelines, rows } = conversationOf(only(text, adapter), inEnglish);
    return rows.map((row) =>
      row.shape === "arrow"
        ? `${lifelines[row.from]?.name} > ${lifelines[row.to]?.name}`
        : "broken",
    );
  };

  it("has the client of the script where an address is left out", () => {
    const text = script(
      [sends, "<presence id='2'/>"],
      [otherReceives, "<presence from='{scansion:any}'/>"],
      [receives, "<iq type='set' id='7'><query xmlns='jabber:iq:roster'/></iq>"],
      [sends, "<iq type='result' id='7'/>"],
      ["Feste sends", "<message to='viola@illyria.example'/>"],
    );
    expect(ways(text, scansion)).toEqual([
      "viola@illyria.example > server",
      "server > olivia@illyria.example",
      "server > viola@illyria.example",
      "viola@illyria.example > server",
      "Feste > viola@illyria.example",
    ]);
  });

  it("has client and server of a transcript", () => {
    const text =
      ["S", "C", "E"].map((side) => `${side}: <presence id='2'/>\n`).join("") +
      "S: <message from='a.example'/>\n";
    expect(ways(text, transcript)).toEqual([
      "server > client",
      "client > server",
      "client > server",
      "a.example > client",
    ]);
  });
});
