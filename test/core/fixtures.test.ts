/** The stanzas of test/fixtures have the findings that are marked in them, and no others. */

import { describe, expect, test } from "vitest";
import { findRule, rules } from "../../server/core/rules";
import { configurationFor, open, placesOf } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { compareFindings, readMarkers } from "../support/markers";

/** The differences between the findings and the marks; empty if there is none. */
function compare(source: string, name: string): string {
  const { text, expected } = readMarkers(source);
  const found = open(text, configurationFor(name)).findings();
  return compareFindings(text, expected, placesOf(found));
}

describe.each(fixtures)("$name", ({ name, source, expected }) => {
  let hasFailed = false;

  test("reports exactly the marked findings", () => {
    hasFailed = true;
    expect(compare(source, name)).toBe("");
    hasFailed = false;
  });

  test("reports them where lines end with CR LF", ({ skip }) => {
    skip(hasFailed, "has failed with LF");
    expect(source).not.toContain("\r");
    expect(compare(source.replaceAll("\n", "\r\n"), name)).toBe("");
  });

  test("reports them after other text and in a wrapper", ({ skip }) => {
    skip(hasFailed, "has failed without them");
    // Neither declares anything, so nothing changes for the stanzas; the first element is a sign of XMPP.
    expect(
      compare(`${"—".repeat(40)}<stream:a/>\n<examples>\n${source}\n</examples>\n`, name),
    ).toBe("");
  });

  test("marks existing rules only", () => {
    expect(expected.filter(({ rule }) => !findRule(rule))).toEqual([]);
  });
});

test.each(rules.map(({ id }) => id))("%s has a fixture with a stanza that breaks it", (id) => {
  const fixture = fixtures.find(({ name }) => name === id);
  expect(fixture?.expected.map(({ rule }) => rule)).toContain(id);
});

test("a difference names rule, position and nearest comment, with carets below the place", () => {
  const { text, expected } = readMarkers("a⟦b⟦c⟧{x}⟧{y, z}⟦⟧{w}d");
  expect(text).toBe("abcd");
  expect(expected).toEqual([
    { rule: "x", start: 2, end: 3 },
    { rule: "y", start: 1, end: 3 },
    { rule: "z", start: 1, end: 3 },
    { rule: "w", start: 3, end: 3 },
  ]);
  expect(compareFindings(text, expected, expected)).toBe("");
  expect(compareFindings(text, expected, expected.slice(1))).toMatch(
    /^expected, not found: x at 1:3/,
  );
  expect(compareFindings(text, expected.slice(1), expected)).toMatch(
    /^found, not expected: x at 1:3/,
  );
  const below = readMarkers(
    "<!-- Far. -->\n<!-- Two\n of them. -->\n\n<⟦text⟧{x}/> <!-- Later. -->",
  );
  expect(compareFindings(below.text, below.expected, [])).toBe(
    'expected, not found: x at 5:2, below "Two of them."\n  <text/> <!-- Later. -->\n   ^^^^',
  );
});
