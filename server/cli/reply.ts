/** `xmpp-stanza reply`: the error reply to a stanza. */

import { defaultConfiguration } from "../core/check/config";
import type { AnswerOptions } from "../core/replies/answerAs";
import { createAnswer } from "../core/replies/answerAs";
import { createErrorReply } from "../core/replies/reply";
import type { ReplyOptions } from "../core/replies/replyOptions";
import type { Translate } from "../core/text/translate";
import type { Scope } from "../core/xml/scope";
import { isRequest } from "../core/xmpp/replyMatch";
import { EVERYWHERE, offsetOfLine, openSource } from "../disk/openSource";
import { InputError } from "../disk/readText";
import { breachesOf } from "./breaches";
import { print, printMessage } from "./output";
import { readInput } from "./readInput";

const style = { indentation: "", step: "  ", lineEnd: "\n" };

/**
 * Prints the reply to the first stanza of the file that may be answered.
 * @param line first line of the search, from 1
 * @returns the exit status: 0 if a reply was printed, 1 if the software sends none, 2 if there is none
 */
export async function printReply(
  path: string,
  line: number,
  options: ReplyOptions | AnswerOptions,
  translate: Translate,
): Promise<number> {
  try {
    const request = await findRequest(path, line, translate);
    if (!request) {
      printMessage(`${path}: ${translate("There is no stanza to answer.")}`);
      return 2;
    }
    const { source, scope } = request;
    if ("as" in options) return await printAnswer(source, scope, options, translate);
    const result = createErrorReply(source, scope, options, style);
    if (result.refusal !== undefined) {
      printMessage(translate(result.refusal, result.values));
      return 2;
    }
    await print(`${result.xml}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    printMessage(error.message);
    return 2;
  }
}

/** The first stanza from the line on that may be answered, or else the first one. */
async function findRequest(path: string, line: number, translate: Translate) {
  const { text } = await readInput(path, translate);
  const opened = await openSource(path, text, defaultConfiguration, EVERYWHERE, translate);
  const from = offsetOfLine(text, line);
  const stanzas = opened.regions().flatMap(({ region, document }) =>
    document
      .stanzas()
      .filter(({ span }) => region.toHost(span).end > from)
      .map((stanza) => ({ stanza, document })),
  );
  const isAnswerable = ({ stanza: { summary } }: (typeof stanzas)[number]) =>
    summary !== undefined && isRequest(summary);
  const request = stanzas.find(isAnswerable) ?? stanzas[0];
  if (!request) return undefined;
  const { stanza, document } = request;
  const { start, end } = stanza.span;
  return { source: document.text.slice(start, end), scope: document.scopeAt(start) };
}

/** Prints what the software sends; on standard error, what it does not send and where it breaks the RFC. */
async function printAnswer(
  source: string,
  scope: Scope | undefined,
  options: AnswerOptions,
  translate: Translate,
): Promise<number> {
  const answer = createAnswer(source, scope, options, style);
  if (answer.refusal !== undefined) {
    printMessage(translate(answer.refusal, answer.values));
    return 2;
  }
  for (const { note, values } of answer.notes) printMessage(translate(note, values));
  if (answer.xml === undefined) return 1;
  for (const message of breachesOf(source, answer.xml, translate)) printMessage(message);
  await print(`${answer.xml}\n`);
  return 0;
}
