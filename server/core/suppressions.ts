/**
 * Comments by which a file says that a finding is wanted, or is not to be told:
 *
 *     <!-- xmpp-stanza-expect RULE[, RULE]: why -->           in the next stanza, or the one it is in
 *     <!-- xmpp-stanza-disable-next-line RULE[, RULE]: why -->
 *     <!-- xmpp-stanza-disable RULE[, RULE]: why -->          until xmpp-stanza-enable RULE, or the end
 *     <!-- xmpp-stanza-disable-file RULE[, RULE]: why -->     wherever it stands
 *
 * One that meets nothing is reported: an expectation that is not met is a test that no longer tests.
 */

import type { Span } from "./xml/tree";

const kinds = ["expect", "disable-next-line", "disable-file", "disable", "enable"] as const;

export type DirectiveKind = (typeof kinds)[number];

/** A comment of that sort. Offsets count from the start of the text it was read from. */
export interface Directive {
  /** Undefined for a word after `xmpp-stanza-` that means nothing. */
  readonly kind: DirectiveKind | undefined;
  readonly word: string;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

/** What is wrong with a directive, by message of the rule suppression-unused. */
export interface UnusedDirective {
  readonly directive: PlacedDirective;
  readonly messageKey: "unused" | "expected" | "unknown-rule" | "no-rule" | "unknown-word";
  readonly name: string;
  readonly span: Span;
}

const PREFIX = "xmpp-stanza-";
// CDATA sections are matched to be stepped over: what looks like a comment in them is none.
const comment = /<!\[CDATA\[[\s\S]*?\]\]>|<!--([\s\S]*?)-->/g;
const directive = /^(\s*xmpp-stanza-)([\w-]*)([^:]*)/;

/** The directives in a text, which is a stanza or a comment between stanzas. */
export function readDirectives(source: string): Directive[] {
  if (!source.includes(PREFIX)) return [];
  const found: Directive[] = [];
  for (const match of source.matchAll(comment)) {
    const [whole, content] = match;
    const parts = content === undefined ? null : directive.exec(content);
    if (!parts) continue;
    const [, lead = "", word = "", rules = ""] = parts;
    const start = match.index + "<!--".length + lead.length + word.length;
    const names = [...rules.matchAll(/[^\s,]+/g)].map(({ index, 0: name }) => ({
      name,
      span: { start: start + index, end: start + index + name.length },
    }));
    const kind = kinds.find((one) => one === word);
    const span = { start: match.index, end: match.index + whole.length };
    found.push({ kind, word, names, span });
  }
  return found;
}

/** A directive with its place in the document. */
export interface PlacedDirective extends Directive {
  /** The stanza it stands in or before; undefined at the end of a file. */
  readonly stanza: Span | undefined;
}

/** Where a rule is silenced by one name of one directive. */
interface SilencedSpan extends Span {
  readonly directive: PlacedDirective;
  readonly name: Directive["names"][number];
}

/** The suppressions of a document. */
export class Suppressions {
  readonly #silenced = new Map<string, SilencedSpan[]>();
  readonly #useless: UnusedDirective[] = [];

  /**
   * @param text the document's text
   * @param directives in the order of their places
   * @param isRule whether there is a rule of that name
   */
  constructor(
    text: string,
    directives: readonly PlacedDirective[],
    isRule: (name: string) => boolean,
  ) {
    for (const directive of directives) {
      const { kind, names, span, word } = directive;
      if (kind === undefined) {
        this.#useless.push({ directive, messageKey: "unknown-word", name: word, span });
        continue;
      }
      if (names.length === 0 && kind !== "enable") {
        this.#useless.push({ directive, messageKey: "no-rule", name: word, span });
      }
      for (const name of names) {
        if (!isRule(name.name)) {
          const { name: written, span: place } = name;
          this.#useless.push({ directive, messageKey: "unknown-rule", name: written, span: place });
        } else if (kind !== "enable") {
          const silenced = this.#silenced.get(name.name) ?? [];
          const where = whereSilenced(directive, name.name, directives, text);
          silenced.push({ ...where, directive, name });
          this.#silenced.set(name.name, silenced);
        }
      }
    }
  }

  /** True if a finding of the rule that begins at the offset is not to be told. */
  isSilenced(rule: string, offset: number): boolean {
    return this.#silenced.get(rule)?.some((span) => covers(span, offset)) ?? false;
  }

  /**
   * The directives that meet none of the findings, and those that can meet none.
   * @param findings all there are, silenced ones too
   * @param isJudged whether the rule is looked for at the place: off, or in a stanza that is not
   *   well-formed, nobody knows whether it would be broken
   */
  unused(
    findings: readonly { readonly rule: string; readonly offset: number }[],
    isJudged: (rule: string, within: Span) => boolean,
  ): UnusedDirective[] {
    const offsets = new Map<string, number[]>();
    for (const { rule, offset } of findings) {
      const known = offsets.get(rule);
      if (known) known.push(offset);
      else offsets.set(rule, [offset]);
    }
    const unused = [...this.#useless];
    for (const [rule, spans] of this.#silenced) {
      for (const span of spans) {
        if (offsets.get(rule)?.some((offset) => covers(span, offset))) continue;
        if (!isJudged(rule, span)) continue;
        const { directive, name } = span;
        const messageKey = directive.kind === "expect" ? "expected" : "unused";
        unused.push({ directive, messageKey, name: rule, span: name.span });
      }
    }
    return unused;
  }
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function whereSilenced(
  directive: PlacedDirective,
  rule: string,
  directives: readonly PlacedDirective[],
  text: string,
): Span {
  const { kind, span, stanza } = directive;
  switch (kind) {
    case "expect":
      return stanza ?? { start: span.end, end: span.end };
    case "disable-next-line":
      return nextLine(text, span.end, directives);
    case "disable": {
      const enable = directives.find(
        (other) =>
          other.kind === "enable" &&
          other.span.start >= span.end &&
          (other.names.length === 0 || other.names.some(({ name }) => name === rule)),
      );
      return { start: span.end, end: enable?.span.start ?? text.length + 1 };
    }
    default:
      return { start: 0, end: text.length + 1 };
  }
}

/** The line behind the one that holds the offset; lines that hold directives alone do not count. */
export function nextLine(text: string, offset: number, directives: readonly Directive[]): Span {
  let start = lineEnd(text, offset);
  for (;;) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const alone = directives.find(
      ({ span }) => span.start >= start && span.end <= end && isAlone(line, span, start),
    );
    if (!alone || end === text.length) return { start, end: Math.max(end, start + 1) };
    start = end;
  }
}

function isAlone(line: string, span: Span, lineStart: number): boolean {
  const before = line.slice(0, span.start - lineStart);
  const behind = line.slice(span.end - lineStart);
  return `${before}${behind}`.trim() === "";
}

/** Offset behind the end of the line that holds the offset. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
