/** Tigase's test scripts: blocks of stanzas with commented lines in them. */

import { describe, expect, it } from "vitest";
import { programAdapter } from "../../../server/core/sources/programs";
import { openSource, regionTexts } from "../../support/sources";

const adapter = programAdapter("tigase");

const block = (...lines: string[]) => `send: {\n${lines.join("\n")}\n}\n`;

describe("a commented line in a block is no part of its text", () => {
  it.each([
    ["without values that are filled in", "# <message to='a'><body>x</body>"],
    ["with a value that is filled in", "# <message to='$(from)'><body>$(text)</body>"],
    ["indented", "\t  # <message to='@{from}'><body>x</body>"],
    ["with a value that is never closed", "# what $( begins"],
    ["with another comment in it", "# <message> # $(a) </iq>"],
  ])("%s", (_, comment) => {
    for (const lineEnd of ["\n", "\r\n"]) {
      const host = block("<presence/>", comment, "<message to='$(to)'/>").replaceAll("\n", lineEnd);
      const texts = regionTexts(host, adapter);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toMatch(/^\s*<presence\/>\s*<message to='[^']*'\/>\s*$/);
      expect(openSource(host, adapter).findings()).toEqual([]);
    }
  });

  it("while a sign elsewhere in a line begins none", () => {
    const host = block("<message to='$(to)'><body># $(text)</body></message>");
    expect(regionTexts(host, adapter)[0]).toContain("<body># ");
    expect(openSource(host, adapter).findings()).toEqual([]);
  });
});
