/** What of a document is checked, for a client that says so: silence must not look like "no findings". */

import { sourceOf } from "../core/sources";
import type { DocumentState } from "../protocol/protocol";
import type { OpenDocument } from "./openDocument";

/**
 * @param document as its settings want it read
 * @param settings which configuration files hold, and whether one of them leaves the document out
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
  // Whatever is off is read by nobody. The text in one piece is asked for then only: the document may be large.
  if (document.source.adapter?.name !== "plain") return undefined;
  const { uri: path, languageId, text } = document;
  return sourceOf({ path, languageId, text });
}

function countStanzas({ views }: OpenDocument): number {
  let count = 0;
  for (const { stanzas } of views) {
    for (const { isStanza } of stanzas.pieces) if (isStanza) count++;
  }
  return count;
}
