/**
 * Cache of the shapes of stanzas, with the findings of all stanzas of each. A stanza of such a shape has no others if
 * its values are right, and is summarised without parsing: a capture repeats few shapes thousands of times.
 */

import type { Configuration } from "../check/config";
import type { Finding } from "../check/finding";
import type { ShapeFindings } from "../check/shapeFindings";
import type { ElementReader } from "../xml/elementReader";
import { ElementShape } from "../xml/elementShape";
import type { Scope } from "../xml/scope";
import { type StanzaPlace, type StanzaText, summariseAlike } from "../xmpp/shapedSummary";
import { shapedStanzas } from "../xmpp/stanzaShape";
import type { SharedSummary, StanzaSummary } from "../xmpp/summary";

/** Maximum number of cached shapes, and of UTF-16 code units in them. */
const MAX_SHAPES = 4000;
const MAX_UNITS = 2_000_000;

interface KnownShape {
  readonly units: Uint16Array;
  readonly summary: SharedSummary;
  readonly findings: ShapeFindings;
  /** Another shape with the same hash. */
  readonly next: KnownShape | undefined;
}

/** The shape of the stanza that was looked at last. */
const shape = new ElementShape();

export class KnownShapes {
  #shapes = new Map<number, KnownShape>();
  #count = 0;
  #unitCount = 0;
  /** True if the last stanza has a shape that is not known. */
  #hasShape = false;
  /** Of the last stanza that was recognised. */
  #findings: ShapeFindings | undefined;

  constructor(readonly configuration: Configuration) {}

  /** The summary of the stanza that was just read, if its findings are known; else undefined. */
  summaryOf(
    reader: ElementReader,
    scope: Scope | undefined,
    text: StanzaText,
    place: StanzaPlace,
  ): StanzaSummary | undefined {
    const { limits } = this.configuration;
    const { depth, maxAttributes, start, end } = reader;
    this.#hasShape =
      depth <= limits.depth &&
      maxAttributes <= limits.attributes &&
      end - start <= limits.stanzaLength &&
      shape.read(reader, scope, shapedStanzas);
    if (!this.#hasShape) return undefined;
    let known = this.#shapes.get(shape.units.hash);
    while (known && !shape.units.equals(known.units, reader.text)) known = known.next;
    if (!known) return undefined;
    this.#hasShape = false;
    this.#findings = known.findings;
    return summariseAlike(known.summary, shape.values, text, place);
  }

  /** The findings of that stanza. */
  findingsOf({ memory }: ElementReader): readonly Finding[] {
    return this.#findings?.in(memory) ?? [];
  }

  /** Adds the shape of the stanza that was looked at last: no rule looked beyond it. */
  learn(findings: ShapeFindings, summary: SharedSummary, { text }: ElementReader): void {
    if (!this.#hasShape) return;
    this.#hasShape = false;
    const units = shape.units.copy(text);
    if (this.#count === MAX_SHAPES || this.#unitCount + units.length > MAX_UNITS) {
      this.#shapes = new Map();
      this.#count = 0;
      this.#unitCount = 0;
    }
    this.#count++;
    this.#unitCount += units.length;
    const next = this.#shapes.get(shape.units.hash);
    this.#shapes.set(shape.units.hash, { units, summary, findings, next });
  }
}

const known = new WeakMap<Configuration, KnownShapes>();

/** Known shapes for the configuration. */
export function knownShapes(configuration: Configuration): KnownShapes {
  let shapes = known.get(configuration);
  if (!shapes) {
    shapes = new KnownShapes(configuration);
    known.set(configuration, shapes);
  }
  return shapes;
}
