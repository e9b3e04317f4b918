/** Elements with names of stanzas in a text without signs of XMPP: what it costs to tell them from stanzas. */

import { describe, expect, it } from "vitest";
import { ForeignElements } from "../../server/core/document/foreignElements";
import { FramedText } from "../../server/core/document/framedText";
import { EditableText } from "../../server/core/text/editableText";
import type { Scope } from "../../server/core/xml/scope";

const stanza = "<message type='x'/>";

/** Number of reads of the text and of scopes that a look at all stanzas of the text takes. */
function stepsFor(text: string): number {
  const framed = new FramedText(new EditableText(text));
  let steps = 0;
  const countedText = new Proxy(framed, {
    get(target, key) {
      if (key === "text") steps++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const foreign = new ForeignElements(countedText);
  const counted = new Map<Scope, Scope>();
  const count = (scope: Scope | undefined): Scope | undefined => {
    if (!scope) return undefined;
    const known = counted.get(scope);
    if (known) return known;
    const { parent } = scope;
    const one: Scope = {
      ...scope,
      get name() {
        steps++;
        return scope.name;
      },
      get parent() {
        steps++;
        return count(parent);
      },
    };
    counted.set(scope, one);
    return one;
  };
  for (const piece of framed.pieces) {
    const { end } = piece;
    expect(foreign.has(stanza, { end, scope: count(piece.scope) })).toBe(false);
  }
  return steps;
}

describe("the steps grow with the text", () => {
  it.each([
    ["of one name", (_: number) => "w"],
    ["of different names", (i: number) => `w${i}`],
  ])("in wrappers %s that are never closed", (_, name) => {
    const text = (count: number) =>
      Array.from({ length: count }, (_one, i) => `<${name(i)}>${stanza}\n`).join("");
    expect(stepsFor(text(200)) / stepsFor(text(50))).toBeLessThan(5);
  });
});
