/**
 * Marked texts: `⟦text⟧{rule-id}` says that a finding of the rule stands exactly there,
 * `⟦text⟧{rule-a, rule-b}` that two do. Marks nest, and `⟦⟧{rule-id}` marks an empty range.
 */

export interface Expectation {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  /** Offsets count UTF-16 code units in that text. */
  readonly expected: readonly Expectation[];
}

const OPEN = "⟦";
const CLOSE = "⟧";
const ruleList = /\{([a-z][a-z-]*(?:, *[a-z][a-z-]*)*)\}/y;

/** @throws Error if marks are not balanced or lack their rules */
export function readMarkers(source: string): MarkedText {
  const expected: Expectation[] = [];
  const open: number[] = [];
  let text = "";
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === OPEN) {
      open.push(text.length);
    } else if (character === CLOSE) {
      const start = open.pop();
      ruleList.lastIndex = at + 1;
      const list = ruleList.exec(source);
      if (start === undefined || !list) throw new Error(`bad mark at ${source.slice(at - 30, at)}`);
      for (const rule of list[1]!.split(/, */)) expected.push({ rule, start, end: text.length });
      at += list[0].length;
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error("a mark is never closed");
  return { text, expected };
}

/** Expected findings that are missing, and unexpected ones; empty if all is as expected. */
export function compareFindings(
  text: string,
  expected: readonly Expectation[],
  found: readonly Expectation[],
): string {
  const left = [...found];
  const missing = expected.filter((one) => {
    const index = left.findIndex((other) => isSame(one, other));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return [
    ...missing.map((one) => `expected, not found: ${describe(text, one)}`),
    ...left.map((one) => `found, not expected: ${describe(text, one)}`),
  ].join("\n");
}

function isSame(a: Expectation, b: Expectation): boolean {
  return a.rule === b.rule && a.start === b.start && a.end === b.end;
}

/** Rule, line and column, the nearest comment above, and the line with carets below the place. */
function describe(text: string, { rule, start, end }: Expectation): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, "");
  const number = text.slice(0, lineStart).split("\n").length;
  const column = start - lineStart;
  const indent = line.slice(0, column).replace(/[^\t]/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(end - start, line.length - column)));
  const comment = commentAbove(text, lineStart);
  const below = comment === undefined ? "" : `, below "${comment}"`;
  return `${rule} at ${number}:${column + 1}${below}\n  ${line}\n  ${indent}${carets}`;
}

/** The text of the last comment that ends before the offset, which says what the case is about. */
function commentAbove(text: string, offset: number): string | undefined {
  const end = text.lastIndexOf("-->", offset - 1);
  const start = text.lastIndexOf("<!--", end);
  if (end < 0 || start < 0) return undefined;
  return text
    .slice(start + "<!--".length, end)
    .replace(/\s+/g, " ")
    .trim();
}
