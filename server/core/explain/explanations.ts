/**
 * The meaning of the words of errors, for people: conditions, error types, and the namespaces of
 * extensions. Paragraphs in Markdown, of the little that can be taken out again for plain text.
 */

import type { Translate } from "../text/translate";
import { type AppCondition, type AppConditionPair, appConditionsIn } from "../xmpp/appConditions";
import { textOf } from "../xmpp/appConditionTexts";
import { conditions, errorTypes, errorTypesFor, findCondition, rfc6120 } from "../xmpp/conditions";
import {
  definingExtension,
  type Extension,
  findExtension,
  findNamespace,
  nameOfExtension,
  namespacesOf,
} from "../xmpp/extensions";
import { conditionForCode } from "../xmpp/legacyCodes";
import { findNamespaceSection, sectionPage } from "../xmpp/namespaceSections";

/** The last one is the link; an empty one is left out. */
export type Paragraphs = readonly string[];

/** One of the 22. */
export function explainCondition(name: string, translate: Translate): Paragraphs | undefined {
  const condition = findCondition(name);
  if (!condition) return undefined;
  const { meaning, note, expectedTypes, section } = condition;
  const expected =
    expectedTypes.length === errorTypes.length
      ? translate("It goes with every error type.")
      : `${translate("Expected error types:")} ${errorTypesFor(name)
          .filter(({ type }) => expectedTypes.includes(type))
          .map(({ type, retry }) => `${code(type)} (${translate(retry)})`)
          .join(", ")}`;
  return [
    title(name, translate("defined condition")),
    translate(meaning),
    note ? translate(note) : "",
    expected,
    rfc(section),
  ];
}

/** A number that errors had before RFC 3920, with the condition that says the same today. */
export function explainLegacyCode(number: string, translate: Translate): Paragraphs | undefined {
  const meant = conditionForCode(number);
  if (!meant) return undefined;
  const values = { condition: code(meant.name), type: code(meant.type) };
  return [
    title(number, translate("legacy error code")),
    translate(
      "Errors had such codes before RFC 3920. Today {condition} with type {type} says it.",
      values,
    ),
    ...(explainCondition(meant.name, translate) ?? []).slice(1),
  ];
}

/** One of the five. */
export function explainErrorType(type: string, translate: Translate): Paragraphs | undefined {
  const definition = errorTypes.find((one) => one.type === type);
  if (!definition) return undefined;
  const expecting = conditions.filter(
    ({ expectedTypes }) =>
      expectedTypes.length < errorTypes.length && expectedTypes.includes(definition.type),
  );
  return [
    title(type, `${translate("error type")}, ${translate(definition.retry)}`),
    translate(definition.meaning),
    expecting.length === 0
      ? translate("No condition expects it.")
      : `${translate("Conditions that expect it:")} ${expecting.map(({ name }) => code(name)).join(", ")}`,
    rfc("8.3.2"),
  ];
}

/** The use of such a condition outside of stanza errors. */
const carriers: Readonly<Record<string, { readonly note: string }>> = {
  "stream-error": { note: "It is for stream errors, and not for the errors of stanzas." },
  "jingle-reason": {
    note: "It is for the reason why a Jingle session ends, and not for the errors of stanzas.",
  },
  "sasl2-failure": { note: "It is for failures of SASL, and not for the errors of stanzas." },
};

/** An application-specific condition. */
export function explainAppCondition(condition: AppCondition, translate: Translate): Paragraphs {
  const { name, namespace, document, carrier } = condition;
  const extension = findExtension(document);
  const { meaning, anchor } = textOf(condition);
  const note = carriers[carrier ?? ""]?.note;
  return [
    title(name, translate("application-specific condition")),
    translate(meaning),
    note ? translate(note) : pairing(condition, translate),
    extension ? `${nameOfExtension(extension)}: ${extension.title}, ${code(namespace)}` : "",
    extension ? linkTo(extension, anchor) : document,
  ];
}

function pairing({ pairs, isOpen }: AppCondition, translate: Translate): string {
  const all = describePairs(pairs);
  if (!isOpen) return all === "" ? "" : `${translate("It goes with:")} ${all}`;
  const open = translate("It goes with any defined condition.");
  return all === "" ? open : `${open} ${translate("Examples:")} ${all}`;
}

/** Each defined condition with its error types. */
function describePairs(pairs: readonly AppConditionPair[]): string {
  const names = [...new Set(pairs.map(({ condition }) => condition))];
  return names
    .map((name) => {
      const types = pairs.flatMap((one) => (one.condition === name && one.type ? [one.type] : []));
      return types.length === 0 ? code(name) : `${code(name)} (${types.map(code).join(", ")})`;
    })
    .join(", ");
}

/** Texts about the namespaces of the RFC. */
const meanings: Readonly<Record<string, { readonly meaning: string }>> = {
  "urn:ietf:params:xml:ns:xmpp-stanzas": {
    meaning: "The namespace of the defined conditions and of text in an error.",
  },
  "http://etherx.jabber.org/streams": {
    meaning: "The namespace of the stream itself; the prefix stream is bound to it by custom.",
  },
  "jabber:client": { meaning: "The namespace of stanzas between a client and its server." },
  "jabber:server": { meaning: "The namespace of stanzas between two servers." },
  "jabber:component:accept": {
    meaning: "The namespace of stanzas between a component and its server.",
  },
  "jabber:component:connect": {
    meaning: "The namespace of stanzas between a component and its server.",
  },
};

/** The document that defines the namespace, and the conditions in it. */
export function explainNamespace(namespace: string, translate: Translate): Paragraphs | undefined {
  const meaning = meanings[namespace]?.meaning;
  const section = findNamespaceSection(namespace);
  const extension = definingExtension(namespace);
  if (!extension) return undefined;
  const known = findNamespace(namespace);
  const names = appConditionsIn(namespace).filter(({ carrier }) => carrier === undefined);
  return [
    headingOf(extension, translate),
    meaning ? translate(meaning) : "",
    known ? "" : translate("Another version of this namespace is known."),
    known?.newer
      ? translate("In its place there is {namespace}.", { namespace: code(known.newer) })
      : "",
    names.length === 0
      ? ""
      : `${translate("Application-specific conditions:")} ${names.map(({ name }) => code(name)).join(", ")}`,
    section
      ? `[RFC ${section.rfc} §${section.section}](${sectionPage(section)})`
      : linkTo(extension),
  ];
}

/** A document with the namespaces that it defines. */
export function explainExtension(extension: Extension, translate: Translate): Paragraphs {
  const namespaces = namespacesOf(extension).map(({ namespace }) => code(namespace));
  return [
    headingOf(extension, translate),
    namespaces.length === 0 ? "" : `${translate("Namespaces:")} ${namespaces.join(", ")}`,
    linkTo(extension),
  ];
}

function headingOf(extension: Extension, translate: Translate): string {
  const { shortName, title: name, status, document } = extension;
  const what = shortName === "" ? name : `${name} (${shortName})`;
  const heading = title(nameOfExtension(extension), what);
  if (document.startsWith("RFC ")) return heading;
  return `${heading} · ${translate("status: {status}", { status })}`;
}

export function linkTo(extension: Extension, anchor = ""): string {
  const fragment = anchor === "" ? "" : `#${anchor}`;
  return `[${nameOfExtension(extension)}](${extension.url}${fragment})`;
}

/** A value as code; it may hold anything. */
export function code(value: string): string {
  const line = value.replace(/\s+/g, " ");
  const runs = line.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  return line === "" ? "" : runs.length > 0 ? `${fence} ${line} ${fence}` : fence + line + fence;
}

/** Stands for a value in a text that is translated: values are shortened there, and a fence may not be cut off. */
export const VALUE = "\ufffc";

/** The translated text with a value as code. */
export function withCode(text: string, value: string): string {
  return text.replace(VALUE, () => code(value));
}

/** The first paragraph: a name, and what it is the name of. */
export function title(name: string, what: string): string {
  return `**${name}** · ${what}`;
}

/** A link to the section of RFC 6120. */
export function rfc(section: string): string {
  return `[RFC 6120 §${section}](${rfc6120(section)})`;
}

/** The same words without what only a Markdown reader understands. */
export function withoutMarkdown(text: string): string {
  const plain = text.replace(/\[([^\][]*)\]\(([^()]*)\)/g, "$1: $2").replaceAll("**", "");
  return withoutFences(plain);
}

/** The text without the backquotes around code. */
function withoutFences(text: string): string {
  // Each second part is a run of backquotes; code ends with a run as long as that before it.
  const parts = text.split(/(`+)/);
  let plain = "";
  for (let i = 0; i < parts.length; i++) {
    const end = i % 2 === 0 ? -1 : parts.indexOf(parts[i]!, i + 1);
    const inner = parts.slice(i + 1, end).join("");
    if (end < 0) plain += parts[i];
    else plain += inner.includes("`") ? inner.slice(1, -1) : inner;
    i = Math.max(i, end);
  }
  return plain;
}
