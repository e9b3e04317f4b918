/** The tables in README.md, each between a pair of markers. */

import { alternatives } from "../../server/core/markdown";
import { rules } from "../../server/core/rules/index";
import { conditions, errorTypes, rfc6120 } from "../../server/core/xmpp/conditions";
import { table } from "./markdown";
import { RULE_PAGES } from "./rulePages";
import type { Manifest, ManifestTexts, SettingSchema } from "./settings";

/**
 * The text of the README with its tables as they should be.
 * @param packageJson text of the package.json whose settings are listed
 * @param texts those that it names by `%key%`
 * @throws Error if a pair of markers is not there
 */
export function withTables(readme: string, packageJson: string, texts: ManifestTexts): string {
  const manifest = JSON.parse(packageJson, (_, value) => resolveText(value, texts)) as Manifest;
  const { properties } = manifest.contributes.configuration;
  const tables = {
    rules: rulesTable(),
    conditions: conditionsTable(),
    settings: settingsTable(properties),
  };
  let text = readme;
  for (const [name, content] of Object.entries(tables)) text = replaceBetween(text, name, content);
  return text;
}

/** The value, or the text that it names. */
function resolveText(value: unknown, texts: ManifestTexts): unknown {
  const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  return key === undefined ? value : (texts[key] ?? value);
}

function replaceBetween(text: string, name: string, content: string): string {
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`README.md lacks ${open} or ${close}`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

function rulesTable(): string {
  const rows = rules.map(({ id, severity, offByDefault, summary, fix }) => [
    `[${id}](${RULE_PAGES}/${id}.md)`,
    offByDefault ? "off" : severity,
    summary,
    fix ? "✓" : "",
  ]);
  return table(["Rule", "Severity", "", "Fix"], rows);
}

function conditionsTable(): string {
  const rows = conditions.map(({ name, section, expectedTypes, meaning, note }) => [
    `[${name}](${rfc6120(section)})`,
    expectedTypes.length === errorTypes.length ? "any" : alternatives(expectedTypes),
    note ? `${meaning} ${note}` : meaning,
  ]);
  return table(["Condition", "Error type", "Meaning"], rows);
}

function settingsTable(properties: Readonly<Record<string, SettingSchema>>): string {
  const rows = Object.entries(properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    describe(setting),
  ]);
  return table(["Setting", "Default", ""], rows);
}

function describe({ markdownDescription = "", ...setting }: SettingSchema): string {
  const meanings = setting.markdownEnumDescriptions;
  const values = (setting.enum ?? []).map((value, i) => {
    const meaning = meanings?.[i];
    return meaning ? `\`${value}\`: ${meaning}` : `\`${value}\``;
  });
  if (values.length === 0) return markdownDescription;
  return `${markdownDescription} ${values.join(meanings ? " " : ", ")}`;
}
