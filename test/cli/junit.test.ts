/** XML for CI servers, read again by a parser. */

import { DOMParser, type Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { junit } from "../../server/cli/reporters/junit";
import { Report, reportFile } from "../../server/cli/reporters/reporter";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { LineIndex } from "../../server/core/text/lines";
import { inEnglish } from "../../server/core/text/translate";
import { parse } from "../../server/core/xml/parse";
import { Folder } from "../support/commandLine";

const files = {
  "a.xmpp": `<message type='error'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    words
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Taken</text>
  </error>
</message>
<message><body>a & b</body></message>
`,
  "b.stanza": "<message/>\n",
};

/** Throws if it is not well-formed, by two parsers that have nothing in common. */
function read(output: string): Element {
  const text = output.replace(/^<\?xml [^?]*\?>\n/, "");
  expect(text).not.toBe(output);
  expect(parse(text.trim(), undefined).error).toBeUndefined();
  const onError = (level: string, message: string) => {
    // xmldom wonders about each replacement character, which is no mistake.
    if (level !== "warning") throw new Error(message);
  };
  return new DOMParser({ onError }).parseFromString(output, "text/xml").documentElement!;
}

const all = (element: Element, name: string) => [...element.getElementsByTagName(name)];

describe("junit", () => {
  it("prints a suite for each file and a case for each finding", () => {
    using folder = new Folder(files);
    const outcome = folder.run(["check", "a.xmpp", "b.stanza", "--format", "junit"]);
    expect(outcome).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "",
        "stdout": "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="xmpp-stanza">
      <testsuite name="a.xmpp" tests="3" failures="1" errors="0" skipped="2">
        <testcase name="error-stray-text (4:5)" classname="a.xmpp" file="a.xmpp" line="4">
          <skipped message="warning: Text directly in &lt;error/&gt; is ignored. Move it into &lt;text/&gt; (RFC 6120 §8.3.2)"/>
        </testcase>
        <testcase name="text-lang-missing (5:6)" classname="a.xmpp" file="a.xmpp" line="5">
          <skipped message="information: &lt;text/&gt; has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2)"/>
        </testcase>
        <testcase name="xml-not-well-formed (8:18)" classname="a.xmpp" file="a.xmpp" line="8">
          <failure message="&quot;&amp;&quot; is not escaped. Write &amp;amp;" type="xml-not-well-formed">a.xmpp:8:18: "&amp;" is not escaped. Write &amp;amp;
      https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules/xml-not-well-formed.md</failure>
        </testcase>
      </testsuite>
      <testsuite name="b.stanza" tests="1" failures="0" errors="0" skipped="0">
        <testcase name="no findings" classname="b.stanza" file="b.stanza"/>
      </testsuite>
      </testsuites>
      ",
      }
    `);
    const root = read(outcome.stdout);
    for (const suite of all(root, "testsuite")) {
      const counts = ["testcase", "failure", "skipped"].map((name) => all(suite, name).length);
      const told = ["tests", "failures", "skipped"].map((name) => Number(suite.getAttribute(name)));
      expect(told).toEqual(counts);
      const names = all(suite, "testcase").map((one) => one.getAttribute("name"));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("fails for errors and nothing else, as the exit status does", () => {
    using folder = new Folder({ "a.xmpp": files["a.xmpp"].replace(/<message><body.*/, "") });
    const { status, stdout } = folder.run(["check", "a.xmpp", "--format", "junit"]);
    expect([status, all(read(stdout), "failure")]).toEqual([0, []]);
  });

  it("has no suite where there is no file", () => {
    using folder = new Folder();
    const { stdout } = folder.run(["check", ".", "--format", "junit"]);
    expect(all(read(stdout), "testsuite")).toEqual([]);
  });

  it("is well-formed whatever a file is called and whatever it holds", () => {
    using folder = new Folder();
    const name = "]]>\"'<&\u0001\u001b\u007f\ufffe\n--><?x a.stanza";
    const input = "<presence type='<&#1;]]>\ufffe\u0002'/><presence type=']]>&quot;\ufffe'/>";
    const args = ["check", "-", "--stdin-filename", name, "--format", "junit"];
    const { stdout } = folder.run(args, { input });
    const root = read(stdout);
    const legal = "]]>\"'<&\\u0001\\u001b\\u007f\ufffd\\n--><?x a.stanza";
    expect(all(root, "testsuite").map((suite) => suite.getAttribute("name"))).toEqual([legal]);
    expect(all(root, "failure").length).toBeGreaterThan(1);
  });

  it("replaces halves of characters, which no file of UTF-8 has", () => {
    const text = "<presence type='x\ud83d'/>";
    const document = new SourceDocument(text, defaultConfiguration);
    const reporter = junit({
      translate: inEnglish,
      terminal: { hasColours: false, columns: undefined },
    });
    const report = new Report(reporter);
    const findings = document.findings();
    const lines = new LineIndex(text);
    const result = {
      path: "a\udc00.stanza",
      lines,
      findings,
      stanzaCount: 1,
      nonzaCount: 0,
      document,
    };
    const output =
      report.add(reportFile(reporter, result)) + report.end({ notices: [], passedOver: new Map() });
    expect(findings).toHaveLength(1);
    expect(output.isWellFormed()).toBe(true);
    expect(all(read(output), "testsuite")[0]?.getAttribute("name")).toBe("a\ufffd.stanza");
  });
});
