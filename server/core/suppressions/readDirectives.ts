/** Reading of directives (directives.ts); loaded when a text may have some. */

import { detachString } from "../text/detachString";
import { findSections } from "../xml/sections";
import { type Directive, directiveKinds, mayHaveDirectives } from "./directives";

const directivePattern = /^(\s*xmpp-stanza-)([\w-]*)([^:]*)/;

/** The directives in a text, which is a stanza or a comment between stanzas. */
export function readDirectives(source: string): readonly Directive[] {
  if (!mayHaveDirectives(source)) return [];
  const found: Directive[] = [];
  for (const { kind: section, span } of findSections(source)) {
    if (section !== "comment") continue;
    const content = source.slice(span.start + "<!--".length, span.end - "-->".length);
    const parts = directivePattern.exec(content);
    if (!parts) continue;
    const [, lead = "", word = "", rules = ""] = parts;
    const start = span.start + "<!--".length + lead.length + word.length;
    const names = [...rules.matchAll(/[^\s,]+/g)].map(({ index, 0: name }) => ({
      name: detachString(name),
      span: { start: start + index, end: start + index + name.length },
    }));
    const kind = directiveKinds.find((one) => one === word);
    found.push({ kind, word: detachString(word), names, span });
  }
  return found;
}
