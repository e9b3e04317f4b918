/**
 * The shapes of stanzas about which there is nothing to say. A stanza of such a shape has no finding if its values
 * are as they should be, and need not be parsed to be summarised: a capture repeats few shapes thousands of times.
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

/** So many are known at most. */
const MAX_SHAPES = 2000;

export class KnownShapes {
  readonly #summaries = new Map<string, SharedSummary>();

  constructor(readonly configuration: Configuration) {}

  /** The summary of a stanza without findings; undefined for one that has to be looked at. */
  summaryOf(shape: Shape, text: StanzaText, place: StanzaPlace): StanzaSummary | undefined {
    if (shape.length > this.configuration.limits.stanzaLength) return undefined;
    const known = this.#summaries.get(shape.key);
    return known && summariseAlike(known, shape, text, place);
  }

  /** Takes to mind what was found in a stanza of that shape. */
  learn({ key, isNew }: Shape, { findings, summary, tree }: CheckedStanza): void {
    if (isNew || findings.length > 0 || !summary || !tree) return;
    if (looksBeyond(tree, this.configuration)) return;
    if (this.#summaries.size >= MAX_SHAPES) this.#summaries.clear();
    this.#summaries.set(key, summary);
  }
}

/** The values that rules judge, for which `summariseAlike` asks the same as they do. */
const judged: Readonly<Record<string, readonly string[]>> = {
  "iq-id-missing": ["id"],
  "jid-invalid": ["from", "to"],
};

/** True if a rule looks at anything of the stanza that is not in its shape. */
function looksBeyond({ root, text }: StanzaTree, configuration: Configuration): boolean {
  const { checksStanza, checksError } = activeRules(configuration);
  let rule = "";
  let isBeyond = false;
  const stanza = trackReads(root, text, (what, name) => {
    if (what !== "value" || !judged[rule]?.includes(name)) isBeyond = true;
  });
  const report = () => {
    isBeyond = true;
  };
  try {
    for (const one of checksStanza) {
      rule = one.rule.id;
      one.rule.check?.(stanza, report);
    }
    for (const error of stanza.errors) {
      for (const one of checksError) {
        rule = one.rule.id;
        one.rule.checkError?.(error, stanza, report);
      }
    }
  } catch {
    // It did not when it was asked in earnest, where whoever is to know of it would have been told.
    return true;
  }
  return isBeyond;
}

const known = new WeakMap<Configuration, KnownShapes>();

/** Those that are known to be right by the rules as they are set; undefined where limits are narrow. */
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
