/** What the words of stanzas mean, for people: the texts of hovers and of completions. */

import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import type { Translate } from "../core/translate";
import {
  conditions,
  errorTypes,
  errorTypesFor,
  findCondition,
  rfc6120,
} from "../core/xmpp/conditions";
import { conditionForCode } from "../core/xmpp/legacyCodes";
import { sectionPage } from "../core/xmpp/namespaceSections";
import type { StanzaKind } from "../core/xmpp/stanza";
import { findStanzaType, stanzaTypes } from "../core/xmpp/stanzaTypes";

/** What there is something to say about; plain data, so that a completion can carry it. */
export type Topic =
  | { readonly topic: "condition"; readonly name: string }
  | { readonly topic: "error-type"; readonly type: string }
  | { readonly topic: "stanza-type"; readonly kind: StanzaKind; readonly type: string }
  | { readonly topic: "kind"; readonly kind: StanzaKind }
  | { readonly topic: "error" }
  | { readonly topic: "text" }
  | { readonly topic: "stanza-attribute"; readonly kind: StanzaKind; readonly name: string }
  | { readonly topic: "error-attribute"; readonly name: string }
  | { readonly topic: "code"; readonly code: string }
  | { readonly topic: "namespace"; readonly namespace: string };

/** Paragraphs in Markdown, of the little that can be taken out again for plain text. */
type Paragraphs = readonly string[];

/** The documentation of the topic, or undefined if there is nothing to say. */
export function documentationOf(
  topic: Topic,
  format: MarkupKind,
  translate: Translate,
  more: Paragraphs = [],
): MarkupContent | undefined {
  const paragraphs = explain(topic, translate);
  if (!paragraphs) return undefined;
  // Links come last.
  const all = [...paragraphs.slice(0, -1), ...more, ...paragraphs.slice(-1)];
  const value = all.filter((one) => one !== "").join("\n\n");
  return format === MarkupKind.Markdown
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: withoutMarkdown(value) };
}

/** A value as code; it may hold anything. */
export function code(value: string): string {
  const line = value.replace(/\s+/g, " ");
  const fence = line.includes("`") ? "``" : "`";
  return line === "" ? "" : `${fence}${fence.length > 1 ? ` ${line} ` : line}${fence}`;
}

/** The last paragraph is the link. */
function explain(topic: Topic, translate: Translate): Paragraphs | undefined {
  switch (topic.topic) {
    case "condition":
      return explainCondition(topic.name, translate);
    case "error-type":
      return explainErrorType(topic.type, translate);
    case "stanza-type":
      return explainStanzaType(topic.kind, topic.type, translate);
    case "kind":
      return explainKind(topic.kind, translate);
    case "error":
      return [
        title("error", translate("error child")),
        translate(
          "Says why the stanza failed: its type tells the sender what to do next, its defined condition what went wrong. A stanza of type error has exactly one.",
        ),
        rfc("8.3.2"),
      ];
    case "text":
      return [
        title("text", translate("words for people")),
        translate(
          "Describes the error in words, beside the defined condition and never instead of it. Programs look at the condition. `xml:lang` says in which language it is.",
        ),
        rfc("8.3.2"),
      ];
    case "stanza-attribute":
      return explainStanzaAttribute(topic.name, topic.kind, translate);
    case "error-attribute":
      return explainErrorAttribute(topic.name, translate);
    case "code":
      return explainCode(topic.code, translate);
    case "namespace":
      return explainNamespace(topic.namespace, translate);
  }
}

function explainCondition(name: string, translate: Translate): Paragraphs | undefined {
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

function explainErrorType(type: string, translate: Translate): Paragraphs | undefined {
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

/** Where the types of each kind are defined. */
const typeSections: Readonly<Record<StanzaKind, { rfc: string; section: string }>> = {
  iq: { rfc: "6120", section: "8.2.3" },
  message: { rfc: "6121", section: "5.2.2" },
  presence: { rfc: "6121", section: "4.7.1" },
};

function explainStanzaType(
  kind: StanzaKind,
  type: string,
  translate: Translate,
): Paragraphs | undefined {
  const definition = findStanzaType(kind, type);
  if (!definition) return undefined;
  return [
    title(type, translate("type of {kind}", { kind })),
    translate(definition.meaning),
    link(typeSections[kind]),
  ];
}

const kinds: Readonly<Record<StanzaKind, { meaning: string; section: string }>> = {
  message: {
    meaning: "Pushes information to another entity; no reply is demanded.",
    section: "8.2.1",
  },
  presence: {
    meaning: "Tells whoever has subscribed whether an entity is available. Without a type it is.",
    section: "8.2.2",
  },
  iq: {
    meaning:
      "Asks and answers: a get or set has exactly one payload element, and gets a result or an error with its id.",
    section: "8.2.3",
  },
};

function explainKind(kind: StanzaKind, translate: Translate): Paragraphs {
  const { meaning, section } = kinds[kind];
  return [title(kind, translate("stanza")), translate(meaning), rfc(section)];
}

function explainStanzaAttribute(
  name: string,
  kind: StanzaKind,
  translate: Translate,
): Paragraphs | undefined {
  const heading = title(name, translate("attribute of a stanza"));
  switch (name) {
    case "type":
      return [
        heading,
        translate("Says what the stanza is for, or that it reports an error."),
        stanzaTypes[kind].map((one) => `- ${code(one.type)}: ${translate(one.meaning)}`).join("\n"),
        link(typeSections[kind]),
      ];
    case "id":
      return [
        heading,
        translate(
          "Tells which reply answers which request: a reply repeats the id. An iq has to have one.",
        ),
        rfc("8.1.3"),
      ];
    case "from":
      return [heading, translate("The address of the sender."), rfc("8.1.2")];
    case "to":
      return [
        heading,
        translate("The address of the intended recipient; without one the server handles it."),
        rfc("8.1.1"),
      ];
    case "xml:lang":
      return [
        heading,
        translate(
          "The language of the words for people in the stanza, unless an element says otherwise.",
        ),
        rfc("8.1.5"),
      ];
    default:
      return undefined;
  }
}

function explainErrorAttribute(name: string, translate: Translate): Paragraphs | undefined {
  const heading = title(name, translate("attribute of an error"));
  switch (name) {
    case "type":
      return [
        heading,
        translate("Tells the sender what to do next. An error has to have one."),
        errorTypes.map((one) => `- ${code(one.type)}: ${translate(one.meaning)}`).join("\n"),
        rfc("8.3.2"),
      ];
    case "by":
      return [
        heading,
        translate(
          "The address of the entity that reports the error, where that is not the one the stanza was sent to.",
        ),
        rfc("8.3.2"),
      ];
    case "code":
      return explainCode("", translate);
    default:
      return undefined;
  }
}

function explainCode(value: string, translate: Translate): Paragraphs {
  const meant = conditionForCode(value);
  return [
    title("code", translate("attribute of an error")),
    translate(
      "A number from before RFC 3920, for old implementations. Today the error type and the defined condition say what it said.",
    ),
    meant
      ? translate("{code} stands for {condition} of type {type}.", {
          code: code(value.trim()),
          condition: code(meant.name),
          type: code(meant.type),
        })
      : "",
    "[XEP-0086](https://xmpp.org/extensions/xep-0086.html)",
  ];
}

/** The namespaces that completions offer. */
const namespaces: Readonly<Record<string, { meaning: string; section: string }>> = {
  "urn:ietf:params:xml:ns:xmpp-stanzas": {
    meaning: "The namespace of the defined conditions and of text in an error.",
    section: "8.3.2",
  },
  "http://etherx.jabber.org/streams": {
    meaning: "The namespace of the stream itself; the prefix stream is bound to it by custom.",
    section: "4.8.1",
  },
  "jabber:client": {
    meaning: "The namespace of stanzas between a client and its server.",
    section: "4.8.3",
  },
  "jabber:server": { meaning: "The namespace of stanzas between two servers.", section: "4.8.3" },
};

function explainNamespace(namespace: string, translate: Translate): Paragraphs | undefined {
  const known = namespaces[namespace];
  if (known) return [translate(known.meaning), rfc(known.section)];
  if (!namespace.startsWith("jabber:component:")) return undefined;
  return [
    translate("The namespace of stanzas between a component and its server."),
    "[XEP-0114](https://xmpp.org/extensions/xep-0114.html)",
  ];
}

function title(name: string, what: string): string {
  return `**${name}** · ${what}`;
}

function rfc(section: string): string {
  return `[RFC 6120 §${section}](${rfc6120(section)})`;
}

function link({ rfc, section }: { rfc: string; section: string }): string {
  return `[RFC ${rfc} §${section}](${sectionPage({ rfc, section })})`;
}

/** The same words without what only a Markdown reader understands. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\][]*)\]\(([^()]*)\)/g, "$1: $2")
    .replaceAll("**", "")
    .replace(
      /`` (.*?) ``|`([^`\n]*)`/g,
      (_, fenced?: string, plain?: string) => fenced ?? plain ?? "",
    );
}
