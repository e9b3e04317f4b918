/** Decides how a document is read. */

import { isUnread, type SourceQuestion, sourceOf } from "./";
import type { ChosenSource, OptionalSource, SourceSwitches } from "./names";
import type { SourceAdapter } from "./source";

/** Adapter without regions: for a kind that is switched off, and for a text that is not read. */
const nobody: SourceAdapter = { name: "plain", read: () => [] };

/**
 * The source whose adapter reads the document, or an adapter that reads nothing; undefined for a document that is
 * nothing but stanzas.
 * @param forced kind to read the document as, whatever it looks like
 */
export function readingOf(
  question: SourceQuestion,
  switches: SourceSwitches,
  forced?: ChosenSource,
): OptionalSource | SourceAdapter | undefined {
  const name = forced ?? sourceOf(question);
  if (name === "none") return nobody;
  if (name === "plain") return forced === undefined && isUnread(question) ? nobody : undefined;
  const isOn = forced !== undefined || switches[name] !== false;
  if (isOn) return name;
  // A transcript can be read as it stands too, only less well.
  return name === "transcript" ? undefined : nobody;
}

/** The adapter that reads no comments of programs, if they are switched off. */
export function withSwitches<Adapter extends SourceAdapter | undefined>(
  adapter: Adapter,
  { comments }: SourceSwitches,
): Adapter | SourceAdapter {
  return comments === false ? (adapter?.withoutComments ?? adapter) : adapter;
}
