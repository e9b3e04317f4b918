/** Scopes: what wrappers that are open declare for the stanzas within them. */

import { describe, expect, test } from "vitest";
import { Framer } from "../../server/core/xml/frame";
import { lookupNamespace, type Scope, sameScope, scopeLanguage } from "../../server/core/xml/scope";
import { framesOf } from "../support/frames";

/** The scope at the end of the text. */
function scopeBehind(text: string): Scope | undefined {
  const nothing = { names: [], isNamespace: () => false };
  return framesOf(new Framer(`${text}<!-- here -->`, nothing))[0]!.scope;
}

describe("a prefix is bound to", () => {
  test.each([
    ["nothing where nothing is open", "", "", undefined],
    ["nothing where nobody declares it", "<a xmlns:p='urn:a'>", "", undefined],
    ["what the open element declares", "<a xmlns='urn:a'>", "", "urn:a"],
    ["with a name of its own", "<a xmlns='urn:a' xmlns:p='urn:p'>", "p", "urn:p"],
    ["what an element around that one declares", "<a xmlns='urn:a'><b>", "", "urn:a"],
    [
      "also if the inner one declares a language",
      "<a xmlns='urn:a'><b xml:lang='de'>",
      "",
      "urn:a",
    ],
    ["also if it declares another prefix", "<a xmlns:p='urn:p'><b xmlns='urn:b'>", "p", "urn:p"],
    ["what the innermost says", "<a xmlns='urn:a'><b xmlns='urn:b'>", "", "urn:b"],
    ["no namespace, if one says so", "<a xmlns='urn:a'><b xmlns=''>", "", ""],
    ["nothing that was closed", "<a xmlns='urn:a'></a>", "", undefined],
    ["what it was before, behind the end tag", "<a xmlns='urn:a'><b xmlns=''></b>", "", "urn:a"],
    ["XML's own namespace: xml", "", "xml", "http://www.w3.org/XML/1998/namespace"],
    [
      "whatever is declared",
      "<a xmlns:xml='urn:a'>",
      "xml",
      "http://www.w3.org/XML/1998/namespace",
    ],
    ["that of streams: stream, undeclared", "<a>", "stream", "http://etherx.jabber.org/streams"],
    ["but for where it is declared", "<a xmlns:stream='urn:s'>", "stream", "urn:s"],
  ])("%s", (_, text, prefix, expected) => {
    expect(lookupNamespace(scopeBehind(text), prefix)).toBe(expected);
  });
});

describe("the language in force is", () => {
  test.each([
    ["none where nothing is open", "", undefined],
    ["none where none is declared", "<a xmlns='urn:a'>", undefined],
    ["that of the open element", "<a xml:lang='de'>", "de"],
    ["that of an element around it", "<a xml:lang='de'><b>", "de"],
    ["also if the inner one declares a namespace", "<a xml:lang='de'><b xmlns='urn:b'>", "de"],
    ["that of the innermost that has one", "<a xml:lang='de'><b xml:lang='en'>", "en"],
    ["taken back by an empty one", "<a xml:lang='de'><b xml:lang=''>", ""],
    ["not that of one that is closed", "<a xml:lang='de'></a>", undefined],
  ])("%s", (_, text, expected) => {
    expect(scopeLanguage(scopeBehind(text))).toBe(expected);
  });
});

/** The headers of a log in which no stream is ever closed, each with what it repeats. */
describe("of streams that are never closed", () => {
  const outer = "<a xml:lang='de' xmlns:p='urn:p'>";

  test.each([
    ["declarations are looked for in a thousand", "<b xmlns='urn:b'>".repeat(999), "urn:p", "de"],
    ["but not in more", "<b xmlns='urn:b'>".repeat(1000), undefined, undefined],
    ["where those with a language count", "<b xml:lang=''>".repeat(1000), undefined, ""],
    ["and those that declare nothing do not", "<b>".repeat(1000), "urn:p", "de"],
  ])("%s", (_, inner, namespace, language) => {
    const scope = scopeBehind(outer + inner);
    expect(lookupNamespace(scope, "p")).toBe(namespace);
    expect(scopeLanguage(scope)).toBe(language);
  });
});

describe("what is open is the same", () => {
  test.each([
    ["nothing and nothing", "", ""],
    ["elements of the same names", "<a><b>", "<a><b>"],
    ["however they are written", "<a  id='1'>", "<a>"],
    ["whatever was closed", "<a><b></b>", "<a>"],
    ["with the same declarations", "<a xmlns='u' xml:lang='de'>", "<a xmlns='u' xml:lang='de'>"],
    ["in any order", "<a xmlns='u' xmlns:p='v'>", "<a xmlns:p='v' xmlns='u'>"],
  ])("%s", (_, one, other) => {
    expect(sameScope(scopeBehind(one), scopeBehind(other))).toBe(true);
  });
});

describe("what is open is not the same", () => {
  test.each([
    ["with another name", "<a>", "<b>"],
    ["with another name further out", "<a><c>", "<b><c>"],
    ["with one element more", "<a>", "<a><a>"],
    ["with none", "<a>", ""],
    ["in another language", "<a xml:lang='de'>", "<a xml:lang='en'>"],
    ["in no language", "<a xml:lang='de'>", "<a>"],
    ["in another namespace", "<a xmlns='u'>", "<a xmlns='v'>"],
    ["in another one further out", "<a xmlns='u'><b>", "<a xmlns='v'><b>"],
    ["in none", "<a xmlns='u'>", "<a>"],
    ["with another prefix", "<a xmlns:p='u'>", "<a xmlns:q='u'>"],
    ["with one prefix more", "<a xmlns='u'>", "<a xmlns='u' xmlns:p='v'>"],
  ])("%s", (_, one, other) => {
    expect(sameScope(scopeBehind(one), scopeBehind(other))).toBe(false);
    expect(sameScope(scopeBehind(other), scopeBehind(one))).toBe(false);
  });
});
