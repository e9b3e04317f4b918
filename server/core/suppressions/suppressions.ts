/** Reading of directives (directives.ts), and the findings that they silence. */

import { detachString } from "../text/detachString";
import { unreachable } from "../text/invariant";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import { findSections } from "../xml/sections";
import {
  type Directive,
  type DirectiveKind,
  directiveKinds,
  mayHaveDirectives,
  PREFIX,
} from "./directives";

export type { Suppressions };

/** Defect of a directive, by message of the rule suppression-unused. */
export interface UnusedDirective {
  readonly directive: PlacedDirective;
  readonly messageKey: "unused" | "expected" | "unknown-rule" | "no-rule" | "unknown-word";
  readonly name: string;
  readonly span: Span;
}

const NONE: readonly never[] = [];

const directivePattern = /^(\s*xmpp-stanza-)([\w-]*)([^:]*)/;

/** The directives in a text, which is a stanza or a comment between stanzas. */
export function readDirectives(source: string): readonly Directive[] {
  if (!mayHaveDirectives(source)) return NONE;
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

/** Comments that continue the effect of the text's directives after its end; empty if there is no such effect. */
export function directivesBehind(text: string): string {
  const disabled = new Set<string>();
  const inFile = new Set<string>();
  const inNextLine = new Set<string>();
  const lastLine = text.lastIndexOf("\n") + 1;
  for (const { kind, names, span } of readDirectives(text)) {
    const given = names.map(({ name }) => name);
    if (kind === "disable") for (const name of given) disabled.add(name);
    else if (kind === "disable-file") for (const name of given) inFile.add(name);
    else if (kind === "enable" && given.length === 0) disabled.clear();
    else if (kind === "enable") for (const name of given) disabled.delete(name);
    else if (kind === "disable-next-line" && span.end > lastLine) {
      for (const name of given) inNextLine.add(name);
    }
  }
  const comment = (word: string, names: ReadonlySet<string>) =>
    names.size === 0 ? "" : `<!-- ${PREFIX}${word} ${[...names].join(", ")} -->`;
  return (
    comment("disable-file", inFile) +
    comment("disable", disabled) +
    comment("disable-next-line", inNextLine)
  );
}

/** True if a directive silences the last line of the text, which continues after its end. */
export function isNextLineOpen(text: string): boolean {
  const directives = readDirectives(text);
  if (directives.length === 0 || text.endsWith("\n")) return false;
  const lines = new NextLines(text, directives);
  return directives.some(({ kind, span }) => {
    if (kind !== "disable-next-line") return false;
    const line = lines.behind(span.end);
    return line.start < text.length && line.end === text.length;
  });
}

/** A directive with its place in the document. */
export interface PlacedDirective extends Directive {
  /** The stanza that the directive is in or before; undefined at the end of a file. */
  readonly stanza: Span | undefined;
}

/** Span in which one name of one directive silences a rule. */
interface SilencedSpan extends Span {
  readonly directive: PlacedDirective;
  readonly name: Directive["names"][number];
}

/**
 * The suppressions of a document.
 * @param text the document's text
 * @param directives in the order of their places
 * @param isRule whether there is a rule of that name
 */
export function createSuppressions(
  text: string,
  directives: readonly PlacedDirective[],
  isRule: (name: string) => boolean,
): Suppressions {
  return new Suppressions(text, directives, isRule);
}

class Suppressions {
  readonly #silenced = new Map<string, SilencedSpan[]>();
  /** The silenced spans of each rule, in order and without overlaps. */
  readonly #merged = new Map<string, readonly Span[]>();
  readonly #useless: UnusedDirective[] = [];

  constructor(
    text: string,
    directives: readonly PlacedDirective[],
    isRule: (name: string) => boolean,
  ) {
    const lines = new NextLines(text, directives);
    const enabled = new NextEnable(text.length + 1);
    // Backwards, so that the place where a rule is enabled again is known before it is disabled.
    for (const directive of [...directives].reverse()) {
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
          const until = enabled.offsetOf(name.name);
          const where = whereSilenced(kind, directive, until, lines);
          silenced.push({ ...where, directive, name });
          this.#silenced.set(name.name, silenced);
        }
      }
      if (kind === "enable") enabled.add(directive);
    }
    for (const [rule, spans] of this.#silenced) this.#merged.set(rule, merge(spans));
  }

  /** True if findings of the rule that begin at the offset are silenced. */
  isSilenced(rule: string, offset: number): boolean {
    const spans = this.#merged.get(rule) ?? [];
    const before = spans[partitionPoint(spans, (span) => span.start <= offset) - 1];
    return before !== undefined && offset < before.end;
  }

  /**
   * The directives that match none of the findings, and those that cannot match any.
   * @param findings all findings, silenced ones too, in the order of their places
   * @param isJudged whether the rule is checked at the place; it is not if the rule is off, or if the stanza is not
   *   well-formed
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
      const places = offsets.get(rule) ?? [];
      for (const span of spans) {
        const met = places[partitionPoint(places, (offset) => offset < span.start)];
        if (met !== undefined && met < span.end) continue;
        if (!isJudged(rule, span)) continue;
        const { directive, name } = span;
        const messageKey = directive.kind === "expect" ? "expected" : "unused";
        unused.push({ directive, messageKey, name: rule, span: name.span });
      }
    }
    return unused;
  }
}

/** Nearest places after a directive where rules are enabled again; filled backwards. */
class NextEnable {
  readonly #byRule = new Map<string, number>();
  #ofAll: number;

  constructor(readonly end: number) {
    this.#ofAll = end;
  }

  add({ names, span }: PlacedDirective): void {
    if (names.length === 0) {
      this.#ofAll = span.start;
      this.#byRule.clear();
    }
    for (const { name } of names) this.#byRule.set(name, span.start);
  }

  offsetOf(rule: string): number {
    return Math.min(this.#byRule.get(rule) ?? this.end, this.#ofAll);
  }
}

function merge(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** @param until place after the directive where the rule is enabled again */
function whereSilenced(
  kind: Exclude<DirectiveKind, "enable">,
  { span, stanza }: PlacedDirective,
  until: number,
  lines: NextLines,
): Span {
  switch (kind) {
    case "expect":
      return stanza ?? { start: span.end, end: span.end };
    case "disable-next-line":
      return lines.behind(span.end);
    case "disable":
      return { start: span.end, end: until };
    case "disable-file":
      return { start: 0, end: lines.text.length + 1 };
    default:
      return unreachable(kind);
  }
}

/**
 * Finds the lines that directives apply to.
 * @param directives in the order of their places
 */
export function createNextLines(text: string, directives: readonly Directive[]): NextLines {
  return new NextLines(text, directives);
}

class NextLines {
  /** Offsets of the line ends, after their line feeds. */
  readonly #ends: number[] = [];
  /** Memoized results by the start of the line: directives may be stacked, and share lines. */
  readonly #known = new Map<number, Span>();

  constructor(
    readonly text: string,
    readonly directives: readonly Directive[],
  ) {
    const ends = this.#ends;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at + 1);
  }

  /** The next line after that of the offset, skipping lines that hold only directives. */
  behind(offset: number): Span {
    const { text, directives } = this;
    const passed: number[] = [];
    let start = this.#lineEnd(offset);
    let found = this.#known.get(start);
    while (!found) {
      passed.push(start);
      const end = this.#lineEnd(start);
      const directive = directives[partitionPoint(directives, ({ span }) => span.start < start)];
      const alone =
        directive &&
        directive.span.end <= end &&
        isAlone(text.slice(start, end), directive.span, start);
      if (!alone || end === text.length) found = { start, end: Math.max(end, start + 1) };
      else {
        start = end;
        found = this.#known.get(start);
      }
    }
    for (const one of passed) this.#known.set(one, found);
    return found;
  }

  /** Offset after the end of the line that holds the offset. */
  #lineEnd(offset: number): number {
    return this.#ends[partitionPoint(this.#ends, (end) => end <= offset)] ?? this.text.length;
  }
}

function isAlone(line: string, span: Span, lineStart: number): boolean {
  const before = line.slice(0, span.start - lineStart);
  const behind = line.slice(span.end - lineStart);
  return `${before}${behind}`.trim() === "";
}
