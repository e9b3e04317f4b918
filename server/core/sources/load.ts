/** Loads the adapter of a document on first use. */

import { SourceAdapters, type SourceQuestion } from "./";
import {
  type ChosenSource,
  type ProgramSource,
  programSources,
  type SourceSwitches,
} from "./names";
import { readingOf, withSwitches } from "./reading";
import type { SourceAdapter } from "./source";

const adapters = new SourceAdapters({
  xep: async () => (await import("./documents")).xep,
  markdown: async () => exported(await import("./markdown")),
  scansion: async () => (await import("./documents")).scansion,
  transcript: async () => (await import("./documents")).transcript,
  javascript: async () => exported(await import("./javascript")),
  python: async () => exported(await import("./python")),
  ...(Object.fromEntries(
    programSources.map((name) => [
      name,
      async () => (await import("./programs")).programAdapter(name),
    ]),
  ) as Record<ProgramSource, () => Promise<SourceAdapter>>),
});

/** Exports of a module: of a bundle of its own, Node gives all exports as the default. */
function exported(module: { default: SourceAdapter | { default: SourceAdapter } }): SourceAdapter {
  return "default" in module.default ? module.default.default : module.default;
}

/**
 * The adapter for a document; undefined for a document that is nothing but stanzas.
 * @param forced kind to read the document as, whatever it looks like
 */
export async function adapterFor(
  question: SourceQuestion,
  switches: SourceSwitches,
  forced?: ChosenSource,
): Promise<SourceAdapter | undefined> {
  const reading = readingOf(question, switches, forced);
  if (typeof reading !== "string") return reading;
  return withSwitches(await adapters.load(reading), switches);
}

/** Paths, relative to a XEP, of files that declare its entities. */
export const entityFiles: readonly string[] = ["xep.ent", "../xep.ent"];
