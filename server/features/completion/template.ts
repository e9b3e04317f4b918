/** Text to insert, with placeholders for the user where the client supports snippets. */

/** A placeholder; without snippets its text stays as it is. */
export interface Stop {
  readonly text: string;
  /** Text without snippets, if that differs. */
  readonly plain?: string;
  /** Values to choose from; the first of them is the text. */
  readonly choices?: readonly string[];
}

export type Template = readonly (string | Stop)[];

/** A line of a multi-line text: its indentation level and its content. */
export interface Line {
  readonly depth: number;
  readonly parts: Template;
}

export interface Layout {
  /** Text between two lines before the indentation; empty to write all on one line. */
  readonly lineEnd: string;
  /** Indentation of the first line. */
  readonly indentation: string;
  /** One further level of indentation. */
  readonly step: string;
}

export function choice(values: readonly string[]): Stop {
  return { text: values[0] ?? "", choices: values };
}

/** Joins the lines, with line ends and indentation or on a single line. */
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

/** The text without placeholders. */
export function plainText(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? part : (part.plain ?? part.text)))
    .join("");
}

/**
 * The text in the snippet syntax of LSP.
 * @param hasChoices false for a client that would insert choices as text: it gets the first choice as a placeholder
 */
export function snippetText(template: Template, hasChoices: boolean): string {
  let count = 0;
  return template
    .map((part) => {
      if (typeof part === "string") return escapeCharacters(part, /[\\$}]/g);
      count++;
      if (hasChoices && part.choices && part.choices.length > 1) {
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
