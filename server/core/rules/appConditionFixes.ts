/** Fixes that pair a defined condition with an application-specific condition. */

import type { Edit } from "../text/edit";
import type { XmlElement } from "../xml/tree";
import type { AppCondition, AppConditionPair } from "../xmpp/appConditions";
import { type ErrorType, errorTypesFor, isExpectedType } from "../xmpp/conditions";
import { knownErrorType, type Stanza, type StanzaError } from "../xmpp/stanza";
import { renameCondition } from "./conditionFixes";
import { escapeValue, lineOf, quoteOf, setValue, sorted } from "./edits";
import type { Fix, FixContext } from "./fix";

/** Changes the defined condition to another, and the error type to the one expected with it. */
export function changeCondition(
  element: XmlElement,
  pair: AppConditionPair,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Fix {
  const { condition: name } = pair;
  const prefix = element.prefix === "" ? "" : `${element.prefix}:`;
  const edits = renameCondition(element, prefix + name, error, stanza, context);
  const type = otherType(error, pair);
  if (!type || !error.type) {
    return { title: "Change to {name}", values: { name }, edits, applicability: "choice" };
  }
  return {
    title: "Change to {name}, type {type}",
    values: { name, type },
    edits: sorted([setValue(error.type, type, stanza.source), ...edits]),
    applicability: "choice",
  };
}

/** The expected type of the condition, if the error's own type is not allowed with it. */
function otherType(
  error: StanzaError,
  { condition, type }: AppConditionPair,
): ErrorType | undefined {
  const own = knownErrorType(error);
  if (own === undefined || own === type || isExpectedType(condition, own)) return undefined;
  return type ?? errorTypesFor(condition)[0]?.type;
}

/** Adds the application-specific condition after the defined one, which changes if it does not allow that. */
export function addAppCondition(
  element: XmlElement,
  added: AppCondition,
  error: StanzaError,
  stanza: Stanza,
  context: FixContext,
): Fix | undefined {
  const { source } = stanza;
  const at = element.span.end;
  const xml = appConditionXml(added, quoteOf(element, source));
  const insertion: Edit = { span: { start: at, end: at }, newText: lineOf(element, source) + xml };
  const { name, pairs, isOpen } = added;
  if (isOpen || pairs.some(({ condition }) => condition === element.local)) {
    return { title: "Add {name}", values: { name }, edits: [insertion], applicability: "choice" };
  }
  const pair = bestPair(pairs, error);
  if (!pair) return undefined;
  const change = changeCondition(element, pair, error, stanza, context);
  return {
    title: "Change to {condition} and add {name}",
    values: { condition: pair.condition, name },
    edits: [...change.edits, insertion],
    applicability: "choice",
  };
}

/** The pair with the error's own type, or else the first pair. */
function bestPair(
  pairs: readonly AppConditionPair[],
  error: StanzaError,
): AppConditionPair | undefined {
  const own = knownErrorType(error);
  return pairs.find(({ type }) => type === own) ?? pairs[0];
}

/** The element with its required attributes, with empty values to fill in. */
function appConditionXml({ name, namespace, attributes }: AppCondition, quote: string): string {
  const all = [["xmlns", namespace], ...attributes.map((one) => [one.name, ""])];
  const written = all.map(
    ([key, value]) => ` ${key}=${quote}${escapeValue(value ?? "", quote)}${quote}`,
  );
  return `<${name}${written.join("")}/>`;
}
