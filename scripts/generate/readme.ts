/** The tables in the READMEs, each between a pair of markers. */

import { defaultSetting } from "../../server/core/check/config";
import { alternatives } from "../../server/core/explain/markdown";
import { rules } from "../../server/core/rules";
import { extensions, type SourceSwitch, sourceSwitches } from "../../server/core/sources/names";
import { conditions, errorTypes, rfc6120 } from "../../server/core/xmpp/conditions";
import { table } from "./markdown";
import { pathOfPage } from "./rulePages";
import type { Manifest, ManifestTexts, SettingSchema } from "./settings";
import type { Words } from "./words";

/**
 * The text of a README with its tables as they should be, in its language.
 * @param packageJson text of the package.json whose settings are listed
 * @param texts those that it names by `%key%`
 * @throws Error if a pair of markers is not there
 */
export function withTables(
  readme: string,
  packageJson: string,
  texts: ManifestTexts,
  words: Words,
): string {
  const manifest = JSON.parse(packageJson, (_, value) => resolveText(value, texts)) as Manifest;
  const { properties } = manifest.contributes.configuration;
  const tables = {
    rules: rulesTable(words),
    conditions: conditionsTable(words),
    sources: sourcesTable(words),
    settings: settingsTable(properties, words),
  };
  let text = readme;
  for (const [name, content] of Object.entries(tables)) {
    text = replaceBetween(text, name, content, words.readme.path);
  }
  return text;
}

/** The value, or the text that it names. */
function resolveText(value: unknown, texts: ManifestTexts): unknown {
  const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  return key === undefined ? value : (texts[key] ?? value);
}

/** The text with other content between a pair of markers. */
export function replaceBetween(text: string, name: string, content: string, path: string): string {
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`${path} lacks ${open} or ${close}`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

function rulesTable(words: Words): string {
  const { severity, fix: repaired } = words.readme;
  const rows = rules.map((rule) => [
    `[${rule.id}](${pathOfPage(rule.id, words)})`,
    defaultSetting(rule),
    words.translate(rule.summary),
    rule.fix ? "✓" : "",
  ]);
  return table([words.rule, severity, "", repaired], rows);
}

function conditionsTable({ language, translate, readme }: Words): string {
  const between = language === "en" ? " " : "";
  const rows = conditions.map(({ name, section, expectedTypes, meaning, note }) => [
    `[${name}](${rfc6120(section)})`,
    expectedTypes.length === errorTypes.length
      ? readme.anyType
      : alternatives(expectedTypes, translate),
    note ? `${translate(meaning)}${between}${translate(note)}` : translate(meaning),
  ]);
  return table([readme.condition, readme.errorType, readme.meaning], rows);
}

function sourcesTable({ readme, sources }: Words): string {
  const rows = sourceSwitches.map((name) => [
    `\`${name}\``,
    readme.on,
    filesOf(name, readme),
    sources[name],
  ]);
  return table([readme.source, readme.usual, readme.files, ""], rows);
}

function filesOf(name: SourceSwitch, { xepFiles, transcriptFiles }: Words["readme"]): string {
  if (name === "xep") return xepFiles;
  if (name === "transcript") return transcriptFiles;
  if (name === "comments") return "";
  return extensions[name].map((ending) => `\`*.${ending}\``).join(" ");
}

function settingsTable(
  properties: Readonly<Record<string, SettingSchema>>,
  { readme }: Words,
): string {
  const rows = Object.entries(properties).map(([name, setting]) => [
    `\`${name}\``,
    setting.properties ? readme.eachItsOwn : `\`${JSON.stringify(setting.default)}\``,
    describe(setting),
  ]);
  return table([readme.setting, readme.usual, ""], rows);
}

function describe({ markdownDescription: text = "", ...setting }: SettingSchema): string {
  // The Settings UI makes links of the name of another setting between two `#`, and of commands.
  const markdownDescription = text
    .replace(/`#([\w.]+)#`/g, "`$1`")
    .replace(/\[([^\]]+)\]\(command:[\w.]+\)/g, "*$1*");
  const meanings = setting.markdownEnumDescriptions;
  const values = (setting.enum ?? []).map((value, i) => {
    const meaning = meanings?.[i];
    return meaning ? `\`${value}\`: ${meaning}` : `\`${value}\``;
  });
  if (values.length === 0) return markdownDescription;
  return `${markdownDescription} ${values.join(meanings ? " " : ", ")}`;
}
