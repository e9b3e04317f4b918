/** Style of fixes: quotes, and the conversion of legacy errors. */

import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { applyFix, onlyFinding, open } from "../support/documents";

const error = (content: string, attributes = " type='cancel'") =>
  `<message type='error'><error${attributes}>${content}</error></message>`;
const condition = (name: string, content = "") =>
  `<${name} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>${content}</${name}>`;

/** The text after the first fix of the only finding of the rule. */
function fixed(text: string, rule: string, configuration = defaultConfiguration): string {
  const document = open(text, configuration);
  const [first] = document.fixes(onlyFinding(document, rule));
  return first ? applyFix(document, first) : "";
}

describe("attributes that are inserted have the quotes that are wanted", () => {
  const text =
    "<iq id='1' type='error'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";

  test.each([
    ["auto", "<error type='cancel'>"],
    ["single", "<error type='cancel'>"],
    ["double", '<error type="cancel">'],
  ] as const)("%s", (quotes, expected) => {
    const configuration = { ...defaultConfiguration, quotes };
    expect(fixed(text, "error-type-missing", configuration)).toContain(expected);
    expect(fixed(text.replaceAll("'", '"'), "error-type-missing", configuration)).toContain(
      quotes === "single" ? "<error type='cancel'>" : '<error type="cancel">',
    );
  });
});

test("words that are moved keep their quotes, whatever those of attributes are to be", () => {
  const words = `set id="5" or id='6'`;
  const text = error(words + condition("gone"));
  for (const quotes of ["auto", "single", "double"] as const) {
    const configuration = { ...defaultConfiguration, quotes };
    expect(fixed(text, "error-stray-text", configuration)).toContain(`>${words}</text>`);
  }
});

describe("an error with a code of old", () => {
  test("has its condition instead, and the type that belongs to the code", () => {
    expect(fixed(error("", " code='404'"), "error-code-legacy")).toBe(
      error("<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"),
    );
  });

  test("that leads elsewhere has the beginning of an address to be filled in", () => {
    expect(fixed(error("", " code='302'"), "error-code-legacy")).toContain(
      condition("redirect", "xmpp:"),
    );
  });

  test("keeps its type, and the elements in it", () => {
    const text = error("<x xmlns='urn:x'/>", " code='404' type='cancel'");
    expect(fixed(text, "error-code-legacy")).toBe(
      error("<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><x xmlns='urn:x'/>"),
    );
  });

  test("with elements in it gets its words after them", () => {
    const text = error("Not found<x xmlns='urn:x'/>", " code='404'");
    const after = fixed(text, "error-code-legacy");
    expect(after).toContain("<x xmlns='urn:x'/><item-not-found");
    expect(after).toContain(">Not found</text></error>");
  });
});
