/** Documentation of the words of stanzas: the texts of hovers and of completions. */

import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import { explainFamily, explainFamilyCondition } from "../core/explain/explainFamily";
import { explainPayloadAttribute, explainPayloadElement } from "../core/explain/explainPayload";
import {
  code,
  explainAppCondition,
  explainCondition,
  explainErrorType,
  explainNamespace,
  type Paragraphs,
  rfc,
  title,
  withoutMarkdown,
} from "../core/explain/explanations";
import type { Translate } from "../core/text/translate";
import { findAppCondition } from "../core/xmpp/appConditions";
import { errorTypes } from "../core/xmpp/conditions";
import type { FamilyId } from "../core/xmpp/errorFamily";
import { conditionForCode } from "../core/xmpp/legacyCodes";
import { sectionPage } from "../core/xmpp/namespaceSections";
import type { StanzaKind } from "../core/xmpp/stanza";
import { findStanzaType, stanzaTypes } from "../core/xmpp/stanzaTypes";

/** Subject of a documentation; plain data, so that a completion item can carry it. */
export type Topic =
  | { readonly topic: "condition"; readonly name: string }
  | { readonly topic: "app-condition"; readonly namespace: string; readonly name: string }
  /** A condition of an error outside of stanzas, and such an error. */
  | { readonly topic: "family-condition"; readonly family: FamilyId; readonly name: string }
  | { readonly topic: "family-error"; readonly family: FamilyId }
  | { readonly topic: "error-type"; readonly type: string }
  | { readonly topic: "stanza-type"; readonly kind: StanzaKind; readonly type: string }
  | { readonly topic: "kind"; readonly kind: StanzaKind }
  | { readonly topic: "error" }
  | { readonly topic: "text" }
  | { readonly topic: "stanza-attribute"; readonly kind: StanzaKind; readonly name: string }
  | { readonly topic: "error-attribute"; readonly name: string }
  | { readonly topic: "code"; readonly code: string }
  | { readonly topic: "namespace"; readonly namespace: string }
  /** An element of a payload. */
  | { readonly topic: "payload"; readonly namespace: string; readonly name: string }
  | {
      readonly topic: "payload-attribute";
      readonly namespace: string;
      /** Of the element. */
      readonly name: string;
      readonly attribute: string;
    };

/**
 * The documentation of the topic; undefined if there is none.
 * @param more paragraphs to add before the links
 * @param shown a paragraph that the reader sees beside the documentation, left out here
 */
export function documentationOf(
  topic: Topic,
  format: MarkupKind,
  translate: Translate,
  more: Paragraphs = [],
  shown = "",
): MarkupContent | undefined {
  const paragraphs = explain(topic, translate);
  if (!paragraphs) return undefined;
  // Links come last.
  const all = [...paragraphs.slice(0, -1), ...more, ...paragraphs.slice(-1)];
  const value = all.filter((one) => one !== "" && one !== shown).join("\n\n");
  return format === MarkupKind.Markdown
    ? { kind: MarkupKind.Markdown, value }
    : { kind: MarkupKind.PlainText, value: withoutMarkdown(value) };
}

/** Paragraphs of the topic, of which the last is the link. */
function explain(topic: Topic, translate: Translate): Paragraphs | undefined {
  switch (topic.topic) {
    case "condition":
      return explainCondition(topic.name, translate);
    case "app-condition": {
      const condition = findAppCondition(topic.namespace, topic.name);
      return condition && explainAppCondition(condition, translate);
    }
    case "family-condition":
      return explainFamilyCondition(topic.family, topic.name, translate);
    case "family-error":
      return explainFamily(topic.family, translate);
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
    case "payload":
      return explainPayloadElement(topic.namespace, topic.name, translate);
    case "payload-attribute":
      return explainPayloadAttribute(topic.namespace, topic.name, topic.attribute, translate);
  }
}

/** Sections that define the types of each kind. */
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
    meaning: "Pushes information to another entity; no reply is required.",
    section: "8.2.1",
  },
  presence: {
    meaning: "Tells subscribers whether an entity is available. Without a type, it is available.",
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
        translate("Links a reply to its request: a reply repeats the id. Every iq must have one."),
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
        translate("Tells the sender what to do next. Every `<error/>` must have one."),
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

function link({ rfc, section }: { rfc: string; section: string }): string {
  return `[RFC ${rfc} §${section}](${sectionPage({ rfc, section })})`;
}
