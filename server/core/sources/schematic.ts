/**
 * Sketches of stanzas in documents. They are no mistakes: they are not meant to be sent, and
 * readers know what is left out.
 */

const bare = /^<([\w.:-]+)\s*(?:\/>|>\s*(?:\.\.\.|…)?\s*<\/\1\s*>)$/;

/** Length of a sketch, in UTF-16 code units, that no sketch reaches. */
export const MAX_SKETCH = 100;

/** True for `<iq/>` and the like: no attribute, and no content but perhaps an ellipsis. */
export function isBare(stanza: string): boolean {
  return stanza.length < MAX_SKETCH && bare.test(stanza);
}
