/** The language configuration of scansion: what its patterns make of lines, as the editor reads them. */

import { describe, expect, it } from "vitest";
import configuration from "../../syntaxes/scansion-language-configuration.json";

const { indentationRules, onEnterRules } = configuration;

/** Effect of Enter between the two parts of a line, by the first rule that fits. */
function onEnter(before: string, after = ""): string {
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) &&
      (afterText === undefined || new RegExp(afterText).test(after)),
  );
  return rule?.action.indent ?? "none";
}

const headings = ["[Client] Juliet's phone", "Romeo sends:", "Juliet's phone receives :  "];
const tags = ["\t<iq type='get' id='1'>", "\t\t<query xmlns='urn:x#y'>"];
const level = [
  "",
  "# Romeo sends:",
  "# the tag <iq>",
  "\t# <iq>",
  "Romeo connects",
  "---------",
  "\tjid: user@localhost",
  "\t<presence/>",
  "\t</iq>",
  "\t<body>Romeo sends:</body>",
];

describe("scansion", () => {
  const increase = new RegExp(indentationRules.increaseIndentPattern);
  const decrease = new RegExp(indentationRules.decreaseIndentPattern);

  it.each([...headings, ...tags])("is indented below %j", (line) => {
    expect(onEnter(line)).toBe("indent");
    expect(increase.test(line)).toBe(true);
  });

  it.each(level)("stays in the column below %j", (line) => {
    expect(onEnter(line)).toBe("none");
    expect(increase.test(line)).toBe(false);
  });

  it.each(tags)("makes room between %j and its end tag, and indents attributes", (line) => {
    expect(onEnter(line, "</iq>")).toBe("indentOutdent");
    expect(onEnter(line.slice(0, -1))).toBe("indent");
    expect(decrease.test("\t</iq>")).toBe(true);
    expect(decrease.test(line)).toBe(false);
  });

  it("is decided at once, for any line", () => {
    for (const long of [`\t<${"a='b\" ".repeat(20_000)}`, `a${" sends".repeat(20_000)}!`]) {
      expect(increase.test(long)).toBe(false);
    }
  });

  it("has comments as the reader of scripts knows them", () => {
    expect(configuration.comments).toEqual({ lineComment: "#" });
  });
});
