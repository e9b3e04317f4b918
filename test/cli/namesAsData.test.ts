/** Names of files and values in them are data: nothing in them acts on a terminal or on a log of GitHub Actions. */

import { describe, expect, test } from "vitest";
import { reporterNames } from "../../server/cli/reporters";
import { visible } from "../../server/core/text/visible";
import { Folder } from "../support/commandLine";

/** Controls, line ends, and turns of the direction of text. */
const signs = "\u0007\u001b[31m\u009b2J\u2028\u200e\u202e\u2066";
const name = `a${signs}\n::error::b##[error]c.xmpp`;

/** Findings that quote values, on lines that the code frame shows; controls are no XML. */
const text = `##[error]<message type='x\u200e\u202e\u2066'/>\n<message type='x${signs}'/>\n`;

/** All controls but those that separate lines and cells. */
const acting = /[^\P{Cc}\n\t]|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function expectData(output: string, isGithub = false): void {
  expect(output).not.toMatch(acting);
  expect(output).not.toContain("##[");
  if (!isGithub) expect(output).not.toMatch(/^\s*::/m);
}

test("texts keep what does not act, and show the rest as JSON would escape it", () => {
  expect(visible("a ü 🥐 \\ \t\n\u001b\u202e")).toBe("a ü 🥐 \\ \\t\\n\\u001b\\u202e");
  const value = JSON.stringify(name);
  expect(JSON.parse(visible(value))).toBe(name);
});

// Windows has no such names.
describe.runIf(process.platform !== "win32")("with any name and value", () => {
  test.each(reporterNames)("%s prints data", (format) => {
    using folder = new Folder({ [name]: text, "::error::x.xmpp": text });
    const { status, stdout, stderr } = folder.run(["check", ".", "--format", format]);
    expect([status, stderr]).toEqual([1, ""]);
    const count = (part: RegExp) => stdout.match(part)?.length ?? 0;
    expect(count(/stanza-type-invalid/g)).toBeGreaterThan(1);
    expectData(stdout, format === "github");
    if (format === "github") expect(stdout.match(/^\s*::.*/gm)).toHaveLength(4);
  });

  test("json has the name and the value unchanged", () => {
    using folder = new Folder({ [name]: text });
    const { stdout } = folder.run(["check", ".", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ file: name, rule: "stanza-type-invalid" }, {}]);
  });

  test.each(["pretty", "tsv", "json"])("stanzas as %s are data", (format) => {
    using folder = new Folder({ [name]: text, "::error::x.xmpp": text });
    const { stdout, stderr } = folder.run(["stanzas", ".", "--format", format]);
    expect(stdout).toContain("message");
    expectData(stdout);
    expectData(stderr);
  });

  test.each([
    ["a file that is not there", ["check", name]],
    ["a pattern that meets nothing", ["check", `*${name}`]],
    ["an unknown option", ["check", `--${name}`]],
    ["an unknown command", [name]],
    ["an unknown rule", ["check", "a.xmpp", "--rule", `${name}=off`]],
    ["a configuration that is not there", ["check", "a.xmpp", "--config", name]],
    ["input that is not there", ["reply", "--condition", "gone", name]],
    ["a chart of a file that is not there", ["diagram", name]],
    ["stanzas of a file that is not there", ["stanzas", name]],
    ["a cache that is none", ["check", "a.xmpp", "--cache-location", name]],
    ["a name for standard input", ["check", "-", "--stdin-filename", `${name}.hs`]],
  ])("a message about %s is data", (_, args) => {
    using folder = new Folder({ "a.xmpp": "" });
    if (args.includes("--cache-location")) folder.write(name, "no cache");
    const { stderr } = folder.run(args, { input: text });
    expect(stderr).not.toBe("");
    expectData(stderr);
  });

  test("a mistake in a configuration is data", () => {
    using folder = new Folder({
      [`::error::${name}/xmpp-stanza.json`]: JSON.stringify({ [name]: 1, ignore: [name, 2] }),
      [`::error::${name}/a.xmpp`]: "",
    });
    const { status, stderr } = folder.run(["check", "."]);
    expect(status).toBe(2);
    expect(stderr.split("\n")).toHaveLength(3);
    expectData(stderr);
  });
});
