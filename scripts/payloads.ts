/**
 * Holds the payloads of stanzas against the tables of data/ (see docs/payloads.md): lists what contradicts them, and
 * measures how many mistakes, made on purpose, are seen.
 *
 * usage: npm run payloads -- FOLDER [FOLDER]…
 * FOLDER holds files of plain stanzas, *.xml or *.xmpp, in folders of any depth
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FramedText } from "../server/core/document/framedText";
import { EditableText } from "../server/core/text/editableText";
import { parse } from "../server/core/xml/parse";
import { childElements, type XmlElement } from "../server/core/xml/tree";
import { isOwnNamespace } from "../server/core/xmpp/namespaces";
import { findPayloadElement, payloadElements } from "../server/core/xmpp/payloads";
import { stanzaProblems } from "../server/core/xmpp/stanzaProblems";
import { emptyTally, mutationKinds, tryMutations } from "./payloads/mutations";

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("usage: npm run payloads -- FOLDER [FOLDER]…");
  process.exit(2);
}

const tally = emptyTally();
const counts = { payloads: 0, covered: 0, elements: 0, known: 0, problems: 0 };

for (const folder of folders) {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.(?:xml|xmpp)$/.test(path)) continue;
    const framed = new FramedText(new EditableText(readFileSync(join(folder, path), "utf8")));
    for (const piece of framed.pieces) {
      if (!piece.isStanza) continue;
      const source = framed.sourceOf(piece);
      const { root } = parse(source, piece.scope);
      if (!root) continue;
      report(path, root);
      tryMutations(source, piece.scope, tally);
    }
  }
}

const share = (part: number, all: number) => `${((100 * part) / (all || 1)).toFixed(1)} %`;
console.log(
  `${counts.payloads} payloads, ${share(counts.covered, counts.payloads)} of them in known namespaces; ` +
    `of ${counts.elements} elements there ${share(counts.known, counts.elements)} are known; ${counts.problems} problems.`,
);
for (const kind of mutationKinds) {
  const { made, seen } = tally[kind];
  console.log(`mistakes made on purpose, ${kind}: ${seen} of ${made} seen, ${share(seen, made)}`);
}

function report(path: string, stanza: XmlElement): void {
  for (const payload of childElements(stanza)) {
    if (isOwnNamespace(payload.namespace, "")) continue;
    counts.payloads++;
    if (payloadElements(payload.namespace).length > 0) counts.covered++;
    countElements(payload);
  }
  for (const problem of stanzaProblems(stanza)) {
    counts.problems++;
    const { kind, element } = problem;
    const name = "name" in problem ? problem.name : "";
    const value = problem.kind === "value" ? problem.value : "";
    console.log([path, kind, element.namespace, element.local, name, value].join("\t"));
  }
}

function countElements(element: XmlElement): void {
  if (payloadElements(element.namespace).length > 0 && !isOwnNamespace(element.namespace, "")) {
    counts.elements++;
    if (findPayloadElement(element.namespace, element.local)) counts.known++;
  }
  childElements(element).forEach(countElements);
}
