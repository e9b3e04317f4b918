/** Text to insert, with places that are for the user to fill in where the client has snippets. */

/** A place to fill in; without snippets its text stays as it is. */
export interface Stop {
  readonly text: string;
  /** What stands there without snippets, if that is not the text. */
  readonly plain?: string;
  /** Values to choose from; the first of them is the text. */
  readonly choices?: readonly string[];
}

export type Template = readonly (string | Stop)[];

/** A line of a larger piece of text: how deep it is indented, and what stands on it. */
export interface Line {
  readonly depth: number;
  readonly parts: Template;
}

export interface Layout {
  /** What stands between two lines but the indentation; empty to write all on one line. */
  readonly lineEnd: string;
  /** Indentation of the first line. */
  readonly indentation: string;
  /** One level more. */
  readonly step: string;
}

export function choice(values: readonly string[]): Stop {
  return { text: values[0] ?? "", choices: values };
}

/** The lines one below the other, or one behind the other. */
export function layOut(lines: readonly Line[], layout: Layout): Template {
  const { lineEnd, indentation, step } = layout;
  return lines.flatMap(({ depth, parts }, index) =>
    index === 0 || lineEnd === ""
      ? parts
      : [`${lineEnd}${indentation}${step.repeat(depth)}`, ...parts],
  );
}

export function hasStops(template: Template): boolean {
  return template.some((part) => typeof part !== "string");
}

/** The text without anything to fill in. */
export function plainText(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? part : (part.plain ?? part.text)))
    .join("");
}

/** The text in the syntax of snippets. */
export function snippetText(template: Template): string {
  let count = 0;
  return template
    .map((part) => {
      if (typeof part === "string") return escapeCharacters(part, /[\\$}]/g);
      count++;
      if (part.choices && part.choices.length > 1) {
        const choices = part.choices.map((one) => escapeCharacters(one, /[\\,|]/g)).join(",");
        return `\${${count}|${choices}|}`;
      }
      return part.text === ""
        ? `$${count}`
        : `\${${count}:${escapeCharacters(part.text, /[\\$}]/g)}}`;
    })
    .join("");
}

function escapeCharacters(text: string, characters: RegExp): string {
  return text.replace(characters, "\\$&");
}
