/** The marked files of test/fixtures have the findings that their marks say. */

import { describe, expect, test } from "vitest";
import { findRule, rules } from "../../server/core/rules";
import { configurationFor, open, placesOf } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { compareFindings, readMarkers } from "../support/markers";

/** The findings against the marks; empty if all is as marked. */
function check(source: string, name: string): string {
  const { text, expected } = readMarkers(source);
  const found = open(text, configurationFor(name)).findings();
  return compareFindings(text, expected, placesOf(found));
}

describe.each(fixtures)("$name", ({ name, source, expected }) => {
  test("has the findings that its marks say, and no others", () => {
    expect(check(source, name)).toBe("");
  });

  test("has them with CR LF at the end of its lines too", () => {
    expect(source).not.toContain("\r");
    expect(check(source.replaceAll("\n", "\r\n"), name)).toBe("");
  });

  test("has them behind other text and within a wrapper too", () => {
    // Neither declares anything, so nothing changes for the stanzas.
    expect(check(`${"—".repeat(40)}\n<examples>\n${source}\n</examples>\n`, name)).toBe("");
  });

  test("marks rules that exist", () => {
    expect(expected.filter(({ rule }) => !findRule(rule))).toEqual([]);
  });
});

test.each(rules.map(({ id }) => id))("%s has a file, with a case that breaks it", (id) => {
  const fixture = fixtures.find(({ name }) => name === id);
  expect(fixture?.expected.map(({ rule }) => rule)).toContain(id);
});

test("two texts with the same marks differ where their findings do", () => {
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
});
