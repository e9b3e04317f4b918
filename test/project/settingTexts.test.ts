/** What VS Code shows of settings that are objects: of a property the plain description, and no Markdown. */

import { expect, test } from "vitest";
import packageJson from "../../package.json";
import english from "../../package.nls.json";
import chinese from "../../package.nls.zh-cn.json";

interface Property {
  readonly description?: string;
  readonly markdownDescription?: string;
}

const properties = Object.entries(packageJson.contributes.configuration.properties).flatMap(
  ([setting, schema]) => {
    const known: Readonly<Record<string, Property>> =
      "properties" in schema ? schema.properties : {};
    return Object.entries(known).map(([name, property]) => ({
      name: `${setting}.${name}`,
      property,
    }));
  },
);

test.each([
  ["English", english],
  ["Chinese", chinese],
])("each property of a setting has a plain description in %s", (_, texts) => {
  expect(properties.length).toBeGreaterThan(40);
  for (const { name, property } of properties) {
    const { description = "", markdownDescription } = property;
    const text = (texts as Readonly<Record<string, string>>)[description.replaceAll("%", "")];
    expect(text, name).toMatch(/\S/);
    expect(text, name).not.toMatch(/`|\]\(/);
    expect(markdownDescription, name).toBeUndefined();
  }
});
