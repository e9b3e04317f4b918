/** Fixes that are tried in the document: all of them are offered, however long the document is. */

import { expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";

/** A request, and a reply that comes from somebody else. */
const pair = (id: number) =>
  `<iq type='get' id='a${id}' from='ann@one.example/x' to='two.example'><q xmlns='urn:x'/></iq>
<iq type='result' id='a${id}' from='three.example' to='ann@one.example/x'/>\n`;

/** For each finding its rule, and the titles of its fixes. */
function fixesIn(document: SourceDocument): [string, string[]][] {
  return document
    .findings()
    .map((found) => [found.finding.rule.id, document.fixes(found).map(({ title }) => title)]);
}

test("every reply of many has its fix", () => {
  const text = Array.from({ length: 2000 }, (_, i) => pair(i)).join("");
  const fixes = fixesIn(new SourceDocument(text, defaultConfiguration));
  expect(fixes).toHaveLength(2000);
  for (const one of fixes) expect(one).toEqual(["reply-address", ["Swap the request's addresses"]]);
});

test("trials leave findings between stanzas as they are, with their fixes", () => {
  const text = `<a xmlns='urn:a'>\n${pair(1)}<b xmlns='urn:b'>\n${pair(2)}`;
  const document = new SourceDocument(text, defaultConfiguration);
  const first = fixesIn(document);
  expect(first.map(([, titles]) => titles.length)).toEqual([1, 1, 1, 1]);
  const backwards = [...document.findings()].reverse();
  const titles = backwards.map((found) => document.fixes(found).map(({ title }) => title));
  expect(titles.reverse()).toEqual(first.map(([, all]) => all));
});

test("a fix that would make another error is not offered, in a long text as in a short one", () => {
  const wrong = "<iq type='error' id='a1' from='two.example' to='ann@one.example/x'/>\n";
  const alone = fixesIn(new SourceDocument(pair(1) + wrong, defaultConfiguration));
  const later = Array.from({ length: 500 }, (_, i) => pair(i + 2)).join("");
  const among = fixesIn(new SourceDocument(pair(1) + wrong + later, defaultConfiguration));
  expect(among.slice(0, alone.length)).toEqual(alone);
});
