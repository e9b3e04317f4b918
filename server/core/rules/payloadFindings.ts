/** What the rules about payloads share: where it is said, and fixes. */

import type { Edit } from "../text/edit";
import type { XmlElement } from "../xml/tree";
import { definingExtension, nameOfExtension } from "../xmpp/extensions";
import { findJudgedElement, payloadDate } from "../xmpp/judgedPayloads";
import { isOwnNamespace } from "../xmpp/namespaces";
import type { Fix } from "./fix";

/** The document that defines the namespace, and the month of the table, for the end of a message. */
export function sourceOf({ namespace }: XmlElement): {
  readonly document: string;
  readonly date: string;
} {
  if (isOwnNamespace(namespace, "")) return { document: "RFC 6121", date: payloadDate() };
  const extension = definingExtension(namespace);
  return { document: extension ? nameOfExtension(extension) : namespace, date: payloadDate() };
}

/** The names of the attributes that the element may have. */
export function attributesOf({ namespace, local }: XmlElement): readonly string[] {
  return findJudgedElement(namespace, local)?.attributes.map(({ name }) => name) ?? [];
}

/** A change to another name or value. */
export function changeTo(value: string, edits: readonly Edit[], isNearest: boolean): Fix {
  const applicability = isNearest ? "preferred" : "choice";
  return { title: "Change to {value}", values: { value }, edits, applicability };
}
