/** A snippet for each of the 22 conditions: the whole error child. */

import {
  type ConditionDefinition,
  conditions,
  errorTypesFor,
} from "../../server/core/xmpp/conditions";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** Lines in the syntax of snippets; one tab stands for one level of indentation. */
  readonly body: readonly string[];
}

/** The file that package.json contributes. */
export function snippets(): string {
  const byName = conditions.map((condition) => [`${condition.name} error`, snippet(condition)]);
  return `${JSON.stringify(Object.fromEntries(byName), undefined, 2)}\n`;
}

function snippet(condition: ConditionDefinition): Snippet {
  const { name, section, meaning } = condition;
  const stops = new TabStops();
  const types = errorTypesFor(name).map(({ type }) => type);
  const body = `<error type='${stops.choice(types)}'>
\t${conditionElement(condition, stops)}${textElement(stops)}${applicationElement(condition, stops)}
</error>`;
  return {
    prefix: `xmpp-${name}`,
    description: `${meaning.replace(/\.$/, "")} (RFC 6120 §${section}).`,
    body: body.split("\n"),
  };
}

function conditionElement({ name, characterData }: ConditionDefinition, stops: TabStops): string {
  const start = `<${name} xmlns='${STANZAS_NAMESPACE}'`;
  if (!characterData) return `${start}/>`;
  return `${start}>${stops.placeholder("xmpp:romeo@example.net")}</${name}>`;
}

/**
 * The optional text is one placeholder with its line end and a second one inside: to do without it
 * takes one key and leaves no empty line, and to fill it in takes one more Tab.
 */
function textElement(stops: TabStops): string {
  return stops.placeholder(() => {
    const words = stops.placeholder("What went wrong, in words.");
    return `\n\t<text xmlns='${STANZAS_NAMESPACE}' xml:lang='en'>${words}</text>`;
  });
}

/** undefined-condition says nothing without the condition of an application beside it (§8.3.3.21). */
function applicationElement({ name }: ConditionDefinition, stops: TabStops): string {
  if (name !== "undefined-condition") return "";
  const element = stops.placeholder("own-condition");
  return `\n\t<${element} xmlns='${stops.placeholder("urn:example:errors")}'/>`;
}

/** Numbers the places at which Tab stops, in their order. */
class TabStops {
  #count = 0;

  choice(values: readonly string[]): string {
    return `\${${++this.#count}|${values.join(",")}|}`;
  }

  placeholder(content: string | (() => string)): string {
    const number = ++this.#count;
    return `\${${number}:${typeof content === "string" ? content : content()}}`;
  }
}
