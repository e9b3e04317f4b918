/** Texts in which each line may have something before it that is no part of it. */

/** A line of the host without what stands before it: from there to the start of the next line. */
export interface HostLine {
  /** Where what stands before it begins. */
  readonly lead: number;
  readonly start: number;
  /** Behind its line end, if it has one. */
  readonly end: number;
}

/** The lines of a span of the text, each with its end; nothing stands before them. */
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
