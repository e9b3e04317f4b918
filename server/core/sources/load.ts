/** Loads the adapter of a document on first use. */

import { isUnread, SourceAdapters, type SourceQuestion, sourceOf } from "./";
import { type ChosenSource, defaultSources, type SourceSwitches } from "./names";
import type { SourceAdapter } from "./source";

const adapters = new SourceAdapters({
  xep: async () => (await import("./documents")).xep,
  markdown: async () => exported(await import("./markdown")),
  scansion: async () => (await import("./documents")).scansion,
  transcript: async () => (await import("./documents")).transcript,
  javascript: async () => exported(await import("./javascript")),
  python: async () => exported(await import("./python")),
});

/** Exports of a module: of a bundle of its own, Node gives all exports as the default. */
function exported(module: { default: SourceAdapter | { default: SourceAdapter } }): SourceAdapter {
  return "default" in module.default ? module.default.default : module.default;
}

/** Adapter without regions: for a kind that is switched off, and for a text that is not read. */
const nobody: SourceAdapter = { name: "plain", read: () => [] };

/**
 * The adapter for a document; undefined for a document that is nothing but stanzas.
 * @param forced kind to read the document as, whatever it looks like
 */
export async function adapterFor(
  question: SourceQuestion,
  switches: SourceSwitches,
  forced?: ChosenSource,
): Promise<SourceAdapter | undefined> {
  const name = forced ?? sourceOf(question);
  if (name === "none") return nobody;
  if (name === "plain") return forced === undefined && isUnread(question) ? nobody : undefined;
  const isOn = forced !== undefined || (switches[name] ?? defaultSources[name]);
  // A transcript can be read as it stands too, only less well.
  if (!isOn) return name === "transcript" ? undefined : nobody;
  return adapters.load(name);
}

/** Paths, relative to a XEP, of files that declare its entities. */
export const entityFiles: readonly string[] = ["xep.ent", "../xep.ent"];
