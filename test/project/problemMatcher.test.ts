/** The problem matcher of package.json against what the command line really prints. */

import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { Folder } from "../support/commandLine";

const [matcher] = packageJson.contributes.problemMatchers;
const { pattern } = matcher!;

/** The problem that VS Code would read from a line, or undefined. */
function problemOf(line: string) {
  const found = new RegExp(pattern.regexp).exec(line);
  if (!found) return undefined;
  const { file, line: row, column, severity, code, message } = pattern;
  return {
    file: found[file],
    line: Number(found[row]),
    column: Number(found[column]),
    severity: found[severity],
    code: found[code],
    message: found[message],
  };
}

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";
const text = `<message type='error'>
  <error code='404'>words<item-not-found xmlns='${stanzas}'/></error>
</message>
`;

describe("the problem matcher", () => {
  it.each(["en", "zh-cn"])("reads every line that is printed, in %s", (language) => {
    using folder = new Folder({ "a b.xmpp": text, "in/c:7:8.stanza": text });
    const args = ["check", "--format", "compact", "--lang", language, "."];
    const printed = folder.run(args).stdout.trim().split("\n");
    const json = folder.run(["check", "--format", "json", "--lang", language, "."]).stdout;
    const expected = JSON.parse(json).map((finding: Record<string, unknown>) => ({
      file: finding.file,
      line: finding.line,
      column: finding.column,
      severity: finding.severity === "information" ? "info" : finding.severity,
      code: finding.rule,
      message: finding.message,
    }));
    expect(printed.map(problemOf)).toEqual(expected);
    const severities = new Set(expected.map(({ severity }: { severity: string }) => severity));
    expect([...severities].sort()).toEqual(["error", "info", "warning"]);
  });

  it("reads paths of Windows", () => {
    const line = "C:\\a\\b c.xml:1:2: error iq-id-missing An iq needs an id: add one.";
    expect(problemOf(line)).toEqual({
      file: "C:\\a\\b c.xml",
      line: 1,
      column: 2,
      severity: "error",
      code: "iq-id-missing",
      message: "An iq needs an id: add one.",
    });
  });

  it("takes no other line for a problem", () => {
    for (const line of ["", "xmpp-stanza: a.xml: there is no such file", "a.xml: error x y"]) {
      expect(problemOf(line), line).toBeUndefined();
    }
  });
});
