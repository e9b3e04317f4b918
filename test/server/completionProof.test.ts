/** Invariants of every completion, whatever it inserts and wherever. */

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextEdit } from "vscode-languageserver/node";
import { defaultConfiguration } from "../../server/core/check/config";
import { applyEdits } from "../../server/core/rules/edits";
import { inEnglish } from "../../server/core/text/translate";
import { completionsAt } from "../../server/features/completion";
import { cursorAt } from "../../server/features/cursor";
import { OpenDocument } from "../../server/features/openDocument";
import { judge, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { editOf, rawEdit, runs } from "../support/random";
import {
  accepted,
  checkItem,
  complete,
  expand,
  inError,
  isSnippet,
  NOT_FOUND,
  preselected,
  STANZAS,
  snippetClient,
  withCursor,
} from "./completing";
import { endClients, startClients } from "./completionClients";
import type { Session } from "./support";

let snippets: Session;
let plain: Session;
beforeAll(async () => {
  [snippets, plain] = await startClients();
});
afterAll(() => endClients([snippets, plain]));

/** Texts with a cursor, and what completes those that are half typed. */
const places: [marked: string, rest?: string][] = [
  [inError("|")],
  [inError("<|")],
  [inError("<con|")],
  [inError("<con|/>")],
  [inError("<con|></con>")],
  [inError("|", "")],
  [inError("<|", " code='404'")],
  [inError("<|", ` by="a.example"`)],
  [inError(`<con|flict xmlns='${STANZAS}'/>`)],
  [inError(`<go|ne xmlns='${STANZAS}'>xmpp:a@example.net</gone>`)],
  [inError(`${NOT_FOUND}\n    |`)],
  [inError(`|\n    ${NOT_FOUND}`)],
  [inError("|\n    <own xmlns='urn:example:own'/>")],
  [inError(NOT_FOUND, " type='|'")],
  [inError(NOT_FOUND, " type='|")],
  [inError(NOT_FOUND, " type=|")],
  [inError(NOT_FOUND, ' type="can|cel"')],
  [inError(NOT_FOUND, " |")],
  [inError(NOT_FOUND, " type='cancel' |")],
  ["<iq type='error' id='1'><error type='wait'><|", "</error></iq>"],
  ["<iq type='error' id='1'>\r\n\t<error type='wait'>\r\n\t\t<|", "</error></iq>"],
  ["<iq type='error' id='1'>\n  |", "</iq>"],
  ["<iq type='error' id='1'>\n  <err|", "</iq>"],
  ["<iq type='error' id='1'>|</iq>"],
  ["<c:iq xmlns:c='jabber:client' type='error' id='1'>\n  |\n</c:iq>"],
  ["<iq id='1' type='|'><query xmlns='urn:q'/></iq>"],
  ["<iq id='1' |><query xmlns='urn:q'/></iq>"],
  ["<iq id='1' |/>"],
  ["<message |><body>hi</body></message>"],
  ["<message type='|'><body>hi</body></message>"],
  ["<presence type='|'/>"],
  ["<presence |/>"],
  [`<message type='|'><error type='cancel'>${NOT_FOUND}</error></message>`],
  [`<message |><error type='cancel'>${NOT_FOUND}</error></message>`],
  ["<iq type='error' id='1'><error type='cancel'><conflict xmlns='|'/></error></iq>"],
  ["|"],
  ["<|"],
  ["C: <iq type='get' id='1' from='a.example'><q xmlns='urn:q'/></iq>\nS: <|"],
  ["<log xmlns='urn:log'>\n  |\n</log>"],
  [
    `<message><forwarded xmlns='urn:xmpp:forward:0'>
  <message xmlns='jabber:client' type='error'>
    <error type='modify'><|</error>
  </message>
</forwarded></message>`,
  ],
];

/**
 * Content that a type demands is often written after the type, so these types are offered before it is there: the
 * finding then says what to write next.
 */
const demanded: Readonly<Record<string, readonly string[]>> = {
  get: ["iq-payload"],
  set: ["iq-payload"],
  error: ["error-child-missing"],
};

describe.each([
  ["snippets", () => snippets],
  ["plain text", () => plain],
] as const)("every completion, taken as %s,", (_, session) => {
  it.each(places)("leaves the stanza right: %j", async (marked, rest = "") => {
    const { text, position } = withCursor(marked);
    const items = await complete(session(), marked);
    expect(items.length).toBeGreaterThan(0);
    expect(preselected(items).length).toBeLessThan(2);
    // An incomplete element hides the other findings of its stanza.
    const before = errorsIn(marked.replace(halfTyped, "") + rest);
    for (const [rule, count] of errorsIn(text + rest)) {
      before.set(rule, Math.max(count, before.get(rule) ?? 0));
    }
    for (const item of items) {
      checkItem(item, text, position);
      const after = accepted(text, item) + rest;
      const found = errorsIn(after);
      for (const rule of demanded[item.label] ?? []) found.delete(rule);
      for (const [rule, count] of found) {
        expect(count, `${rule} by ${item.label}:\n${after}`).toBeLessThanOrEqual(
          before.get(rule) ?? 0,
        );
      }
      expect(found.has("xml-not-well-formed"), `${item.label}:\n${after}`).toBe(false);
      const document = open(after);
      for (const { start, end } of document.stanzaSpans()) judge(after.slice(start, end));
    }
  });

  it("uses the syntax of snippets only where the client knows it", async () => {
    const items = (await Promise.all(places.map(([marked]) => complete(session(), marked)))).flat();
    expect(items.some(isSnippet)).toBe(session() === snippets);
    if (session() === plain) {
      expect(items.filter((item) => (item.textEdit as TextEdit).newText.includes("$"))).toEqual([]);
    }
  });
});

/** The cursor, with the tag that is being typed there. */
const halfTyped = /<[\w-]*\|(?:\/>|><\/[\w-]+>)?|\|/;

/** Number of findings of each rule of severity error. */
function errorsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of open(text).findings()) {
    if (finding.severity !== "error") continue;
    counts.set(finding.rule.id, (counts.get(finding.rule.id) ?? 0) + 1);
  }
  return counts;
}

describe("broken texts", () => {
  it("never bring completion down, and get items that can be taken", () => {
    const texts = fixtures.map(({ text }) => text);
    const edited = fc.tuple(
      fc.constantFrom(...texts),
      fc.array(rawEdit, { maxLength: 4 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(edited, ([original, edits, at]) => {
        let text = original;
        for (const raw of edits) text = applyEdits(text, [editOf(raw, text)]);
        const document = new OpenDocument("file:///a.stanza", "xmpp-stanza", 1, text).views[0]!;
        const offset = at % (text.length + 1);
        const cursor = cursorAt(document.stanzas, offset);
        const able = snippetClient.textDocument?.completion?.completionItem;
        const capabilities = { ...able, snippetChoices: true };
        for (const item of completionsAt(
          document,
          cursor,
          defaultConfiguration,
          capabilities,
          inEnglish,
        )) {
          const { range, newText } = item.textEdit as TextEdit;
          const span = document.spanOf(range);
          expect(range.start.line).toBe(range.end.line);
          expect(span.start).toBeLessThanOrEqual(offset);
          expect(span.end).toBeGreaterThanOrEqual(offset);
          expand(newText);
          for (const edit of item.additionalTextEdits ?? []) {
            const other = document.spanOf(edit.range);
            expect(other.end < span.start || other.start > span.end).toBe(true);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
