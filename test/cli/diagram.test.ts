/** `xmpp-stanza diagram` as a process. */

import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { Folder, run } from "../support/commandLine";

const text = `<iq type='get' id='q' from='a@x.example/1' to='x.example'><ping xmlns='urn:xmpp:ping'/></iq>
<iq type='result' id='q' from='x.example' to='a@x.example/1'/>
`;

const mermaid = `sequenceDiagram
  participant p0 as a@x.example
  participant p1 as x.example
  p0->>p1: iq get ping [q]
  p1-->>p0: iq result [q]
`;

describe("xmpp-stanza diagram", () => {
  it("prints the SVG of a file", () => {
    using folder = new Folder({ "a.xmpp": text });
    const { status, stdout, stderr } = folder.run(["diagram", "a.xmpp"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const root = new DOMParser().parseFromString(stdout, "image/svg+xml").documentElement;
    expect(root?.localName).toBe("svg");
    expect(folder.run(["diagram", "a.xmpp", "--format", "svg"]).stdout).toBe(stdout);
  });

  it("prints Mermaid, also of standard input", () => {
    using folder = new Folder({ "a.xmpp": text });
    const expected = { status: 0, stdout: mermaid, stderr: "" };
    expect(folder.run(["diagram", "--format", "mermaid", "a.xmpp"])).toEqual(expected);
    expect(run(["diagram", "--format=mermaid", "-"], { input: text })).toEqual(expected);
  });

  it("draws stanzas that are wrong, which is no failure", () => {
    const { status, stdout } = run(["diagram", "-"], { input: "<iq type='error'/><message" });
    expect(status).toBe(0);
    expect(stdout).toContain('class="broken error"');
  });

  it("prints long drawings to their end", () => {
    const { stdout } = run(["diagram", "-"], { input: text.repeat(100) });
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(stdout.endsWith("</svg>\n")).toBe(true);
  });

  it.each([
    [["missing.xmpp"], "missing.xmpp"],
    [["."], "is a folder"],
    [["a.xmpp", "--format", "png"], '"png"; use one of svg, mermaid'],
    [[], "needs one file"],
    [["a.xmpp", "a.xmpp"], '"a.xmpp" is one argument too many'],
  ])("ends with status 2 for %j", (args, message) => {
    using folder = new Folder({ "a.xmpp": text });
    const { status, stdout, stderr } = folder.run(["diagram", ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
