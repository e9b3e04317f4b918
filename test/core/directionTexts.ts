/** Scripts and transcripts that say who sends what, for tests. */

import { expect } from "vitest";
import type { SourceAdapter } from "../../server/core/sources/source";
import { openSource } from "../support/sources";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

const error = `<error type='cancel'><not-allowed xmlns='${STANZAS}'/></error>`;

export const get = (attributes = "") =>
  `<iq type='get' id='1'${attributes}><q xmlns='urn:x'/></iq>`;

export const result = (attributes = "") => `<iq type='result' id='1'${attributes}/>`;

export const failure = (kind: string, attributes = "") =>
  `<${kind} type='error'${attributes}>${error}</${kind}>`;

const clients = `[Client] Viola
\tjid: viola@illyria.example
\tpassword: x

[Client] Olivia's phone
\tpassword: x
\tjid: olivia@illyria.example/phone

-----

`;

/** A script: each turn is a heading and the stanzas below it. */
export const script = (...directions: (readonly [heading: string, ...stanzas: string[]])[]) =>
  clients +
  directions
    .map(([head, ...stanzas]) => `${head}:\n${stanzas.map((one) => `\t${one}\n`).join("")}\n`)
    .join("");

/** The document of the only region. */
export const only = (text: string, adapter: SourceAdapter) => {
  const regions = openSource(text, adapter).regions();
  expect(regions).toHaveLength(1);
  return regions[0]!.document;
};

/** For each stanza the index of the one that it answers; `-` for none. */
export const pairs = (text: string, adapter: SourceAdapter) =>
  only(text, adapter)
    .exchanges.requestIndexes()
    .map((request) => request ?? "-")
    .join(" ");

export const sends = "Viola sends";
export const receives = "Viola receives";
export const otherSends = "Olivia's phone sends";
export const otherReceives = "Olivia's phone receives";
