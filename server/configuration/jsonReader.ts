/** Reads JSON with comments and trailing commas: what is right in it, and what is wrong with its place. */

import { createScanner, type Node, type ParseError, parseTree } from "jsonc-parser";
import { closestMatch } from "../core/xmpp/didYouMean";
import type { ConfigurationMistake } from "./configurationMistake";
import { syntaxMistake } from "./syntaxMistake";

/** Maximum length of a text in UTF-16 code units: many times what people write. */
const MAX_LENGTH = 1_000_000;

/** Maximum number of open objects and lists. The parser calls itself for each. */
const MAX_DEPTH = 32;

/** Maximum number of reported mistakes. */
const MAX_MISTAKES = 100;

/** A value in the text, as the parser gives it. */
export type JsonValue = Node;

/** Gives values as they are expected, undefined or empty for others, and keeps account of those. */
export class JsonReader {
  readonly #mistakes: ConfigurationMistake[] = [];
  /** The value that the text is; undefined where there is none. */
  readonly root: JsonValue | undefined;

  constructor(text: string) {
    if (text.length > MAX_LENGTH) {
      this.say(0, 1, "Longer than {limit} characters. Shorten the file.", {
        limit: String(MAX_LENGTH),
      });
      return;
    }
    const deep = findTooDeep(text);
    if (deep !== undefined) {
      this.say(deep, 1, "Nested deeper than {limit} levels. Flatten it.", {
        limit: String(MAX_DEPTH),
      });
      return;
    }
    const errors: ParseError[] = [];
    this.root = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    // Errors after the first are mostly its consequence.
    if (first) this.#mistakes.push(syntaxMistake(first, text));
    else if (!this.root) this.say(0, 0, ...objectExpected);
  }

  /** In the order of their places. */
  get mistakes(): readonly ConfigurationMistake[] {
    return this.#mistakes.sort((a, b) => a.span.start - b.span.start);
  }

  /** The members of an object by name, with a word about names that mean nothing, unless any name is right. */
  members(
    value: JsonValue | undefined,
    names: readonly string[] | "any",
    kind: keyof typeof unknownNames = "property",
  ): Map<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    if (!value) return members;
    if (value.type !== "object") {
      this.expect(value, ...objectExpected);
      return members;
    }
    for (const { children = [] } of value.children ?? []) {
      const [key, member] = children;
      if (!key) continue;
      const name = String(key.value);
      if (names !== "any" && !names.includes(name)) this.#unknown(key, name, names, kind);
      else if (members.has(name)) {
        this.expect(key, "Duplicate {name}. The later one applies; remove one.", { name });
      }
      if (member) members.set(name, member);
    }
    return members;
  }

  items(value: JsonValue | undefined, example = '["*.xml"]'): readonly JsonValue[] {
    if (!value) return [];
    if (value.type === "array") return value.children ?? [];
    this.expect(value, "Must be a list, e.g. {example}.", { example });
    return [];
  }

  oneOf<T extends string>(value: JsonValue | undefined, names: readonly T[]): T | undefined {
    if (!value) return undefined;
    const found = names.find((name) => name === value.value);
    if (found !== undefined) return found;
    const isGuessed = typeof value.value === "string" && !this.#isFull;
    const guess = isGuessed ? guessOf(value.value, names) : undefined;
    const values = { names: names.map((name) => `"${name}"`).join(", "), nearest: `"${guess}"` };
    this.expect(
      value,
      guess ? "Must be {names}. Did you mean {nearest}?" : "Must be {names}.",
      values,
    );
    return undefined;
  }

  boolean(value: JsonValue | undefined): boolean | undefined {
    if (!value) return undefined;
    if (value.type === "boolean") return value.value === true;
    this.expect(value, "Must be true or false.");
    return undefined;
  }

  /** Says what is expected instead of a value. */
  expect(value: JsonValue, message: string, values: ConfigurationMistake["values"] = {}): void {
    this.say(value.offset, value.length, message, values);
  }

  say(
    offset: number,
    length: number,
    message: string,
    values: ConfigurationMistake["values"],
  ): void {
    if (this.#mistakes.length > MAX_MISTAKES) return;
    const span = { start: offset, end: offset + length };
    if (this.#isFull) {
      const limit = String(MAX_MISTAKES);
      const rest = "More than {limit} mistakes. Correct the others first.";
      this.#mistakes.push({ span, message: rest, values: { limit } });
    } else this.#mistakes.push({ span, message, values });
  }

  get #isFull(): boolean {
    return this.#mistakes.length >= MAX_MISTAKES;
  }

  #unknown(
    key: JsonValue,
    name: string,
    names: readonly string[],
    kind: keyof typeof unknownNames,
  ): void {
    // Finding the nearest name takes long for thousands of them.
    const guess = this.#isFull ? undefined : guessOf(name, names);
    const { near, far } = unknownNames[kind];
    if (guess) this.expect(key, near, { name, nearest: guess });
    else this.expect(key, far, { name, names: names.join(", ") });
  }
}

/** Numbers of `SyntaxKind`, which has no names at run time. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, endOfFile: 17 };

/** Offset of the first bracket that is nested too deeply. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== token.endOfFile; kind = scanner.scan()) {
    if (kind === token.openBrace || kind === token.openBracket) depth++;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth--;
    if (depth > MAX_DEPTH) return scanner.getTokenOffset();
  }
  return undefined;
}

const objectExpected = [
  "Must be an object, e.g. {example}.",
  { example: '{ "root": true }' },
] as const;

/** The name that was meant, where that can be guessed: a mistyped one, or one that was cut short. */
function guessOf(written: string, names: readonly string[]): string | undefined {
  const longer = written === "" ? undefined : names.find((name) => name.startsWith(written));
  return longer ?? closestMatch(written, names);
}

const unknownNames = {
  property: {
    near: "Unknown property {name}. Did you mean {nearest}?",
    far: "Unknown property {name}. Use {names}.",
  },
  rule: {
    near: "Unknown rule {name}. Did you mean {nearest}?",
    far: "Unknown rule {name}. Correct the name or remove it.",
  },
  limit: {
    near: "Unknown limit {name}. Did you mean {nearest}?",
    far: "Unknown limit {name}. Use {names}.",
  },
  source: {
    near: "Unknown source {name}. Did you mean {nearest}?",
    far: "Unknown source {name}. Use {names}.",
  },
};
