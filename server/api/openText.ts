/** Opens a text as a document of its kind. */

import { type Configuration, defaultConfiguration, readLimits } from "../core/check/config";
import { SourceDocument } from "../core/document/sourceDocument";
import type { SourceQuestion } from "../core/sources";
import {
  isProgramSource,
  type OptionalSource,
  type SourceName,
  type SourceSwitches,
} from "../core/sources/names";
import { readingOf, withSwitches } from "../core/sources/reading";
import type { SourceAdapter } from "../core/sources/source";
import { documentAdapter } from "./adapters/documents";
import { javascriptAdapter } from "./adapters/javascript";
import { markdownAdapter } from "./adapters/markdown";
import { programAdapter } from "./adapters/programs";
import { pythonAdapter } from "./adapters/python";
import { expectText, readOptions } from "./options";
import type { CheckOptions } from "./types";

/** Name of a text without a name. */
const NAMELESS = "<text>";

export interface OpenedText {
  readonly name: string;
  readonly document: SourceDocument;
}

/**
 * Opens a text; nothing is checked yet.
 * @throws TypeError for an option that does not exist, or a value that it cannot have
 */
export function openText(text: string, options: CheckOptions = {}): OpenedText {
  expectText(text, "the text");
  const { filename = NAMELESS, source, sources = {} } = readOptions(options);
  const adapter = adapterNow({ path: filename, text }, sources, source);
  const document = new SourceDocument(text, configurationFor(options), adapter, {
    path: filename,
  });
  return { name: filename, document };
}

/** Memoized by the caller's object, so that equal options share what is remembered of shapes. */
const configurations = new Map<string, Configuration>();
const MAX_CONFIGURATIONS = 100;

function configurationFor({ rules = {}, limits }: CheckOptions): Configuration {
  const key = JSON.stringify([Object.entries(rules).sort(), readLimits(limits)]);
  const known = configurations.get(key);
  if (known) return known;
  const configuration = { ...defaultConfiguration, rules, limits: readLimits(limits) };
  if (configurations.size >= MAX_CONFIGURATIONS) configurations.clear();
  configurations.set(key, configuration);
  return configuration;
}

/** The adapter that `adapterFor` in server/core/sources/load.ts gives, at once. */
function adapterNow(
  question: SourceQuestion,
  switches: SourceSwitches,
  forced: SourceName | undefined,
): SourceAdapter | undefined {
  const reading = readingOf(question, switches, forced);
  return typeof reading === "string" ? withSwitches(adapterOf(reading), switches) : reading;
}

function adapterOf(source: OptionalSource): SourceAdapter {
  switch (source) {
    case "markdown":
      return markdownAdapter();
    case "javascript":
      return javascriptAdapter();
    case "python":
      return pythonAdapter();
    default:
      return isProgramSource(source) ? programAdapter(source) : documentAdapter(source);
  }
}
