/**
 * Brings the tables up to date with the sources of XEPs: what can be read out of them is read anew,
 * what a person has to decide stays, and what has no row yet is asked.
 */

import { conditions as definedConditions } from "../../server/core/xmpp/conditions";
import { readBasis, readNamespaces, readSaid, readShown } from "./evidence";
import {
  type ConditionRow,
  compareDocuments,
  type DocumentRow,
  type NamespaceRow,
  type Tables,
} from "./tables";
import type { Xep } from "./xep";

export interface Derived {
  readonly tables: Tables;
  /** Lines for a person to decide on. */
  readonly questions: readonly string[];
}

/** The tables as these sources have them; rows about other documents stay as they are. */
export function derive(tables: Tables, xeps: readonly Xep[]): Derived {
  const ordered = [...xeps].sort((a, b) => compareDocuments(a.document, b.document));
  const questions: string[] = [];
  const namespaces = deriveNamespaces(tables, ordered, questions);
  const conditions = deriveConditions(tables, ordered, questions);
  const named = new Set([...namespaces, ...conditions].map(({ document }) => document));
  const documents = deriveDocuments(tables.documents, named, ordered, questions);
  return { tables: { ...tables, documents, namespaces, conditions }, questions };
}

function deriveDocuments(
  rows: readonly DocumentRow[],
  named: ReadonlySet<string>,
  xeps: readonly Xep[],
  questions: string[],
): DocumentRow[] {
  const known = new Map(rows.map((row) => [row.document, row]));
  const sources = new Map(xeps.map((xep) => [xep.document, xep]));
  return [...named].sort(compareDocuments).flatMap((document) => {
    const xep = sources.get(document);
    if (xep) {
      return [{ document, short_name: xep.shortName, title: xep.title, status: xep.status }];
    }
    const row = known.get(document);
    if (!row) questions.push(`${document}: no title and status are known, and no source is there`);
    return row ? [row] : [];
  });
}

function deriveNamespaces(
  { namespaces, leftOut }: Tables,
  xeps: readonly Xep[],
  questions: string[],
): NamespaceRow[] {
  const sources = new Map(xeps.map((xep) => [xep.document, xep]));
  const known = new Set([...namespaces, ...leftOut].map(({ namespace }) => namespace));
  const schemas = new Map<string, string[]>();
  for (const xep of xeps) {
    const { inSchemas, inExamples } = readNamespaces(xep);
    for (const namespace of inSchemas) {
      schemas.set(namespace, [...(schemas.get(namespace) ?? []), xep.document]);
    }
    for (const namespace of new Set([...inSchemas, ...inExamples])) {
      if (known.has(namespace) || !isOfXmpp(namespace)) continue;
      known.add(namespace);
      questions.push(`${xep.document}: ${namespace} is in no table; which document defines it?`);
    }
  }
  return namespaces.map((row) => {
    const xep = sources.get(row.document);
    if (!xep) return row;
    const basis = readBasis(xep, row.namespace);
    const others = (schemas.get(row.namespace) ?? []).filter((one) => one !== row.document);
    if (row.reason === "" && basis === "none") {
      questions.push(`${row.document}: ${row.namespace} is not there; which document defines it?`);
    } else if (row.reason === "" && basis !== "schema" && others.length > 0) {
      questions.push(`${row.document}: the schema of ${row.namespace} is in ${others.join(", ")}`);
    }
    return { ...row, basis };
  });
}

/** Others are borrowed, or examples of anything. */
function isOfXmpp(namespace: string): boolean {
  return /^(?:jabber:|urn:xmpp:|https?:\/\/(?:www\.)?(?:jabber|xmpp)\.org\/)/.test(namespace);
}

function deriveConditions(
  { conditions }: Tables,
  xeps: readonly Xep[],
  questions: string[],
): ConditionRow[] {
  const keyOf = ({ namespace, name }: { namespace: string; name: string }) =>
    `${namespace} ${name}`;
  const shown = new Map<string, Evidence[]>(conditions.map((row) => [keyOf(row), []]));
  const said = new Map<string, Evidence[]>(conditions.map((row) => [keyOf(row), []]));
  const asked = new Set<string>();
  for (const xep of xeps) {
    const { document } = xep;
    for (const { pair, ...element } of readShown(xep)) {
      const key = keyOf(element);
      const evidence = shown.get(key);
      if (evidence) evidence.push({ document, pair });
      else if (!asked.has(key))
        questions.push(`${document}: <${element.name} xmlns='${element.namespace}'/> has no row`);
      asked.add(key);
    }
    const here = conditions.filter(
      (row) => isCondition(row) && (row.document === document || xep.text.includes(row.namespace)),
    );
    for (const { name, pair } of readSaid(xep, new Set(here.map((row) => row.name)))) {
      for (const row of here.filter((one) => one.name === name)) {
        said.get(keyOf(row))!.push({ document, pair });
      }
    }
  }
  const present = new Set(xeps.map(({ document }) => document));
  return conditions.map((row) => {
    const derived = {
      ...row,
      shown: mergeEvidence(row.shown, shown.get(keyOf(row))!, present),
      said: mergeEvidence(row.said, said.get(keyOf(row))!, present),
    };
    if (isCondition(derived) && pairsOf(derived).length + row.added.length === 0) {
      questions.push(`${row.document}: what goes with ${row.name} of ${row.namespace}?`);
    }
    return derived;
  });
}

/** True for what a document defines for stanza errors. */
export function isCondition({ status, carrier }: ConditionRow): boolean {
  return status === "declared" && carrier.split(",").includes("stanza-error");
}

interface Evidence {
  readonly document: string;
  readonly pair: string;
}

/** The cell `XEP-0001 pair,pair; XEP-0002 pair`: anew for the documents that are present. */
function mergeEvidence(
  cell: string,
  found: readonly Evidence[],
  present: ReadonlySet<string>,
): string {
  const kept = readEvidence(cell).filter(({ document }) => !present.has(document));
  const byDocument = new Map<string, Set<string>>();
  for (const { document, pair } of [...kept, ...found]) {
    byDocument.set(document, (byDocument.get(document) ?? new Set()).add(pair));
  }
  return [...byDocument]
    .sort(([a], [b]) => compareDocuments(a, b))
    .map(([document, pairs]) => `${document} ${[...pairs].join(",")}`)
    .join("; ");
}

function readEvidence(cell: string): Evidence[] {
  if (cell === "") return [];
  return cell.split("; ").flatMap((part) => {
    const space = part.lastIndexOf(" ");
    const document = part.slice(0, space);
    return part
      .slice(space + 1)
      .split(",")
      .map((pair) => ({ document, pair }));
  });
}

const defined = new Set([...definedConditions.map(({ name }) => name), "any"]);

/**
 * The pairs of a defined condition and an error type that go with the condition, those of the text
 * first; `?` stands for a type that is not given.
 */
export function pairsOf(row: ConditionRow): string[] {
  const dropped = new Set(split(row.dropped));
  const all = [
    ...readEvidence(row.said).map(({ pair }) => pair),
    ...split(row.added),
    ...readEvidence(row.shown).map(({ pair }) => pair),
  ].filter((pair) => !dropped.has(pair) && defined.has(pair.split("/")[0]!));
  const typed = new Set(
    all.filter((pair) => !pair.endsWith("/?")).map((pair) => pair.split("/")[0]),
  );
  // A fact without a type adds nothing to one with a type.
  return [...new Set(all)].filter((pair) => !pair.endsWith("/?") || !typed.has(pair.slice(0, -2)));
}

function split(cell: string): string[] {
  return cell === "" ? [] : cell.split(",");
}
