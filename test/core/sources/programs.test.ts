/** Every form of literal in every language: what is read is its value, findings stand in it, and fixes are written in it. */

import { describe, expect, it } from "vitest";
import { rules } from "../../../server/core/rules";
import { applyEdits } from "../../../server/core/rules/edits";
import { programAdapter } from "../../../server/core/sources/programs";
import { programLanguages } from "../../support/programs";
import { openSource, proveRobust, proveRoundTrip, regionTexts } from "../../support/sources";

/** Stanzas with quotes of both kinds, references, brackets and signs that mean something in one of the languages. */
const stanzas = [
  `<message to="a@b" type='chart'>\n  <body>it's 5 &lt; 6 &amp; "so" (x) [y] {z} 50%</body>\n</message>\n`,
  `<iq type='get' id="1"><query xmlns='jabber:iq:roster'/><a b='c'/></iq>`,
  `<message type='error' to='a@b'>\n    <error><text>é 😀 \\d $5 #1 @x | \`q\`</text></error>\n</message>\n`,
];

describe.each(programLanguages)("$name", ({ source, before, after, forms }) => {
  const adapter = programAdapter(source);
  const hostsOf = (text: string) =>
    Object.entries(forms).flatMap(([name, form]) => {
      const expression = form(text);
      return expression === undefined ? [] : [[name, `${before}${expression}${after}`] as const];
    });

  it("reads the value of each form", () => {
    for (const stanza of stanzas) {
      for (const [name, host] of hostsOf(stanza)) {
        const [text, ...others] = regionTexts(host, adapter);
        expect(others, `${name}: ${host}`).toEqual([]);
        expect(withoutHoles(text ?? ""), `${name}: ${host}`).toBe(withoutHoles(stanza));
      }
    }
  });

  it("writes the fixes of all rules in each form", () => {
    let written = 0;
    for (const { bad } of rules) {
      for (const [, host] of hostsOf(`${bad}\n`)) {
        written += proveRoundTrip(openSource(host, adapter)).written;
      }
    }
    expect(written).toBeGreaterThan(80);
  });

  it("places findings in each form", () => {
    for (const [name, host] of hostsOf("<message type='chart'/>\n")) {
      const places = openSource(host, adapter)
        .findings()
        .map(({ span }) => host.slice(span.start, span.end));
      expect(places, host).toEqual(["chart"]);
      expect(name).not.toBe("");
    }
  });

  it("stands all edits", () => {
    const [first = "", second = ""] = hostsOf(stanzas[0]!).map(([, host]) => host);
    const openings = [
      `"`,
      `'`,
      `"""`,
      "`",
      "\\",
      "/*",
      "#",
      "//",
      "\n",
      "\n\n",
      "<<X\n",
      "${",
      "#{",
    ];
    proveRobust(adapter, [first, second].filter(Boolean), openings);
  });
});

/** The text without values that may be filled in, which are no part of what is known. */
function withoutHoles(text: string): string {
  return text.replaceAll("{…}", "").replace(/50%|\{z\}/g, "");
}

it("silences findings by comments of the language, which quick fixes write", () => {
  for (const { source, before, after, forms, name } of programLanguages) {
    const adapter = programAdapter(source);
    for (const [form, write] of Object.entries(forms)) {
      const expression = write("<message type='chart'/>\n") ?? write("<message type='chart'/>");
      const host = `${before}${expression}${after}`;
      const open = openSource(host, adapter);
      const [view] = open.regions();
      const { here, expected, inFile } = view!.document.suppressions(
        view!.document.findings()[0]!,
      )!;
      for (const edit of [here, expected, inFile]) {
        const edits = open.write(view!, [edit]);
        const where = `${name}, ${form}`;
        // JSON has no comments.
        expect(edits !== undefined, where).toBe(source !== "json");
        if (!edits) continue;
        const silenced = openSource(applyEdits(host, edits), adapter);
        expect(silenced.findings(), `${where}: ${silenced.text}`).toEqual([]);
        expect(silenced.text, where).toContain("xmpp-stanza-");
        expect(silenced.text, where).not.toContain("<!--");
      }
    }
  }
});
