/**
 * Error-tolerant tokenizer: reads one piece of markup at a time, for framing of text that
 * may be broken anywhere. Reports no errors; the parser does.
 */

import { ForwardSearch, NEVER } from "./forwardSearch";
import { isSpace } from "./tree";

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** A start tag, an empty-element tag or an end tag; offsets in the text. */
export interface Tag {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Offset after the `>`; if that is missing, where the next markup begins. */
  readonly end: number;
  readonly empty: boolean;
  /** False if the text ended, or other markup began, before the `>`. */
  readonly closed: boolean;
  /** Offset of the text that has no influence on where the tag ends. */
  readonly reach: number;
}

/** True if a name may begin with this code unit (all beyond ASCII pass: the parser looks closer). */
export function isNameStart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    code === 0x3a ||
    code >= 0x80
  );
}

// The same characters as `isNameStart`, and those that may follow. A regular expression is compiled
// at its second use, long before a loop would be.
const name = /[\w:.\-\u0080-\uffff]+/y;
// Rest of a valid tag after its name, in a single match without a loop here. It has to find the same end as the
// loop below: where the match fails, no text after the tag may have decided that.
const rest = /[^<>"'=]*(?:=(?:\s*(?:"[^<"]*"|'[^<']*'))?[^<>"'=]*)*>/y;

/** Leaves the end of a valid tag in `rest.lastIndex`. */
function matchesRest(text: string, start: number): boolean {
  rest.lastIndex = start;
  try {
    return rest.test(text);
  } catch {
    // A tag of millions of attributes overflows the stack of the engine. The loop, which needs none, reads
    // the same.
    return false;
  }
}

/** Reads the tag whose name begins at `nameStart`. */
export function readTag(text: string, nameStart: number): Tag {
  name.lastIndex = nameStart;
  let i = name.test(text) ? name.lastIndex : nameStart;
  const nameEnd = i;
  if (matchesRest(text, i)) {
    const end = rest.lastIndex;
    let last = end - 2;
    while (last >= nameEnd && isSpace(text.charCodeAt(last))) last--;
    const empty = last >= nameEnd && text.charCodeAt(last) === SLASH;
    return { nameStart, nameEnd, end, empty, closed: true, reach: end };
  }
  let quote = 0;
  // An attribute value that is never closed runs on into other markup; the tag then most likely
  // ended at the first `>` inside it.
  let firstGreaterThan = -1;
  let previous = 0; // the last code unit that was not white space
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LESS_THAN) break;
    if (quote !== 0) {
      if (code === quote) quote = 0;
      else if (code === GREATER_THAN && firstGreaterThan < 0) firstGreaterThan = i;
    } else if (code === GREATER_THAN) {
      const empty = previous === SLASH;
      return { nameStart, nameEnd, end: i + 1, empty, closed: true, reach: i + 1 };
    } else if ((code === SINGLE_QUOTE || code === DOUBLE_QUOTE) && previous === EQUALS) {
      quote = code;
      firstGreaterThan = -1;
    }
    if (!isSpace(code)) previous = code;
  }
  const guessed = quote !== 0 && firstGreaterThan >= 0;
  return {
    nameStart,
    nameEnd,
    end: guessed ? firstGreaterThan + 1 : i,
    empty: guessed && text.charCodeAt(firstGreaterThan - 1) === SLASH,
    closed: false,
    reach: i + 1,
  };
}

// One attribute after the other, so that no part of a value is taken for an attribute.
const attribute = /(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** The namespace declarations and the language of a start tag. */
export function readDeclarations(
  text: string,
  tag: Tag,
): { namespaces: Map<string, string> | undefined; language: string | undefined } {
  let namespaces: Map<string, string> | undefined;
  let language: string | undefined;
  const source = text.slice(tag.nameEnd, tag.end);
  if (!source.includes("xml")) return { namespaces, language };
  for (const [, name = "", double, single] of source.matchAll(attribute)) {
    const value = resolveReferences(double ?? single ?? "");
    if (name === "xml:lang") {
      language = value;
    } else if (name === "xmlns" || (name.startsWith("xmlns:") && name !== "xmlns:")) {
      // `xmlns:` alone declares no prefix: the element is still a stanza, and not well-formed.
      namespaces ??= new Map();
      namespaces.set(name.slice("xmlns:".length), value);
    }
  }
  return { namespaces, language };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  apos: "'",
  quot: '"',
};

/** The text with XML's five entities and character references resolved, others as they are. */
function resolveReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|apos|quot));/gi,
    (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * Skips comments, CDATA sections, processing instructions and document type declarations.
 * Caches the places of terminators, so that a text full of unclosed markup is read once.
 */
export class MarkupSkipper {
  readonly #terminators = new Map<string, ForwardSearch>();

  constructor(readonly text: string) {}

  /** The offset after the `<!…>` or `<?…>` at `start`, or -1 if it is never closed. */
  skip(start: number): number {
    const { text } = this;
    if (text.startsWith("<!--", start)) {
      const end = this.#behind("-->", start + 4);
      // A comment cannot hold `<!--`: the first one was left open.
      const inner = text.indexOf("<!--", start + 4);
      return inner >= 0 && inner < end ? -1 : end;
    }
    if (text.startsWith("<![CDATA[", start)) return this.#behind("]]>", start + 9);
    if (text.startsWith("<?", start)) return this.#behind("?>", start + 2);
    if (text.startsWith("<!DOCTYPE", start)) return this.#behindDoctype(start);
    return -1;
  }

  #behind(terminator: string, from: number): number {
    const at = this.#next(terminator).from(from);
    return at === NEVER ? -1 : at + terminator.length;
  }

  #next(terminator: string, what: ForwardSearch["what"] = terminator): ForwardSearch {
    let next = this.#terminators.get(terminator);
    if (!next) {
      next = new ForwardSearch(this.text, what);
      this.#terminators.set(terminator, next);
    }
    return next;
  }

  #behindDoctype(start: number): number {
    const greaterThan = this.#behind(">", start);
    const bracket = greaterThan < 0 ? -1 : this.#behind("[", start);
    if (bracket < 0 || bracket > greaterThan) return greaterThan;
    // The internal subset ends with a bracket of its own, and may hold any number of `>` before.
    const end = this.#next("]>", findSubsetEnd).from(bracket);
    return end === NEVER ? -1 : this.#behind(">", end);
  }
}

/** Offset of the first `]` from there on with only white space between it and a `>`; -1 if there is none. */
function findSubsetEnd(text: string, from: number): number {
  for (let at = text.indexOf("]", from); at >= 0; at = text.indexOf("]", at)) {
    let end = at + 1;
    while (isSpace(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) === GREATER_THAN) return at;
    at = end;
  }
  return -1;
}
