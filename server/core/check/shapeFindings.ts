/** The findings that all stanzas of one shape have, each at its own place in them. */

import { byPlace, type Span } from "../text/span";
import type { TapeNumbers } from "../xml/elementTape";
import { type ShapePlace, spanAt, TapeSpan } from "../xml/tapePlaces";
import { forget } from "./documentFindings";
import type { Finding } from "./finding";

const NONE: readonly never[] = [];

interface PlacedInShape {
  /** With the places that it has in one of the stanzas. */
  readonly finding: Finding;
  readonly place: ShapePlace;
  readonly related: readonly ShapePlace[];
}

/** Places of a finding as a rule reports them: its own, and those that are related. */
export type ReportedPlaces = readonly [Span, ...Span[]];

export class ShapeFindings {
  static readonly none = new ShapeFindings(NONE);

  private constructor(readonly placed: readonly PlacedInShape[]) {}

  /**
   * The findings of a stanza as those of its shape; undefined if one is at a place that is not in the shape.
   * @param findings in the order in which they were reported
   * @param places of each of them
   */
  static of(
    findings: readonly Finding[],
    places: readonly ReportedPlaces[],
  ): ShapeFindings | undefined {
    if (findings.length === 0) return ShapeFindings.none;
    const placed: PlacedInShape[] = [];
    for (const [i, finding] of findings.entries()) {
      // Each was reported with its places.
      const [own, ...others] = places[i]!;
      if (!(own instanceof TapeSpan)) return undefined;
      const related: ShapePlace[] = [];
      for (const one of others) {
        if (!(one instanceof TapeSpan)) return undefined;
        related.push(one.place);
      }
      placed.push({ finding: forget(finding), place: own.place, related });
    }
    return new ShapeFindings(placed);
  }

  /** The findings of a stanza of the shape, in the order of their places. */
  in(stanza: TapeNumbers): readonly Finding[] {
    const { placed } = this;
    if (placed.length === 0) return NONE;
    const findings = placed.map(({ finding, place, related }): Finding => {
      const { rule, severity, stanzaStart, messageKey, values } = finding;
      const span = spanAt(stanza, place);
      return {
        rule,
        severity,
        span,
        stanzaStart,
        messageKey,
        values,
        related:
          related.length === 0
            ? NONE
            : related.map((one, i) => ({
                span: spanAt(stanza, one),
                messageKey: finding.related[i]!.messageKey,
              })),
      };
    });
    return findings.length > 1 ? findings.sort(byPlace) : findings;
  }
}
