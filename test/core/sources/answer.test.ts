/** A reply that is written below its request is what the other side sends, in scripts and in transcripts. */

import { describe, expect, test } from "vitest";
import scansion from "../../../server/core/sources/scansion";
import transcript from "../../../server/core/sources/transcript";

const reply = "<iq type='error' id='1'/>";

describe("in a transcript", () => {
  const answer = (added: string, sender: string) =>
    transcript.answer!(added, { stream: "", sender }, false);

  test.each([
    ["client", "\nS: "],
    ["server", "\nC: "],
    ["out", "\nRECV: "],
    ["in", "\nSEND: "],
    ["<", "\n>> "],
    [">", "\n<< "],
  ])("what is added below what %s sends has the other direction", (sender, before) => {
    expect(answer(`\n${reply}`, sender)).toBe(`${before}${reply}`);
  });

  test("each line has the direction where each line of the stanza has one", () => {
    expect(answer("\nC: <iq>\nC:   <a/>\nC: </iq>", "client")).toBe(
      "\nS: <iq>\nS:   <a/>\nS: </iq>",
    );
    expect(answer("\n12:00 >> <iq/>", ">")).toBe("\n12:00 << <iq/>");
  });

  test("the text before it, line ends and indentation stay", () => {
    expect(answer(`\r\n  ${reply}`, "client")).toBe(`\r\n  S: ${reply}`);
  });

  test("below a sender without a known other side it stays as it is", () => {
    expect(answer(`\n${reply}`, "E")).toBe(`\n${reply}`);
  });
});

describe("in a script", () => {
  const answer = (added: string, sender: string, goesOn: boolean) =>
    scansion.answer!(added, { stream: "Romeo", sender }, goesOn);

  test("a sent stanza is answered by a received one", () => {
    expect(answer(`\n\t${reply}`, "client", false)).toBe(`\n\nRomeo receives:\n\t${reply}`);
  });

  test("a received stanza is answered by a sent one", () => {
    expect(answer(`\n\t${reply}`, "server", false)).toBe(`\n\nRomeo sends:\n\t${reply}`);
  });

  test("the text after it keeps its direction", () => {
    expect(answer(`\n\t${reply}`, "client", true)).toBe(
      `\n\nRomeo receives:\n\t${reply}\n\nRomeo sends:`,
    );
    expect(answer(`\r\n\t${reply}`, "server", true)).toBe(
      `\r\n\r\nRomeo sends:\r\n\t${reply}\r\n\r\nRomeo receives:`,
    );
  });
});
