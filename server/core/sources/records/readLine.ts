/** A line of a log after reading: the parts to leave out, and the parts to replace. */

import type { Direction } from "../../text/directions";
import type { Span } from "../../text/span";
import { CUT_RECORD_END, RECORD_END } from "../../xml/recordEnd";
import type { HostLine } from "../lines";
import type { Encode, RegionBuilder } from "../region";
import type { ReadLiteral, Undone } from "./literal";

/** A literal within the line. */
interface LiteralPart extends Span {
  readonly encode: Encode;
}

/** End of a record in which an element is still open. */
interface RecordCut {
  readonly at: number;
  /** True if the program did not print the rest. */
  readonly isElided: boolean;
}

/** An expanded name of expat: the namespace of `xml`, a separator, and the local name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is such a separator
const expandedLang = /http:\/\/www\.w3\.org\/XML\/1998\/namespace[\u0001-\u001f|:^ ]lang(?=\s*=)/g;

export class ReadLine implements HostLine {
  readonly lead: number;
  /** Start of the line including the removed prefix. */
  readonly lineStart: number;
  /** Offset after its line end; that of the last line where several are joined. */
  end: number;
  /** Undefined for a line that is verbatim, as most are. */
  #undone: Undone[] | undefined;
  #literals: LiteralPart[] | undefined;
  /** Offset at which open elements end with the line, if they do. */
  #cut: RecordCut | undefined;

  constructor(
    { lead, start: lineStart, end }: HostLine,
    /** Offset after the prefix of the stanzas. */
    readonly start: number,
    readonly direction: Direction | undefined,
    /** True if the removed prefix is a direction that may stand before every line of a stanza. */
    readonly hasPrefix: boolean,
  ) {
    this.lead = lead;
    this.lineStart = lineStart;
    this.end = end;
  }

  /** Leaves out the text between the offsets. */
  dropFrom(start: number, end: number): void {
    this.replace(start, end, "");
  }

  /** Replaces the text between the offsets. */
  replace(start: number, end: number, text: string, encode?: Encode): void {
    if (start >= end) return;
    this.#undone ??= [];
    this.#undone.push({ start, end, text, encode });
  }

  /** Gives the names that expat expanded their prefix. */
  replaceExpandedNames(text: string, start: number, end: number): void {
    const part = text.slice(start, end);
    if (!part.includes("/namespace")) return;
    for (const { index, 0: name } of part.matchAll(expandedLang)) {
      this.replace(start + index, start + index + name.length, "xml:lang");
    }
  }

  addLiteral(start: number, { undone, end, encode }: ReadLiteral): void {
    this.#literals ??= [];
    this.#literals.push({ start, end, encode });
    this.#undone = [...(this.#undone ?? []), ...undone];
  }

  /**
   * Ends all open elements at the offset.
   * @param isElided true if the program did not print the rest
   */
  cut(at: number, isElided: boolean): void {
    this.#cut = { at, isElided };
  }

  /** Adds the line without its line end, which begins at `end`. */
  writeTo(builder: RegionBuilder, end: number, encode: Encode): void {
    if (!this.#undone && !this.#cut && !this.#literals) {
      if (end > this.start) builder.verbatim(this.start, end, encode);
      return;
    }
    const undone = inOrder(this.#undone ?? []);
    const literals = this.#literals ?? [];
    let at = this.start;
    const verbatim = (until: number) => {
      for (const literal of literals) {
        if (literal.end <= at || literal.start >= until) continue;
        if (literal.start > at) builder.verbatim(at, literal.start, encode);
        const from = Math.max(at, literal.start);
        at = Math.min(until, literal.end);
        builder.verbatim(from, at, literal.encode);
      }
      if (until > at) builder.verbatim(at, until, encode);
      at = Math.max(at, until);
    };
    /** The cut, until it is written. */
    let cut = this.#cut;
    const writeCut = (written: RecordCut, until: number) => {
      verbatim(until);
      builder.join(written.at, written.isElided ? CUT_RECORD_END : RECORD_END);
      cut = undefined;
    };
    for (const one of undone) {
      if (cut && cut.at <= one.start) writeCut(cut, cut.at);
      verbatim(one.start);
      builder.escape(one.start, one.end, one.text, one.encode);
      at = one.end;
    }
    if (cut) writeCut(cut, Math.min(cut.at, end));
    verbatim(end);
  }
}

/** The parts without those inside a part that is left out; what is left out takes precedence over an escape there. */
function inOrder(undone: readonly Undone[]): Undone[] {
  const sorted = [...undone].sort(
    (a, b) => a.start - b.start || b.end - a.end || a.text.length - b.text.length,
  );
  let end = -1;
  return sorted.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}
