/**
 * Snapshots of the messages, related places, fixes and edits of each fixture: the marks of a fixture say where a finding
 * is, and not what its message is. After a change that is meant, renew them and read what has changed in
 * test/core/snapshots: npx vitest run test/core/snapshots.test.ts -u
 */

import { describe, expect, test } from "vitest";
import { messageOf, relatedMessageOf, titleOf } from "../../server/core/check/messages";
import type { DocumentFinding, StanzaDocument } from "../../server/core/document/document";
import { LineIndex } from "../../server/core/text/lines";
import type { Span } from "../../server/core/text/span";
import { configurationFor, open } from "../support/documents";
import { fixtures } from "../support/fixtures";

/** A finding in lines: place, severity and rule; message; other places; fixes with their edits. */
function linesOf(document: StanzaDocument, found: DocumentFinding, lines: LineIndex): string[] {
  const { finding, span, related } = found;
  const at = ({ start, end }: Span) =>
    [start, end]
      .map((offset) => lines.positionAt(offset))
      .map(({ line, character }) => `${line + 1}:${character + 1}`)
      .join("-");
  return [
    `${at(span)} ${finding.severity} ${finding.rule.id}`,
    `    ${messageOf(finding)}`,
    ...related.map((one) => `    ${at(one.span)} ${relatedMessageOf(finding, one.messageKey)}`),
    ...document.fixes(found).map((fix) => {
      const edits = fix.edits.map((edit) => `${at(edit.span)} ${JSON.stringify(edit.newText)}`);
      return `  ${fix.applicability}: ${titleOf(fix)}: ${edits.join(", ")}`;
    }),
  ];
}

describe.each(fixtures)("$name", ({ name, text }) => {
  const document = open(text, configurationFor(name));
  const lines = new LineIndex(text);
  const all = document.findings().map((found) => linesOf(document, found, lines));

  test("matches the snapshot", async () => {
    await expect(`${all.flat().join("\n")}\n`).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });

  test("replaces every placeholder", () => {
    for (const message of all.flat().filter((line) => line.startsWith("    "))) {
      expect(message).not.toMatch(/\{[a-z]+\}|undefined(?!-condition)/i);
      expect(message.trim()).not.toBe("");
    }
  });
});
