/** The findings that directives silence, and the directives without effect. */

import { unreachable } from "../text/invariant";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import type { Directive, DirectiveKind } from "./directives";
import { createNextLines, type NextLines } from "./nextLines";

/** A directive with its place in the document. */
export interface PlacedDirective extends Directive {
  /** The stanza that the directive is in or before; undefined at the end of a file. */
  readonly stanza: Span | undefined;
}

/** Defect of a directive, by message of the rule suppression-unused. */
export interface UnusedDirective {
  readonly directive: PlacedDirective;
  readonly messageKey: "unused" | "expected" | "unknown-rule" | "no-rule" | "unknown-word";
  readonly name: string;
  readonly span: Span;
}

/** Span in which one name of one directive silences a rule. */
interface SilencedSpan extends Span {
  readonly directive: PlacedDirective;
  readonly name: Directive["names"][number];
}

export type { Suppressions };

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

/** The spans in which the directives of a document silence rules. */
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
    const lines = createNextLines(text, directives);
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
      return lines.after(span.end);
    case "disable":
      return { start: span.end, end: until };
    case "disable-file":
      return { start: 0, end: lines.text.length + 1 };
    default:
      return unreachable(kind);
  }
}
