/** Output of `pretty` beyond the findings: hints, and lines that fit the terminal. */

import { describe, expect, it, test } from "vitest";
import { createReporter, reporterNames } from "../../server/cli/reporters";
import { Report, reportFile } from "../../server/cli/reporters/reporter";
import { terminalOf } from "../../server/cli/reporters/terminal";
import { codeFrame } from "../../server/core/check/codeFrame";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { LineIndex } from "../../server/core/text/lines";
import { inEnglish } from "../../server/core/text/translate";
import { Folder } from "../support/commandLine";

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";
const untyped = `<iq type='error' id='e1'><error><conflict xmlns='${stanzas}'/></error></iq>\n`;
/** A reply that comes from somewhere else than the request went to. */
const astray = (id: string) =>
  `<iq from='a@x.example/1' to='x.example' id='${id}' type='get'><ping xmlns='urn:xmpp:ping'/></iq>
<iq from='a@x.example/1' to='x.example' id='${id}' type='result'/>\n`;

function check(files: Readonly<Record<string, string>>, ...args: string[]): string {
  using folder = new Folder(files);
  return folder.run(["check", ...Object.keys(files), ...args]).stdout;
}

const hints = (output: string) =>
  output.split("\n").flatMap((line) => /\| fix: (.*)/.exec(line)?.[1] ?? []);

describe("the hint below a finding", () => {
  it("is the title of the preferred fix", () => {
    expect(hints(check({ "a.xmpp": untyped }))).toEqual(["Insert type='cancel' (do not retry)"]);
    expect(hints(check({ "a.xmpp": astray("r1") }))).toEqual(["Swap the request's addresses"]);
  });

  it("is in the language of the messages", () => {
    const output = check({ "a.xmpp": untyped }, "--lang", "zh-cn");
    expect(output).toContain("| 修复：插入 type='cancel'（不要重试）\n");
    expect(output).toMatch(/^用 --fix 可以修复 1 个问题$/m);
  });

  it("is not there where no fix is preferred", () => {
    expect(hints(check({ "a.xmpp": "<iq type='get' id='1'/>" }))).toEqual([]);
  });

  it("is given for the first findings of a large file only, in each file anew", () => {
    const many = Array.from({ length: 2000 }, (_, i) => astray(`r${i}`)).join("");
    const output = check({ "a.xmpp": many, "b.xmpp": astray("r") });
    const findings = output.split("\n").filter((line) => line.endsWith("(reply-address)"));
    expect(findings).toHaveLength(2001);
    const [inA, inB] = output.split(/^b\.xmpp/m).map((part) => hints(part).length);
    expect(inA).toBeGreaterThan(10);
    expect(inA).toBeLessThan(200);
    expect(inB).toBe(1);
  });
});

describe("the count of findings that --fix would repair", () => {
  test.each([
    ["none", "<iq type='get' id='1'/>\n", 0],
    ["one", untyped, 1],
    ["several, over all files", untyped + untyped.replace("e1", "e2"), 2],
    // A finding that is silent is not mended, and counts neither before nor after.
    [
      "those that are not silent",
      `<!-- xmpp-stanza-expect error-type-missing -->\n${untyped}${untyped}`,
      1,
    ],
  ])("%s", (_, text, fixable) => {
    const output = check({ "a.xmpp": text, "b.xmpp": "<message/>" });
    const told = /^(\d+) findings? can be fixed with --fix$/m.exec(output)?.[1] ?? "0";
    expect(Number(told)).toBe(fixable);
  });

  it("holds: after --fix there are that many findings fewer", () => {
    using folder = new Folder({ "a.xmpp": `${untyped}<message type='error' id='1'/>\n` });
    const countOf = () =>
      folder.run(["check", "a.xmpp", "--format", "tsv"]).stdout.split("\n").length;
    const told = Number(
      /^(\d+) findings? can be fixed/m.exec(folder.run(["check", "a.xmpp"]).stdout)?.[1],
    );
    const before = countOf();
    expect(folder.run(["check", "a.xmpp", "--fix"]).stdout).not.toContain("can be fixed");
    expect(countOf()).toBe(before - told);
  });
});

describe("a text that is too long to count what --fix would repair", () => {
  const filler = `<message><body>${"x".repeat(600_000)}</body></message>\n`;
  const summary = (files: Readonly<Record<string, string>>) =>
    check(files)
      .split("\n")
      .filter((line) => line.endsWith("can be fixed with --fix"));

  it("says that there are some", () => {
    expect(summary({ "long.xmpp": filler + untyped })).toEqual([
      "Some findings can be fixed with --fix",
    ]);
  });

  it("is named beside the number of the others", () => {
    expect(summary({ "a.xmpp": untyped, "long.xmpp": filler + untyped })).toEqual([
      "More than 1 can be fixed with --fix",
    ]);
  });

  it("says nothing where no finding has a fix that is applied", () => {
    expect(summary({ "long.xmpp": `${filler}<iq type='get' id='1'/>\n` })).toEqual([]);
  });
});

describe("the frame in a terminal", () => {
  const frameOf = (text: string, place: string, columns: number | undefined) => {
    const start = text.indexOf(place);
    return codeFrame({ start, end: start + place.length }, new LineIndex(text), columns);
  };
  const long = `${"<presence/>".repeat(30)}<message type='x'/>${"<presence/>".repeat(30)}`;

  it("is as wide as the terminal, and a hundred characters without one", () => {
    for (const columns of [30, 80, 200]) {
      const { gutters, line } = frameOf(long, "type", columns);
      expect(gutters[0].length + line.length).toBe(columns);
    }
    expect(frameOf(long, "type", undefined).line).toHaveLength(100);
    expect(frameOf(long, "type", 3).line).toHaveLength(20);
  });

  it("shows all of a line that fits", () => {
    const text = `<message type='x'/>${"y".repeat(57)}`;
    expect(frameOf(text, "type", 80).line).toBe(text);
    expect(frameOf(`${text}zz`, "type", 80).line).not.toContain("zz");
  });

  it("has its marks below the place, also after characters of other widths", () => {
    const { indent, marks } = frameOf("<body>你好 é</body><x/>", "<x/>", undefined);
    expect(indent).toHaveLength("<body>".length + 4 + " é</body>".length);
    expect(marks).toBe("^^^^");
    expect(frameOf("<body>你好</body>", "你好", undefined).marks).toBe("^^^^");
    expect(frameOf("<body>e\u0301</body>", "</body>", undefined).indent).toHaveLength(7);
    expect(frameOf("<body>🙂</body>", "</body>", undefined).indent).toHaveLength(8);
  });

  it("counts the columns of tabs", () => {
    const { line, indent } = frameOf(`\t\t\t\t\t\t\t${long}`, "<presence", 80);
    const width = (row: string) =>
      [...row].reduce((at, one) => (one === "\t" ? at + 8 - (at % 8) : at + 1), 4);
    expect(width(line)).toBeLessThanOrEqual(80);
    expect(line.startsWith(indent)).toBe(true);
    expect(line.slice(indent.length)).toMatch(/^<presence/);
  });

  it("cuts no character in two", () => {
    const text = `${"🙂".repeat(300)}<x/>${"🙂".repeat(300)}`;
    for (let columns = 30; columns < 40; columns++) {
      expect(frameOf(text, "<x/>", columns).line.isWellFormed()).toBe(true);
    }
  });
});

describe("the terminal", () => {
  it("has a width only if it is one", () => {
    expect(terminalOf({ isTTY: true, columns: 61 }, {}).columns).toBe(61);
    expect(terminalOf({ isTTY: true, columns: 0 }, {}).columns).toBeUndefined();
    expect(terminalOf({ isTTY: false, columns: 61 }, {}).columns).toBeUndefined();
  });

  it("has no colours if FORCE_COLOR refuses them", () => {
    using folder = new Folder({ "a.xmpp": untyped });
    const outputs = ["1", "0", "false"].map((FORCE_COLOR) => {
      const env = { NO_COLOR: undefined, FORCE_COLOR };
      return folder.run(["check", "a.xmpp"], { env }).stdout.includes("\u001b");
    });
    expect(outputs).toEqual([true, false, false]);
  });
});

describe("a report", () => {
  const results = ["<message type='x'/>\n", "<message/>\n", untyped, untyped].map((text, i) => {
    const document = new SourceDocument(text, defaultConfiguration);
    const lines = new LineIndex(text);
    return {
      path: `${i}.xmpp`,
      lines,
      findings: document.findings(),
      stanzaCount: 1,
      nonzaCount: 0,
      document,
    };
  });
  const terminal = { hasColours: false, columns: undefined };
  const options = { translate: inEnglish, terminal };

  test.each(reporterNames)(
    "in %s is the same for all numbers of threads and orders of files",
    async (format) => {
      const one = await createReporter(format, options);
      const whole = new Report(one);
      const expected = results.map((result) => whole.add(reportFile(one, result)));
      expected.push(whole.end({ notices: [], passedOver: new Map() }));
      // Each by a reporter of its own, the last file first.
      const parts = await Promise.all(
        [...results].reverse().map(async (result) => {
          return structuredClone(reportFile(await createReporter(format, options), result));
        }),
      );
      const joined = new Report(await createReporter(format, options));
      const texts = parts.reverse().map((part) => joined.add(part));
      expect([...texts, joined.end({ notices: [], passedOver: new Map() })].join("")).toBe(
        expected.join(""),
      );
      expect(joined.totals).toEqual({
        files: 4,
        stanzas: 4,
        nonzas: 0,
        findings: { error: 3, warning: 0, information: 0 },
        fixable: { count: format === "pretty" ? 2 : 0, hasMore: false },
      });
    },
  );
});
