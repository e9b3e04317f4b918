/** Stanzas as elements of JSX: `<iq type="get" id={id}>`. */

import type { SyntaxNode } from "@lezer/common";
import { type JoinedText, UNKNOWN } from "./literals";
import type { Encode, RegionBuilder } from "./region";

const stanzaTag = /<(?:message|presence|iq)[\s/>]/y;

/** References of HTML, which XML does not know. */
const foreignReference = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;/g;

/** The text of a JSX element that is a stanza; undefined for any other. */
export function readElement(node: SyntaxNode, text: string): JoinedText | undefined {
  stanzaTag.lastIndex = node.from;
  if (!stanzaTag.test(text)) return undefined;
  return { pieces: [(builder) => addElement(builder, node, text)], isXml: true };
}

/** Text that has no meaning of its own in JSX. */
const encode: Encode = (text) => (/[{}]/.test(text) ? undefined : text);

function addElement(builder: RegionBuilder, element: SyntaxNode, text: string): void {
  let at = element.from;
  const hole = (from: number, to: number, written: string) => {
    builder.verbatim(at, from, encode).hole(from, to, written);
    at = to;
  };
  element.cursor().iterate(({ name, from, to, node }) => {
    if (from < at) return false;
    if (name === "JSXEscape" || name === "JSXSpreadAttribute") {
      const isValue = node.parent?.name === "JSXAttribute";
      hole(from, endOfEscape(text, from, to), isValue ? `"${UNKNOWN}"` : UNKNOWN);
      return false;
    }
    // An attribute without a value is true.
    if (name === "JSXAttribute" && !node.getChild("Equals")) {
      hole(from, to, UNKNOWN);
      return false;
    }
    if (name === "JSXText") {
      for (const { index, 0: reference } of text.slice(from, to).matchAll(foreignReference)) {
        hole(from + index, from + index + reference.length, UNKNOWN);
      }
    }
    return true;
  });
  builder.verbatim(at, element.to, encode);
}

/** The parser ends an escape with a comment in it before its brace. */
function endOfEscape(text: string, from: number, to: number): number {
  return text[to - 1] === "}" || text[to] !== "}" || from === to ? to : to + 1;
}
