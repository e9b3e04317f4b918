/** Stanzas with shapes, for tests. */

import fc from "fast-check";
import { rules } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import type { Scope } from "../../server/core/xml/scope";
import { ShapeReader } from "../../server/core/xml/shapeReader";
import { ShapeTemplates } from "../../server/core/xml/shapeTemplates";
import { shapedStanzas } from "../../server/core/xmpp/stanzaShape";
import { generateStanzas } from "../bench/generate";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { editOf, rawEdit } from "../support/random";

export function shapeOf(source: string, scope?: Scope, templates = new ShapeTemplates()) {
  return new ShapeReader(source, shapedStanzas, templates).read(0, scope);
}

export const gone = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";

export const text = (attributes: string, words: string) =>
  `<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'${attributes}>${words}</text>`;

export const error = (content: string) =>
  `<iq type='error' id='1'><error type='cancel'>${content}</error></iq>`;

/** Texts with stanzas of all sorts, right and wrong. */
export const sources = [
  ...fixtures.map((one) => one.text),
  ...rules.flatMap(({ bad, good }) => [bad, good]),
  generateStanzas(20_000, 3),
  generateStanzas(20_000, 2),
];

export const stanzas = sources.flatMap((source) => {
  const document = open(source);
  return document.stanzaSpans().map(({ start, end }) => source.slice(start, end));
});

/** Stanzas, whole and edited at random. */
export const edited = fc
  .tuple(fc.constantFrom(...stanzas), fc.array(rawEdit, { maxLength: 2 }))
  .map(([source, edits]) =>
    edits.reduce((now, raw) => applyEdits(now, [editOf(raw, now)]), source),
  );
