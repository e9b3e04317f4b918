import type { Edit } from "../text/edit";
import { noParseLimits } from "../xml/limits";
import { parse } from "../xml/parse";
import { findSections } from "../xml/sections";
import type { WellFormednessCode } from "../xml/tree";
import { applyEdits, escapeText } from "./edits";
import type { Fix } from "./fix";
import { type BrokenStanza, rule } from "./rule";

const start = "Not well-formed";

const messages: Record<WellFormednessCode | "related", string> = {
  "tag-unclosed": `${start}: <{subject}> is never closed. Add </{subject}> where it ends.`,
  "end-tag-unmatched": `${start}: the end tag </{subject}> closes nothing that is open. Correct its name, or remove it.`,
  "tag-syntax": `${start}: "{subject}" cannot stand here in a tag. Complete the tag with ">", or remove what is too much.`,
  "attribute-duplicate": `${start}: the attribute "{subject}" is there twice. Remove one of them.`,
  "attribute-no-value": `${start}: the attribute "{subject}" has no value. Give it one in quotes, or remove it.`,
  "attribute-unquoted": `${start}: the attribute value {subject} is not in quotes. Put quotes around it.`,
  "attribute-space": `${start}: there is no white space before the attribute "{subject}". Insert a space.`,
  "attribute-syntax": `${start}: "{subject}" cannot stand between attributes. Remove it, or complete the attribute.`,
  "attribute-unclosed": `${start}: the value of the attribute "{subject}" is never closed. Add the closing quote.`,
  "attribute-less-than": `${start}: "<" cannot stand in an attribute value. Close the quote before it, or write &lt;.`,
  ampersand: `${start}: "&" begins no reference. Write &amp;.`,
  "character-reference": `${start}: {subject} stands for no character that XML allows. Remove it.`,
  "less-than": `${start}: "<" begins no tag. Write &lt;.`,
  character: `${start}: the character {subject} is not allowed in XML. Remove it.`,
  "cdata-end": `${start}: "]]>" cannot stand in character data. Write ]]&gt;.`,
  markup: `${start}: "{subject}" begins no comment and no CDATA section that ends. Complete it, or write &lt;.`,
  comment: `${start}: a comment ends with "-->" and has no "--" inside. Correct it.`,
  "processing-instruction": `${start}: this is no processing instruction. Remove it; stanzas have none (RFC 6120 §11.1).`,
  "xml-declaration": `${start}: an XML declaration can only stand before a stanza. Remove it.`,
  "prefix-undeclared": `${start}: the prefix "{subject}" is not declared. Add xmlns:{subject}='…', or remove the prefix.`,
  name: `${start}: "{subject}" is no name that XML with namespaces allows. Correct it.`,
  "namespace-declaration": `${start}: "{subject}" declares what XML reserves, or declares no namespace. Correct or remove it.`,
  related: "What it belongs to is here.",
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
      "Escape the `&` or `<`, insert the missing space or quotes, or close the tag, where that makes the stanza well-formed.",
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
  checkBroken(broken, report) {
    const { code, subject, span, related } = broken.error;
    report(span, code, {
      values: { subject },
      related: related ? [{ span: related, message: "related" }] : [],
      fixes: () => repairs(broken).filter((fix) => mends(fix, broken)),
    });
  },
});

/** The fix has a single edit; it is offered only if the stanza is well-formed behind it. */
function mends(fix: Fix, { source, scope }: BrokenStanza): boolean {
  return parse(applyEdits(source, fix.edits), scope, noParseLimits).root !== undefined;
}

function repairs({ source, error }: BrokenStanza): Fix[] {
  const { code, subject, span, related } = error;
  switch (code) {
    case "ampersand":
    case "less-than":
    case "cdata-end":
      return [
        {
          title: "Write {escaped}",
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
    case "attribute-unquoted":
      return [
        {
          title: "Put quotes around the value",
          edits: [{ span, newText: `'${subject}'` }],
          applicability: "preferred",
        },
      ];
    default:
      return [];
  }
}

// Only what cannot have been meant as markup: a `<` before a template's hole may become a tag.
const unescaped =
  /&(?!(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*);)|<(?![\p{L}_:/!?{$%#@\\([])|\]\]>/giu;

/** Such mistakes seldom come alone: all of them in the stanza are mended together. */
function escapes(source: string): Edit[] {
  const edits: Edit[] = [];
  // In a CDATA section and in a comment nothing is escaped.
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
