/**
 * The JSON schemas of `xmpp-stanza.json`. The strict one is for whoever checks the file by it. The one for
 * VS Code completes and explains the same, and finds nothing wrong: the language server does that there,
 * with better words, and one mistake is to be told once.
 */

import { defaultLimits, defaultSetting } from "../../server/core/check/config";
import { withoutMarkdown } from "../../server/core/explain/explanations";
import { rules } from "../../server/core/rules";
import { ruleSettings } from "../../server/core/rules/setting";
import { sourceNames, sourceSwitches } from "../../server/core/sources/names";
import { languages } from "../../server/l10n/languages";
import type { GeneratedFile } from "./generatedFile";
import { pageWords } from "./words";

const STRICT_SCHEMA = "schemas/xmpp-stanza.schema.json";
const EDITOR_SCHEMA = "schemas/xmpp-stanza.editor.schema.json";

type Schema = Readonly<Record<string, unknown>>;

export function configurationSchemas(): GeneratedFile[] {
  return [
    { path: STRICT_SCHEMA, text: print(schema(true)) },
    { path: EDITOR_SCHEMA, text: print(schema(false)) },
  ];
}

function print(value: Schema): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function schema(isStrict: boolean): Schema {
  const { sources } = pageWords[0]!;
  const closed = isStrict ? { additionalProperties: false } : {};
  const oneOf = (names: readonly string[], more: Schema = {}): Schema =>
    isStrict
      ? { type: "string", enum: names, ...more }
      : { anyOf: [{ type: "string", enum: names }, {}], ...more };
  const object = (properties: Schema, more: Schema = {}): Schema => ({
    ...(isStrict ? { type: "object" } : {}),
    properties,
    ...closed,
    ...more,
  });
  const list = (items: Schema, more: Schema = {}): Schema => ({
    ...(isStrict ? { type: "array" } : {}),
    items,
    ...more,
  });
  const flag = (more: Schema): Schema => ({ ...(isStrict ? { type: "boolean" } : {}), ...more });
  const text: Schema = isStrict ? { type: "string", minLength: 1 } : {};
  const filePatterns = (description: string): Schema => ({
    ...(isStrict ? { anyOf: [text, { type: "array", items: text, minItems: 1 }] } : {}),
    description,
  });
  /** A switch, or the files that are read as the source. */
  const sourceSetting = (more: Schema): Schema => {
    const files = filePatterns(
      "Files that are read as this source, and are checked where they are found in a folder.",
    );
    const listed = object({ files }, isStrict ? { required: ["files"] } : {});
    return isStrict ? { anyOf: [{ type: "boolean" }, listed], ...more } : { ...listed, ...more };
  };

  const ruleMap = (description: string): Schema =>
    object(
      Object.fromEntries(
        rules.map((rule) => [
          rule.id,
          oneOf(ruleSettings, {
            default: defaultSetting(rule),
            description: withoutMarkdown(rule.summary),
          }),
        ]),
      ),
      { description },
    );

  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "xmpp-stanza",
    description: "How the stanzas in this folder and the folders in it are checked.",
    // Words of VS Code's JSON support.
    ...(isStrict ? {} : { allowComments: true, allowTrailingCommas: true }),
    ...object({
      $schema: { ...text, description: "Address of this schema." },
      root: flag({
        default: false,
        description: "True if configuration files in the folders above do not count.",
      }),
      rules: ruleMap("Severities of rules; one that is not named keeps its own."),
      overrides: list(
        object(
          {
            files: filePatterns(
              "Patterns for paths in this folder, such as **/broken/*.xml; one without a slash is about names in any folder, and one that begins with ! takes files out again.",
            ),
            rules: ruleMap("Severities of rules in these files."),
            source: oneOf(sourceNames, {
              description: "What these files are read as, whatever they are called.",
            }),
          },
          isStrict ? { required: ["files"] } : {},
        ),
        { description: "What holds for some files only; of several, the later wins." },
      ),
      ignore: list(text, {
        description: "Files and folders that are not checked, in patterns as in .gitignore.",
      }),
      sources: object(
        Object.fromEntries(
          sourceSwitches.map((name) => [
            name,
            (name === "comments" ? flag : sourceSetting)({
              default: true,
              description: sources[name].replaceAll("`", ""),
            }),
          ]),
        ),
        { description: "Where stanzas are looked for besides plain stanza files." },
      ),
      limits: object(
        Object.fromEntries(
          Object.entries(defaultLimits).map(([name, usual]) => [
            name,
            { ...(isStrict ? { type: "integer", minimum: 1 } : {}), default: usual },
          ]),
        ),
        { description: "Limits for texts of unusual size, see the rule limit-exceeded." },
      ),
      extensions: {
        ...(isStrict ? { type: "object" } : {}),
        additionalProperties: list(text),
        description:
          "Private extensions by the namespace of a XEP: names of elements and attributes that the rules about payloads take for right, or * for all of it.",
      },
      language: oneOf(languages, {
        description: "The language of messages; without it, that of the editor or the environment.",
      }),
    }),
  };
}
