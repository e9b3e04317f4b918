/** Texts that want to break something, read by the command line as people run it. */

import { describe, expect, test } from "vitest";
import { Folder } from "../support/commandLine";
import { hostileTexts } from "../support/hostile";

const isLong = process.env.XMPP_STANZA_LONG === "1";

/** The reported one of two exceeded limits. */
const tooLong = "limits.stanzaLength";

/** At full size in the long run. */
const cases: readonly [name: string, count: number, said: string | undefined][] = [
  ["elements in each other", isLong ? 1_000_000 : 100_000, isLong ? tooLong : "limits.depth"],
  ["elements in each other that are never closed", isLong ? 1_000_000 : 100_000, "limits."],
  ["a long value", isLong ? 100_000_000 : 2_000_000, "limits.stanzaLength"],
  ["attributes", isLong ? 1_000_000 : 20_000, isLong ? tooLong : "limits.attributes"],
  ["requests and replies of the same id", isLong ? 1_000_000 : 5_000, undefined],
  ["stanzas with findings", isLong ? 500_000 : 6_000, "limits.findings"],
  ["conditions in one error", isLong ? 1_000_000 : 7_000, "limits."],
  ["an entity bomb", isLong ? 1_000_000 : 2_000, "xml-restricted"],
  ["comments that are never closed", isLong ? 1_000_000 : 20_000, undefined],
  ["quotes that are never closed", isLong ? 100_000 : 1_000, "xml-not-well-formed"],
  ["a long line", isLong ? 100_000_000 : 1_000_000, "stanza-type-invalid"],
];

describe("the command line ends, and says what there is to say", () => {
  test.each(cases)("about %s", (name, count, said) => {
    using folder = new Folder({ "hostile.stanza": hostileTexts[name]!(count) });
    const { status, stdout, stderr } = folder.run([
      "check",
      "hostile.stanza",
      "--format",
      "compact",
    ]);
    expect(stderr).toBe("");
    expect([0, 1]).toContain(status);
    if (said !== undefined) expect(stdout).toContain(said);
    expect(stdout.split("\n").length).toBeLessThan(10_010);
  });

  test.each(["pretty", "json"])("as %s", (format) => {
    const text = hostileTexts["unknown conditions in one error"]!(isLong ? 1_000_000 : 500);
    using folder = new Folder({ "hostile.stanza": text });
    const { stderr, status } = folder.run(["check", "hostile.stanza", "--format", format]);
    expect(stderr).toBe("");
    expect([0, 1]).toContain(status);
  });

  test("while it repairs", () => {
    const text = hostileTexts["error children in one stanza"]!(isLong ? 100_000 : 200);
    using folder = new Folder({ "hostile.stanza": text });
    const { stderr } = folder.run(["check", "hostile.stanza", "--fix", "--format", "compact"]);
    expect(stderr).toBe("");
  });
});
