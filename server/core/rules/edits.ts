/**
 * Edits of a stanza's text in its own style: they keep the quotes, the
 * indentation and the line ends that are there, and touch nothing else.
 */

import type { Edit } from "../text/edit";
import { byPlace } from "../text/span";
import { findSections } from "../xml/sections";
import { attribute, isSpace, type XmlAttribute, type XmlElement } from "../xml/tree";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import type { FixContext } from "./fix";

/** The text after the edits, which are in the order of their spans and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Replaces the value of the attribute. */
export function setValue(attribute: XmlAttribute, value: string, source: string): Edit {
  const quote = source[attribute.span.end - 1] ?? "'";
  return { span: attribute.valueSpan, newText: escapeValue(value, quote) };
}

/** Adds an attribute after the existing ones, laid out like the last of them. */
export function addAttribute(
  element: XmlElement,
  name: string,
  value: string,
  source: string,
): Edit {
  const last = element.attributes.at(-1);
  const at = last ? last.span.end : element.nameSpan.end;
  const quote = quoteOf(element, source);
  const before = last ? spaceBefore(source, last.span.start) : " ";
  return {
    span: { start: at, end: at },
    newText: `${before || " "}${name}=${quote}${escapeValue(value, quote)}${quote}`,
  };
}

/** Sets the attribute: replaces its value, or adds it. */
export function putAttribute(
  element: XmlElement,
  name: string,
  value: string,
  source: string,
): Edit {
  const found = attribute(element, name);
  return found ? setValue(found, value, source) : addAttribute(element, name, value, source);
}

/** Removes the attribute with the white space before it. */
export function removeAttribute(attribute: XmlAttribute, source: string): Edit {
  const { start, end } = attribute.span;
  return { span: { start: start - spaceBefore(source, start).length, end }, newText: "" };
}

/** Removes a part of the text, with its lines if it is alone on them. */
export function removeSpan(start: number, end: number, source: string): Edit {
  let first = start;
  while (first > 0 && isIndent(source.charCodeAt(first - 1))) first--;
  let last = end;
  while (last < source.length && isIndent(source.charCodeAt(last))) last++;
  const lineEnd = /^\r?\n/.exec(source.slice(last, last + 2))?.[0];
  const ownLines = (first === 0 || source[first - 1] === "\n") && lineEnd !== undefined;
  const span = ownLines ? { start: first, end: last + lineEnd.length } : { start, end };
  return { span, newText: "" };
}

/** Removes the element. */
export function removeElement(element: XmlElement, source: string): Edit {
  return removeSpan(element.span.start, element.span.end, source);
}

/** Renames the start tag and the end tag. */
export function renameElement(element: XmlElement, name: string): Edit[] {
  const edits: Edit[] = [{ span: element.nameSpan, newText: name }];
  if (element.endTag) {
    const start = element.endTag.start + 2;
    edits.push({ span: { start, end: start + element.name.length }, newText: name });
  }
  return edits;
}

/** Moves the element into the namespace by a declaration of its own. */
export function setNamespace(element: XmlElement, namespace: string, source: string): Edit[] {
  const own = element.prefix === "" ? undefined : attribute(element, `xmlns:${element.prefix}`);
  if (own) return [setValue(own, namespace, source)];
  const edits = [putAttribute(element, "xmlns", namespace, source)];
  return element.prefix === ""
    ? edits
    : sorted([...renameElement(element, element.local), ...edits]);
}

/** Replaces the element by an empty-element tag. */
export function emptyElement(element: XmlElement): Edit[] {
  if (!element.endTag) return [];
  return [{ span: { start: element.startTag.end - 1, end: element.endTag.end }, newText: "/>" }];
}

/**
 * Appends children to the element after its child elements, each on a line of its own if its
 * siblings have one.
 */
export function appendChildren(
  element: XmlElement,
  children: readonly string[],
  source: string,
  context: FixContext,
): Edit {
  const layout = layoutOf(element, source, context);
  const inserted = children.map((child) => layout.before + child).join("");
  if (!element.endTag) {
    const { end } = element.startTag;
    let start = end - 2;
    while (isSpace(source.charCodeAt(start - 1))) start--;
    const newText = `>${inserted}${layout.behind}</${element.name}>`;
    return { span: { start, end }, newText };
  }
  const last = element.children.findLast((child) => child.kind === "element");
  const at = last ? last.span.end : element.startTag.end;
  const isEmpty = at === element.endTag.start;
  return {
    span: { start: at, end: at },
    newText: isEmpty ? inserted + layout.behind : inserted,
  };
}

/** Inserts a child before the first child element, or as the only child. */
export function prependChild(
  element: XmlElement,
  child: string,
  source: string,
  context: FixContext,
): Edit {
  const first = element.children.find((one) => one.kind === "element");
  if (!first) return appendChildren(element, [child], source, context);
  const at = first.span.start;
  return { span: { start: at, end: at }, newText: child + spaceOnLine(source, at) };
}

/** Replaces all content between the tags by children. */
export function replaceContent(
  element: XmlElement,
  children: readonly string[],
  source: string,
  context: FixContext,
): Edit {
  if (!element.endTag) return appendChildren(element, children, source, context);
  const layout = layoutOf(element, source, context);
  const newText = children.map((child) => layout.before + child).join("") + layout.behind;
  return { span: { start: element.startTag.end, end: element.endTag.start }, newText };
}

/** Line end and indentation before an element on a line of its own, for another element on a line after it. */
export function lineOf(element: XmlElement, source: string): string {
  return spaceOnLine(source, element.span.start);
}

/** An empty element in the namespace of stanza errors. */
export function conditionXml(name: string, quote: string, content = ""): string {
  const open = `${name} xmlns=${quote}${STANZAS_NAMESPACE}${quote}`;
  return content === "" ? `<${open}/>` : `<${open}>${content}</${name}>`;
}

/** A `<text/>` in the namespace of stanza errors; the content is XML already. */
export function textXml(content: string, language: string, quote: string): string {
  const lang = `xml:lang=${quote}${escapeValue(language, quote)}${quote}`;
  return `<text xmlns=${quote}${STANZAS_NAMESPACE}${quote} ${lang}>${content}</text>`;
}

/** The quote that the element uses, or else the elements around it. */
export function quoteOf(element: XmlElement, source: string): string {
  for (let one: XmlElement | undefined = element; one; one = one.parent) {
    const last = one.attributes.at(-1);
    if (last) return source[last.span.end - 1] ?? "'";
  }
  return "'";
}

// Text after a tag, and attributes.
const behindTagOrAttribute = />[^<]*|(\s[^\s=<>"'/]+=)(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The XML with the values of its attributes in these quotes; all else stays as it is.
 * @param xml whole tags with their content, or attributes alone
 */
export function withQuotes(xml: string, quote: "'" | '"'): string {
  let quoted = "";
  let at = 0;
  for (const { span } of findSections(xml)) {
    const tag = xml.indexOf("<", span.end);
    const next = tag < 0 ? xml.length : tag;
    quoted += quoteValues(xml.slice(at, span.start), quote) + xml.slice(span.start, next);
    at = next;
  }
  return quoted + quoteValues(xml.slice(at), quote);
}

function quoteValues(xml: string, quote: "'" | '"'): string {
  return xml.replace(
    behindTagOrAttribute,
    (whole, name?: string, double?: string, single?: string) => {
      if (name === undefined) return whole;
      const value = double ?? single ?? "";
      const escaped =
        quote === '"'
          ? value.replaceAll('"', "&quot;").replaceAll("&apos;", "'")
          : value.replaceAll("'", "&apos;").replaceAll("&quot;", '"');
      return `${name}${quote}${escaped}${quote}`;
    },
  );
}

/** Sorts edits by place, as their users expect. */
export function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort(byPlace);
}

/** The text, escaped as character data. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The value, escaped for such quotes. */
export function escapeValue(value: string, quote: string): string {
  const escaped = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return quote === '"' ? escaped.replaceAll('"', "&quot;") : escaped.replaceAll("'", "&apos;");
}

/** White space to insert before a child and, if it is the only child, after it. */
export function layoutOf(
  element: XmlElement,
  source: string,
  context: FixContext,
): { before: string; behind: string; step: string } {
  const sibling = element.children.findLast((child) => child.kind === "element");
  const own = indentationOf(element, source, context);
  if (sibling) {
    const before = spaceOnLine(source, sibling.span.start);
    const indentation = before.slice(before.lastIndexOf("\n") + 1);
    const step =
      own !== undefined && indentation.startsWith(own) ? indentation.slice(own.length) : "";
    return { before, behind: "", step: step || "  " };
  }
  // Without siblings, the element's own place in its parent shows the style.
  if (own === undefined) return { before: "", behind: "", step: "  " };
  const outer = element.parent && indentationOf(element.parent, source, context);
  const step = outer !== undefined && own.startsWith(outer) ? own.slice(outer.length) : "";
  return {
    before: `${context.lineEnd}${own}${step || "  "}`,
    behind: `${context.lineEnd}${own}`,
    step: step || "  ",
  };
}

/** The indentation of an element that is the first on its line; undefined for other elements. */
function indentationOf(
  element: XmlElement,
  source: string,
  context: FixContext,
): string | undefined {
  const { start } = element.span;
  if (start === 0) {
    // After a transcript's prefix the end tag is better evidence for the indentation of the stanza.
    const end = element.endTag ? spaceBefore(source, element.endTag.start) : "";
    if (end.includes("\n")) return end.slice(end.lastIndexOf("\n") + 1);
    return source.includes("\n") ? context.indentation : undefined;
  }
  const space = spaceBefore(source, start);
  return space.includes("\n") ? space.slice(space.lastIndexOf("\n") + 1) : undefined;
}

/** The line end and indentation before the offset; white space within a line stays out. */
function spaceOnLine(source: string, offset: number): string {
  const space = spaceBefore(source, offset);
  const lineEnd = space.lastIndexOf("\n");
  if (lineEnd < 0) return space;
  return space.slice(source[offset - space.length + lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
}

function spaceBefore(source: string, offset: number): string {
  let start = offset;
  while (start > 0 && isSpace(source.charCodeAt(start - 1))) start--;
  return source.slice(start, offset);
}

function isIndent(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
