/** The TextMate grammar of scansion's scripts, around the stanzas that they send and receive. */

import { grammarFile } from "./grammar";
import { include } from "./stanzaPatterns";

/** A line that is indented, empty or a comment belongs to the heading above it. */
const belongs = "^(?=\\s|#)";

/** The text of the file that package.json contributes. */
export function scansionGrammar(): string {
  return grammarFile("scansionGrammar.ts", {
    name: "Scansion",
    scopeName: "source.scansion",
    patterns: ["comment", "client", "separator", "stanzas", "action"].map(include),
    // A comment is one wherever it stands, in the middle of a tag too.
    injections: {
      "L:meta.embedded.block.xmpp-stanza": {
        patterns: ["comment", "wildcard", "address"].map(include),
      },
    },
    repository: {
      comment: {
        match: "^\\s*((#).*)$",
        captures: {
          1: { name: "comment.line.number-sign.scansion" },
          2: { name: "punctuation.definition.comment.scansion" },
        },
      },
      client: {
        name: "meta.client.scansion",
        begin: "^(\\[)([^\\]]*)(\\])\\s*(.*)$",
        beginCaptures: {
          1: { name: "punctuation.definition.section.begin.scansion" },
          2: { name: "keyword.other.section.scansion" },
          3: { name: "punctuation.definition.section.end.scansion" },
          4: { name: "entity.name.section.scansion" },
        },
        while: belongs,
        patterns: [include("comment"), include("setting")],
      },
      setting: {
        match: "^\\s+([-\\w]+)\\s*(:)\\s*(.*)$",
        captures: {
          1: { name: "support.type.property-name.scansion" },
          2: { name: "punctuation.separator.key-value.scansion" },
          3: { name: "string.unquoted.scansion" },
        },
      },
      separator: { name: "meta.separator.scansion", match: "^-+\\s*$" },
      stanzas: {
        begin: "^(\\S.*)\\s(sends|receives|ignores)(?:\\s*(:)|\\s*$)",
        beginCaptures: {
          1: { name: "variable.other.client.scansion" },
          2: { name: "keyword.control.direction.scansion" },
          3: { name: "punctuation.separator.direction.scansion" },
        },
        while: belongs,
        contentName: "meta.embedded.block.xmpp-stanza",
        patterns: [{ include: "text.xml.xmpp-stanza" }],
      },
      action: {
        match: "^(\\S.*)\\s(connects|disconnects)\\b",
        captures: {
          1: { name: "variable.other.client.scansion" },
          2: { name: "keyword.control.connection.scansion" },
        },
      },
      wildcard: {
        name: "constant.other.placeholder.scansion",
        match: "\\{scansion:[^{}\\s]*\\}",
      },
      address: {
        name: "variable.other.readwrite.scansion",
        match: "(\\$\\{)[^{}]*(\\})",
        captures: {
          1: { name: "punctuation.definition.template-expression.begin.scansion" },
          2: { name: "punctuation.definition.template-expression.end.scansion" },
        },
      },
    },
  });
}
