/** Patterns of stanzas in a literal of another language, which end with the literal whatever they lack. */

import {
  attributePatterns,
  include,
  type Pattern,
  reference,
  type Surroundings,
  tagPatterns,
} from "./stanzaPatterns";

/** Scope of stanzas in another language. */
export const STANZAS = "meta.embedded.block.xmpp-stanza";

/** Scope of a literal's start, as long as it is not known whether a stanza begins it. */
export const UNDECIDED = "meta.template.xmpp-stanza";

/** The rest of a literal with stanzas in it; `begin` is still to be said. */
export function stanzasUpTo(close: string): Pattern {
  return { name: STANZAS, end: `(?=${close})`, patterns: [include("content")] };
}

/**
 * What the patterns include.
 * @param close pattern of the end of the literal
 */
export function embeddedPatterns(
  around: Surroundings,
  close: string,
): Readonly<Record<string, Pattern>> {
  const upTo = (begin: string, end: string): Pattern => ({
    begin,
    end: `${end}|(?=${close})`,
    patterns: around.anywhere,
  });
  const markup = ["comment", "cdata"].map(include);
  return {
    content: { patterns: [...around.anywhere, ...markup, ...tagPatterns(around), reference] },
    comment: { name: "comment.block.xml", ...upTo("<!--", "-->") },
    cdata: { name: "string.unquoted.cdata.xml", ...upTo("<!\\[CDATA\\[", "]]>") },
    ...attributePatterns(around),
  };
}
