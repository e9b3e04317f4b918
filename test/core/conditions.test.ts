/** The table of the 22, as RFC 6120 §8.3.3 has it, and what follows from it for error-type-missing. */

import { describe, expect, test } from "vitest";
import { isPreferred } from "../../server/core/rules/fix";
import { conditions } from "../../server/core/xmpp/conditions";
import { applyFix, brokenRules, onlyFinding, open } from "../support/documents";
import { proveFixes } from "../support/proofs";

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

/** Name, expected types with the preferred one first, and a type that is not among them. */
const table: readonly (readonly [name: string, types: string, other: string])[] = [
  ["bad-request", "modify", "cancel"],
  ["conflict", "cancel", "modify"],
  ["feature-not-implemented", "cancel modify", "auth"],
  ["forbidden", "auth", "cancel"],
  ["gone", "cancel", "modify"],
  ["internal-server-error", "cancel", "wait"],
  ["item-not-found", "cancel", "modify"],
  ["jid-malformed", "modify", "cancel"],
  ["not-acceptable", "modify", "cancel"],
  ["not-allowed", "cancel", "auth"],
  ["not-authorized", "auth", "cancel"],
  ["policy-violation", "modify wait", "cancel"],
  ["recipient-unavailable", "wait", "cancel"],
  ["redirect", "modify", "cancel"],
  ["registration-required", "auth", "cancel"],
  ["remote-server-not-found", "cancel", "wait"],
  ["remote-server-timeout", "wait", "modify"],
  ["resource-constraint", "wait", "cancel"],
  ["service-unavailable", "cancel", "wait"],
  ["subscription-required", "auth", "cancel"],
  ["undefined-condition", "auth cancel continue modify wait", ""],
  ["unexpected-request", "wait modify", "cancel"],
];

test("there are exactly these, in this order", () => {
  expect(conditions.map(({ name }) => name)).toEqual(table.map(([name]) => name));
});

test("each is defined in a section of its own", () => {
  expect(conditions.map(({ section }) => section)).toEqual(
    table.map((_, index) => `8.3.3.${index + 1}`),
  );
});

/** The ways in which people lay out a stanza; `{type}` is where the type would stand. */
const layouts: readonly (readonly [layout: string, stanza: string])[] = [
  ["in one line", "<iq type='error' id='1'><error{type}>{inside}</error></iq>"],
  [
    "in several lines",
    "<iq type='error' id='1'>\n  <error{type}>\n    {inside}\n  </error>\n</iq>",
  ],
  ["in double quotes", '<iq type="error" id="1"><error by="a.example"{type}>{inside}</error></iq>'],
  [
    "with attributes on lines of their own",
    "<iq\n    type='error'\n    id='1'>\n  <error\n      by='a.example'{type}>\n    {inside}\n  </error>\n</iq>",
  ],
  [
    "indented by tabs",
    "<iq type='error' id='1'>\n\t<error{type}>\n\t\t{inside}\n\t</error>\n</iq>",
  ],
  ["behind a prefix", "S: <message type='error'><error{type}>{inside}</error></message>"],
  [
    "nested",
    "<message><forwarded xmlns='urn:xmpp:forward:0'><iq xmlns='jabber:client' type='error'><error{type}>{inside}</error></iq></forwarded></message>",
  ],
];

describe.each(layouts)("%s", (layout, template) => {
  describe.each(["\n", "\r\n"])("with lines that end with %j", (lineEnd) => {
    test.each(table)("%s takes %s", (name, types, other) => {
      const [expected = ""] = preferredTypes(name, types);
      const quote = layout === "in double quotes" ? '"' : "'";
      const space = layout.startsWith("with attributes") ? "\n      " : " ";
      const stanza = (type: string) =>
        template
          .replace("{type}", type === "" ? "" : `${space}type=${quote}${type}${quote}`)
          .replace("{inside}", insideOf(name, quote))
          .replaceAll("\n", lineEnd);
      expect(brokenRules(stanza(expected))).toEqual([]);

      const missing = open(stanza(""));
      const [insertion] = missing.fixes(onlyFinding(missing, "error-type-missing"));
      expect(insertion && isPreferred(insertion)).toBe(true);
      expect(applyFix(missing, insertion!)).toBe(stanza(expected));
      expect(proveFixes(missing)).toBe(5);

      const wrong = open(stanza("fatal"));
      const [change] = wrong.fixes(onlyFinding(wrong, "error-type-invalid"));
      expect(change && isPreferred(change)).toBe(true);
      expect(applyFix(wrong, change!)).toBe(stanza(expected));

      for (const type of types.split(" ")) expect(brokenRules(stanza(type))).toEqual([]);
      if (other === "") return;
      const unusual = open(stanza(other));
      const offered = unusual
        .fixes(onlyFinding(unusual, "error-type-unusual"))
        .map((fix) => applyFix(unusual, fix));
      expect(offered).toEqual(types.split(" ").map(stanza));
    });
  });
});

/** undefined-condition expects any type; most errors of no other name cannot be retried. */
function preferredTypes(name: string, types: string): string[] {
  return name === "undefined-condition" ? ["cancel"] : types.split(" ");
}

/** The condition with what it needs to be without a finding. */
function insideOf(name: string, quote: string): string {
  const declaration = `xmlns=${quote}${stanzas}${quote}`;
  if (name === "redirect") return `<redirect ${declaration}>xmpp:b.example</redirect>`;
  const other = name === "undefined-condition" ? `<odd xmlns=${quote}urn:example:x${quote}/>` : "";
  return `<${name} ${declaration}/>${other}`;
}
