/**
 * Stanzas that a document only sketches. They are no mistakes: nobody would send them, and whoever
 * reads them knows what is left out.
 */

import { isNameStart, readTag } from "../xml/markup";

const ellipsis = /\.\.\.|…/;
const quoted = /"[^"]*"|'[^']*'/g;
const bare = /^<([\w.:-]+)\s*(?:\/>|>\s*(?:\.\.\.|…)?\s*<\/\1\s*>)$/;

/** True for `<iq/>` and the like: no attribute, and no content but perhaps an ellipsis. */
export function isBare(stanza: string): boolean {
  return stanza.length < 100 && bare.test(stanza);
}

/**
 * True if some tag of the stanza holds an ellipsis where attributes stand, as in `<c ver='x' .../>`,
 * or instead of its name. One behind a tag that was never closed is content of a broken stanza.
 */
function hasEllipsisInTag(stanza: string): boolean {
  if (!ellipsis.test(stanza)) return false;
  for (let at = stanza.indexOf("<"); at >= 0; at = stanza.indexOf("<", at + 1)) {
    if (stanza.startsWith("...", at + 1) || stanza.startsWith("…", at + 1)) return true;
    if (!isNameStart(stanza.charCodeAt(at + 1))) continue;
    const tag = readTag(stanza, at + 1);
    if (!tag.closed) continue;
    if (ellipsis.test(stanza.slice(tag.nameStart, tag.end).replace(quoted, ""))) return true;
  }
  return false;
}

/** True for a stanza that is a sketch in either way. */
export function isSchematic(stanza: string): boolean {
  return isBare(stanza) || hasEllipsisInTag(stanza);
}
