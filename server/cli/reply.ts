/** `xmpp-stanza reply`: the error reply to a stanza. */

import { defaultConfiguration } from "../core/config";
import { StanzaDocument } from "../core/document";
import { createErrorReply, type ReplyOptions } from "../core/reply";
import type { Translate } from "../core/translate";
import { isRequest } from "../core/xmpp/summary";
import { InputError } from "../disk/readText";
import { readInput } from "./readInput";

/**
 * Prints the error reply to the first stanza of the file that may be answered.
 * @returns the exit status: 0 if a reply was printed, 2 if there is none
 */
export async function reply(
  path: string,
  options: ReplyOptions,
  translate: Translate,
): Promise<number> {
  const complain = (message: string) => process.stderr.write(`xmpp-stanza: ${message}\n`);
  try {
    const { text } = await readInput(path, translate);
    const document = new StanzaDocument(text, defaultConfiguration);
    const stanzas = document.stanzas();
    const request = stanzas.find(({ summary }) => summary && isRequest(summary)) ?? stanzas[0];
    if (!request) {
      complain(`${path}: ${translate("There is no stanza to answer.")}`);
      return 2;
    }
    const { start, end } = request.span;
    const style = { indentation: "", step: "  ", lineEnd: "\n" };
    const scope = document.scopeAt(start);
    const result = createErrorReply(text.slice(start, end), scope, options, style);
    if (result.refusal !== undefined) {
      complain(translate(result.refusal, result.values));
      return 2;
    }
    process.stdout.write(`${result.xml}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    complain(error.message);
    return 2;
  }
}
