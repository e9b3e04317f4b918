/** State of a document's checks, for a client that shows it: silence must not look like "no findings". */

import { sourceOf } from "../core/sources";
import type { DocumentState } from "../protocol/protocol";
import type { OpenDocument } from "./openDocument";

/**
 * @param document read as its settings want it
 * @param settings the configuration files that apply, and whether they ignore the document
 */
export function documentStateOf(
  document: OpenDocument,
  settings: Pick<DocumentState, "configurationFiles" | "isIgnored">,
): DocumentState {
  const off = offSource(document);
  return {
    configurationFiles: settings.configurationFiles,
    isIgnored: settings.isIgnored,
    ...(off === undefined ? {} : { off }),
    stanzas: countStanzas(document),
  };
}

/** The source that would read the document, if that source is switched off. */
function offSource(document: OpenDocument): string | undefined {
  // A source that is off reads nothing. Only here is the text needed in one piece: the document may be large.
  if (document.source.adapter?.name !== "plain") return undefined;
  const { uri: path, languageId, text } = document;
  return sourceOf({ path, languageId, text });
}

function countStanzas({ views }: OpenDocument): number {
  return views.reduce((count, { stanzas }) => count + stanzas.countStanzas(), 0);
}
