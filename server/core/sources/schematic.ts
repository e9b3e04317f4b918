/**
 * Stanzas that a document only sketches. They are no mistakes: nobody would send them, and whoever
 * reads them knows what is left out.
 */

const bare = /^<([\w.:-]+)\s*(?:\/>|>\s*(?:\.\.\.|…)?\s*<\/\1\s*>)$/;

/** True for `<iq/>` and the like: no attribute, and no content but perhaps an ellipsis. */
export function isBare(stanza: string): boolean {
  return stanza.length < 100 && bare.test(stanza);
}

/** True for a stanza that is a sketch. */
export function isSchematic(stanza: string): boolean {
  return isBare(stanza);
}
