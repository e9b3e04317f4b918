/** The outline: an entry for each stanza, with its error child and the stanzas nested in it. */

import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from "vscode-languageserver";
import type { TextPiece } from "../core/document/piece";
import { oncePerPiece } from "../core/document/structure";
import { detachString } from "../core/text/detachString";
import type { Span } from "../core/text/span";
import type { Steps } from "../core/text/steps";
import { shorten, type Translate } from "../core/text/translate";
import { parse } from "../core/xml/parse";
import { pairTags, readAttributes } from "../core/xml/tagPairs";
import type { XmlElement } from "../core/xml/tree";
import { type FamilyError, readFamilyError } from "../core/xmpp/familyError";
import { isContentNamespace } from "../core/xmpp/namespaces";
import { readStanzas } from "../core/xmpp/readStanzas";
import type { Stanza, StanzaError } from "../core/xmpp/stanza";
import type { StanzaView } from "./stanzaView";

/** One entry; offsets are UTF-16 code units from the start of the outermost stanza. */
interface Entry {
  readonly name: string;
  /** Summary of the stanza in words of the document. */
  readonly detail: string;
  /** Defect that is named instead, in words for people. */
  readonly lack: "condition" | "well-formedness" | "size" | undefined;
  readonly isError: boolean;
  readonly isLegacy: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: Entry[];
}

const entryOf = oncePerPiece((source, piece) => readEntry(source, piece));

/** Maximum number of listed stanzas; of more, only those with errors are listed: a longer outline helps no reader. */
const MAX_SYMBOLS = 2000;

/**
 * Languages for which editors have an outline already: of headings, functions and classes. With a second
 * outline beside it, an editor splits its view in two.
 */
const outlined: ReadonlySet<string> = new Set([
  "markdown",
  "javascript",
  "javascriptreact",
  "typescript",
  "typescriptreact",
  "python",
]);

/** True for a document whose editor has an outline of its own. */
export function hasOtherOutline(languageId: string): boolean {
  return outlined.has(languageId);
}

/** The outline as a tree; in steps, one for each stanza. */
export function* symbolsOf(document: StanzaView, translate: Translate): Steps<DocumentSymbol[]> {
  const symbols: DocumentSymbol[] = [];
  const stanzas = document.stanzas.pieces.filter(({ isElement }) => isElement);
  const isLong = stanzas.length > MAX_SYMBOLS;
  for (const piece of stanzas) {
    // The other stanzas are only counted.
    if (symbols.length === MAX_SYMBOLS) break;
    const entry = entryOf(document.stanzas, piece);
    const isWanted = !isLong || entry.isError || entry.lack !== undefined;
    if (isWanted) symbols.push(symbolOf(entry, piece.start, document, translate));
    yield;
  }
  const left = stanzas.length - symbols.length;
  if (left > 0) symbols.push(restOf(left, stanzas.at(-1)!.end, document, translate));
  return symbols;
}

/** The entry at the end that says how many stanzas are not listed. */
function restOf(
  left: number,
  end: number,
  document: StanzaView,
  translate: Translate,
): DocumentSymbol {
  const range = document.rangeOf({ start: end, end });
  return {
    name: translate("{count} more stanzas", { count: String(left) }),
    detail: translate("not listed"),
    kind: SymbolKind.Object,
    range,
    selectionRange: range,
  };
}

/** The outline as a list, for clients without support for trees. */
export function* flatSymbolsOf(
  document: StanzaView,
  translate: Translate,
): Steps<SymbolInformation[]> {
  const flat: SymbolInformation[] = [];
  const symbols = yield* symbolsOf(document, translate);
  const open = symbols.reverse().map((symbol) => ({ symbol, container: "" }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { symbol, container } = next;
    const { name, detail, kind, range } = symbol;
    flat.push({
      name: detail ? `${name} (${detail})` : name,
      kind,
      location: { uri: document.uri, range },
      ...(symbol.tags ? { tags: symbol.tags } : {}),
      ...(container ? { containerName: container } : {}),
    });
    for (const child of [...(symbol.children ?? [])].reverse()) {
      open.push({ symbol: child, container: name });
    }
  }
  return flat;
}

function symbolOf(
  entry: Entry,
  base: number,
  document: StanzaView,
  translate: Translate,
): DocumentSymbol {
  const place = ({ start, end }: Span) =>
    document.rangeOf({ start: start + base, end: end + base });
  const { lack, isError, isLegacy } = entry;
  const detail =
    lack === "condition"
      ? translate("no condition")
      : lack === "well-formedness"
        ? translate("not well-formed")
        : lack === "size"
          ? translate("too large to be checked")
          : entry.detail;
  return {
    name: entry.name,
    detail,
    kind: isError ? SymbolKind.Event : SymbolKind.Object,
    ...(isLegacy ? { tags: [SymbolTag.Deprecated] } : {}),
    range: place(entry.span),
    selectionRange: place(entry.nameSpan),
    children: entry.children.map((child) => symbolOf(child, base, document, translate)),
  };
}

function readEntry(source: string, { scope }: TextPiece): Entry {
  const parsed = parse(source, scope);
  if (!parsed.root) return unreadEntry(source, parsed.error ? "well-formedness" : "size");
  const { root, restricted, comments } = parsed;
  const family = readFamilyError(root, source, scope);
  if (family) return familyEntry(family);
  const stanzas = readStanzas(root, { source, scope, restricted, comments });
  const entries: Entry[] = [];
  // Outermost first, in the order of the document: the nearest enclosing entry is the last one that contains it.
  const around: Entry[] = [];
  for (const stanza of stanzas) {
    const entry = stanzaEntry(stanza);
    while (around.length > 0 && around.at(-1)!.span.end <= entry.span.start) around.pop();
    (around.at(-1)?.children ?? entries).push(entry);
    around.push(entry);
  }
  for (const { children } of walk(entries)) {
    children.sort((a, b) => a.span.start - b.span.start);
  }
  // The root is a stanza, and comes first.
  return entries[0]!;
}

function* walk(entries: readonly Entry[]): Generator<Entry> {
  const open = [...entries];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    yield entry;
    for (const child of entry.children) open.push(child);
  }
}

function stanzaEntry(stanza: Stanza): Entry {
  const { kind, type, id, element, errors } = stanza;
  const names = stanza.payload.map((child) => payloadName(child, stanza));
  const found = errors.map(errorDetail);
  const conditions = found.filter((one) => one !== "").join(", ");
  const isError = type?.value === "error" || errors.length > 0;
  return {
    name: shorten([kind, type?.value, id?.value].filter(Boolean).join(" ")),
    detail: detachString(shorten(conditions === "" ? names.join(", ") : conditions)),
    lack: isError && conditions === "" ? "condition" : undefined,
    isError,
    isLegacy: false,
    span: { ...element.span },
    nameSpan: { ...element.nameSpan },
    children: errors.map(errorEntry),
  };
}

function familyEntry({
  family,
  element,
  conditions,
  obsolete,
  unknown,
  misplaced,
  application,
}: FamilyError): Entry {
  const claimed = [...conditions, ...obsolete, ...unknown, ...misplaced];
  const names = [...claimed, ...application].map(({ local }) => local).join(", ");
  return {
    name: shorten(element.name),
    detail: detachString(shorten(names)),
    lack: claimed.length === 0 && family.conditions.length > 0 ? "condition" : undefined,
    isError: true,
    isLegacy: false,
    span: { ...element.span },
    nameSpan: { ...element.nameSpan },
    children: [],
  };
}

/** Name of an iq's payload; the namespace says what is requested. */
function payloadName({ name, namespace }: XmlElement, { kind }: Stanza): string {
  if (kind !== "iq" || namespace === "" || isContentNamespace(namespace)) return name;
  return `${name} ${namespace}`;
}

function errorEntry(error: StanzaError): Entry {
  const { element, type } = error;
  const detail = errorDetail(error);
  return {
    name: shorten([element.name, type?.value].filter(Boolean).join(" ")),
    detail: detachString(shorten(detail)),
    lack: detail === "" ? "condition" : undefined,
    isError: true,
    isLegacy: error.conditions.length === 0 && error.code !== undefined,
    span: { ...element.span },
    nameSpan: { ...element.nameSpan },
    children: [],
  };
}

/** The conditions, right or wrong, with the application-specific ones; else the legacy code. */
function errorDetail({ conditions, unknown, misplaced, application, code }: StanzaError): string {
  const claimed = [...conditions, ...unknown, ...misplaced];
  const names = [...claimed, ...application].map(({ local }) => local).join(", ");
  return names === "" && code ? code.value : names;
}

/** Maximum number of UTF-16 code units in which the first tag is looked for. */
const MAX_TAG = 100_000;

/** The entry of a stanza that is not well-formed, or not read, from its first tag. */
function unreadEntry(source: string, lack: Entry["lack"]): Entry {
  // A stanza may be of any size; only its first tag is needed.
  const tag = source.slice(0, MAX_TAG);
  const [first] = pairTags(tag, { start: 0, end: tag.length }).elements;
  const attributes = first ? readAttributes(source, first) : [];
  const stated = (name: string) => attributes.find((one) => one.name === name)?.value;
  const local = first?.name.replace(/^.*:/, "") || source.slice(0, 20);
  return {
    name: shorten([local, stated("type"), stated("id")].filter(Boolean).join(" ")),
    detail: "",
    lack,
    isError: stated("type") === "error",
    isLegacy: false,
    span: { start: 0, end: source.length },
    nameSpan: first?.nameSpan ?? { start: 0, end: source.length },
    children: [],
  };
}
