/**
 * The setting `xmppStanza.rules` in package.json, and its texts in package.nls.json and the files beside
 * it; everything else there stays as it is.
 */

import { defaultSetting } from "../../server/core/check/config";
import { withoutMarkdown } from "../../server/core/explain/explanations";
import { rules } from "../../server/core/rules";
import { ruleSettings } from "../../server/core/rules/setting";
import { sourceSwitches } from "../../server/core/sources/names";
import type { Words } from "./words";

/** A setting as package.json describes it to VS Code. */
export interface SettingSchema {
  readonly type: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly markdownEnumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: boolean;
}

export interface Manifest {
  readonly repository: { readonly url: string };
  readonly contributes: {
    readonly configuration: { properties: Record<string, SettingSchema> };
  };
}

/** Texts that package.json names by `%key%`, in one language. */
export type ManifestTexts = Readonly<Record<string, string>>;

const RULES_KEY = "setting.rules";
const SOURCES_KEY = "setting.sources";
const ruleKey = (id: string) => `${RULES_KEY}.${id}`;

/** The text of package.json with the setting as it should be. */
export function withRuleSettings(packageJson: string): string {
  const manifest: Manifest = JSON.parse(packageJson);
  const { properties } = manifest.contributes.configuration;
  properties["xmppStanza.rules"] = ruleSettingsSchema();
  properties["xmppStanza.sources"] = sourceSettingsSchema();
  for (const [name, setting] of Object.entries(properties)) {
    if (setting.properties) properties[name] = { ...setting, default: defaultsOf(setting) };
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** All values: the Settings UI takes what is missing in a default for switched off, and writes it so. */
function defaultsOf({ properties = {} }: SettingSchema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, one.default]));
}

/** Of properties the Settings UI shows the plain description only. */
function ruleSettingsSchema(): SettingSchema {
  return {
    type: "object",
    scope: "resource",
    default: {},
    markdownDescription: `%${RULES_KEY}%`,
    properties: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        {
          type: "string",
          enum: ruleSettings,
          default: defaultSetting(rule),
          description: `%${ruleKey(rule.id)}%`,
        },
      ]),
    ),
    additionalProperties: false,
  };
}

/** VS Code shows an object of nothing but booleans as a list of check boxes. */
function sourceSettingsSchema(): SettingSchema {
  return {
    type: "object",
    scope: "resource",
    default: {},
    markdownDescription: `%${SOURCES_KEY}%`,
    properties: Object.fromEntries(
      sourceSwitches.map((name) => [
        name,
        {
          type: "boolean",
          default: true,
          description: `%${SOURCES_KEY}.${name}%`,
        },
      ]),
    ),
    additionalProperties: false,
  };
}

/** The file with the texts of package.json in that language. */
export function manifestTextsPath({ language }: Words): string {
  return language === "en" ? "package.nls.json" : `package.nls.${language}.json`;
}

/** The texts with those of the setting as they should be, in the order of the rules at the end. */
export function withRuleTexts(texts: ManifestTexts, words: Words): ManifestTexts {
  const { translate, severitiesOfRules, sourcesLookedInto, sources } = words;
  const others = Object.entries(texts).filter(
    ([key]) => !/^setting\.(?:rules|sources)(?:\.|$)/.test(key),
  );
  const described = rules.map(({ id, summary }) => [
    ruleKey(id),
    withoutMarkdown(translate(summary)),
  ]);
  const found = sourceSwitches.map((name) => [
    `${SOURCES_KEY}.${name}`,
    withoutMarkdown(sources[name]),
  ]);
  return Object.fromEntries([
    ...others,
    [SOURCES_KEY, sourcesLookedInto],
    ...found,
    [RULES_KEY, severitiesOfRules],
    ...described,
  ]);
}
