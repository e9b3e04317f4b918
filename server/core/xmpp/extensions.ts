/** The documents that define namespaces of XMPP: RFCs, XEPs, and proposals of XEPs. */

import { extensionTable } from "./extensionTable";
import { inFull } from "./shortNamespaces";

export interface Extension {
  /** `XEP-0060`, `RFC 6120`, or `inbox/name` for a proposal. */
  readonly document: string;
  /** Short name of the document, if it has one: `pubsub`. */
  readonly shortName: string;
  readonly title: string;
  /** Status as published: `Stable`, `Deferred`, … */
  readonly status: string;
  readonly url: string;
}

export interface KnownNamespace {
  readonly namespace: string;
  readonly extension: Extension;
  /** The namespace that has replaced it. */
  readonly newer: string | undefined;
}

interface Decoded {
  readonly documents: ReadonlyMap<string, Extension>;
  readonly namespaces: ReadonlyMap<string, KnownNamespace>;
  /** Namespaces without the version at their end. */
  readonly stems: ReadonlyMap<string, KnownNamespace>;
}

let decoded: Decoded | undefined;

/** Parsed lazily: most runs never need the table. */
function tables(): Decoded {
  decoded ??= decode();
  return decoded;
}

function decode(): Decoded {
  const documents = new Map<string, Extension>();
  const namespaces = new Map<string, KnownNamespace>();
  const stems = new Map<string, KnownNamespace>();
  let extension: Extension | undefined;
  for (const line of extensionTable.split("\n")) {
    if (line === "") continue;
    if (!line.startsWith(" ")) {
      const [document = "", shortName = "", title = "", status = ""] = line.split("\t");
      extension = { document, shortName, title, status, url: pageOf(document) };
      documents.set(document, extension);
    } else if (extension) {
      const [namespace = "", newer] = line.slice(1).split(" ").map(inFull);
      const known = { namespace, extension, newer };
      namespaces.set(namespace, known);
      stems.set(stemOf(namespace), known);
    }
  }
  return { documents, namespaces, stems };
}

function stemOf(namespace: string): string {
  return namespace.replace(/:\d+$/, "");
}

/** Address of the document. */
function pageOf(document: string): string {
  if (document.startsWith("RFC ")) return `https://www.rfc-editor.org/rfc/rfc${document.slice(4)}`;
  return `https://xmpp.org/extensions/${document.toLowerCase()}.html`;
}

/** Statuses of documents that new work must not build on. */
const withdrawn = ["Deprecated", "Obsolete", "Retracted", "Rejected"];

/** Statuses in the order of likelihood that a user means a document with that status. */
const statuses = [
  ["RFC"],
  ["Final", "Stable", "Active"],
  ["Experimental", "Proposed"],
  ["Deferred"],
  ["ProtoXEP"],
  withdrawn,
];

/** Rank of the document by the likelihood that a user means it, from 0. */
export function statusRank({ status }: Extension): number {
  const rank = statuses.findIndex((one) => one.includes(status));
  return rank < 0 ? statuses.length : rank;
}

/** True for a withdrawn document, which new work must not build on. */
export function isWithdrawn({ status }: Extension): boolean {
  return withdrawn.includes(status);
}

/** All known namespaces, grouped by document. */
export function knownNamespaces(): Iterable<KnownNamespace> {
  return tables().namespaces.values();
}

/** The namespace's entry; undefined if it is not literally in the table. */
export function findNamespace(namespace: string): KnownNamespace | undefined {
  return tables().namespaces.get(namespace);
}

/** The document that defines the namespace, or another version of the namespace. */
export function definingExtension(namespace: string): Extension | undefined {
  const { namespaces, stems } = tables();
  return (namespaces.get(namespace) ?? stems.get(stemOf(namespace)))?.extension;
}

/** The documents of that short name; the case of letters does not count. */
export function extensionsNamed(shortName: string): readonly Extension[] {
  const word = shortName.toLowerCase();
  return [...tables().documents.values()].filter((one) => one.shortName.toLowerCase() === word);
}

/** The namespaces that the document defines. */
export function namespacesOf({ document }: Extension): readonly KnownNamespace[] {
  return [...knownNamespaces()].filter(({ extension }) => extension.document === document);
}

/** The document of that name: `XEP-0060`, `RFC 6120` or `inbox/name`. */
export function findExtension(document: string): Extension | undefined {
  return tables().documents.get(document);
}

/** The document's name for people: without the folder of the proposals. */
export function nameOfExtension({ document }: Extension): string {
  return document.replace(/^inbox\//, "");
}
