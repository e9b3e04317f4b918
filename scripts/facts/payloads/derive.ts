/**
 * Brings the tables of payloads up to date: what schemas declare, and what examples, former schemas and a server show
 * beyond that. What a person has decided stays, and what is undecided is asked.
 */

import { hasForm } from "../../../server/core/xmpp/valueForms";
import { compareDocuments, type NamespaceRow, type Tables } from "../tables";
import type { Xep } from "../xep";
import type { CodecElement } from "./codec";
import { type Fact, factsOfCodec, factsOfExample, factsOfFormer } from "./evidence";
import { readFields } from "./fields";
import { readSchemas, type Vocabulary } from "./schema";
import type { ElementRow, EvidenceRow, PayloadTables, ValuesRow } from "./tables";
import { rowsOf, vocabulariesOf } from "./vocabularies";

export interface PayloadSources {
  readonly xeps: readonly Xep[];
  readonly history: readonly (readonly [namespace: string, former: Vocabulary])[];
  /** Undefined to keep what the tables have of it. */
  readonly codec: ReadonlyMap<string, CodecElement> | undefined;
}

/** Places of evidence that are no documents. */
const FORMER = "former";
const CODEC = "codec";

/** The tables as the sources have them. */
export function derivePayloads(
  before: PayloadTables,
  { documents, namespaces }: Pick<Tables, "documents" | "namespaces">,
  sources: PayloadSources,
): PayloadTables {
  const document = new Map(namespaces.map((row) => [row.namespace, row.document]));
  const read = readSchemas(sources.xeps.flatMap(({ examples }) => examples));
  const isKnown = (namespace: string) => document.has(namespace) && !isStream(namespace);
  const declared = new Map([...read].filter(([namespace]) => isKnown(namespace)));
  const isByHand = ({ namespace }: { namespace: string }) =>
    isOfRfc(document.get(namespace)) && !declared.has(namespace);
  const { elements, values } = rowsOf(declared);
  const allElements = sorted([...before.elements.filter(isByHand), ...elements], elementKey);
  const allValues = sorted([...before.values.filter(isByHand), ...values], valuesKey);
  const vocabularies = vocabulariesOf(allElements, allValues);
  const evidence = new Places();
  for (const xep of sources.xeps) {
    for (const example of xep.examples) {
      evidence.add(factsOfExample(example, vocabularies, isKnown), xep.document);
    }
  }
  for (const [namespace, former] of sources.history) {
    const now = vocabularies.get(namespace);
    if (now) evidence.add(factsOfFormer(namespace, former, now), FORMER);
  }
  if (sources.codec) evidence.add([...factsOfCodec(sources.codec, vocabularies, isKnown)], CODEC);
  else evidence.keep(before.evidence, vocabularies);
  const known = new Set(documents.map((row) => row.document));
  return {
    elements: allElements,
    values: decided(allValues, before.values, valuesKey),
    evidence: decided(evidence.rows(), before.evidence, factKey),
    fields: readFields(sources.xeps.filter((xep) => known.has(xep.document))),
    namespaces: before.namespaces,
  };
}

/** What a person has to decide yet, a line each. */
export function payloadQuestions(
  { elements, values, evidence, namespaces }: PayloadTables,
  tables: Pick<Tables, "documents" | "namespaces">,
): string[] {
  const inForce = namespacesInForce({ namespaces }, tables);
  const vocabularies = vocabulariesOf(elements, values);
  const questions: string[] = [];
  for (const row of values) {
    if (inForce.has(row.namespace) && row.decision === "")
      questions.push(
        `${row.namespace}: are ${row.values} all values of ${row.attribute || "the text"} of <${row.element}/>?`,
      );
  }
  for (const row of evidence) {
    if (inForce.has(row.namespace) && row.decision === "" && isForPerson(row, vocabularies))
      questions.push(
        `${row.namespace}: <${row.element}/> ${row.kind} ${row.name}${row.value && ` "${row.value}"`} in ${row.where} alone: keep or drop?`,
      );
  }
  for (const row of [...values, ...evidence, ...namespaces]) {
    if ((row.decision === "") !== (row.why === ""))
      questions.push(`${row.namespace}: ${Object.values(row).join(" ")}: a decision needs a why`);
  }
  return questions;
}

/** True for what one example alone shows, against the schema: it may be a mistake of the example. */
function isForPerson(row: EvidenceRow, vocabularies: ReadonlyMap<string, Vocabulary>): boolean {
  const vocabulary = vocabularies.get(row.namespace);
  if (!vocabulary || !/^[^,*]+$/.test(row.where)) return false;
  if (row.where === FORMER || row.where === CODEC) return false;
  // What is in an element, or where it may be, follows from whether there is such an element.
  if (row.kind === "element") return true;
  return vocabulary.has(row.element) && (row.kind !== "child" || vocabulary.has(row.name));
}

const statusesInForce = ["RFC", "Final", "Stable", "Active", "Proposed", "Experimental"];

/** The namespaces whose vocabulary may be held against payloads. */
export function namespacesInForce(
  { namespaces }: Pick<PayloadTables, "namespaces">,
  tables: Pick<Tables, "documents" | "namespaces">,
): Set<string> {
  const status = new Map(tables.documents.map((row) => [row.document, row.status]));
  const decisions = new Map(namespaces.map((row) => [row.namespace, row.decision]));
  const isInForce = ({ namespace, document, newer }: NamespaceRow) => {
    const decision = decisions.get(namespace);
    if (decision) return decision === "keep";
    return newer === "" && statusesInForce.includes(status.get(document) ?? "");
  };
  return new Set(tables.namespaces.filter(isInForce).map(({ namespace }) => namespace));
}

function isOfRfc(document: string | undefined): boolean {
  return document?.startsWith("RFC ") === true;
}

/** Namespaces of streams and their content have rules of their own. */
function isStream(namespace: string): boolean {
  return namespace.startsWith("jabber:component:");
}

/** Where each fact was seen. */
class Places {
  readonly #found = new Map<string, { fact: Fact; places: Map<string, number> }>();

  /** Adds what one place shows, once. */
  add(facts: readonly Fact[], place: string): void {
    const once = new Map(facts.map((fact) => [factKey(fact), fact]));
    for (const [key, fact] of once) {
      const entry = this.#found.get(key) ?? { fact, places: new Map<string, number>() };
      entry.places.set(place, (entry.places.get(place) ?? 0) + 1);
      this.#found.set(key, entry);
    }
  }

  /** Adds what the rows have of the codec, as far as it still says more than the schemas. */
  keep(rows: readonly EvidenceRow[], vocabularies: ReadonlyMap<string, Vocabulary>): void {
    for (const row of rows) {
      if (row.where.split(",").includes(CODEC) && saysMore(row, vocabularies.get(row.namespace)))
        this.add([factOf(row)], CODEC);
    }
  }

  rows(): EvidenceRow[] {
    const all = [...this.#found.values()].map(({ fact, places }) => ({
      ...fact,
      value: fact.value.replace(/\s+/g, " ").slice(0, 60),
      where: [...places].sort(([a], [b]) => rank(a) - rank(b) || compareDocuments(a, b)).map(shown),
    }));
    const rows = all.map((row) => ({ ...row, where: row.where.join(","), decision: "", why: "" }));
    return sorted([...new Map(rows.map((row) => [factKey(row), row])).values()], factKey);
  }
}

function rank(place: string): number {
  return place === CODEC ? 2 : place === FORMER ? 1 : 0;
}

/** The place, with the number of its examples if there are several. */
function shown([place, count]: readonly [string, number]): string {
  return count === 1 || rank(place) > 0 ? place : `${place}*${count}`;
}

function factOf({ namespace, element, kind, name, value }: EvidenceRow): Fact {
  return { namespace, element, kind: kind as Fact["kind"], name, value };
}

function saysMore({ element, kind, name, value }: EvidenceRow, vocabulary?: Vocabulary): boolean {
  const now = vocabulary?.get(element);
  if (!now) return true;
  switch (kind as Fact["kind"]) {
    case "element":
      return false;
    case "child":
      return !now.open && !now.children.has(name);
    case "attribute":
      return !now.openAttributes && !now.attributes.has(name);
    case "without":
      return now.attributes.get(name)?.required === true;
    case "value":
      return !hasForm(value, (name === "" ? now.text : now.attributes.get(name)) ?? {});
  }
}

function factKey(row: Fact | EvidenceRow): string {
  return [row.namespace, row.element, row.kind, row.name, row.value].join("\t");
}

function elementKey({ namespace, element }: ElementRow): string {
  return `${namespace}\t${element}`;
}

function valuesKey({ namespace, element, attribute }: ValuesRow): string {
  return [namespace, element, attribute].join("\t");
}

function sorted<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The rows with what has been decided of them. */
function decided<T extends { readonly decision: string; readonly why: string }>(
  rows: readonly T[],
  before: readonly T[],
  key: (row: T) => string,
): T[] {
  const known = new Map(before.map((row) => [key(row), row]));
  return rows.map((row) => {
    const { decision = "", why = "" } = known.get(key(row)) ?? {};
    return { ...row, decision, why };
  });
}
