/** Search of namespaces by the typed text: number or name of their document, address, title. */

import { type Extension, type KnownNamespace, nameOfExtension } from "../../core/xmpp/extensions";

type NamespaceNames = Pick<KnownNamespace, "namespace" | "extension">;

/** Ways in which a text names a namespace, the surest first. */
const ways: readonly ((text: string, named: NamespaceNames) => boolean)[] = [
  (text, { extension }) => isNumberOf(text, extension),
  (text, { extension }) => text === extension.shortName.toLowerCase(),
  (text, { namespace }) => namespace.toLowerCase().startsWith(text),
  beginsName,
  (text, { extension }) => hasWords(extension.title.toLowerCase(), text),
  (text, { namespace }) => namespace.toLowerCase().includes(text),
];

/**
 * Rank of the namespace among the matches of the text, from 0 for the surest match; undefined
 * if the text does not match.
 * @param typed the value up to the cursor; not empty
 */
export function matchNamespace(typed: string, named: NamespaceNames): number | undefined {
  const text = typed.trim().toLowerCase();
  const rank = ways.findIndex((isNamedBy) => isNamedBy(text, named));
  return rank < 0 ? undefined : rank;
}

/** True if the text is a prefix of the short name, of the number, or of the distinctive part of the address. */
function beginsName(text: string, { namespace, extension }: NamespaceNames): boolean {
  const own = namespace
    .toLowerCase()
    .replace(/^(?:https?:\/\/jabber\.org\/protocol\/|urn:xmpp:)/, "");
  const names = [
    extension.shortName.toLowerCase(),
    numberOf(extension),
    documentOf(extension),
    own,
  ];
  return names.some((name) => name.startsWith(text));
}

/** True for the number of the document in any spelling: `0045`, `45`, `xep-0045`, `xep45`. */
function isNumberOf(text: string, extension: Extension): boolean {
  const [, prefix = "", number = ""] = /^(xep|rfc)?[ -]?(\d+)$/.exec(text) ?? [];
  if (number === "" || !documentOf(extension).startsWith(prefix)) return false;
  const own = numberOf(extension);
  return number === own || number === own.replace(/^0+/, "");
}

/** The digits of the document's name; empty for a proposal, which has no number. */
function numberOf({ document }: Extension): string {
  return /^(?:XEP|RFC)[ -](\d+)$/.exec(document)?.[1] ?? "";
}

function documentOf(extension: Extension): string {
  return nameOfExtension(extension).toLowerCase();
}

/** True if each word of the text is a prefix of a word of the title. */
function hasWords(title: string, text: string): boolean {
  const words = title.split(/[^\p{L}\p{N}]+/u);
  const wanted = text.split(/[\s-]+/).filter((one) => one !== "");
  return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)));
}
