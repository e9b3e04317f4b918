/** Compares answers of servers with those of `reply --as`: element for element, ids and addresses included. */

import { DOMParser, type Element } from "@xmldom/xmldom";
import { createAnswer } from "../../server/core/replies/answerAs";
import type { Exchange } from "./exchanges";

export interface Comparison extends Exchange {
  readonly expected: string;
  readonly actual: string;
  /** True if the answer is the same with the situation that the request itself tells. */
  readonly isRecognised: boolean;
  /** The situation with which the answer is the same; undefined if there is none. */
  readonly situation: string | undefined;
}

const style = { indentation: "", step: "  ", lineEnd: "\n" };

/**
 * One comparison for each answer.
 * @param situations names to try where the request does not tell the situation
 * @param asker full address of the asker, for answers that do not go to one
 */
export function compareAnswers(
  exchanges: readonly Exchange[],
  situations: readonly string[],
  asker = "orsino@illyria.example/court",
): Comparison[] {
  return exchanges.flatMap((exchange) =>
    exchange.answers.map((expected) => {
      const to = askerOf(expected) ?? asker;
      const answer = (situation?: string) => {
        const options = { as: exchange.software, situation, to };
        const found = createAnswer(exchange.request, undefined, options, style);
        return found.refusal === undefined
          ? { xml: found.xml ?? "", situation: found.situation }
          : { xml: "<refused/>", situation: "" };
      };
      const first = answer();
      const isSame = (xml: string) => canonical(xml) === canonical(expected);
      const isRecognised = isSame(first.xml);
      const other = isRecognised
        ? first.situation
        : situations.find((one) => isSame(answer(one).xml));
      return { ...exchange, expected, actual: first.xml, isRecognised, situation: other };
    }),
  );
}

/** The addressee, if it is a full address. */
function askerOf(answer: string): string | undefined {
  return /^<\w+[^>]* to='([^']+@[^']+\/[^']+)'/.exec(answer)?.[1];
}

/** The element without what XML does not tell apart: order of attributes, quotes, empty elements. */
export function canonical(xml: string): string {
  // What came back may be several stanzas, or none.
  const all = `<all xmlns:stream='http://etherx.jabber.org/streams'>${xml}</all>`;
  const document = new DOMParser({ onError: () => {} }).parseFromString(all, "text/xml");
  return canonicalOf(document.documentElement!, "jabber:client");
}

function canonicalOf(element: Element, around: string): string {
  const { localName, attributes } = element;
  // A stanza without a declaration is in the namespace of its stream.
  const namespace = element.namespaceURI ?? (element.hasAttribute("xmlns") ? "" : around);
  const values = [...attributes]
    .filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"))
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .sort();
  let children = "";
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) children += canonicalOf(child as Element, namespace);
    else if (child.nodeType === 3 || child.nodeType === 4)
      children += JSON.stringify(child.nodeValue);
  }
  return `({${namespace}}${localName} ${values.join(" ")} ${children})`;
}
