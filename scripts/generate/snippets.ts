/** The snippets: for each of the 22 conditions the error child and the whole reply, errors outside of stanzas, and requests. */

import {
  type ConditionDefinition,
  conditions,
  errorTypesFor,
} from "../../server/core/xmpp/conditions";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { familySnippets } from "./familySnippets";
import { payloadSnippets } from "./payloadSnippets";
import { requestSnippets } from "./requestSnippets";
import type { Snippet } from "./snippet";

/** The file that package.json contributes. */
export function snippets(): string {
  const all = Object.fromEntries([
    ...conditions.map((condition) => [`${condition.name} error`, errorSnippet(condition)]),
    ...conditions.map((condition) => [`${condition.name} reply`, replySnippet(condition)]),
    ...familySnippets,
    ...requestSnippets,
    ...payloadSnippets,
  ]);
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function errorSnippet(condition: ConditionDefinition): Snippet {
  const { name, section, meaning } = condition;
  return {
    prefix: `xmpp-${name}`,
    description: `${meaning.replace(/\.$/, "")} (RFC 6120 §${section}).`,
    body: errorChild(condition, new TabStops(), "").split("\n"),
  };
}

function replySnippet(condition: ConditionDefinition): Snippet {
  const { name, section, meaning } = condition;
  const stops = new TabStops();
  const kind = stops.choice(["iq", "message", "presence"]);
  // The chosen value is repeated in the end tag.
  const again = stops.last();
  const id = stops.placeholder("a1");
  const from = stops.placeholder("juliet@example.com/balcony");
  const to = stops.placeholder("romeo@example.net/orchard");
  const body = `<${kind} type='error' id='${id}' from='${from}' to='${to}'>
\t${errorChild(condition, stops, "\t")}
</${again}>`;
  return {
    prefix: `xmpp-${name}-reply`,
    description: `Error reply: ${meaning.replace(/\.$/, "")} (RFC 6120 §${section}).`,
    body: body.split("\n"),
  };
}

/** @param indentation what all lines but the first begin with */
function errorChild(condition: ConditionDefinition, stops: TabStops, indentation: string): string {
  const line = `\n${indentation}`;
  const types = errorTypesFor(condition.name).map(({ type }) => type);
  const start = `<error type='${stops.choice(types)}'>`;
  const defined = conditionElement(condition, stops);
  const text = textElement(stops, line);
  const application = applicationElement(condition, stops, line);
  return `${start}${line}\t${defined}${text}${application}${line}</error>`;
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
function textElement(stops: TabStops, line: string): string {
  return stops.placeholder(() => {
    const words = stops.placeholder("What went wrong, in words.");
    return `${line}\t<text xmlns='${STANZAS_NAMESPACE}' xml:lang='en'>${words}</text>`;
  });
}

/** undefined-condition says nothing without the condition of an application beside it (§8.3.3.21). */
function applicationElement({ name }: ConditionDefinition, stops: TabStops, line: string): string {
  if (name !== "undefined-condition") return "";
  const element = stops.placeholder("own-condition");
  return `${line}\t<${element} xmlns='${stops.placeholder("urn:example:errors")}'/>`;
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

  /** The value of the last placeholder again. */
  last(): string {
    return `$${this.#count}`;
  }
}
