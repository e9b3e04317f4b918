/** Findings in the form for programs. */

import { expect, it } from "vitest";
import { reportFinding } from "../../server/core/check/report";
import { LineIndex } from "../../server/core/text/lines";
import { everyRule, onlyFinding, open } from "../support/documents";

function reported(text: string, rule: string) {
  const document = open(text, everyRule);
  return reportFinding(onlyFinding(document, rule), "a.xmpp", new LineIndex(text), document);
}

it("a finding has its place from line and column 1, its fixes, and its page", () => {
  const told = reported(
    "\n<message type='error' id='1'>\n<error/></message>",
    "error-type-missing",
  );
  expect(told).toMatchObject({
    file: "a.xmpp",
    rule: "error-type-missing",
    severity: "error",
    line: 3,
    column: 2,
    endLine: 3,
    endColumn: 7,
    stanzaLine: 2,
    related: [],
  });
  expect(told.documentation).toContain("error-type-missing");
  expect(told.fixes.length).toBeGreaterThan(0);
  for (const fix of told.fixes) {
    expect(fix.title).not.toContain("{");
    expect(fix.edits).toMatchObject([{ line: 3, column: 7, endLine: 3, endColumn: 7 }]);
    expect(fix.safe).toBe(false);
  }
});

it("a reply that does not fit has the request as a related place", () => {
  const request = "<iq type='get' id='1' to='a@b.example'><q xmlns='urn:q'/></iq>";
  const told = reported(
    `${request}\n<message type='error' id='1' from='a@b.example'/>`,
    "reply-kind-mismatch",
  );
  expect(told.related).toHaveLength(1);
  expect(told.related[0]).toMatchObject({ line: 1 });
  expect(told.related[0]?.message).not.toBe("");
  expect(told.stanzaLine).toBe(2);
});
