/**
 * Transcripts and logs: a direction such as `C:` stands before the first line of a stanza or before every line, or a
 * program has written records with stanzas in them. The whole text is one scope.
 */

import { isFollowedStream, readFollowedStream } from "./followedStream";
import { linesOf } from "./lines";
import { mayHoldEscapedStanzas, mayHoldStanzas } from "./plain";
import { addRecords, RecordParts } from "./records";
import { oppositeOf, readPrefix } from "./records/directions";
import { RegionBuilder } from "./region";
import { isBare, MAX_SKETCH } from "./schematic";
import type { SourceAdapter } from "./source";

const transcript: SourceAdapter = {
  name: "transcript",
  // `<presence/>` alone is no sketch: it is the usual initial presence.
  isSkipped: (stanza) => isBare(stanza) && !stanza.startsWith("<presence"),
  maxSketch: MAX_SKETCH,
  read(text) {
    if (!mayHoldStanzas(text) && !mayHoldEscapedStanzas(text)) return [];
    if (isFollowedStream(text)) return [readFollowedStream(text) ?? []].flat();
    const builder = new RegionBuilder(text);
    addRecords(builder, linesOf(text, 0, text.length));
    return builder.isEmpty ? [] : [builder.build()];
  },
  readParts: () => new RecordParts(),
  answer(added, { sender }) {
    const other = oppositeOf(sender);
    if (other === undefined) return added;
    const [lineEnd = "", ...lines] = added.split("\n");
    const prefixed = lines.map((line) => {
      const found = readPrefix(line, { lead: 0, end: line.length });
      if (!found) return undefined;
      const at = found.text.lastIndexOf(found.word);
      return line.slice(0, at) + other + line.slice(at + found.word.length);
    });
    // If only the first line of a stanza has a direction, added text has none yet.
    const colon = /\w/.test(other) ? ": " : " ";
    const [first, ...rest] = lines.map((line, i) => prefixed[i] ?? line);
    const begun = prefixed[0] ?? (first ?? "").replace(/^[ \t]*/, (space) => space + other + colon);
    return [lineEnd, begun, ...rest].join("\n");
  },
};

export default transcript;
