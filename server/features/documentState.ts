/** State of a document's checks, for a client that shows it: silence must not look like "no findings". */

import { sourceOf } from "../core/sources";
import { captureIn } from "../core/sources/capture";
import type { ChosenSource } from "../core/sources/names";
import type { DocumentState } from "../protocol/protocol";
import type { OpenDocument } from "./openDocument";

interface StateSettings extends Pick<DocumentState, "configurationFiles" | "isIgnored"> {
  /** The source that is set for the document. */
  readonly source?: ChosenSource | undefined;
}

/**
 * @param document read as its settings want it
 * @param settings the configuration files that apply, and whether they ignore the document
 */
export function documentStateOf(document: OpenDocument, settings: StateSettings): DocumentState {
  const { configurationFiles, isIgnored } = settings;
  const source = sourceReading(document);
  const isUnasked = source === "none" && settings.source === undefined;
  return {
    configurationFiles,
    isIgnored,
    source,
    ...(isUnasked ? reasonOfUnread(document) : {}),
    stanzas: countElements(document),
  };
}

function sourceReading({ source: { adapter } }: OpenDocument): ChosenSource {
  if (!adapter) return "plain";
  // The adapter of that name reads nothing.
  return adapter.name === "plain" ? "none" : adapter.name;
}

/** The source that would read the document and is switched off, or the capture that it is. */
function reasonOfUnread(document: OpenDocument): Pick<DocumentState, "off" | "capture"> {
  // Only here is the text needed in one piece: the document may be large.
  const { uri: path, languageId, text } = document;
  const capture = captureIn(text);
  return capture ? { capture: capture.form } : { off: sourceOf({ path, languageId, text }) };
}

function countElements({ views }: OpenDocument): number {
  return views.reduce(
    (count, { stanzas }) => count + stanzas.countStanzas() + stanzas.countNonzas(),
    0,
  );
}
