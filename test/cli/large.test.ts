/** Files and standard input that are too large to be kept: checked in parts, as they come. */

import { describe, expect, test } from "vitest";
import { Folder, run } from "../support/commandLine";

const LINES = 420_000;
const filler = `<presence id='a'/>${" ".repeat(10)}\n`;
const bad = "<iq type='x' id='1'/>\n";
/** Some 12 MB with a mistake on the first line and one on the last. */
const large = bad + filler.repeat(LINES) + bad;
const expected = ["1", String(LINES + 2)].map((line) => `\t${line}\tstanza-type-invalid\n`);

describe("a text of twelve megabytes", () => {
  test("is checked to its end, from a file or from standard input", () => {
    using folder = new Folder({ "large.xmpp": large, "small.xmpp": bad });
    const check = (...args: string[]) => folder.run(["check", "--format", "tsv", ...args]);
    const ofFile = expected.map((one) => `large.xmpp${one}`).join("");
    expect(check("large.xmpp")).toEqual({ status: 1, stdout: ofFile, stderr: "" });
    const both = `${ofFile}small.xmpp\t1\tstanza-type-invalid\n`;
    expect(check("large.xmpp", "small.xmpp", "--jobs", "2").stdout).toBe(both);
    const ofInput = expected.map((one) => `<stdin>${one}`).join("");
    const input = run(["check", "-", "--format", "tsv"], { input: large });
    expect(input).toEqual({ status: 1, stdout: ofInput, stderr: "" });
  });

  test("is one file for people, and one array for programs", () => {
    const pretty = run(["check", "-"], { input: large });
    expect(pretty.stdout).toContain(`<stdin>:${LINES + 2}:11 error`);
    expect(pretty.stdout).toContain("<iq type='x' id='1'/>");
    expect(pretty.stdout).toContain(" stanzas: 2 errors");
    const rows = JSON.parse(run(["check", "-", "--format", "json"], { input: large }).stdout);
    expect(rows.map(({ line }: { line: number }) => line)).toEqual([1, LINES + 2]);
  });

  test("is read to its end where some bytes are no text, and their place is said", () => {
    const broken = Buffer.concat([Buffer.from(large), Buffer.from([0xff, 0xfe, 0xff])]);
    const outcome = run(["check", "-", "--format", "tsv"], { input: broken });
    expect(outcome.status).toBe(1);
    const line = large.split("\n").length;
    expect(outcome.stderr).toBe(
      `xmpp-stanza: <stdin>:${line}:1: 3 bytes are not UTF-8, the first is here; the rest was read\n`,
    );
    expect(outcome.stdout).toBe(expected.map((one) => `<stdin>${one}`).join(""));
  });

  test("may have characters of several bytes at each place where it is cut", () => {
    const input = `${"<message id='1'><body>ä👩</body></message>\n".repeat(300_000)}${bad}`;
    const { stdout } = run(["check", "-", "--format", "tsv"], { input });
    expect(stdout).toBe("<stdin>\t300001\tstanza-type-invalid\n");
  });

  test("is mended as a whole", () => {
    using folder = new Folder({
      "large.xmpp": `<iq type='get'><q xmlns='a'/></iq>\n${filler.repeat(LINES)}`,
    });
    expect(folder.run(["check", "large.xmpp", "--fix", "--format", "tsv"])).toMatchObject({
      status: 0,
      stdout: "",
    });
  });
});
