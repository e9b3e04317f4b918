/** The directions of a document while it is edited, and where conversations show them. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { conversationOf } from "../../server/core/conversation/conversation";
import { StanzaDocument } from "../../server/core/document/document";
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
import {
  failure,
  get,
  only,
  otherReceives,
  otherSends,
  receives,
  result,
  script,
  sends,
} from "./directionTexts";

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
    // Text that is inserted at the start of a turn comes before the turn.
    expect(starts(10, 10, "abc")).toEqual([0, 13, 23]);
    expect(starts(9, 10, "abc")).toEqual([0, 12, 22]);
    // Text that is replaced from there on belongs to the turn, and a turn within begins after it.
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
