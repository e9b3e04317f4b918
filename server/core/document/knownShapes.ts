/**
 * Cache of the shapes of stanzas without findings. A stanza of such a shape has no finding if its values
 * are right, and is summarised without parsing: a capture repeats few shapes thousands of times.
 */

import { activeRules, type Configuration } from "../check/config";
import type { CheckedStanza, StanzaTree } from "../check/lint";
import { MAX_ATTRIBUTES, MAX_DEPTH } from "../xml/plainTags";
import type { Shape } from "../xml/shapeTemplates";
import {
  type SharedSummary,
  type StanzaPlace,
  type StanzaSummary,
  type StanzaText,
  summariseAlike,
} from "../xmpp/summary";
import { trackReads } from "./trackedStanza";

/** Maximum number of cached shapes. */
const MAX_SHAPES = 2000;

export class KnownShapes {
  readonly #summaries = new Map<string, SharedSummary>();

  constructor(readonly configuration: Configuration) {}

  /** The summary of a stanza without findings; undefined for a stanza that has to be checked. */
  summaryOf(shape: Shape, text: StanzaText, place: StanzaPlace): StanzaSummary | undefined {
    if (shape.length > this.configuration.limits.stanzaLength) return undefined;
    const known = this.#summaries.get(shape.key);
    return known && summariseAlike(known, shape, text, place);
  }

  /** Adds the shape if the stanza had no findings and the rules looked only at the shape. */
  learn({ key, isNew }: Shape, { findings, summary, tree }: CheckedStanza): void {
    if (isNew || findings.length > 0 || !summary || !tree) return;
    if (looksBeyond(tree, this.configuration)) return;
    if (this.#summaries.size >= MAX_SHAPES) this.#summaries.clear();
    this.#summaries.set(key, summary);
  }
}

/** The values that rules judge, for which `summariseAlike` makes the same tests as the rules. */
const judged: Readonly<Record<string, readonly string[]>> = {
  "iq-id-missing": ["id"],
  "jid-invalid": ["from", "to"],
};

/** True if a rule reads any property of the stanza that is not in its shape. */
function looksBeyond({ root, text }: StanzaTree, configuration: Configuration): boolean {
  const active = activeRules(configuration);
  let rule = "";
  let isBeyond = false;
  const stanza = trackReads(root, text, (what, name) => {
    if (what !== "value" || !judged[rule]?.includes(name)) isBeyond = true;
  });
  const report = () => {
    isBeyond = true;
  };
  try {
    for (const one of active.stanza) {
      rule = one.rule.id;
      one.check.run(stanza, report);
    }
    for (const error of stanza.errors) {
      for (const one of active.error) {
        rule = one.rule.id;
        one.check.run(error, stanza, report);
      }
    }
  } catch {
    // The rule did not throw in the real check, where the exception would have been reported.
    return true;
  }
  return isBeyond;
}

const known = new WeakMap<Configuration, KnownShapes>();

/** Known shapes for the configuration; undefined where limits are too narrow for the cache. */
export function knownShapes(configuration: Configuration): KnownShapes | undefined {
  const { limits } = configuration;
  if (limits.depth < MAX_DEPTH || limits.attributes < MAX_ATTRIBUTES) return undefined;
  let shapes = known.get(configuration);
  if (!shapes) {
    shapes = new KnownShapes(configuration);
    known.set(configuration, shapes);
  }
  return shapes;
}
