/** Expands the body of a snippet as an editor does for somebody who presses Tab all the way. */

export interface Answers {
  /** Index of the value taken from the choice of that number; the default is what is offered first. */
  readonly choices?: Readonly<Record<string, number>>;
  /** Placeholders whose text begins so are deleted. */
  readonly delete?: RegExp;
}

export function expandSnippet(body: readonly string[], answers: Answers = {}): string {
  const reader: Reader = { text: body.join("\n"), at: 0, filled: new Map() };
  const text = expandUntil(reader, answers, false);
  if (reader.at < reader.text.length) throw new Error(`"}" too many: ${reader.text}`);
  return text.replaceAll("\t", "  ");
}

interface Reader {
  readonly text: string;
  at: number;
  /** Values of the placeholders so far, by their numbers. */
  readonly filled: Map<string, string>;
}

function expandUntil(reader: Reader, answers: Answers, nested: boolean): string {
  let result = "";
  while (reader.at < reader.text.length) {
    const rest = reader.text.slice(reader.at);
    const choice = /^\$\{(\d+)\|([^|]*)\|\}/.exec(rest);
    const placeholder = /^\$\{(\d+):/.exec(rest);
    const again = /^\$(\d+)/.exec(rest);
    if (choice) {
      reader.at += choice[0].length;
      const chosen = chooseFrom(choice[2]!.split(","), choice[1]!, answers);
      reader.filled.set(choice[1]!, chosen);
      result += chosen;
    } else if (again) {
      reader.at += again[0].length;
      const filled = again[1] === "0" ? "" : reader.filled.get(again[1]!);
      if (filled === undefined) throw new Error(`nothing is there yet: ${rest}`);
      result += filled;
    } else if (placeholder) {
      reader.at += placeholder[0].length;
      const content = expandUntil(reader, answers, true);
      if (reader.text[reader.at] !== "}") throw new Error(`no "}": ${reader.text}`);
      reader.at++;
      const kept = answers.delete?.test(content) ? "" : content;
      reader.filled.set(placeholder[1]!, kept);
      result += kept;
    } else if (rest[0] === "}" && nested) {
      return result;
    } else if (rest[0] === "$" || rest[0] === "\\") {
      throw new Error(`not known here: ${rest}`);
    } else {
      result += rest[0];
      reader.at++;
    }
  }
  return result;
}

function chooseFrom(values: readonly string[], number: string, { choices }: Answers): string {
  const chosen = values[choices?.[number] ?? 0];
  if (chosen === undefined) throw new Error(`not among them: ${values}`);
  return chosen;
}
