/** Explains a name by itself, outside of any text. */

import type { Translate } from "../text/translate";
import { type AppCondition, appConditionsNamed, findAppCondition } from "../xmpp/appConditions";
import {
  definingExtension,
  type Extension,
  extensionsNamed,
  findExtension,
  knownNamespaces,
} from "../xmpp/extensions";
import { explainFamilyConditions } from "./explainFamily";
import { explainPayloads } from "./explainPayload";
import {
  explainAppCondition,
  explainCondition,
  explainErrorType,
  explainExtension,
  explainLegacyCode,
  explainNamespace,
  type Paragraphs,
  withoutMarkdown,
} from "./explanations";
import { explainSenders } from "./senders";

/**
 * The hover text of the name, as plain text; undefined if it is not known. A name is a defined
 * condition of stanza errors or of errors outside of stanzas, an error type, an application-specific condition, a namespace or the tail of one
 * (`pubsub#errors`), either with a condition after it (`pubsub#errors#closed-node`), a document
 * (`XEP-0060`, `60`, `RFC 6120`), the short name of one (`pubsub`), or a legacy code (`404`). A name of several things is
 * explained as each of them.
 */
export function explainName(name: string, translate: Translate): string | undefined {
  const wanted = name.trim().replace(/^<|\/?>$/g, "");
  const found = wanted === "" ? [] : explanations(wanted, translate);
  if (found.length === 0) return undefined;
  return found
    .map((paragraphs) => withoutMarkdown(paragraphs.filter((one) => one !== "").join("\n\n")))
    .join("\n\n");
}

function explanations(name: string, translate: Translate): Paragraphs[] {
  const word = name.toLowerCase();
  const defined = explainSent(word, translate) ?? explainErrorType(word, translate);
  const named = appConditionsNamed(word);
  const ofFamilies = explainFamilyConditions(word, translate);
  if (defined || named.length + ofFamilies.length > 0) {
    const own = named.map((one) => explainAppCondition(one, translate));
    const others = [...ofFamilies, ...own];
    return defined ? [defined, ...others] : others;
  }
  // A number may be that of a XEP, too.
  const legacy = explainLegacyCode(word, translate);
  const documents = findDocuments(name);
  if (legacy) return [legacy, ...documents.map((one) => explainExtension(one, translate))];
  if (documents.length > 0) return documents.map((one) => explainExtension(one, translate));
  const namespaces = findNamespaces(name);
  if (namespaces.length > 0) {
    return namespaces.map((one) => [
      one,
      ...(explainNamespace(one, translate) ?? []),
      ...explainPayloads(one, translate),
    ]);
  }
  const condition = findQualified(name);
  return condition ? [explainAppCondition(condition, translate)] : [];
}

/** A defined condition with who sends it, before the link. */
function explainSent(word: string, translate: Translate): Paragraphs | undefined {
  const defined = explainCondition(word, translate);
  return (
    defined && [...defined.slice(0, -1), ...explainSenders(word, translate), ...defined.slice(-1)]
  );
}

function findDocuments(name: string): readonly Extension[] {
  const [, xep] = /^(?:xep)?[-\s]*(\d{1,4})$/i.exec(name) ?? [];
  const [, rfc] = /^rfc[-\s]*(\d+)$/i.exec(name) ?? [];
  const document = xep ? `XEP-${xep.padStart(4, "0")}` : rfc ? `RFC ${rfc}` : name;
  const found = findExtension(document) ?? findExtension(`inbox/${document}`);
  return found ? [found] : extensionsNamed(name);
}

/** The namespace as it is, or else those that end with the name. */
function findNamespaces(name: string): string[] {
  if (definingExtension(name)) return [name];
  const word = name.toLowerCase();
  const ending = [...knownNamespaces()].filter(({ namespace }) =>
    tailsOf(namespace.toLowerCase()).includes(word),
  );
  // A replaced extension is meant only if nothing else can be.
  const current = ending.filter(({ newer }) => newer === undefined);
  return (current.length > 0 ? current : ending).map(({ namespace }) => namespace);
}

/** The parts after each `/` and `:`, with the version at the end and without. */
function tailsOf(namespace: string): string[] {
  const tails: string[] = [];
  for (const whole of new Set([namespace, namespace.replace(/:\d+$/, "")])) {
    for (const { index } of whole.matchAll(/[/:]/g)) tails.push(whole.slice(index + 1));
  }
  return tails;
}

/** Splits `namespace#name` and the like: the part after the last separator is a condition of the rest. */
function findQualified(name: string): AppCondition | undefined {
  for (const { index } of [...name.matchAll(/[#/:\s]/g)].reverse()) {
    const namespaces = findNamespaces(name.slice(0, index));
    for (const namespace of namespaces) {
      const found = findAppCondition(namespace, name.slice(index + 1));
      if (found) return found;
    }
  }
  return undefined;
}
