/**
 * Scripts of scansion, with which Prosody is tested: stanzas stand indented below `Romeo sends:` and
 * `Romeo receives:`. A script is one scope.
 */

import { HostComments, hashComment } from "./comments";
import { linesOf } from "./lines";
import { mayHoldStanzas } from "./plain";
import { type Encode, RegionBuilder } from "./region";
import { isSchematic } from "./schematic";
import type { SourceAdapter } from "./source";

/**
 * The prefix of wildcards is known in every script. What they stand for is not: their namespace is
 * a placeholder.
 */
const wildcards = "<scansion xmlns:scansion='{scansion}'>";

const heading = /^\S.*\s(?:sends|receives|ignores)(?:\s*:|\s*$)/;

const scansion: SourceAdapter = {
  name: "scansion",
  isSkipped: isSchematic,
  read(text) {
    if (!mayHoldStanzas(text)) return [];
    const builder = new RegionBuilder(text);
    const comments = new HostComments(text);
    let inBlock = false;
    let hasBlock = false;
    for (const { start, end } of linesOf(text, 0, text.length)) {
      const line = text.slice(start, end).trimEnd();
      const indentation = line.length - line.trimStart().length;
      if (line[indentation] === "#") {
        comments.add(start + indentation, start + line.length, hashComment);
      } else if (line !== "" && indentation === 0) {
        inBlock = heading.test(line);
      } else if (inBlock) {
        if (!hasBlock) builder.join(comments.start ?? start, `${wildcards}\n`);
        hasBlock = true;
        comments.writeTo(builder);
        builder.verbatim(start, end, encode);
      }
    }
    return hasBlock && mayHoldStanzas(builder.text) ? [builder.build()] : [];
  },
};

export default scansion;

/** A line that is not indented, or begins with `#`, would be no part of the stanza. */
const encode: Encode = (text) => (/\n(?:\S|[ \t]*#)/.test(text) ? undefined : text);
