/** Texts with a prefix before each line that is not part of it. */

/** A line of the host without its prefix: from there to the start of the next line. */
export interface HostLine {
  /** Offset of the prefix. */
  readonly lead: number;
  readonly start: number;
  /** Offset after its line end, if it has one. */
  readonly end: number;
}

/** The lines of a span of the text, each with its end, without prefixes. */
export function linesOf(text: string, start: number, end: number): HostLine[] {
  const lines: HostLine[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf("\n", at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    lines.push({ lead: at, start: at, end: next });
    at = next;
  }
  return lines;
}

/** The end of a line, before its line end. */
export function endOf(text: string, { start, end }: Pick<HostLine, "start" | "end">): number {
  let at = end;
  if (at > start && text[at - 1] === "\n") at--;
  if (at > start && text[at - 1] === "\r") at--;
  return at;
}
