/** "Fix all … in this file" mends the finding that it is offered for. */

import { describe, expect, test } from "vitest";
import { CodeActionKind } from "vscode-languageserver/node";
import { applyEdits } from "../../server/core/rules/edits";
import { rulePage } from "../../server/core/rules/pages";
import { always, runToCompletion } from "../../server/core/text/steps";
import { inEnglish } from "../../server/core/text/translate";
import { codeActionsAt, resolveCodeAction } from "../../server/features/codeActions";
import { OpenDocument } from "../../server/features/openDocument";
import { fixtures } from "../support/fixtures";

const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
const textDocument = { uri: "untitled:a" };

const open = (text: string) => new OpenDocument("untitled:a", "xmpp-stanza", 1, text);

/** The text after each "Fix all" that is offered at the findings, with the finding. */
function* fixedTexts(text: string) {
  const document = open(text);
  for (const found of document.source.findings()) {
    const range = document.rangeOf(found.span);
    const params = { textDocument, range, context };
    const actions = runToCompletion(
      codeActionsAt(document, params, inEnglish, always, rulePage, true),
    ).filter(({ data }) => (data as { fixRule?: string })?.fixRule === found.finding.rule.id);
    for (const action of actions) {
      const { edit } = runToCompletion(resolveCodeAction(action, document));
      const edits = Object.values(edit?.changes ?? {}).flat();
      yield {
        found,
        text: applyEdits(
          text,
          edits.map(({ range: { start, end }, newText }) => ({
            span: { start: document.offsetAt(start), end: document.offsetAt(end) },
            newText,
          })),
        ),
      };
    }
  }
}

describe("where it is offered, the stanza has fewer findings of the rule after it", () => {
  test.each(fixtures.map(({ name, text }) => [name, text]))("%s", (_, text) => {
    for (const { found, text: fixed } of fixedTexts(text)) {
      const of = (some: string) =>
        open(some)
          .source.findings()
          .filter(({ finding }) => finding.rule === found.finding.rule);
      const stanza = text.slice(found.stanzaStart, found.span.end);
      expect(of(fixed).length, `${found.finding.rule.id}: ${stanza}`).toBeLessThan(of(text).length);
      const isLeft = of(fixed).some((one) => fixed.slice(one.stanzaStart, one.span.end) === stanza);
      const isUnique = text.split(stanza).length === 2;
      expect(isUnique && isLeft, `${found.finding.rule.id}: ${stanza}`).toBe(false);
    }
  });
});

test("is not offered for what is between stanzas, as it mends stanzas only", () => {
  const text = "<a>\n<message/>\n<message id=1/>\n<message id=2/>\n";
  const offered = [...fixedTexts(text)].map(({ found }) => found.span.start);
  expect(offered).not.toContain(text.indexOf("a>"));
});
