/** Files that may hold stanzas, and their adapters. */

import { describe, expect, it } from "vitest";
import { adapterFor } from "../../../server/core/sources/load";
import { mayHoldStanzasByName, optionalSources } from "../../../server/core/sources/names";
import { mightContainStanza } from "../../../server/core/sources/plain";

describe("a file may hold stanzas by its name", () => {
  it.each(["a.xmpp", "a.stanza", "a.XML", "a.b.xml", "a.md", "a.RST", "a.scs", "a.py", "a.java"])(
    "%s",
    (name) => {
      expect(mayHoldStanzasByName(name, {})).toBe(true);
    },
  );

  it.each(["a.txt", "xml", "README", "a.", "a.hs", "a.xml.bak"])("not %s", (name) => {
    expect(mayHoldStanzasByName(name, {})).toBe(false);
  });

  it("as far as its source is switched on", () => {
    expect(mayHoldStanzasByName("a.js", { javascript: true })).toBe(true);
    expect(mayHoldStanzasByName("a.py", { python: false })).toBe(false);
    expect(mayHoldStanzasByName("a.go", { go: false, comments: false })).toBe(false);
    expect(mayHoldStanzasByName("a.md", { markdown: false })).toBe(false);
    expect(mayHoldStanzasByName("a.xml", { markdown: false })).toBe(true);
  });
});

describe("a document is worth a look", () => {
  it.each([
    ["<iq/>", true],
    ["<c:message>", true],
    ["<iqs/>", false],
    ["&lt;iq/>", false],
    ["<xep>&lt;iq&gt;", true],
    ["<xep>&#x3C;presence ", true],
    ["<xep>", false],
    ['"\\u003cmessage to=', true],
    ["<<60, 109,101,115", true],
    ["<<60,97>>", false],
  ])("%s: %s", (text, expected) => {
    expect(mightContainStanza(text)).toBe(expected);
  });
});

describe("the adapter of a document", () => {
  it.each(optionalSources)("%s can be asked for, whatever is switched on", async (name) => {
    const adapter = await adapterFor({ text: "" }, { [name]: false }, name);
    expect(adapter?.name).toBe(name);
  });

  it("is undefined for stanzas, and for a document to be read as stanzas", async () => {
    expect(await adapterFor({ text: "<iq/>", path: "a.xml" }, {})).toBeUndefined();
    expect(await adapterFor({ text: "", path: "a.md" }, {}, "plain")).toBeUndefined();
  });

  it("finds nothing in a document of a sort that is switched off", async () => {
    const off = await adapterFor({ text: "`<iq/>`", path: "a.js" }, { javascript: false });
    expect(off?.read("stx`<iq/>`", {})).toEqual([]);
    const on = await adapterFor({ text: "stx`<iq/>`", path: "a.js" }, { javascript: true });
    expect(on?.read("stx`<iq/>`", {})).toHaveLength(1);
  });

  it("reads comments of programs unless they are switched off", async () => {
    for (const [path, text] of [
      ["a.go", "// <iq/>\n"],
      ["a.ts", "/* <iq/> */\n"],
      ["a.py", "# <iq/>\n"],
    ] as const) {
      const regions = async (comments?: boolean) => {
        const switches = comments === undefined ? {} : { comments };
        return (await adapterFor({ text, path }, switches))?.read(text, { path });
      };
      expect(await regions(), path).toHaveLength(1);
      expect(await regions(false), path).toEqual([]);
    }
  });

  it("finds nothing in a program in a language that is not read, but where it is asked to", async () => {
    const question = { text: 's = "<iq/>"', path: "a.vala" };
    expect((await adapterFor(question, {}))?.read(question.text, {})).toEqual([]);
    expect(await adapterFor(question, {}, "plain")).toBeUndefined();
    expect(await adapterFor({ ...question, languageId: "xmpp-stanza" }, {})).toBeUndefined();
  });

  it("is none for a transcript where these are switched off: it is read as it stands", async () => {
    const question = { text: "SENT: <iq/>\nRECV: <iq/>\n", path: "a.log", languageId: "log" };
    expect((await adapterFor(question, {}))?.name).toBe("transcript");
    expect(await adapterFor(question, { transcript: false })).toBeUndefined();
  });
});
