/** The language configuration: what its patterns make of lines, as the editor reads them. */

import { describe, expect, it } from "vitest";
import configuration from "../../syntaxes/language-configuration.json";

const { indentationRules, onEnterRules, folding, wordPattern } = configuration;

/** Effect of Enter between the two parts of a line, by the first rule that fits. */
function onEnter(before: string, after = ""): string {
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) &&
      (afterText === undefined || new RegExp(afterText).test(after)),
  );
  return rule?.action.indent ?? "none";
}

/** Start tags at the end of a line: what comes next is inside them. */
const opening = [
  "<iq>",
  "  <iq type='get' id='1'>",
  'C: <message to="a">  ',
  "<a:b>",
  "<query/><x>",
  "<x y='a > b'>",
  "<x y='it' z=\"'s\">",
];
/** Nothing is open at the end of these that was not before. */
const level = [
  "",
  "words",
  "<iq/>",
  "<x y='z' />",
  "</iq>",
  "<body>words</body>",
  "<!-- <iq> -->",
  "<!-- a <b c -->",
  "<?xml version='1.0'?>",
  "<!DOCTYPE x>",
  "a > b",
  "1 < 2",
];
/** A start tag that goes on. */
const unfinished = ["<iq", "<iq type='get'", "C: <a:b x='>'"];

describe("Enter", () => {
  it.each(opening)("indents after %s", (line) => {
    expect(onEnter(line)).toBe("indent");
    expect(onEnter(line, "words</x>")).toBe("indent");
  });

  it.each(opening)("makes room between %s and its end tag", (line) => {
    expect(onEnter(line, "</x>")).toBe("indentOutdent");
    expect(onEnter(line, "  </x>")).toBe("indentOutdent");
  });

  it.each(level)("stays in the column after %j", (line) => {
    expect(onEnter(line)).toBe("none");
    expect(onEnter(line, "</x>")).toBe("none");
  });

  it.each(unfinished)("indents attributes after %s", (line) => {
    expect(onEnter(line)).toBe("indent");
  });
});

describe("indentation", () => {
  const increase = new RegExp(indentationRules.increaseIndentPattern);
  const decrease = new RegExp(indentationRules.decreaseIndentPattern);

  it("indents further after start tags only", () => {
    expect(opening.filter((line) => !increase.test(line))).toEqual([]);
    expect([...level, ...unfinished].filter((line) => increase.test(line))).toEqual([]);
  });

  it("goes down for end tags only", () => {
    expect(["</iq>", "  </", "\t</a:b>"].filter((line) => !decrease.test(line))).toEqual([]);
    expect([...opening, "<a></a>", "x </a>"].filter((line) => decrease.test(line))).toEqual([]);
  });

  it("is decided at once, for any line", () => {
    const long = `<${"a='b\" ".repeat(20_000)}`;
    expect(increase.test(long)).toBe(false);
    expect(onEnter(long)).toBe("none");
  });
});

describe("regions", () => {
  const start = new RegExp(folding.markers.start);
  const end = new RegExp(folding.markers.end);

  it("are comments", () => {
    expect(start.test("  <!-- #region one -->")).toBe(true);
    expect(end.test("<!--#endregion-->")).toBe(true);
    expect(start.test("<!-- #endregion -->") || end.test("<!-- #region -->")).toBe(false);
    expect(start.test("#region")).toBe(false);
  });
});

describe("words", () => {
  const words = (text: string) =>
    text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`));

  it("are names and parts of addresses", () => {
    expect(words("<item-not-found xmlns:a='urn:x'/>")).toEqual([
      "item-not-found",
      "xmlns",
      "a",
      "urn",
      "x",
    ]);
    expect(words("romeo@montague.example/Übung")).toEqual(["romeo", "montague.example", "Übung"]);
  });
});

describe("pairs", () => {
  it("are closed and surrounded alike", () => {
    const closing = configuration.autoClosingPairs.map(({ open }) => open);
    expect(closing).toEqual(["<!--", "<![CDATA[", "'", '"']);
    expect(configuration.comments.blockComment).toEqual(["<!--", "-->"]);
    // The tag's own `<` is closed with its name (docs/decisions/closing-tags.md).
    expect(closing).not.toContain("<");
  });
});
