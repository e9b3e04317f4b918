/** Texts for people: English templates, which are also the keys of their translations. */

import { visible } from "./visible";

/** The text of a template in the user's language, with each `{name}` replaced by its value. */
export type Translate = (template: string, values?: Readonly<Record<string, string>>) => string;

/** Values in texts are cut to this many characters: they may be anything that a file holds. */
const MAX_VALUE = 80;

/** The template as it is, with its values. */
export const inEnglish: Translate = (template, values = {}) =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    return value === undefined ? hole : shorten(value);
  });

/** Shortens a value and joins its lines, so that it fits in a line of text. */
export function shorten(value: string): string {
  const line = visible(value.replace(/\s+/g, " "));
  return line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE)}…` : line;
}
