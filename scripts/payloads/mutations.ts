/** Mistakes made on purpose in payloads that are right, to measure how many of them are seen. */

import { parse } from "../../server/core/xml/parse";
import type { Scope } from "../../server/core/xml/scope";
import { childElements, type XmlElement } from "../../server/core/xml/tree";
import { isJudgedNamespace } from "../../server/core/xmpp/judgedPayloads";
import { payloadProblems } from "../../server/core/xmpp/payloadProblems";
import { findPayloadElement } from "../../server/core/xmpp/payloads";
import type { PayloadValue } from "../../server/core/xmpp/payloadVocabulary";
import { isUnknown } from "../../server/core/xmpp/unknown";

export const mutationKinds = ["element", "attribute", "value", "missing"] as const;

type MutationKind = (typeof mutationKinds)[number];

/** How many mistakes of each kind were made, and how many of them were seen. */
export type Tally = Record<MutationKind, { made: number; seen: number }>;

export function emptyTally(): Tally {
  const none = () => ({ made: 0, seen: 0 });
  return { element: none(), attribute: none(), value: none(), missing: none() };
}

interface Mutation {
  readonly kind: MutationKind;
  readonly text: string;
}

/**
 * Makes one mistake after the other in the payloads of the stanza, if they are right, and counts those that are seen.
 * @param source the stanza, well-formed
 */
export function tryMutations(source: string, scope: Scope | undefined, tally: Tally): void {
  const { root } = parse(source, scope);
  // In an unknown element, more mistakes are no further problems.
  if (!root || payloadProblems(root).length > 0) return;
  for (const { kind, text } of mutationsOf(root, source)) {
    const mutated = parse(text, scope).root;
    if (!mutated) continue;
    tally[kind].made++;
    if (payloadProblems(mutated).length > 0) tally[kind].seen++;
  }
}

function* mutationsOf(root: XmlElement, source: string): Generator<Mutation> {
  for (const payload of childElements(root)) {
    if (isJudgedNamespace(payload.namespace)) yield* ofElement(payload, source);
  }
}

function* ofElement(element: XmlElement, source: string): Generator<Mutation> {
  const { namespace, local, nameSpan, endTag, attributes } = element;
  const known = isJudgedNamespace(namespace) ? findPayloadElement(namespace, local) : undefined;
  if (known) {
    const name = source.slice(nameSpan.start, nameSpan.end);
    const end = endTag ? replaced(source, endTag.start + 2, name.length, misspelt(name)) : source;
    yield { kind: "element", text: replaced(end, nameSpan.start, name.length, misspelt(name)) };
    for (const attribute of attributes) {
      const said = known.attributes.find((one) => one.name === attribute.name);
      if (!said || isUnknown(attribute)) continue;
      const { nameSpan: at, span, valueSpan } = attribute;
      const { length } = attribute.name;
      yield {
        kind: "attribute",
        text: replaced(source, at.start, length, misspelt(attribute.name)),
      };
      const wrong = wrongValue(attribute.value, said);
      const room = valueSpan.end - valueSpan.start;
      if (wrong !== undefined)
        yield { kind: "value", text: replaced(source, valueSpan.start, room, wrong) };
      if (said.required)
        yield { kind: "missing", text: replaced(source, span.start, span.end - span.start, "") };
    }
  }
  for (const child of childElements(element)) yield* ofElement(child, source);
}

function replaced(text: string, start: number, length: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + length);
}

/** The name with its last two letters in the other order; if that is the same, without the last. */
function misspelt(name: string): string {
  const swapped = name.slice(0, -2) + name.slice(-1) + name.slice(-2, -1);
  if (name.length > 1 && swapped !== name && /[a-z]$/i.test(swapped)) return swapped;
  return name.length > 2 ? name.slice(0, -1) : `${name}x`;
}

/** A value that is not what is said; undefined where nothing is said. */
function wrongValue(value: string, { type, values }: PayloadValue): string | undefined {
  if (values) return misspelt(value === "" ? "none-such" : value);
  return type === undefined ? undefined : `${value}?`;
}
