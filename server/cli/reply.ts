/** `xmpp-stanza reply`: the error reply to a stanza. */

import { defaultConfiguration } from "../core/check/config";
import { createErrorReply } from "../core/replies/reply";
import type { ReplyOptions } from "../core/replies/replyOptions";
import type { Translate } from "../core/text/translate";
import { isRequest } from "../core/xmpp/replyMatch";
import { InputError } from "../disk/readText";
import { EVERYWHERE, offsetOfLine, openSource } from "./openSource";
import { print, printMessage } from "./output";
import { readInput } from "./readInput";

/**
 * Prints the error reply to the first stanza of the file that may be answered.
 * @param line first line of the search, from 1
 * @returns the exit status: 0 if a reply was printed, 2 if there is none
 */
export async function printReply(
  path: string,
  line: number,
  options: ReplyOptions,
  translate: Translate,
): Promise<number> {
  try {
    const { text } = await readInput(path, translate);
    const source = await openSource(path, text, defaultConfiguration, EVERYWHERE, translate);
    const from = offsetOfLine(text, line);
    const stanzas = source.regions().flatMap(({ region, document }) =>
      document
        .stanzas()
        .filter(({ span }) => region.toHost(span).end > from)
        .map((stanza) => ({ stanza, document })),
    );
    const isAnswerable = ({ stanza: { summary } }: (typeof stanzas)[number]) =>
      summary !== undefined && isRequest(summary);
    const request = stanzas.find(isAnswerable) ?? stanzas[0];
    if (!request) {
      printMessage(`${path}: ${translate("There is no stanza to answer.")}`);
      return 2;
    }
    const { stanza, document } = request;
    const { start, end } = stanza.span;
    const style = { indentation: "", step: "  ", lineEnd: "\n" };
    const scope = document.scopeAt(start);
    const result = createErrorReply(document.text.slice(start, end), scope, options, style);
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
