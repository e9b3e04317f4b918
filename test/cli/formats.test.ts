/** Output of findings, format by format. */

import { describe, expect, test } from "vitest";
import { reporterNames } from "../../server/cli/reporters";
import { Folder } from "../support/commandLine";

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** Two files with findings of all severities, and one without. */
const files = {
  "a.xmpp": `<message type='chat'/>
<message type='error'>
  <error type='cancel'>
    <conflict xmlns='${stanzas}'/>
    <gone xmlns='${stanzas}'/>
    words
    <text xmlns='${stanzas}'>Taken</text>
  </error>
</message>
`,
  "b.stanza": "C: <presence type='away'/>\nS: <message><body>a & b</body></message>\n",
  "c.xml": "<iq type='result' id='1'/>",
};

function check(...args: string[]) {
  using folder = new Folder(files);
  return folder.run(["check", "a.xmpp", "b.stanza", "c.xml", ...args]);
}

test("pretty, the default", () => {
  const outcome = check();
  expect(outcome).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "a.xmpp:5:6 error More than one defined condition: conflict is already there. Keep one (RFC 6120 §8.3.2) (condition-multiple)
    5 |     <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
      |      ^^^^

    a.xmpp:6:5 warning Text directly in <error/> is ignored. Move it into <text/> (RFC 6120 §8.3.2) (error-stray-text)
    6 |     words
      |     ^^^^^

    a.xmpp:7:6 information <text/> has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2) (text-lang-missing)
    7 |     <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Taken</text>
      |      ^^^^
      | fix: Add xml:lang='en'

    b.stanza:1:20 error Unknown presence type "away". Remove it or use <show/> (RFC 6121 §4.7.2.1) (stanza-type-invalid)
    1 | C: <presence type='away'/>
      |                    ^^^^
      | fix: Remove the type

    b.stanza:2:21 error "&" is not escaped. Write &amp; (xml-not-well-formed)
    2 | S: <message><body>a & b</body></message>
      |                     ^
      | fix: Escape as &amp;

    3 files, 5 stanzas: 3 errors, 1 warning, 1 note
    1 finding can be fixed with --fix
    ",
    }
  `);
  expect(check("--format", "pretty")).toEqual(outcome);
  expect(check("--format=pretty")).toEqual(outcome);
});

test("compact", () => {
  expect(check("--format", "compact")).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "a.xmpp:5:6: error condition-multiple More than one defined condition: conflict is already there. Keep one (RFC 6120 §8.3.2)
    a.xmpp:6:5: warning error-stray-text Text directly in <error/> is ignored. Move it into <text/> (RFC 6120 §8.3.2)
    a.xmpp:7:6: information text-lang-missing <text/> has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2)
    b.stanza:1:20: error stanza-type-invalid Unknown presence type "away". Remove it or use <show/> (RFC 6121 §4.7.2.1)
    b.stanza:2:21: error xml-not-well-formed "&" is not escaped. Write &amp;
    ",
    }
  `);
});

test("tsv: file, line of the stanza's start tag, rule", () => {
  expect(check("--format", "tsv")).toEqual({
    status: 1,
    stderr: "",
    stdout: [
      "a.xmpp\t2\tcondition-multiple",
      "a.xmpp\t2\terror-stray-text",
      "a.xmpp\t2\ttext-lang-missing",
      "b.stanza\t1\tstanza-type-invalid",
      "b.stanza\t2\txml-not-well-formed",
      "",
    ].join("\n"),
  });
});

describe("json", () => {
  test("is one array of findings, with all that is known of each", () => {
    const { status, stdout, stderr } = check("--format", "json");
    expect([status, stderr]).toEqual([1, ""]);
    const findings = JSON.parse(stdout);
    expect(findings).toHaveLength(5);
    expect(findings[0]).toMatchObject({
      file: "a.xmpp",
      rule: "condition-multiple",
      severity: "error",
      line: 5,
      column: 6,
      endLine: 5,
      endColumn: 10,
      stanzaLine: 2,
      related: [{ line: 4, column: 6, endLine: 4, endColumn: 14 }],
    });
    expect(findings.map((one: { severity: string }) => one.severity)).toEqual([
      "error",
      "warning",
      "information",
      "error",
      "error",
    ]);
    for (const { message } of findings) expect(message).toMatch(/^[^{}]+[^{}.]$/);
  });

  test("is an empty array without findings", () => {
    using folder = new Folder(files);
    expect(folder.run(["check", "c.xml", "--format", "json"])).toEqual({
      status: 0,
      stdout: "[]\n",
      stderr: "",
    });
  });
});

test("no findings, in the other formats", () => {
  using folder = new Folder(files);
  const outputs = ["pretty", "compact", "tsv"].map((format) =>
    folder.run(["check", "c.xml", "--format", format]),
  );
  expect(outputs).toEqual([
    { status: 0, stdout: "1 file, 1 stanza: no findings\n", stderr: "" },
    { status: 0, stdout: "", stderr: "" },
    { status: 0, stdout: "", stderr: "" },
  ]);
});

describe("colours", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of
  const colour = /\u001b\[/;
  const coloured = (env: NodeJS.ProcessEnv, ...args: string[]) => {
    using folder = new Folder(files);
    return colour.test(folder.run(["check", "b.stanza", ...args], { env }).stdout);
  };

  test("are there when asked for, and not in a pipe", () => {
    expect(coloured({ NO_COLOR: undefined, FORCE_COLOR: "1" })).toBe(true);
    expect(coloured({ NO_COLOR: undefined, CI: undefined })).toBe(false);
  });

  test("are not there with NO_COLOR", () => {
    expect(coloured({ NO_COLOR: "1" })).toBe(false);
  });

  test("are in no format that programs read", () => {
    for (const format of reporterNames.filter((name) => name !== "pretty")) {
      expect(coloured({ NO_COLOR: undefined, FORCE_COLOR: "1" }, "--format", format)).toBe(false);
    }
  });
});

describe("the frame below a finding", () => {
  const frameOf = (text: string) => {
    using folder = new Folder({ "a.xmpp": text });
    return folder.run(["check", "a.xmpp"]).stdout.split("\n").slice(1, 3);
  };

  test("marks the place below the line", () => {
    expect(frameOf("<message type='x'/>")).toEqual([
      "1 | <message type='x'/>",
      "  |                ^",
    ]);
  });

  test("keeps tabs, so that the mark is below its place", () => {
    expect(frameOf("\t<message\ttype='xy'/>")).toEqual([
      "1 | \t<message\ttype='xy'/>",
      "  | \t        \t      ^^",
    ]);
  });

  test("cuts a long line around its place", () => {
    const [line, marks] = frameOf(
      `${"<presence/>".repeat(1000)}<message type='x'/>${" ".repeat(9)}`,
    );
    expect(line!.length).toBeLessThan(120);
    expect(line).toContain("<message type='x'/>");
    expect(line![marks!.indexOf("^")]).toBe("x");
  });

  test("ends with its line where the finding goes on", () => {
    expect(frameOf("<message>\n  <?a\n  b?>\n</message>")).toEqual(["2 |   <?a", "  |   ^^^"]);
  });

  test("shows no control character to the terminal", () => {
    for (const text of [
      "<message>\u001b[2Jx</message>",
      "<message type='x'/>\u001b]0;title\u0007",
    ]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(frameOf(text).join("")).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    }
  });
});
