/** The setting `xmppStanza.rules` in package.json; everything else there stays as it is. */

import { defaultSetting, ruleSettings } from "../../server/core/config";
import { rules } from "../../server/core/rules/index";
import { rulePage } from "../../server/core/rules/pages";

/** A setting as package.json describes it to VS Code. */
export interface SettingSchema {
  readonly type: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
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

/** The text of package.json with the setting as it should be. */
export function withRuleSettings(packageJson: string): string {
  const manifest: Manifest = JSON.parse(packageJson);
  manifest.contributes.configuration.properties["xmppStanza.rules"] = ruleSettingsSchema();
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function ruleSettingsSchema(): SettingSchema {
  return {
    type: "object",
    scope: "resource",
    default: {},
    markdownDescription:
      "Severities of rules, by the name of the rule; `off` switches one off. A rule that is not named keeps its own severity.",
    properties: Object.fromEntries(
      rules.map((rule) => [
        rule.id,
        {
          type: "string",
          enum: ruleSettings,
          default: defaultSetting(rule),
          markdownDescription: `${rule.summary} [More](${rulePage(rule.id)})`,
        },
      ]),
    ),
    additionalProperties: false,
  };
}
