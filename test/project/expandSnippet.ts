/** Expands the body of a snippet as an editor does for somebody who presses Tab all the way. */

export interface Answers {
  /** Index of the value taken from the first choice; 0, the default, is what is offered first. */
  readonly choice?: number;
  /** Placeholders whose text begins so are deleted. */
  readonly delete?: RegExp;
}

export function expandSnippet(body: readonly string[], answers: Answers = {}): string {
  const reader = { text: body.join("\n"), at: 0 };
  const text = expandUntil(reader, answers, false);
  if (reader.at < reader.text.length) throw new Error(`"}" too many: ${reader.text}`);
  return text.replaceAll("\t", "  ");
}

function expandUntil(
  reader: { readonly text: string; at: number },
  answers: Answers,
  nested: boolean,
): string {
  let result = "";
  while (reader.at < reader.text.length) {
    const rest = reader.text.slice(reader.at);
    const choice = /^\$\{\d+\|([^|]*)\|\}/.exec(rest);
    const placeholder = /^\$\{\d+:/.exec(rest);
    if (choice) {
      reader.at += choice[0].length;
      result += choice[1]!.split(",")[answers.choice ?? 0];
    } else if (placeholder) {
      reader.at += placeholder[0].length;
      const content = expandUntil(reader, answers, true);
      if (reader.text[reader.at] !== "}") throw new Error(`no "}": ${reader.text}`);
      reader.at++;
      if (!answers.delete?.test(content)) result += content;
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
