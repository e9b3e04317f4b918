import type { Edit } from "../text/edit";
import { noParseLimits } from "../xml/limits";
import { parseWithHoles } from "../xml/parse";
import { closingPlaces, unquotedValues } from "../xml/quotes";
import { findSections } from "../xml/sections";
import type { WellFormednessCode } from "../xml/tree";
import { applyEdits, escapeText } from "./edits";
import type { Fix } from "./fix";
import { type BrokenStanza, rule } from "./rule";

/** Messages about the related place of an error. */
type RelatedKey = "opened-here" | "closed-here" | "first-here";

const relatedKeys: Partial<Record<WellFormednessCode, RelatedKey>> = {
  "tag-unclosed": "closed-here",
  "end-tag-unmatched": "opened-here",
  "attribute-duplicate": "first-here",
};

const messages: Record<WellFormednessCode | RelatedKey, string> = {
  "tag-unclosed": "<{subject}> is never closed. Add </{subject}>",
  "end-tag-unmatched": "Unmatched end tag </{subject}>. Correct its name or remove it",
  "tag-syntax": 'Unexpected "{subject}" in a tag. Complete the tag with ">" or remove it',
  "attribute-duplicate": "Duplicate attribute {subject}. Remove one",
  "attribute-no-value": "Attribute {subject} has no value. Add one in quotes or remove it",
  "attribute-unquoted": "Attribute value {subject} is not in quotes. Add quotes",
  "attribute-space": "No space before the attribute {subject}. Insert one",
  "attribute-syntax":
    'Unexpected "{subject}" between attributes. Remove it or complete the attribute',
  "attribute-unclosed": "The value of {subject} has no closing quote. Add it",
  "attribute-unopened": "The value of {subject} has no opening quote. Add it",
  "attribute-less-than":
    '"<" in an attribute value. Add the closing quote before it, or write &lt;',
  ampersand: '"&" is not escaped. Write &amp;',
  "character-reference": "{subject} is not a character of XML. Remove it",
  "less-than": '"<" is not escaped. Write &lt;',
  character: "Invalid character {subject}. Remove it",
  "cdata-end": '"]]>" is not escaped. Write ]]&gt;',
  markup: '"{subject}" starts no complete comment or CDATA section. Complete it, or write &lt;',
  comment: 'Malformed comment. End it with "-->" and remove any "--" inside',
  "processing-instruction": "Malformed processing instruction. Remove it (RFC 6120 §11.1)",
  "xml-declaration": "XML declaration inside a stanza. Move it before the stanza or remove it",
  "prefix-undeclared": "Undeclared prefix {subject}. Add xmlns:{subject}='…' or remove the prefix",
  name: '"{subject}" is not a valid name. Correct it',
  "namespace-declaration": "Invalid namespace declaration {subject}. Correct or remove it",
  "unknown-syntax": 'Unexpected "{subject}". Correct or remove it',
  "opened-here": "<{related}> is opened here.",
  "closed-here": "{related} closes an outer element here.",
  "first-here": "The first {related} is here.",
};

export default rule({
  id: "xml-not-well-formed",
  group: "XML",
  severity: "error",
  rfc: "11.3",
  since: "0.1.0",
  summary: "A stanza must be well-formed XML 1.0 with namespaces.",
  why: "A receiver answers XML that is not well-formed with a stream error and closes the stream, so the stanza is never processed. The finding is at the character to change.",
  exceptions:
    "A malformed stanza gets no other finding, because the meaning of the rest is unknown until the XML is corrected. The stanzas before and after it are checked as usual. The prefix `stream` counts as declared.",
  fix: {
    change:
      "Escape the `&` or `<`, insert the missing space or quote, or close the tag, where that makes the stanza well-formed.",
    automatic: "sometimes",
    reason:
      "`--fix` escapes characters and inserts spaces. It does not insert quotes or close tags, because their right place is a guess.",
  },
  bad: `<message to='juliet@example.com'>
  <body>Thy lips are warm & sweet.</body>
</message>`,
  good: `<message to='juliet@example.com'>
  <body>Thy lips are warm &amp; sweet.</body>
</message>`,
  messages,
  check: {
    on: "broken",
    run(broken, report) {
      const { code, subject, span, related } = broken.error;
      const message = relatedKeys[code];
      report(span, code, {
        values: {
          subject,
          related: related ? broken.source.slice(related.start, related.end) : "",
        },
        related: related && message ? [{ span: related, message }] : [],
        fixes: () => {
          const fix = repairs(broken).find((one) => mends(one, broken));
          return fix ? [fix] : [];
        },
      });
    },
  },
});

/** True for a fix that makes the stanza well-formed; it has a single edit. */
function mends(fix: Fix, { source, scope }: BrokenStanza): boolean {
  return parseWithHoles(applyEdits(source, fix.edits), scope, noParseLimits).root !== undefined;
}

function repairs({ source, error }: BrokenStanza): Fix[] {
  const { code, subject, span, related } = error;
  switch (code) {
    case "ampersand":
    case "less-than":
    case "cdata-end":
      return [
        {
          title: "Escape as {escaped}",
          values: { escaped: escapeText(subject) },
          edits: escapes(source),
          applicability: "automatic",
        },
      ];
    case "tag-unclosed":
      return closeTag(source, subject, related?.start ?? source.length);
    case "attribute-space":
      return [
        {
          title: "Insert a space",
          edits: [{ span: { start: span.start, end: span.start }, newText: " " }],
          applicability: "automatic",
        },
      ];
    case "attribute-unopened":
      return [
        {
          title: "Add the opening quote",
          edits: [{ span: { start: span.start, end: span.start }, newText: source[span.end - 1]! }],
          applicability: "preferred",
        },
      ];
    case "attribute-unclosed":
      return closeQuote(source, span.start);
    case "attribute-unquoted":
      return [
        {
          title: "Put quotes around the value",
          edits: quoteValues(source, span.start),
          applicability: "preferred",
        },
      ];
    default:
      return [];
  }
}

/** Puts quotes around each value of the tag that lacks them: these mistakes seldom come alone. */
function quoteValues(source: string, first: number): Edit[] {
  return unquotedValues(source, first).map(({ start, end, value }) => {
    const quote = value.includes("'") ? '"' : "'";
    return { span: { start, end }, newText: `${quote}${value}${quote}` };
  });
}

/** Closes the value where it may end; a quote of the other kind at that place is replaced. */
function closeQuote(source: string, start: number): Fix[] {
  const quote = source[start]!;
  return closingPlaces(source, start).map((end) => {
    const isOther = /["']/.test(source[end - 1]!) && source[end - 1] !== quote && end - 1 > start;
    return {
      title: "Add the closing quote",
      edits: [{ span: { start: isOther ? end - 1 : end, end }, newText: quote }],
      applicability: "preferred",
    };
  });
}

// Only characters that cannot have been meant as markup: a `<` before a template's hole may become a tag.
const unescaped =
  /&(?!(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*);)|<(?![\p{L}_:/!?{$%#@\\([])|\]\]>/giu;

/** Escapes all such characters in the stanza: these mistakes seldom come alone. */
function escapes(source: string): Edit[] {
  const edits: Edit[] = [];
  // In a CDATA section and in a comment no character is escaped.
  const kept = [...findSections(source)].map(({ span }) => span);
  let next = 0;
  for (const { index, 0: found } of source.matchAll(unescaped)) {
    while (next < kept.length && kept[next]!.end <= index) next++;
    if (next < kept.length && kept[next]!.start <= index) continue;
    const newText = escapeText(found);
    edits.push({ span: { start: index, end: index + found.length }, newText });
  }
  return edits;
}

/** Closes the tag before the end tag that does not match it, on the line of its own content. */
function closeTag(source: string, name: string, before: number): Fix[] {
  let at = before;
  while (at > 0 && /\s/.test(source[at - 1]!)) at--;
  return [
    {
      title: "Close <{name}>",
      values: { name },
      edits: [{ span: { start: at, end: at }, newText: `</${name}>` }],
      applicability: "preferred",
    },
  ];
}
