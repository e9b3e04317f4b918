/** Writes edits of regions as edits of their host, if the host can express them. */

import { TrialBudget } from "../check/trialBudget";
import { applyEdits } from "../rules/edits";
import type { Region } from "../sources/region";
import type { Edit } from "../text/edit";
import { withoutOverlaps } from "../text/offsets";
import type { HasTimeLeft, Steps } from "../text/steps";
import { removeRecordEnds } from "../xml/recordEnd";

/** Price of reading the host, to see that it can express an edit, for each UTF-16 code unit of it. */
export const READ_SHARE = 0.05;

/** The host of some regions, in its current state. */
export interface Host {
  readonly text: string;
  /** All regions, in the order of their places. */
  readonly regions: readonly Region[];
  /** Finds the regions of another text; undefined if the host is one region as it is. */
  readonly read: ((text: string) => readonly Region[]) | undefined;
}

/** A region with edits of its text. */
export interface RegionEdits {
  readonly region: Region;
  readonly edits: readonly Edit[];
}

/**
 * The edits as edits of the host, in order; undefined if the host cannot express them, or would be read differently
 * afterwards.
 * @param edited in the order of their places
 * @param around text that has to stand in the host around an insertion
 */
export function writeEdits(
  host: Host,
  edited: readonly RegionEdits[],
  around = (added: string) => added,
): Edit[] | undefined {
  const written: Edit[] = [];
  for (const { region, edits } of edited) {
    const some = writeEach(region, edits);
    if (!some) return undefined;
    for (const { span, newText } of some) written.push({ span, newText: around(newText) });
  }
  const { read, regions } = host;
  if (!read) return written;
  const wanted = new Map(edited.map(({ region, edits }) => [region, edits]));
  const found = read(applyEdits(host.text, written));
  const isAsWanted =
    found.length === regions.length &&
    found.every(({ text }, i) => {
      const region = regions[i]!;
      const edits = wanted.get(region);
      const own = edits ? applyEdits(region.text, edits) : region.text;
      // An empty line may stand for the text between a comment of the host and its block.
      return text === own || withoutEmptyLines(text) === withoutEmptyLines(own);
    });
  return isAsWanted ? written : undefined;
}

/**
 * All of the edits that the host can express, in order: others do not block them. In steps.
 * @param hasTime once it returns false, the edits written until then are the result
 */
export function writePossible(
  host: Host,
  edited: readonly RegionEdits[],
  hasTime: HasTimeLeft,
): Steps<Edit[]> {
  return writeHalves(host, edited, hasTime, new TrialBudget(host.text.length));
}

function* writeHalves(
  host: Host,
  edited: readonly RegionEdits[],
  hasTime: HasTimeLeft,
  budget: TrialBudget,
): Steps<Edit[]> {
  if (edited.length === 0) return [];
  // Together if possible: each time, the whole host is read.
  const all = writeEdits(host, edited);
  if (all) return all;
  const written: Edit[] = [];
  for (const part of halvesOf(edited)) {
    yield;
    if (!hasTime() || !budget.spend(host.text.length * READ_SHARE)) break;
    written.push(...(yield* writeHalves(host, part, hasTime, budget)));
  }
  return withoutOverlaps(written);
}

/** Smaller parts of the edits; none of a single edit. */
function halvesOf(edited: readonly RegionEdits[]): RegionEdits[][] {
  if (edited.length > 1) {
    const middle = Math.ceil(edited.length / 2);
    return [edited.slice(0, middle), edited.slice(middle)];
  }
  const [{ region, edits }] = edited as readonly [RegionEdits];
  return edits.length > 1 ? edits.map((edit) => [{ region, edits: [edit] }]) : [];
}

function writeEach(region: Region, edits: readonly Edit[]): Edit[] | undefined {
  const written: Edit[] = [];
  for (const edit of edits) {
    const inHost = region.write(edit);
    if (!inHost) return undefined;
    written.push(...inHost);
  }
  const isInOrder = written.every(
    ({ span }, i) => i === 0 || written[i - 1]!.span.end <= span.start,
  );
  return isInOrder ? written : undefined;
}

/** The text without the empty lines that only mark where an unclosed element ends: a fix may close it. */
function withoutEmptyLines(text: string): string {
  return removeRecordEnds(text).replace(/^[ \t]*\r?\n/gm, "");
}
