import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { StanzaDocument } from "../../server/core/document";
import { findRule, rules } from "../../server/core/rules/index";
import { configurationFor, placesOf } from "../support/documents";
import { compareFindings, readMarkers } from "../support/markers";

const folder = join(import.meta.dirname, "../fixtures");
const files = readdirSync(folder).filter((name) => name.endsWith(".xmpp"));

/** The file's findings against its marks; empty if all is as marked. */
function check(source: string, name: string): string {
  const { text, expected } = readMarkers(source);
  const document = new StanzaDocument(text, configurationFor(name));
  return compareFindings(text, expected, placesOf(document.findings()));
}

describe.each(files)("%s", (file) => {
  const source = readFileSync(join(folder, file), "utf8");
  const name = file.replace(/\.xmpp$/, "");

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
    const unknown = readMarkers(source).expected.filter(({ rule }) => !findRule(rule));
    expect(unknown).toEqual([]);
  });
});

test.each(rules.map(({ id }) => id))("%s has a file, with a case that breaks it", (id) => {
  expect(files).toContain(`${id}.xmpp`);
  const { expected } = readMarkers(readFileSync(join(folder, `${id}.xmpp`), "utf8"));
  expect(expected.map(({ rule }) => rule)).toContain(id);
});
