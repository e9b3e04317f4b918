/** Pairs of start tags and end tags. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "../../server/core/xml/parse";
import { type PairedElement, pairTags, readAttributes } from "../../server/core/xml/tagPairs";
import type { XmlElement } from "../../server/core/xml/tree";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";

const whole = (text: string) => ({ start: 0, end: text.length });

/** Facts that both readers give about an element, in the order of start tags. */
function parsedElements(root: XmlElement): unknown[] {
  const found: unknown[] = [];
  const visit = (element: XmlElement, depth: number) => {
    const { name, startTag, nameSpan, endTag, span, attributes } = element;
    const values = attributes.map((one) => ({ ...one.span, valueSpan: { ...one.valueSpan } }));
    found.push({ name, depth, startTag, nameSpan, endTag, end: span.end, attributes: values });
    for (const child of element.children) if (child.kind === "element") visit(child, depth + 1);
  };
  visit(root, 0);
  return found;
}

function pairedElements(text: string): unknown[] {
  return pairTags(text, whole(text)).elements.map((element) => {
    const { name, depth, startTag, nameSpan, endTag, end } = element;
    const attributes = readAttributes(text, element).map(({ span, valueSpan }) => ({
      ...span,
      valueSpan,
    }));
    return { name, depth, startTag, nameSpan, endTag, end, attributes };
  });
}

it("pairs the tags of a well-formed stanza as the parser does", () => {
  let seen = 0;
  for (const { text } of fixtures) {
    for (const { start, end, scope, isStanza } of open(text).pieces) {
      const source = text.slice(start, end);
      const parsed = isStanza ? parse(source, scope) : undefined;
      if (!parsed?.root) continue;
      expect(pairedElements(source), source).toEqual(parsedElements(parsed.root));
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(100);
});

it("nests, in any text", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(""));
  const isWithin = ({ startTag, end }: PairedElement, outer: PairedElement) =>
    outer.startTag.end <= startTag.start && end <= (outer.endTag?.start ?? outer.end);
  fc.assert(
    fc.property(text, (source) => {
      for (const element of pairTags(source, whole(source)).elements) {
        const { parent, depth, startTag, nameSpan, endTag, end, name } = element;
        expect(source.slice(nameSpan.start, nameSpan.end)).toBe(name);
        expect(startTag.start).toBeLessThan(nameSpan.start);
        expect(startTag.end).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(source.length);
        if (endTag) expect(source.slice(endTag.start)).toMatch(/^<\//);
        expect(depth).toBe(parent ? parent.depth + 1 : 0);
        if (parent) expect(isWithin(element, parent), source).toBe(true);
      }
    }),
    { numRuns: runs(500) },
  );
});

it("skips the given spans", () => {
  const text = "<doc><iq><a></iq></doc>";
  const { elements } = pairTags(text, whole(text), [{ start: 5, end: 17 }]);
  expect(elements.map(({ name, endTag }) => [name, endTag?.start])).toEqual([["doc", 17]]);
});

it("is done at once with tags that close nothing", () => {
  const text = "<a>".repeat(50_000) + "</b>".repeat(50_000);
  expect(pairTags(text, whole(text)).elements).toHaveLength(50_000);
});
