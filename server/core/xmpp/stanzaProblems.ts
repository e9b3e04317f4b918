/** What in a stanza contradicts the XEPs of its payloads, or RFC 6121 in the children that it gives messages and presence. */

import { childElements, type XmlElement } from "../xml/tree";
import { isOwnNamespace } from "./namespaces";
import { judgeText, type PayloadProblem, payloadProblems } from "./payloadProblems";
import type { PayloadValue } from "./payloadVocabulary";
import { isUnknown } from "./unknown";

/** A child that a stanza may have once. */
interface OwnChild {
  /** True if once for each language (RFC 6121 §5.2.3, §5.2.4, §4.7.2.2). */
  readonly byLanguage: boolean;
  readonly text: PayloadValue | undefined;
}

const translated: OwnChild = { byLanguage: true, text: undefined };

const ownChildren: Readonly<Record<string, ReadonlyMap<string, OwnChild>>> = {
  message: new Map([
    ["body", translated],
    ["subject", translated],
    ["thread", { byLanguage: false, text: undefined }],
  ]),
  presence: new Map([
    ["status", translated],
    [
      "show",
      { byLanguage: false, text: { type: undefined, values: ["away", "chat", "dnd", "xa"] } },
    ],
    // xs:byte in the schema of RFC 6121: -128 to 127.
    ["priority", { byLanguage: false, text: { type: "byte", values: undefined } }],
  ]),
};

/** The problems of the stanza, in the order of the text. Conditions of errors have rules of their own. */
export function stanzaProblems(stanza: XmlElement): PayloadProblem[] {
  const own = ownChildren[stanza.local];
  const seen = new Set<string>();
  return childElements(stanza).flatMap((child) => {
    if (!isOwnNamespace(child.namespace, stanza.namespace)) return payloadProblems(child);
    const said = own?.get(child.local);
    return said ? ownProblems(child, said, seen) : [];
  });
}

/** @param seen names and languages of the children before it, to which its own are added */
function ownProblems(child: XmlElement, said: OwnChild, seen: Set<string>): PayloadProblem[] {
  const problems: PayloadProblem[] = [];
  const key = said.byLanguage ? languageKey(child) : child.local;
  if (key !== undefined) {
    if (seen.has(key)) problems.push({ kind: "repeated", element: child, span: child.nameSpan });
    seen.add(key);
  }
  judgeText(child, said.text, problems);
  return problems;
}

/** The name with the language in small letters; undefined if the language may be any. */
function languageKey({ local, language, hole, isElided }: XmlElement): string | undefined {
  if (hole || isElided || (language && isUnknown(language))) return undefined;
  return `${local} ${language?.value.toLowerCase() ?? ""}`;
}
