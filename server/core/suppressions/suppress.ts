/** Edits that insert a comment to silence a finding, where it is parsed as a comment and silences nothing else. */

import type { DocumentFinding } from "../check/documentFindings";
import type { Edit } from "../text/edit";
import type { Span } from "../text/span";
import { parse } from "../xml/parse";
import type { Scope } from "../xml/scope";
import type { XmlNode } from "../xml/tree";

/** A stanza with the declarations around it. */
export interface StanzaPlace {
  readonly span: Span;
  readonly scope: Scope | undefined;
}

/**
 * Silences the finding at its place: by a comment on the line above. Where no comment can stand
 * there, or the line holds more than the stanza, by an expectation before the stanza.
 */
export function suppressHere(text: string, found: DocumentFinding, stanza: StanzaPlace): Edit {
  const { id } = found.finding.rule;
  const line = lineStart(text, found.span.start);
  const inStanza = line > stanza.span.start;
  const fits = inStanza ? isContent(text, line, stanza) : isFirstOnLine(text, stanza.span.start);
  return fits
    ? commentAbove(text, line, `xmpp-stanza-disable-next-line ${id}`)
    : expectBefore(text, found, stanza);
}

/** Marks the finding as expected: by a comment before its stanza. */
export function expectBefore(text: string, found: DocumentFinding, { span }: StanzaPlace): Edit {
  const comment = `xmpp-stanza-expect ${found.finding.rule.id}`;
  if (isFirstOnLine(text, span.start)) {
    return commentAbove(text, lineStart(text, span.start), comment);
  }
  return insertion(span.start, `<!-- ${comment} -->`);
}

/** Silences the rule in the whole file: by a comment at its start, after an XML declaration. */
export function suppressInFile(text: string, found: DocumentFinding): Edit {
  const declaration = /^\ufeff?(?:<\?xml\s[^<>]*\?>[ \t]*(?:\r?\n)?)?/.exec(text)?.[0] ?? "";
  const lead = declaration === "" || /[\n\ufeff]$/.test(declaration) ? "" : lineEndOf(text);
  const comment = `<!-- xmpp-stanza-disable-file ${found.finding.rule.id} -->`;
  return insertion(declaration.length, `${lead}${comment}${lineEndOf(text)}`);
}

function commentAbove(text: string, line: number, comment: string): Edit {
  const indentation = /^[ \t]*/.exec(text.slice(line, line + 200))?.[0] ?? "";
  return insertion(line, `${indentation}<!-- ${comment} -->${lineEndOf(text)}`);
}

/** True if no markup stands before the offset on its line: the prefix of a transcript may. */
function isFirstOnLine(text: string, offset: number): boolean {
  const line = lineStart(text, offset);
  if (/[<>]/.test(text.slice(line, offset))) return false;
  // The line must not begin inside a tag or a comment that began on an earlier line.
  return text.lastIndexOf("<", line - 1) <= text.lastIndexOf(">", line - 1) || line === 0;
}

/** True if the offset is between the tags of the stanza, where a comment can stand. */
function isContent(text: string, offset: number, { span, scope }: StanzaPlace): boolean {
  const { root } = parse(text.slice(span.start, span.end), scope);
  if (!root) return false;
  const at = offset - span.start;
  const isInside = (one: Span | undefined) => one !== undefined && one.start < at && at < one.end;
  const open: XmlNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isInside(node.span)) continue;
    if (node.kind === "element") {
      if (isInside(node.startTag) || isInside(node.endTag)) return false;
      for (const child of node.children) open.push(child);
    } else if (node.kind === "comment" || node.cdata) {
      return false;
    }
  }
  return true;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}
