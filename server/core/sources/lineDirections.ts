/** Directions before the lines of a text that is a region already, as in the examples of XEPs. */

import type { Span } from "../text/span";
import { endOf, linesOf } from "./lines";
import { Directions, readPrefix, senderOf } from "./records/directions";
import { type Encode, RegionBuilder } from "./region";

interface DirectedLine extends Span {
  /** Offset after the direction, if there is one. */
  readonly content: number;
  readonly sender: string | undefined;
}

/**
 * The region with the directions of its stanzas, and without the directions before its lines if more than half of them
 * have one. Undefined if no line has one.
 */
export function withoutDirections(region: RegionBuilder): RegionBuilder | undefined {
  const { text, host } = region;
  const lines = linesOf(text, 0, text.length).map(({ start, end }): DirectedLine => {
    const prefix = readPrefix(text, { lead: start, end });
    const content = start + (prefix?.text.length ?? 0);
    return { start, end, content, sender: prefix && senderOf(prefix.word) };
  });
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== "");
  const directed = lines.filter(({ start, content }) => content > start);
  if (directed.length === 0) return undefined;
  const isStripped = directed.length * 2 > filled.length;
  const directions = new Directions();
  const encoders = new Encoders();
  const stripped = new RegionBuilder(host);
  const whole = region.build();
  for (const [index, line] of lines.entries()) {
    const start = isStripped ? line.content : line.start;
    const prefix = isStripped ? text.slice(line.start, line.content) : "";
    const rewrite = (encode: Encode) => encoders.withPrefix(encode, prefix);
    stripped.turn(directions.of("", line.sender));
    const next = lines[index + 1];
    const end = endOf(text, line);
    stripped.copy({ start, end }, region, rewrite);
    const isNextStripped = next !== undefined && isStripped && next.content > next.start;
    if (!isNextStripped) {
      stripped.copy({ start: end, end: line.end }, region, rewrite);
      continue;
    }
    // The line end is removed with the direction after it.
    const from = whole.toHost({ start: end, end: line.end }).start;
    const to = whole.toHost({ start: next.start, end: next.content }).end;
    stripped.escape(from, to, text.slice(end, line.end), encoders.withPrefix(plain, prefix));
  }
  return stripped;
}

const plain: Encode = (text) => text;

/** Encoders that write a direction before each added line. */
class Encoders {
  readonly #known = new Map<Encode, Map<string, Encode>>();

  withPrefix(encode: Encode, prefix: string): Encode {
    if (prefix === "") return encode;
    const byPrefix = this.#known.get(encode) ?? new Map<string, Encode>();
    this.#known.set(encode, byPrefix);
    const known = byPrefix.get(prefix);
    if (known) return known;
    const prefixed: Encode = (text) => encode(text.replaceAll("\n", `\n${prefix}`));
    byPrefix.set(prefix, prefixed);
    return prefixed;
  }
}
