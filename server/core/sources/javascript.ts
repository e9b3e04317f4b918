/**
 * JavaScript and TypeScript: tagged templates, templates and strings that begin with a stanza, concatenations of them with
 * `+`, elements of JSX that are stanzas, and whole stanzas in comments.
 */

import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { codeGrammar } from "./codeCuts";
import { takeBlockComment, takeLineComments } from "./commentStanzas";
import { readElement } from "./jsx";
import {
  type AddPiece,
  addEscapes,
  commentAbove,
  type Escape,
  isSkippedInCode,
  isStanzaText,
  type JoinedText,
  LiteralRegions,
  readOperands,
  startsConcatenation,
  UNKNOWN,
} from "./literals";
import { mayHoldStanzas } from "./plain";
import { type Encode, RegionBuilder } from "./region";
import type { SourceAdapter, SourceOptions } from "./source";
import { type ReadWindows, type WindowOptions, WindowParts, windowsOf } from "./windows";

/** Tags of XML templates; the results of other tags are unknown. */
const xmlTags: ReadonlySet<string> = new Set(["stx", "xml", "html"]);

const adapterOf = (readsComments: boolean): SourceAdapter => ({
  name: "javascript",
  isInCode: true,
  isSkipped: isSkippedInCode,
  read: (text, options) =>
    mayHoldStanzas(text) ? readJavaScript(text, options, {}, readsComments).regions : [],
  readRegions: (options) =>
    new WindowParts((text, window) => readJavaScript(text, options, window, readsComments)),
});

const javascript: SourceAdapter = { ...adapterOf(true), withoutComments: adapterOf(false) };

export default javascript;

/** The regions of a program, or of a part of one. */
export function readJavaScript(
  text: string,
  options: SourceOptions,
  windowOptions: WindowOptions = {},
  readsComments = true,
): ReadWindows {
  const found = new LiteralRegions(text);
  const { comments } = found;
  const dialect = parserFor(options);
  const grammar = codeGrammar((part) => dialect.parse(part));
  let read = 0;
  /** Offset up to which comments were read. */
  let behind = 0;
  /** End of the last text or comment over lines, within which no comment can stand. */
  let last = 0;
  const readComment = (from: number, to: number, isBlock: boolean) => {
    comments.add(from, to, isBlock ? { open: "/*", close: "*/" } : { open: "//", close: "" });
    if (isBlock) last = to;
    if (!readsComments || from < behind) return;
    if (!isBlock) behind = takeLineComments(found, from, "//");
    else if (text.endsWith("*/", to)) takeBlockComment(found, from + 2, to - 2, "*/");
  };
  for (const { tree, start, end } of windowsOf(text, grammar, windowOptions)) {
    read = end;
    tree.iterate({
      from: start,
      to: end,
      enter(at) {
        const { name, from, to } = at;
        if (from >= end) return false;
        const isBlock = name === "BlockComment";
        if (isBlock || name === "LineComment") readComment(from, to, isBlock);
        // Nodes are created on access, and most are of no interest.
        if (!textNodes.has(name)) return true;
        const joined = readJoined(at.node, text);
        const isInElement = at.node.parent?.name === "JSXElement";
        const place = commentAbove(text, from, isInElement ? to : last, "//");
        if (literalNodes.has(name) && text.slice(from, to).includes("\n")) last = to;
        return !(joined && found.take({ ...joined, place }));
      },
    });
  }
  const isComplete = behind <= read && !comments.areWaiting;
  return { regions: found.regions, end: read, lead: "", isComplete };
}

const literalNodes: ReadonlySet<string> = new Set(["TemplateString", "String"]);

const textNodes: ReadonlySet<string> = new Set([
  ...literalNodes,
  "TaggedTemplateExpression",
  "BinaryExpression",
  "JSXElement",
]);

/** Parser of the dialect. `<T>x` is ambiguous: a cast in TypeScript, and an element in JSX. */
function parserFor({ path, languageId }: SourceOptions) {
  const isTypeScript = languageId?.startsWith("typescript") ?? /\.[cm]?tsx?$/i.test(path ?? "");
  const isReact = languageId?.endsWith("react") ?? /\.tsx$/i.test(path ?? "");
  const dialect = isTypeScript ? (isReact ? "ts jsx" : "ts") : "jsx";
  return parser.configure({ dialect });
}

/** The text of a literal or concatenation; undefined for other nodes. */
function readJoined(node: SyntaxNode, text: string): JoinedText | undefined {
  switch (node.name) {
    case "TaggedTemplateExpression": {
      const template = node.getChild("TemplateString");
      const tag = node.firstChild && text.slice(node.firstChild.from, node.firstChild.to);
      const name = /(?<![\w$])[\w$]+$/.exec(tag ?? "")?.[0] ?? "";
      return template && xmlTags.has(name)
        ? { pieces: [pieceOf(template, text)], isXml: true }
        : undefined;
    }
    case "TemplateString":
      if (node.parent?.name === "TaggedTemplateExpression") return undefined;
      return { pieces: [pieceOf(node, text)], isXml: false };
    case "String":
      return { pieces: [pieceOf(node, text)], isXml: false };
    case "BinaryExpression": {
      if (startsConcatenation(node, text)) return undefined;
      const operands = readOperands(node, text);
      const first = operands.findIndex((operand) => isStart(operand, text));
      const pieces = operands.slice(first).map((operand) => pieceOf(operand, text));
      return first < 0 ? undefined : { pieces, isXml: false };
    }
    case "JSXElement":
      return readElement(node, text);
    default:
      return undefined;
  }
}

function isLiteral({ name, parent }: SyntaxNode): boolean {
  return (
    name === "String" || (name === "TemplateString" && parent?.name !== "TaggedTemplateExpression")
  );
}

function isStart(operand: SyntaxNode, text: string): boolean {
  if (!isLiteral(operand)) return false;
  const builder = new RegionBuilder(text);
  pieceOf(operand, text)(builder);
  return isStanzaText(builder.text);
}

function pieceOf(node: SyntaxNode, text: string): AddPiece {
  return (builder) => {
    if (node.name === "TemplateString") addTemplate(builder, node, text);
    else if (node.name === "String") addString(builder, node, text);
    else builder.hole(node.from, node.to, UNKNOWN);
  };
}

function addString(builder: RegionBuilder, { from, to }: SyntaxNode, text: string): void {
  const quote = text[from]!;
  addText(builder, from + 1, endOf(text, from, to, quote), encodersOfStrings[quote] ?? refuse);
}

function addTemplate(builder: RegionBuilder, node: SyntaxNode, text: string): void {
  const end = endOf(text, node.from, node.to, "`");
  let at = node.from + 1;
  for (const { from, to } of node.getChildren("Interpolation")) {
    addText(builder, at, from, encodeTemplate);
    builder.hole(from, to, UNKNOWN);
    at = to;
  }
  addText(builder, Math.min(at, end), end, encodeTemplate);
}

/** Offset of the end of a literal's text; its quote may be missing while it is typed. */
function endOf(text: string, from: number, to: number, quote: string): number {
  return to - 1 > from && text[to - 1] === quote ? to - 1 : to;
}

function addText(builder: RegionBuilder, start: number, end: number, encode: Encode): void {
  const escapeAt = (offset: number) => readEscape(builder.host, offset);
  addEscapes(builder, { start, end }, /\\/g, escapeAt, encode);
}

const escapes =
  /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[\n\r\u2028\u2029])|(0(?!\d))|([\s\S]))/y;

const named: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
};

function readEscape(text: string, offset: number): Escape | undefined {
  escapes.lastIndex = offset;
  const match = escapes.exec(text);
  if (!match) return undefined;
  const [whole, braces, four, two, lineEnd, zero, character = ""] = match;
  const { length } = whole;
  const code = Number.parseInt(braces ?? four ?? two ?? "", 16);
  if (code <= 0x10ffff) return { length, text: String.fromCodePoint(code) };
  if (lineEnd !== undefined) return { length, text: "" };
  return { length, text: zero === undefined ? (named[character] ?? character) : "\0" };
}

const encodeTemplate: Encode = (text) => text.replace(/[\\`]|\$(?=\{)/g, "\\$&");

function encoderFor(quote: string): Encode {
  const special: Readonly<Record<string, string>> = {
    "\n": "\\n",
    "\r": "\\r",
    "\\": "\\\\",
    [quote]: `\\${quote}`,
  };
  return (text) => text.replace(/[\n\r\\'"]/g, (one) => special[one] ?? one);
}

const encodersOfStrings: Readonly<Record<string, Encode>> = {
  '"': encoderFor('"'),
  "'": encoderFor("'"),
};

const refuse: Encode = () => undefined;
