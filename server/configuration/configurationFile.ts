/**
 * `xmpp-stanza.json`: JSON with comments and trailing commas. Whatever is right in a file holds, and
 * every mistake is reported with its place.
 */

import type { PayloadExtensions } from "../core/check/config";
import type { Severity } from "../core/rules/rule";
import { isRuleSetting, type RuleSetting, ruleSettings } from "../core/rules/setting";
import {
  optionalSources,
  type SourceName,
  type SourceSwitch,
  type SourceSwitches,
  sourceNames,
  sourceSwitches,
} from "../core/sources/names";
import { type Language, languages } from "../l10n/languages";
import { GitPatterns } from "../patterns/gitPatterns";
import { type GlobMatcher, MAX_PATTERNS_LENGTH, readGlob } from "../patterns/glob";
import type { ConfigurationMistake } from "./configurationMistake";
import { FOLDER_NAMED, type FolderMistake } from "./folderPatterns";
import { JsonReader, type JsonValue } from "./jsonReader";

export type RuleSettings = Readonly<Record<string, RuleSetting>>;
export type LimitSettings = Readonly<Record<string, number>>;

/** The names of the settings. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly limits: readonly string[];
}

/** The content of one file. Paths are relative to its folder, with `/` between names. */
export interface ConfigurationFile {
  /** True if files in the folders above do not count. */
  readonly isRoot: boolean;
  readonly rules: RuleSettings;
  readonly sources: SourceSwitches;
  readonly language: Language | undefined;
  /** Limit → number, of those that the file names. */
  readonly limits: LimitSettings;
  readonly extensions: PayloadExtensions;
  /** True if the file says something about some paths only. */
  readonly isByPath: boolean;
  /** True for a file that is not checked, and for a folder (which ends with `/`) not looked into. */
  ignores(path: string): boolean;
  /** True for a file that the sources list, which is checked when it is found in a folder. */
  lists(path: string): boolean;
  /** The configuration of that path: of the overrides that match it, the later wins. */
  overridesFor(path: string): Override;
}

export interface Override {
  readonly rules: RuleSettings;
  /** The source that the file is read as, whatever its name. */
  readonly source: SourceName | undefined;
}

export interface ReadConfiguration {
  readonly file: ConfigurationFile;
  /** In the order of their places. */
  readonly mistakes: readonly ConfigurationMistake[];
  /** Mistakes if what they name are folders, which only the host knows. */
  readonly folderMistakes: readonly FolderMistake[];
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
  "extensions",
  "language",
] as const;
type Property = (typeof properties)[number];

const overrideProperties = ["files", "rules", "source"] as const;

interface PathOverride extends Override {
  readonly matches: GlobMatcher;
}

/** Reads the text of a file. Never throws. */
export function readConfigurationFile(text: string, names: KnownNames): ReadConfiguration {
  return new Reader(text, names).read();
}

class Reader {
  readonly #json: JsonReader;
  readonly #folderMistakes: FolderMistake[] = [];
  /** Length of the patterns so far. */
  #patternsLength = 0;

  constructor(
    text: string,
    readonly names: KnownNames,
  ) {
    this.#json = new JsonReader(text);
  }

  read(): ReadConfiguration {
    const json = this.#json;
    const file = this.#file(json.members(json.root, properties));
    return { file, mistakes: json.mistakes, folderMistakes: this.#folderMistakes };
  }

  #file(members: ReadonlyMap<string, JsonValue>): ConfigurationFile {
    const get = (property: Property) => members.get(property);
    const ignored = this.#patterns(get("ignore"));
    const { switches, listed } = this.#sources(get("sources"));
    const overrides = [...listed, ...this.#overrides(get("overrides"))];
    const language = this.#json.oneOf(get("language"), languages);
    const ignoring = new GitPatterns(ignored, true);
    return {
      isRoot: this.#json.boolean(get("root")) === true,
      rules: this.#rules(get("rules")),
      sources: switches,
      language,
      limits: this.#limits(get("limits")),
      extensions: this.#extensions(get("extensions")),
      isByPath: ignored.length + overrides.length > 0,
      ignores(path) {
        return ignoring.decide(path) === "ignored";
      },
      lists: (path) => listed.some(({ matches }) => matches(path)),
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

  #rules(value: JsonValue | undefined): RuleSettings {
    const rules: Record<string, RuleSetting> = {};
    for (const [id, member] of this.#json.members(value, this.names.rules, "rule")) {
      const setting = this.#json.oneOf<Severity | "off">(member, ruleSettings);
      if (isRuleSetting(setting) && this.names.rules.includes(id)) rules[id] = setting;
    }
    return rules;
  }

  /** The switches of the sources, and the files that are listed for some. */
  #sources(value: JsonValue | undefined): {
    readonly switches: SourceSwitches;
    readonly listed: readonly PathOverride[];
  } {
    const switches: Partial<Record<SourceSwitch, boolean>> = {};
    const listed: PathOverride[] = [];
    for (const [name, member] of this.#json.members(value, sourceSwitches, "source")) {
      const source = optionalSources.find((one) => one === name);
      if (member.type === "object" && name !== "comments") {
        const patterns = this.#filePatterns(this.#json.members(member, ["files"]).get("files"));
        if (!source) continue;
        switches[source] = true;
        if (patterns.length > 0) listed.push({ matches: matcherOf(patterns), rules: {}, source });
        continue;
      }
      const isOn = this.#json.boolean(member);
      const known = sourceSwitches.find((one) => one === name);
      if (known && isOn !== undefined) switches[known] = isOn;
    }
    return { switches, listed };
  }

  #limits(value: JsonValue | undefined): LimitSettings {
    const limits: Record<string, number> = {};
    for (const [name, member] of this.#json.members(value, this.names.limits, "limit")) {
      if (!Number.isInteger(member.value) || member.value < 1) {
        this.#json.expect(member, "Must be a whole number of at least 1.");
      } else if (this.names.limits.includes(name)) limits[name] = member.value;
    }
    return limits;
  }

  #extensions(value: JsonValue | undefined): PayloadExtensions {
    const extensions = new Map<string, readonly string[]>();
    for (const [namespace, member] of this.#json.members(value, "any")) {
      const names = this.#json.items(member, '["nickname"]').flatMap((item) => {
        if (typeof item.value === "string" && item.value !== "") return [item.value];
        const example = '"nickname"';
        this.#json.expect(item, "Must be the name of an element or attribute, e.g. {example}.", {
          example,
        });
        return [];
      });
      extensions.set(namespace, names);
    }
    return Object.fromEntries(extensions);
  }

  #overrides(value: JsonValue | undefined): PathOverride[] {
    return this.#json.items(value).flatMap((item): PathOverride[] => {
      const members = this.#json.members(item, overrideProperties);
      const files = members.get("files");
      const patterns = this.#filePatterns(files);
      if (item.type === "object" && !files) {
        this.#json.say(item.offset, 1, "An override must name its files, e.g. {example}.", {
          example: '"files": ["**/broken/*.xml"]',
        });
      }
      if (patterns.length === 0) return [];
      return [
        {
          matches: matcherOf(patterns),
          rules: this.#rules(members.get("rules")),
          source: this.#json.oneOf(members.get("source"), sourceNames),
        },
      ];
    });
  }

  #filePatterns(value: JsonValue | undefined): FilePattern[] {
    const items = value?.type === "string" ? [value] : this.#json.items(value);
    return items.flatMap((item) =>
      this.#pattern(item).flatMap((pattern) => {
        const isNegated = pattern.startsWith("!");
        const positive = (isNegated ? pattern.slice(1) : pattern).replace(/^\.?\//, "");
        if (positive === "") this.#expectPattern(item);
        else {
          // A pattern without a slash is about names in any folder, as in .gitignore.
          const matches = readGlob(pattern.includes("/") ? positive : `**/${positive}`);
          if (typeof matches === "function") {
            this.#lookForFolder(item, pattern);
            return { isNegated, matches };
          }
          this.#json.expect(item, matches.message, matches.values);
        }
        return [];
      }),
    );
  }

  /** A pattern with a slash at its end can match no file; another is the name of a folder if there is one. */
  #lookForFolder(item: JsonValue, pattern: string): void {
    const path = pattern.replace(/^!?(?:\.?\/)?/, "");
    const values = { pattern: JSON.stringify(`${pattern.replace(/\/$/, "")}/**`) };
    if (path.endsWith("/")) this.#json.expect(item, FOLDER_NAMED, values);
    else if (!path.split("/").includes("..")) {
      const span = { start: item.offset, end: item.offset + item.length };
      this.#folderMistakes.push({ span, message: FOLDER_NAMED, values, path });
    }
  }

  #patterns(value: JsonValue | undefined): string[] {
    return this.#json.items(value).flatMap((item) => this.#pattern(item));
  }

  #pattern(value: JsonValue): string[] {
    if (value.type !== "string" || value.value === "") {
      this.#expectPattern(value);
      return [];
    }
    const before = this.#patternsLength;
    this.#patternsLength += value.value.length;
    if (this.#patternsLength <= MAX_PATTERNS_LENGTH) return [value.value];
    // The first that is too many is enough.
    if (before <= MAX_PATTERNS_LENGTH) {
      this.#json.expect(value, "Patterns of more than {limit} characters in all. Write fewer.", {
        limit: String(MAX_PATTERNS_LENGTH),
      });
    }
    return [];
  }

  #expectPattern(value: JsonValue): void {
    this.#json.expect(value, "Must be a pattern, e.g. {example}.", {
      example: '"**/*.xml"',
    });
  }
}

interface FilePattern {
  readonly isNegated: boolean;
  readonly matches: GlobMatcher;
}

/** The last pattern that meets the path decides, so that `!` takes some out again. */
function matcherOf(patterns: readonly FilePattern[]): GlobMatcher {
  return (path) => patterns.findLast(({ matches }) => matches(path))?.isNegated === false;
}
