/** Application-specific conditions (RFC 6120 §8.3.4) of XEPs, with their defined conditions. */

import { appConditionTable } from "./appConditionTable";
import { type ErrorType, findCondition, isErrorType } from "./conditions";
import { definingExtension } from "./extensions";

export interface AppCondition {
  readonly namespace: string;
  readonly name: string;
  /** The document that defines it: `XEP-0060`, `RFC 3923`, or `inbox/name` for a proposal. */
  readonly document: string;
  /** Kind of error that is no stanza error: `stream-error`, `jingle-reason`, … */
  readonly carrier: string | undefined;
  /** Defined conditions with types that the document has beside it, the likeliest first. */
  readonly pairs: readonly AppConditionPair[];
  /** True if any defined condition may stand beside it; the pairs are examples then. */
  readonly isOpen: boolean;
  /** Required attributes, with their values where the document lists them. */
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export interface AppConditionPair {
  /** Name of one of the 22 defined conditions. */
  readonly condition: string;
  /** Error type; undefined where the document gives none. */
  readonly type: ErrorType | undefined;
}

type ByName = ReadonlyMap<string, AppCondition>;

let decoded: ReadonlyMap<string, ByName> | undefined;

/** Parsed lazily: most stanzas have no such condition. */
function table(): ReadonlyMap<string, ByName> {
  decoded ??= decode();
  return decoded;
}

function decode(): ReadonlyMap<string, ByName> {
  const found = new Map<string, Map<string, AppCondition>>();
  let namespace = "";
  for (const line of appConditionTable.split("\n")) {
    if (line === "") continue;
    if (!line.startsWith(" ")) {
      namespace = line;
      continue;
    }
    const [name = "", document = "", pairs = "", ...attributes] = line.slice(1).split(" ");
    const names = found.get(namespace) ?? new Map<string, AppCondition>();
    found.set(namespace, names);
    names.set(name, {
      namespace,
      name,
      document: document.replace("_", " "),
      carrier: pairs.startsWith("!") ? pairs.slice(1) : undefined,
      pairs: pairs.split(",").flatMap(readPair),
      isOpen: /^any\b/.test(pairs),
      attributes: attributes.map(readAttribute),
    });
  }
  return found;
}

function readPair(pair: string): AppConditionPair[] {
  const [condition = "", type = ""] = pair.split("/");
  if (!findCondition(condition)) return [];
  return [{ condition, type: isErrorType(type) ? type : undefined }];
}

function readAttribute(attribute: string): AppCondition["attributes"][number] {
  const [name = "", values = ""] = attribute.split("=");
  return { name, values: values === "" ? [] : values.split("|") };
}

/** The condition with that name and namespace, if a document defines it. */
export function findAppCondition(namespace: string, name: string): AppCondition | undefined {
  return table().get(namespace)?.get(name);
}

/** The conditions of the namespace, in the order of the documents that define them. */
export function appConditionsIn(namespace: string): readonly AppCondition[] {
  return [...(table().get(namespace)?.values() ?? [])];
}

/** All conditions for stanza errors. */
export function appConditions(): readonly AppCondition[] {
  return all().filter(({ carrier }) => carrier === undefined);
}

/** All conditions with that name, of any kind; the case of letters does not count. */
export function appConditionsNamed(name: string): readonly AppCondition[] {
  return all().filter((one) => one.name.toLowerCase() === name.toLowerCase());
}

function all(): AppCondition[] {
  return [...table().values()].flatMap((names) => [...names.values()]);
}

/** The defined conditions that the condition's document has beside it, the likeliest first. */
export function pairedConditions({ pairs }: AppCondition): readonly string[] {
  return [...new Set(pairs.map(({ condition }) => condition))];
}

/**
 * The conditions for errors about elements in one of the namespaces: those in the namespaces themselves, and those
 * in other namespaces of the same document.
 */
export function appConditionsFor(namespaces: readonly string[]): readonly AppCondition[] {
  const documents = new Set(namespaces.flatMap((one) => definingExtension(one)?.document ?? []));
  return appConditions().filter(
    ({ namespace, document }) =>
      namespaces.includes(namespace) ||
      documents.has(document) ||
      documents.has(definingExtension(namespace)?.document ?? ""),
  );
}
