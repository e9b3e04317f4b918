/** Texts that hold a schema: what they say about its namespace is newer than any table. */

import type { Configuration } from "./config";

/** Target of a schema, also in a literal or with its quotes as references. */
const TARGET = /targetNamespace\s*=\s*(?:\\?["']|&(?:quot|apos|#39);)([^"'\\&<>\s]+)/g;

const made = new WeakMap<Configuration, Map<string, Configuration>>();

/**
 * The configuration in which the rules about payloads are silent in the namespaces of the text's schemas; memoized, so
 * that equal inputs give the same object.
 */
export function withOwnSchemas(configuration: Configuration, text: string): Configuration {
  const namespaces = [...new Set([...text.matchAll(TARGET)].map(([, namespace]) => namespace!))];
  if (namespaces.length === 0) return configuration;
  const key = namespaces.sort().join(" ");
  const byKey = made.get(configuration) ?? new Map<string, Configuration>();
  made.set(configuration, byKey);
  const open = Object.fromEntries(namespaces.map((namespace) => [namespace, ["*"]]));
  const extensions = { ...configuration.extensions, ...open };
  const own = byKey.get(key) ?? { ...configuration, extensions };
  byKey.set(key, own);
  return own;
}
