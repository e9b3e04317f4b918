/** Where an answer of real software breaks the RFCs: the findings of a check of the exchange. */

import { defaultConfiguration } from "../core/check/config";
import { messageOf } from "../core/check/messages";
import { SourceDocument } from "../core/document/sourceDocument";
import transcript from "../core/sources/transcript";
import type { Translate } from "../core/text/translate";

// A stanza without children is no sketch here.
const { isSkipped: _, ...exact } = transcript;

/**
 * A message for each rule that the answer breaks, of whatever severity.
 * @param request the text of the stanza that is answered
 * @param answer on one line
 */
export function breachesOf(request: string, answer: string, translate: Translate): string[] {
  const asked = request.split(/\r\n|\r|\n/).map((line) => `C: ${line}\n`);
  const text = `${asked.join("")}S: ${answer}\n`;
  const start = text.length - answer.length - 1;
  const found = new SourceDocument(text, defaultConfiguration, exact)
    .findings()
    .filter(({ span }) => span.start >= start);
  const byRule = new Map(found.map(({ finding }) => [finding.rule.id, finding]));
  return [...byRule].map(([rule, finding]) => {
    const message = messageOf(finding, translate);
    return translate("It is sent like this, though {rule} reports: {message}", { rule, message });
  });
}
