/**
 * `xmpp-stanza.json`: JSON with comments and trailing commas. Whatever is right in a file holds, and
 * whatever is wrong is told with its place.
 */

import ignore, { type Ignore } from "ignore";
import { type Node, type ParseError, parseTree } from "jsonc-parser";
import picomatch from "picomatch/posix";
import type { Severity } from "../core/rules/rule";
import { isRuleSetting, type RuleSetting, ruleSettings } from "../core/rules/setting";
import {
  type OptionalSource,
  optionalSources,
  type SourceName,
  type SourceSwitches,
  sourceNames,
} from "../core/sources/names";
import type { Span } from "../core/xml/tree";
import { meant } from "../core/xmpp/distance";
import { type Language, languages } from "../languages";
import { syntaxMistake } from "./syntaxMistake";

export type RuleSettings = Readonly<Record<string, RuleSetting>>;
export type LimitSettings = Readonly<Record<string, number>>;

/** What there is to be set. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly limits: readonly string[];
}

/** What one file says. Paths are relative to its folder, with `/` between names. */
export interface ConfigurationFile {
  /** True if files in the folders above do not count. */
  readonly isRoot: boolean;
  readonly rules: RuleSettings;
  readonly sources: SourceSwitches;
  readonly language: Language | undefined;
  /** Limit → number, of those that the file names. */
  readonly limits: LimitSettings;
  /** True if the file says something about some paths only. */
  readonly isByPath: boolean;
  /** True for a file that is not checked, and for a folder (which ends with `/`) not looked into. */
  ignores(path: string): boolean;
  /** What holds for that path only: of overrides that meet it, the later wins. */
  overridesFor(path: string): Override;
}

export interface Override {
  readonly rules: RuleSettings;
  /** What the file is read as, whatever it is called. */
  readonly source: SourceName | undefined;
}

/** Something in the file that is not as it should be. */
export interface ConfigurationMistake {
  /** In UTF-16 offsets of the file. */
  readonly span: Span;
  /** Template of a text for people. */
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
  /** Broken JSON, which every editor that knows JSON tells by itself. */
  readonly isSyntax?: true;
}

export interface ReadConfiguration {
  readonly file: ConfigurationFile;
  /** In the order of their places. */
  readonly mistakes: readonly ConfigurationMistake[];
}

/** The properties of a file, in the order of their documentation. */
const properties = [
  "$schema",
  "root",
  "rules",
  "overrides",
  "ignore",
  "sources",
  "limits",
  "language",
] as const;
type Property = (typeof properties)[number];

const overrideProperties = ["files", "rules", "source"] as const;

type Matcher = (path: string) => boolean;

interface PathOverride extends Override {
  readonly matches: Matcher;
}

/** Reads the text of a file. Never throws. */
export function readConfigurationFile(text: string, names: KnownNames): ReadConfiguration {
  return new Reader(text, names).read();
}

class Reader {
  readonly #mistakes: ConfigurationMistake[] = [];

  constructor(
    readonly text: string,
    readonly names: KnownNames,
  ) {}

  read(): ReadConfiguration {
    const errors: ParseError[] = [];
    const tree = parseTree(this.text, errors, { allowTrailingComma: true });
    const [first] = errors;
    // What follows the first is mostly its consequence.
    if (first) this.#mistakes.push(syntaxMistake(first, this.text));
    const members = tree && this.#members(tree, properties);
    if (!tree && !first)
      this.#say(0, 0, "An object is expected here, such as {example}.", {
        example: '{ "root": true }',
      });
    const file = this.#file(members ?? new Map());
    this.#mistakes.sort((a, b) => a.span.start - b.span.start);
    return { file, mistakes: this.#mistakes };
  }

  #file(members: ReadonlyMap<string, Node>): ConfigurationFile {
    const get = (property: Property) => members.get(property);
    const ignored = this.#patterns(get("ignore"));
    const overrides = this.#overrides(get("overrides"));
    const language = this.#oneOf(get("language"), languages);
    let ignoring: Ignore | undefined;
    return {
      isRoot: this.#isTrue(get("root")),
      rules: this.#rules(get("rules")),
      sources: this.#sources(get("sources")),
      language,
      limits: this.#limits(get("limits")),
      isByPath: ignored.length + overrides.length > 0,
      ignores(path) {
        if (ignored.length === 0) return false;
        ignoring ??= ignore().add([...ignored]);
        return ignoring.ignores(path);
      },
      overridesFor(path) {
        let merged: Override = { rules: {}, source: undefined };
        for (const { matches, rules, source } of overrides) {
          if (!matches(path)) continue;
          merged = { rules: { ...merged.rules, ...rules }, source: source ?? merged.source };
        }
        return merged;
      },
    };
  }

  #rules(node: Node | undefined): RuleSettings {
    const rules: Record<string, RuleSetting> = {};
    for (const [id, value] of this.#members(node, this.names.rules, "rule")) {
      const setting = this.#oneOf<Severity | "off">(value, ruleSettings);
      if (isRuleSetting(setting) && this.names.rules.includes(id)) rules[id] = setting;
    }
    return rules;
  }

  #sources(node: Node | undefined): SourceSwitches {
    const switches: Partial<Record<OptionalSource, boolean>> = {};
    for (const [name, value] of this.#members(node, optionalSources, "source")) {
      const source = optionalSources.find((one) => one === name);
      if (value.type !== "boolean") this.#expect(value, "Either true or false is expected here.");
      else if (source) switches[source] = value.value === true;
    }
    return switches;
  }

  #limits(node: Node | undefined): LimitSettings {
    const limits: Record<string, number> = {};
    for (const [name, value] of this.#members(node, this.names.limits, "limit")) {
      if (!Number.isInteger(value.value) || value.value < 1) {
        this.#expect(value, "A whole number of at least 1 is expected here.");
      } else if (this.names.limits.includes(name)) limits[name] = value.value;
    }
    return limits;
  }

  #overrides(node: Node | undefined): PathOverride[] {
    return this.#items(node).flatMap((item): PathOverride[] => {
      const members = this.#members(item, overrideProperties);
      const files = members.get("files");
      const patterns = files?.type === "string" ? this.#pattern(files) : this.#patterns(files);
      if (item.type === "object" && !files) {
        this.#say(item.offset, 1, "An override names its files, such as {example}.", {
          example: '"files": ["**/broken/*.xml"]',
        });
      }
      if (patterns.length === 0) return [];
      return [
        {
          matches: matcherOf(patterns),
          rules: this.#rules(members.get("rules")),
          source: this.#oneOf(members.get("source"), sourceNames),
        },
      ];
    });
  }

  #patterns(node: Node | undefined): string[] {
    return this.#items(node).flatMap((item) => this.#pattern(item));
  }

  #pattern(node: Node): string[] {
    if (node.type === "string" && node.value !== "") return [node.value];
    this.#expect(node, "A pattern is expected here, a text such as {example}.", {
      example: '"**/*.xml"',
    });
    return [];
  }

  #isTrue(node: Node | undefined): boolean {
    if (node && node.type !== "boolean")
      this.#expect(node, "Either true or false is expected here.");
    return node?.value === true;
  }

  #oneOf<T extends string>(node: Node | undefined, names: readonly T[]): T | undefined {
    if (!node) return undefined;
    const found = names.find((name) => name === node.value);
    if (found !== undefined) return found;
    const guess = typeof node.value === "string" ? guessOf(node.value, names) : undefined;
    const values = { names: names.map((name) => `"${name}"`).join(", "), nearest: `"${guess}"` };
    this.#expect(
      node,
      guess
        ? "One of {names} is expected here; did you mean {nearest}?"
        : "One of {names} is expected here.",
      values,
    );
    return undefined;
  }

  #items(node: Node | undefined): readonly Node[] {
    if (!node) return [];
    if (node.type === "array") return node.children ?? [];
    this.#expect(node, "A list is expected here, such as {example}.", { example: '["*.xml"]' });
    return [];
  }

  /** The members of an object by name, with a word about names that mean nothing. */
  #members(
    node: Node | undefined,
    names: readonly string[],
    kind: keyof typeof unknownNames = "property",
  ): Map<string, Node> {
    const members = new Map<string, Node>();
    if (!node) return members;
    if (node.type !== "object") {
      this.#expect(node, "An object is expected here, such as {example}.", {
        example: '{ "root": true }',
      });
      return members;
    }
    for (const { children = [] } of node.children ?? []) {
      const [key, value] = children;
      if (!key) continue;
      const name = String(key.value);
      if (!names.includes(name)) this.#unknown(key, name, names, kind);
      else if (members.has(name)) {
        this.#expect(key, "{name} is there twice; the later one holds.", { name });
      }
      if (value) members.set(name, value);
    }
    return members;
  }

  #unknown(key: Node, name: string, names: readonly string[], kind: keyof typeof unknownNames) {
    const guess = guessOf(name, names);
    const { near, far } = unknownNames[kind];
    if (guess) this.#expect(key, near, { name, nearest: guess });
    else this.#expect(key, far, { name, names: names.join(", ") });
  }

  #expect(node: Node, message: string, values: ConfigurationMistake["values"] = {}): void {
    this.#say(node.offset, node.length, message, values);
  }

  #say(offset: number, length: number, message: string, values: ConfigurationMistake["values"]) {
    const span = { start: offset, end: offset + length };
    this.#mistakes.push({ span, message, values });
  }
}

/** The name that was meant, where that can be guessed: a mistyped one, or one that was cut short. */
function guessOf(written: string, names: readonly string[]): string | undefined {
  const longer = written === "" ? undefined : names.find((name) => name.startsWith(written));
  return longer ?? meant(written, names);
}

const unknownNames = {
  property: {
    near: "There is no property {name}; did you mean {nearest}?",
    far: "There is no property {name}; there are {names}.",
  },
  rule: {
    near: "There is no rule {name}; did you mean {nearest}?",
    far: "There is no rule {name}.",
  },
  limit: {
    near: "There is no limit {name}; did you mean {nearest}?",
    far: "There is no limit {name}; there are {names}.",
  },
  source: {
    near: "There is no source {name}; did you mean {nearest}?",
    far: "There is no source {name}; there are {names}.",
  },
};

/** A pattern without a slash is about names in any folder, as in .gitignore. */
function matcherOf(patterns: readonly string[]): Matcher {
  const anywhere = patterns.map((pattern) => {
    const isNegated = pattern.startsWith("!");
    const positive = (isNegated ? pattern.slice(1) : pattern).replace(/^\.?\//, "");
    const whole = /\//.test(pattern) ? positive : `**/${positive}`;
    return { isNegated, matches: picomatch(whole, { dot: true }) };
  });
  // The last pattern that meets the path decides, so that `!` takes some out again.
  return (path) => anywhere.findLast(({ matches }) => matches(path))?.isNegated === false;
}
