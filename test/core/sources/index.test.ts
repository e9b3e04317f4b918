/** Recognition of the kind of a document, and loading of its adapter. */

import { describe, expect, it } from "vitest";
import { type AdapterLoaders, SourceAdapters, sourceOf } from "../../../server/core/sources";
import markdown from "../../../server/core/sources/markdown";
import {
  optionalSources,
  type SourceName,
  unreadLanguageOf,
} from "../../../server/core/sources/names";
import type { SourceAdapter } from "../../../server/core/sources/source";
import xep from "../../../server/core/sources/xep";

describe("the sort of a document", () => {
  it("is determined by its language, else by its extension", () => {
    const paths: readonly [string, SourceName][] = [
      ["a.md", "markdown"],
      ["a/b.RST", "markdown"],
      ["a.scs", "scansion"],
      ["a.mts", "javascript"],
      ["a.jsx", "javascript"],
      ["a.py", "python"],
      ["a.xml", "plain"],
      ["a.json", "json"],
      ["a/B.java", "java"],
      ["C.CPP", "c"],
      ["a.b.rs", "rust"],
      ["a.cot", "tigase"],
    ];
    for (const [path, name] of paths) expect(sourceOf({ path, text: "" }), path).toBe(name);
    expect(sourceOf({ languageId: "typescriptreact", path: "a.md", text: "" })).toBe("javascript");
    expect(sourceOf({ languageId: "xml", path: "a.xml", text: "<iq/>" })).toBe("plain");
  });

  it("is a XEP where that is the root", () => {
    const heads = [
      "",
      "<?xml version='1.0'?>\n<!-- <a> -->",
      "\ufeff<!DOCTYPE xep SYSTEM 'xep.dtd' [\n<!ENTITY % ents SYSTEM 'xep.ent'> <!ENTITY a '<b>'>\n%ents;\n]>\n<?xml-stylesheet href='x'?>\n",
      "<!DOCTYPE xep SYSTEM 'xep.dtd'>",
    ];
    for (const head of heads) expect(sourceOf({ text: `${head}<xep>\n` }), head).toBe("xep");
    for (const text of ["<a><xep></a>", "<!-- <xep> --><iq/>", "<xepx>", "xep"]) {
      expect(sourceOf({ text, path: "a.xml" }), text).toBe("plain");
    }
  });

  it("is a transcript by its content, whatever its name", () => {
    const logs = [
      "C: <iq/>",
      "a\n<< <iq/>",
      "12:00:01 got <iq/>",
      "[debug] <iq/>",
      "OUT\n<iq/>\nIN\n<iq/>\n",
      "x sending <iq/>\nx receiving <iq/>\n",
      'a = <<"<iq/>">>',
      "a = <<60,105,113,47,62>>",
      '{"msg":"\\u003ciq/\\u003e"}',
    ];
    for (const text of logs) {
      for (const path of ["a.log", "a.log.1", "a.err", "a.trace", "a.txt", "log", "a/-"]) {
        expect(sourceOf({ path, text }), `${path}: ${text}`).toBe("transcript");
      }
      expect(sourceOf({ text }), text).toBe("transcript");
      expect(sourceOf({ languageId: "plaintext", text }), text).toBe("transcript");
      expect(sourceOf({ path: "a.xmpp", text }), text).toBe("plain");
      expect(sourceOf({ languageId: "xml", path: "a.log", text }), text).toBe("plain");
    }
    for (const text of ["<iq/>", "words\n<iq/>\n", "see <iq/> in it", "sent <iq/>\nsent <iq/>\n"]) {
      expect(sourceOf({ path: "a.txt", text }), text).toBe("plain");
    }
  });

  it("is a capture or a log for some JSON, as its text shows", () => {
    const capture = '[{"_index": "a", "_source": {"layers": {"tcp.payload": "3c"}}}]';
    expect(sourceOf({ path: "a.json", text: capture })).toBe("plain");
    const record = '{"at": 1, "text": "<iq id=\\"1\\"/>"}\n';
    expect(sourceOf({ path: "a.jsonl", text: record.repeat(2) })).toBe("transcript");
    expect(sourceOf({ path: "a.json", text: record })).toBe("json");
  });

  it("is none for a program in a language that is not read", () => {
    for (const path of ["a/B.hs", "a.zig", "a.b.nim", "C.VUE"]) {
      expect(sourceOf({ path, text: 'x = "<iq a=\\"b\\"/>"' }), path).toBe("plain");
      expect(unreadLanguageOf(path), path).toMatch(/^[A-Z]/);
    }
    for (const path of [
      "a.xmpp",
      "a.ts",
      "a.java",
      "a.log",
      "java",
      "a.java/b",
      "constructor",
      "a.toString",
    ]) {
      expect(unreadLanguageOf(path), path).toBeUndefined();
    }
  });
});

describe("adapters", () => {
  it("are loaded once, and again if that failed", async () => {
    let count = 0;
    const load = async (): Promise<SourceAdapter> => {
      if (count++ === 0) throw new Error("not there");
      return markdown;
    };
    const none = () => xep;
    const others = Object.fromEntries(optionalSources.map((name) => [name, none]));
    const adapters = new SourceAdapters({ ...others, markdown: load } as AdapterLoaders);
    expect(await adapters.load("plain")).toBeUndefined();
    await expect(adapters.load("markdown")).rejects.toThrow("not there");
    expect(adapters.adapterFor("markdown")).toBeUndefined();
    expect(await adapters.load("markdown")).toBe(markdown);
    expect(await adapters.load("markdown")).toBe(markdown);
    expect(adapters.adapterFor("markdown")).toBe(markdown);
    expect(count).toBe(2);
  });
});
