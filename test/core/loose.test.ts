/** Reading forgivingly. */

import { describe, expect, it } from "vitest";
import { type LooseElement, looseNamespace, readLoosely } from "../../server/core/xml/loose";
import { resolveReferences } from "../../server/core/xml/looseAttributes";
import { parse } from "../../server/core/xml/parse";
import type { XmlElement } from "../../server/core/xml/tree";
import { open } from "../support/documents";
import { fixtures } from "../support/fixtures";

/** The root of the text, read with the cursor just inside of its start tag. */
function root(text: string): LooseElement {
  const place = readLoosely(text, { start: 0, end: text.length }, undefined, 1);
  if (place.markup?.kind !== "start") throw new Error("no start tag");
  return place.markup.element;
}

const outline = ({ name, children }: LooseElement): unknown =>
  children.length === 0 ? name : { [name]: children.map(outline) };

describe("reading forgivingly", () => {
  it("reads a well-formed stanza as the parser does", () => {
    let compared = 0;
    for (const { text } of fixtures) {
      const document = open(text);
      for (const { start, end } of document.stanzaSpans()) {
        const source = text.slice(start, end);
        const scope = document.scopeAt(start);
        const parsed = parse(source, scope);
        if (!parsed.root || source.includes("&") || source.includes("<!DOCTYPE")) continue;
        const compare = (loose: LooseElement, element: XmlElement) => {
          expect(loose.name).toBe(element.name);
          expect(loose.startTag).toEqual(element.startTag);
          expect(loose.endTag).toEqual(element.endTag);
          expect(looseNamespace(loose, scope)).toBe(element.namespace);
          expect(loose.attributes.map(({ name }) => name)).toEqual(
            element.attributes.map(({ name }) => name),
          );
          for (const [index, { value, valueSpan }] of element.attributes.entries()) {
            const attribute = loose.attributes[index]!;
            // The parser makes spaces of line ends, as XML has it.
            expect(attribute.value.replace(/\s/g, " ")).toBe(value);
            expect(attribute.valueSpan).toEqual(valueSpan);
            expect(attribute.closed).toBe(true);
          }
          const children = element.children.filter((child) => child.kind === "element");
          expect(loose.children).toHaveLength(children.length);
          for (const [index, child] of children.entries()) compare(loose.children[index]!, child);
          compared++;
        };
        compare(root(source), parsed.root);
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it("takes the elements after an unfinished tag for its siblings", () => {
    expect(outline(root("<a><b><c <d/></b></a>"))).toEqual({ a: [{ b: ["c", "d"] }] });
    expect(outline(root("<a><b <c/></b></a>"))).toEqual({ a: [{ b: ["c"] }] });
    expect(outline(root("<a><b type='<c/></b></a>"))).toEqual({ a: [{ b: ["c"] }] });
  });

  it("closes the open elements inside a closed one", () => {
    expect(outline(root("<a><b><c></b><d/></a>"))).toEqual({ a: [{ b: ["c"] }, "d"] });
    expect(outline(root("<a></b><c/>"))).toEqual({ a: ["c"] });
  });

  it("makes out attributes whose quotes are missing", () => {
    const values = (tag: string) =>
      root(tag).attributes.map(({ name, value, closed }) => [name, value, closed]);
    expect(values("<a b='1' c=\"2\" d = '3'/>")).toEqual([
      ["b", "1", true],
      ["c", "2", true],
      ["d", "3", true],
    ]);
    expect(values("<a b='1 c='2'/>")).toEqual([
      ["b", "1", false],
      ["c", "2", true],
    ]);
    expect(values("<a b= c d=x/>")).toEqual([
      ["b", "", false],
      ["c", "", false],
      ["d", "x", false],
    ]);
  });

  it("resolves the references that every document knows", () => {
    expect(resolveReferences("&amp;&lt;&#65;&#x1F600;&other;&#x110000;&")).toBe(
      "&<A😀&other;&#x110000;&",
    );
    expect(resolveReferences("&constructor;&valueOf;")).toBe("&constructor;&valueOf;");
  });
});
