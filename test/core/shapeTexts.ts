/** Stanzas with shapes, for tests. */

import fc from "fast-check";
import { vi } from "vitest";
import { rules } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import { ElementReader } from "../../server/core/xml/elementReader";
import { ElementShape } from "../../server/core/xml/elementShape";
import type { Scope } from "../../server/core/xml/scope";
import { framedStanzas } from "../../server/core/xmpp/stanza";
import { shapedStanzas } from "../../server/core/xmpp/stanzaShape";
import { generateStanzas } from "../bench/generate";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { editOf, rawEdit } from "../support/random";

export interface Shape {
  /** Equal for equal shapes. */
  readonly key: string;
  readonly length: number;
  /** The values that are known beside it: id, from and to. */
  readonly values: readonly (string | undefined)[];
}

export function shapeOf(source: string, scope?: Scope): Shape | undefined {
  const reader = new ElementReader(source, framedStanzas.names);
  const shape = new ElementShape();
  const length = reader.read(0, scope);
  if (length < 0 || !shape.read(reader, scope, shapedStanzas)) return undefined;
  const { values, units } = shape;
  const key = `${units.hash} ${String.fromCharCode(...units.copy(source))}`;
  const told = [0, 2, 4].map((i) =>
    values[i]! < 0 ? undefined : source.slice(values[i]!, values[i + 1]!),
  );
  return { key, length, values: told };
}

/** Does something without the reader of plain stanzas, and so without shapes: saxes reads each stanza. */
export function withoutReader<T>(work: () => T): T {
  const read = vi.spyOn(ElementReader.prototype, "read").mockReturnValue(-1);
  try {
    return work();
  } finally {
    read.mockRestore();
  }
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

const stanzas = sources.flatMap((source) => {
  const document = open(source);
  return document.stanzaSpans().map(({ start, end }) => source.slice(start, end));
});

/** Stanzas, whole and edited at random. */
export const edited = fc
  .tuple(fc.constantFrom(...stanzas), fc.array(rawEdit, { maxLength: 2 }))
  .map(([source, edits]) =>
    edits.reduce((now, raw) => applyEdits(now, [editOf(raw, now)]), source),
  );
