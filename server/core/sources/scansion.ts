/**
 * Scripts of scansion, the test tool of Prosody: stanzas stand indented below `Romeo sends:` and
 * `Romeo receives:`. A script is one scope, and each of its clients has a stream of its own.
 */

import type { Direction } from "../text/directions";
import { WILDCARD_NAMESPACE } from "../xml/namespaces";
import { HostComments, hashComment } from "./comments";
import { linesOf } from "./lines";
import { UNKNOWN } from "./literals";
import { mayHoldStanzas } from "./plain";
import { type Encode, RegionBuilder } from "./region";
import { isBare } from "./schematic";
import type { SourceAdapter } from "./source";

/**
 * Declaration of the prefix of wildcards, which is known in every script. Wildcards may stand for any element:
 * their namespace is a placeholder.
 */
const wildcards = `<scansion xmlns:scansion='${WILDCARD_NAMESPACE}'>`;

const heading = /^(\S.*)\s(sends|receives|ignores)(?:\s*:|\s*$)/;
const declaration = /^\[[^\]]*\]\s*(\S.*)$/;
const address = /^\s+jid\s*:\s*(\S+)$/;

const scansion: SourceAdapter = {
  name: "scansion",
  isSkipped: isBare,
  read(text) {
    if (!mayHoldStanzas(text)) return [];
    const builder = new RegionBuilder(text);
    const comments = new HostComments(text);
    /** The addresses that the script declares, by the names of the clients. */
    const addresses = new Map<string, string>();
    let declared: string | undefined;
    let direction: Direction | undefined;
    let hasBlock = false;
    for (const { start, end } of linesOf(text, 0, text.length)) {
      const line = text.slice(start, end).trimEnd();
      const indentation = line.length - line.trimStart().length;
      if (line[indentation] === "#") {
        comments.add(start + indentation, start + line.length, hashComment);
      } else if (line !== "" && indentation === 0) {
        declared = declaration.exec(line)?.[1];
        direction = passageBelow(line, addresses);
      } else if (declared !== undefined) {
        const jid = address.exec(line)?.[1];
        if (jid !== undefined) addresses.set(declared, jid);
      } else if (direction) {
        if (!hasBlock) builder.join(comments.start ?? start, `${wildcards}\n`);
        hasBlock = true;
        comments.writeTo(builder);
        addLine(builder.turn(direction), start, end);
      }
    }
    return hasBlock && mayHoldStanzas(builder.text) ? [builder.build()] : [];
  },
  answer(added, { stream, sender }, goesOn) {
    const lineEnd = added.startsWith("\r") ? "\r\n" : "\n";
    const [own, other] = sender === "client" ? ["sends", "receives"] : ["receives", "sends"];
    const below = (verb = "") => `${lineEnd}${lineEnd}${stream} ${verb}:`;
    return `${below(other)}${added}${goesOn ? below(own) : ""}`;
  },
};

export default scansion;

const wildcard = /(?<=<\/?)scansion:[\w.-]+/g;

/** Adds a line of a stanza; an element that stands for any other gets an unknown name. */
function addLine(builder: RegionBuilder, start: number, end: number): void {
  let at = start;
  for (const { index, 0: name } of builder.host.slice(start, end).matchAll(wildcard)) {
    builder.verbatim(at, start + index, encode);
    at = start + index + name.length;
    builder.hole(start + index, at, UNKNOWN);
  }
  builder.verbatim(at, end, encode);
}

/** Direction of the stanzas below the line; undefined if there are none. Ignored stanzas were received. */
function passageBelow(line: string, addresses: ReadonlyMap<string, string>): Direction | undefined {
  const [, name, verb] = heading.exec(line) ?? [];
  if (name === undefined) return undefined;
  const stream = name.trim();
  const sender = verb === "sends" ? "client" : "server";
  return { stream, sender, client: addresses.get(stream) ?? stream };
}

/** Refuses lines that are not indented, or begin with `#`, which would not belong to the stanza. */
const encode: Encode = (text) => (/\n(?:\S|[ \t]*#)/.test(text) ? undefined : text);
