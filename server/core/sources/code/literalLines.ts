/** Lines of literals whose indentation, or a margin, is no part of the value. */

import type { Literal } from "./tokens";

export interface Lines {
  /** Offset of the first character of the value. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
  /** What each line begins with that is no part of the value, as an added line needs it. */
  readonly lead: string;
  /** The offset in a line from which on it is part of the value, by the offset of the line. */
  contentOf(line: number): number;
}

/** The lines of a literal; undefined if its text is its value, escapes aside. */
export function linesOf(host: string, literal: Literal, hasMargin: boolean): Lines | undefined {
  const { block, heredoc } = literal.form;
  if (hasMargin) return marginLines(host, literal);
  if (!block) return undefined;
  const { start, end } = literal.text;
  const text = host.slice(start, end);
  // A C# literal on one line has no indentation.
  const firstBreak = /^[ \t]*(?:\r\n|\n|\r)/.exec(text);
  const beginsLine = heredoc !== undefined || /[\r\n]$/.test(host.slice(0, start).slice(-1));
  if (!beginsLine && !firstBreak) return undefined;
  const first = start + (beginsLine ? 0 : (firstBreak?.[0].length ?? 0));
  // Searched in the literal alone: a program without one of the two has none back to its start.
  const lastBreak = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  const lastLine = Math.max(first, start + lastBreak + 1);
  const isClosedAlone = !literal.isOpen && host.slice(lastLine, end).trim() === "";
  const lead =
    block.indentation === "closing"
      ? (/^[ \t]*/.exec(host.slice(lastLine, lastLine + 200))?.[0] ?? "")
      : leastIndentation(host.slice(first, end), isClosedAlone && heredoc === undefined);
  const contentOf = (line: number) => {
    let at = line;
    while (at < end && at - line < lead.length && (host[at] === " " || host[at] === "\t")) at++;
    return at;
  };
  const isDropped = block.dropsLastLineEnd && (isClosedAlone || heredoc !== undefined);
  const last = isDropped ? beforeLineEnd(host, lastLine, first) : isClosedAlone ? lastLine : end;
  return { start: Math.min(contentOf(first), last), end: last, lead, contentOf };
}

/** The lines of a literal in which everything up to the first bar is taken off. */
function marginLines(host: string, { text: { start, end } }: Literal): Lines {
  const bar = /[ \t]*\|/y;
  const contentOf = (line: number) => {
    bar.lastIndex = line;
    return bar.test(host) && bar.lastIndex <= end ? bar.lastIndex : line;
  };
  const second = /\n([ \t]*\|)/.exec(host.slice(start, end));
  return { start: contentOf(start), end, lead: second?.[1] ?? "", contentOf };
}

function beforeLineEnd(host: string, line: number, first: number): number {
  if (line <= first) return first;
  return host.startsWith("\r\n", line - 2) ? line - 2 : line - 1;
}

/** The least indentation of the lines that are not blank; the last counts even so where it has the delimiter. */
function leastIndentation(text: string, lastCounts: boolean): string {
  const lines = text.split(/\r\n|\n|\r/);
  let least: string | undefined;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (line.trim() === "" && !(isLast && lastCounts)) continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (least === undefined || own.length < least.length) least = own;
  }
  return least ?? "";
}
