/** Finds the ends of literals and comments, and the expressions in literals. */

import type { Span } from "../../text/span";
import type { CommentForm, HoleForm, LiteralForm } from "./language";
import { type Comment, fill, type Literal, lineCommentPattern, quoted } from "./tokens";

/** Finds the end of an expression that begins at the offset, at the limit at the latest. */
type EndOfHole = (at: number, limit: number, close: string) => number;

type Groups = readonly (string | undefined)[];

/** What may follow in the text of a literal, by the groups of its opening. */
interface Inside {
  readonly closing: string;
  readonly escapeLead: string;
  readonly holes: readonly { readonly open: RegExp; readonly form: HoleForm }[];
  /** Finds what may end the text, an escape or an expression. */
  readonly stops: RegExp;
}

const blankLine = /\r?\n[ \t]*\r?(?=\n)/g;
const lineEnd = /\r?\n|\r/g;

// What stands before the opening of a literal on its line, and after it.
const beforeOpening = /[([{,=+:]$/;
const afterOpening = /[\w<$#%{\\]/y;
const afterStart = /<(?:[\w.-]{1,40}:)?(?:message|presence|iq)[\s/>]/y;
const restOfLine = /[ \t]*[\r\n]/y;

export class LiteralScan {
  readonly #inside = new Map<LiteralForm, Map<string, Inside>>();
  /** Lines of labels that were found from an offset on. */
  readonly #labels = new Map<string, { readonly from: number; readonly line: Span }>();
  /** Delimiters that do not follow any more. */
  readonly #missing = new Set<string>();

  constructor(
    readonly text: string,
    readonly endOfHole: EndOfHole,
  ) {}

  comment(start: number, form: CommentForm, match: Groups): Comment {
    const { text } = this;
    const open = match[0] ?? "";
    const close = fill(form.close ?? "", match);
    const from = start + open.length;
    const end = close === "" ? this.#lineEnd(from) : this.#endOfBlock(from, open, close, form);
    const isClosed = close !== "" && end >= from + close.length && text.endsWith(close, end);
    return { kind: "comment", form, start, end, open, close: isClosed ? close : "" };
  }

  #endOfBlock(from: number, open: string, close: string, { isNested }: CommentForm): number {
    const { text } = this;
    let depth = 1;
    let at = from;
    for (;;) {
      const end = this.#find(close, at);
      if (end < 0) return this.#openEnd(from, text.length);
      if (!isNested) return end + close.length;
      for (let inner = text.indexOf(open, at); inner >= 0 && inner < end; ) {
        depth++;
        inner = text.indexOf(open, inner + open.length);
      }
      at = end + close.length;
      if (--depth === 0) return at;
    }
  }

  literal(start: number, form: LiteralForm, match: Groups): Literal {
    const { text } = this;
    const inside = this.#insideOf(form, match);
    const { closing, escapeLead } = inside;
    const from = start + (match[0]?.length ?? 0);
    const isMissing = this.#find(closing, from) < 0;
    const limit = !form.isMultiline
      ? this.#endOfLines(from, form)
      : isMissing
        ? this.#openEnd(from, text.length)
        : text.length;
    const read = this.#read(from, limit, form, inside);
    const common = {
      kind: "literal",
      form,
      start,
      closing,
      escapeLead,
      holes: read.holes,
    } as const;
    const cut =
      read.close === undefined ? read.end : this.#falseClose(from, read.close, form, closing);
    if (read.close !== undefined && cut === undefined) {
      const end = read.close + closing.length;
      return { ...common, end, text: { start: from, end: read.close }, isOpen: false };
    }
    const most = cut ?? limit;
    const end = Math.max(from, form.isMultiline ? this.#openEnd(from, most) : most);
    const holes = read.holes.filter((one) => one.end <= end);
    return { ...common, holes, end, text: { start: from, end }, isOpen: true };
  }

  /** The heredoc that the offset announces, if its label follows. */
  heredoc(start: number, form: LiteralForm, match: Groups): Literal | undefined {
    const { closing, escapeLead } = this.#insideOf(form, match);
    const end = start + (match[0]?.length ?? 0);
    const line = this.text.indexOf("\n", end);
    if (line < 0 || !this.#labelEnd(line + 1, form, closing)) return undefined;
    const text = { start: end, end };
    return {
      kind: "literal",
      form,
      start,
      end,
      text,
      holes: [],
      closing,
      escapeLead,
      isOpen: false,
    };
  }

  /** Reads the text of a heredoc, which begins at the offset. */
  heredocText(start: number, literal: Literal): { literal: Literal; end: number } {
    const { form, closing, escapeLead } = literal;
    const label = this.#labelEnd(start, form, closing);
    if (!label) return { literal, end: start };
    const inside = [...(this.#inside.get(form)?.values() ?? [])].find(
      (one) => one.closing === closing && one.escapeLead === escapeLead,
    );
    const holes = inside ? this.#read(start, label.start, form, inside).holes : [];
    return { literal: { ...literal, text: { start, end: label.start }, holes }, end: label.end };
  }

  /** The line of a heredoc's label: from its start to the end of the label. */
  #labelEnd(from: number, form: LiteralForm, label: string): Span | undefined {
    const { text } = this;
    if (this.#missing.has(label)) return undefined;
    const known = this.#labels.get(label);
    if (known && known.from <= from && from <= known.line.start) return known.line;
    const mayGoOn = form.block?.dropsLastLineEnd;
    for (let at = text.indexOf(label, from); at >= 0; at = text.indexOf(label, at + 1)) {
      const line = Math.max(from, text.lastIndexOf("\n", at - 1) + 1);
      const before = text.slice(line, at);
      const after = text[at + label.length] ?? "\n";
      const isAlone = mayGoOn ? !/\w/.test(after) : /[\r\n]/.test(after);
      const isIndented = form.heredoc === "indented" ? /^[ \t]*$/.test(before) : before === "";
      if (!isAlone || !isIndented) continue;
      const found = { start: line, end: at + label.length };
      this.#labels.set(label, { from, line: found });
      return found;
    }
    this.#missing.add(label);
    return undefined;
  }

  /** Reads the text of a literal up to its closing delimiter, or to the limit. */
  #read(
    from: number,
    limit: number,
    form: LiteralForm,
    { closing, escapeLead, holes, stops }: Inside,
  ): { holes: Span[]; close: number | undefined; end: number } {
    const { text } = this;
    const isHeredoc = form.heredoc !== undefined;
    const found: Span[] = [];
    let depth = 0;
    let at = from;
    for (;;) {
      stops.lastIndex = at;
      const stop = stops.exec(text)?.index ?? limit;
      if (stop >= limit) return { holes: found, close: undefined, end: limit };
      if (form.lineComment && text.startsWith(form.lineComment, stop)) {
        at = this.#lineEnd(stop);
        continue;
      }
      if (text[stop] === text[stop + 1] && form.doubles?.includes(text[stop] ?? "")) {
        at = stop + 2;
        continue;
      }
      const hole = holes.find(({ open }) => {
        open.lastIndex = stop;
        return open.test(text);
      });
      if (hole) {
        const inner = hole.open.lastIndex;
        const { close } = hole.form;
        const end = close === undefined ? inner : this.endOfHole(inner, limit, close);
        found.push({ start: stop, end: Math.min(end, limit) });
        at = Math.max(end, stop + 1);
      } else if (escapeLead !== "" && text.startsWith(escapeLead, stop)) {
        at = stop + escapeLead.length + 1;
      } else if (!isHeredoc && text.startsWith(closing, stop)) {
        if (form.isDoubled && text.startsWith(closing, stop + closing.length)) {
          at = stop + 2 * closing.length;
        } else if (depth === 0) {
          return { holes: found, close: this.#lastClose(stop, form, closing), end: stop };
        } else {
          depth--;
          at = stop + closing.length;
        }
      } else {
        if (form.nests !== undefined && text[stop] === form.nests) depth++;
        at = stop + 1;
      }
    }
  }

  /** More quotation marks than the delimiter has belong to the text, where a literal has no escapes. */
  #lastClose(at: number, { escapes, block }: LiteralForm, closing: string): number {
    if (closing !== '"""' || escapes || block) return at;
    let close = at;
    while (this.text[close + 3] === '"') close++;
    return close;
  }

  /**
   * Where a literal ends whose closing delimiter looks like the opening one of another: at the start of its line. Undefined
   * for a real closing delimiter.
   */
  #falseClose(from: number, close: number, form: LiteralForm, closing: string): number | undefined {
    const { text } = this;
    if (!form.isMultiline || !/^(?:"|'|`|"""|''')$/.test(closing)) return undefined;
    const line = text.lastIndexOf("\n", close - 1) + 1;
    if (line <= from) return undefined;
    afterStart.lastIndex = close + closing.length;
    if (afterStart.test(text)) return line;
    if (!beforeOpening.test(text.slice(Math.max(line, close - 200), close).trimEnd())) {
      return undefined;
    }
    const after = form.block ? restOfLine : afterOpening;
    after.lastIndex = close + closing.length;
    return after.test(text) ? line : undefined;
  }

  /** Where an open literal or comment ends: at the next blank line, or at the limit. */
  #openEnd(from: number, limit: number): number {
    blankLine.lastIndex = from;
    const blank = blankLine.exec(this.text)?.index ?? limit;
    return Math.min(blank, limit);
  }

  /** The end of the line, or of the last of the lines that a backslash joins. */
  #endOfLines(from: number, { escapes }: LiteralForm): number {
    const { text } = this;
    let end = this.#lineEnd(from);
    if (!escapes?.lineEnd) return end;
    const { skipsSpace = "" } = escapes;
    const isJoined = () =>
      text[end - 1] === "\\" || (skipsSpace !== "" && text.endsWith(`\\${skipsSpace}`, end));
    while (end > from && end < text.length && isJoined()) {
      end = this.#lineEnd(end + (text.startsWith("\r\n", end) ? 2 : 1));
    }
    return end;
  }

  #lineEnd(from: number): number {
    lineEnd.lastIndex = from;
    return lineEnd.exec(this.text)?.index ?? this.text.length;
  }

  /** `indexOf`, which searches for a delimiter in vain only once. */
  #find(delimiter: string, from: number): number {
    if (this.#missing.has(delimiter)) return -1;
    const at = this.text.indexOf(delimiter, from);
    if (at < 0) this.#missing.add(delimiter);
    return at;
  }

  #insideOf(form: LiteralForm, match: Groups): Inside {
    const known = this.#inside.get(form) ?? new Map<string, Inside>();
    this.#inside.set(form, known);
    const key = match.slice(1).join("\0");
    const inside = known.get(key) ?? readInside(form, match);
    known.set(key, inside);
    return inside;
  }
}

function readInside(form: LiteralForm, match: Groups): Inside {
  const closing = fill(form.close, match);
  const escapeLead = form.escapes ? fill(form.escapeLead ?? "\\", match) : "";
  const holes = (form.holes ?? []).flatMap((one) => {
    const count = one.isCounted ? (match[1]?.length ?? 0) : 1;
    const pattern = fill(
      one.open,
      match.map((group) => group && quoted(group)),
    ).repeat(count);
    return count === 0 ? [] : [{ form: one, pattern, open: new RegExp(pattern, "y") }];
  });
  const stops = [
    ...(form.lineComment === undefined ? [] : [lineCommentPattern(form.lineComment)]),
    ...[...(form.doubles ?? "")].map((one) => quoted(one + one)),
    ...holes.map(({ pattern }) => pattern),
    ...(escapeLead === "" ? [] : [quoted(escapeLead)]),
    ...(form.heredoc === undefined ? [quoted(closing)] : []),
    ...(form.nests === undefined ? [] : [quoted(form.nests)]),
  ];
  const pattern = stops.length > 0 ? stops.map((one) => `(?:${one})`).join("|") : "(?!)";
  return { closing, escapeLead, holes, stops: new RegExp(pattern, "g") };
}
