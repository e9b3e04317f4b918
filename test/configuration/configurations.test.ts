/** Configuration files that apply to a path, and their precedence. */

import { describe, expect, test } from "vitest";
import { Configurations } from "../../server/configuration/configurations";
import { inEnglish } from "../../server/core/text/translate";

/** Files by their paths; what was read is kept, in order. */
function inFiles(files: Record<string, unknown>, only?: string | false) {
  const reads: string[] = [];
  const read = (path: string) => {
    reads.push(path);
    const content = files[path];
    return typeof content === "string" || content === undefined ? content : JSON.stringify(content);
  };
  return { configurations: new Configurations(read, only), reads, files };
}

describe("the files that hold", () => {
  test("are those of the folder and of all folders above; the nearest wins", async () => {
    const { configurations } = inFiles({
      "/a/xmpp-stanza.json": {
        rules: { "jid-invalid": "off", "iq-payload": "off" },
        language: "en",
      },
      "/a/b/xmpp-stanza.json": { rules: { "jid-invalid": "warning" }, sources: { python: true } },
    });
    expect(await configurations.for("/a/b/c/d.xml")).toEqual({
      rules: { "jid-invalid": "warning", "iq-payload": "off" },
      sources: { python: true },
      limits: {},
      extensions: {},
      source: undefined,
      isIgnored: false,
      language: "en",
      files: ["/a/b/xmpp-stanza.json", "/a/xmpp-stanza.json"],
    });
    expect((await configurations.for("/a/x.xml")).rules).toEqual({
      "jid-invalid": "off",
      "iq-payload": "off",
    });
    expect((await configurations.for("/z.xml")).files).toEqual([]);
  });

  test('end at a file with "root": true', async () => {
    const { configurations } = inFiles({
      "/a/xmpp-stanza.json": { rules: { "jid-invalid": "off" } },
      "/a/b/xmpp-stanza.json": { root: true, rules: { "iq-payload": "off" } },
    });
    expect((await configurations.for("/a/b/c.xml")).rules).toEqual({ "iq-payload": "off" });
  });

  test("a folder's override wins over its rules, and a nearer file over the override", async () => {
    const { configurations } = inFiles({
      "/a/xmpp-stanza.json": {
        rules: { "jid-invalid": "error" },
        overrides: [{ files: "b/**", rules: { "jid-invalid": "off", "iq-payload": "off" } }],
      },
      "/a/b/xmpp-stanza.json": { rules: { "jid-invalid": "warning" } },
    });
    expect((await configurations.for("/a/b/c.xml")).rules).toEqual({
      "jid-invalid": "warning",
      "iq-payload": "off",
    });
  });

  test("each is about paths in its own folder", async () => {
    const { configurations } = inFiles({
      "/a/xmpp-stanza.json": { ignore: ["/generated/"] },
      "/a/b/xmpp-stanza.json": { ignore: ["/old.xml"] },
    });
    const isIgnored = async (path: string) => (await configurations.for(path)).isIgnored;
    expect(await isIgnored("/a/generated/x.xml")).toBe(true);
    expect(await isIgnored("/a/generated/")).toBe(true);
    expect(await isIgnored("/a/b/generated/x.xml")).toBe(false);
    expect(await isIgnored("/a/b/old.xml")).toBe(true);
    expect(await isIgnored("/a/old.xml")).toBe(false);
  });

  test("are read once, until they are forgotten", async () => {
    const { configurations, reads, files } = inFiles({ "/a/xmpp-stanza.json": {} });
    await configurations.for("/a/b/one.xml");
    await configurations.for("/a/b/two.xml");
    expect(reads).toEqual(["/a/b/xmpp-stanza.json", "/a/xmpp-stanza.json", "/xmpp-stanza.json"]);
    files["/a/xmpp-stanza.json"] = { rules: { "jid-invalid": "off" } };
    configurations.reset();
    expect((await configurations.for("/a/b/one.xml")).rules).toEqual({ "jid-invalid": "off" });
  });

  test("are the named file only, and none with `false`", async () => {
    const files = {
      "/a/xmpp-stanza.json": { rules: { "jid-invalid": "off" } },
      "/ci/strict.json": { rules: { "iq-payload": "warning" }, ignore: ["x.xml"] },
    };
    const named = inFiles(files, "/ci/strict.json").configurations;
    expect(await named.for("/a/x.xml")).toMatchObject({
      rules: { "iq-payload": "warning" },
      isIgnored: false,
      files: ["/ci/strict.json"],
    });
    expect((await named.for("/ci/x.xml")).isIgnored).toBe(true);
    expect(await inFiles(files, false).configurations.for("/a/x.xml")).toMatchObject({
      rules: {},
      files: [],
    });
  });

  test("a mistake is reported with its file, and the other files apply", async () => {
    const { configurations } = inFiles({
      "/a/xmpp-stanza.json": { rules: { "jid-invalid": "off" } },
      "/a/b/xmpp-stanza.json": '{ "rules": [] }',
    });
    expect((await configurations.for("/a/b/c.xml")).rules).toEqual({ "jid-invalid": "off" });
    expect(await configurations.mistaken()).toMatchObject([
      { path: "/a/b/xmpp-stanza.json", mistakes: [{ span: { start: 11, end: 13 } }] },
    ]);
  });

  test.each([
    ["broken", "broken/**"],
    ["!broken", "!broken/**"],
    ["./broken", "./broken/**"],
    ["/broken", "/broken/**"],
    ["deep/broken", "deep/broken/**"],
    ["c++ (old)", "c++ (old)/**"],
  ])("a pattern that names a folder is a mistake: %s", async (pattern, meant) => {
    const folders = ["/a/broken", "/a/deep/broken", "/a/c++ (old)"];
    const text = JSON.stringify({ ruels: 1, overrides: [{ files: ["x/*.xml", pattern] }], a: 1 });
    const read = (path: string) => (path === "/a/xmpp-stanza.json" ? text : undefined);
    const configurations = new Configurations(read, undefined, (path) => folders.includes(path));
    await configurations.for("/a/b.xml");
    const [file] = await configurations.mistaken();
    const places = file!.mistakes.map(({ span }) => text.slice(span.start, span.end));
    expect(places).toEqual([`"ruels"`, `"${pattern}"`, `"a"`]);
    expect(inEnglish(file!.mistakes[1]!.message, file!.mistakes[1]!.values)).toBe(
      `Names a folder, not the files in it. Write "${meant}".`,
    );
  });

  test.each(["broken/**", "brok*", "other", "../a", "..", "deep/*/broken"])(
    "a pattern that names no folder beside the file is none: %s",
    async (pattern) => {
      const text = JSON.stringify({ overrides: [{ files: pattern }] });
      const read = (path: string) => (path === "/a/xmpp-stanza.json" ? text : undefined);
      const folders = ["/a/broken", "/broken", "/a/..", "/a/../a", "/other", "/a/b/other"];
      const configurations = new Configurations(read, undefined, (path) => folders.includes(path));
      await configurations.for("/a/b.xml");
      expect(await configurations.mistaken()).toEqual([]);
    },
  );

  test("an unreadable file is read again later", async () => {
    let fails = true;
    const configurations = new Configurations((path) => {
      if (fails && path === "/a/xmpp-stanza.json") throw new Error("not now");
      return undefined;
    });
    await expect(configurations.for("/a/b.xml")).rejects.toThrow("not now");
    fails = false;
    expect((await configurations.for("/a/b.xml")).files).toEqual([]);
  });
});

describe("reading again", () => {
  const set = (severity: string) => JSON.stringify({ rules: { "jid-invalid": severity } });

  test("notices files that were changed, created or deleted", async () => {
    const files: Record<string, unknown> = { "/a/xmpp-stanza.json": set("off") };
    const { configurations } = inFiles(files);
    const severity = async () => (await configurations.for("/a/b/c.xml")).rules["jid-invalid"];
    expect(await severity()).toBe("off");
    expect(await configurations.reread("/a/b/c.xml")).toBe(false);
    for (const [path, content, expected] of [
      ["/a/xmpp-stanza.json", set("warning"), "warning"],
      ["/a/b/xmpp-stanza.json", set("error"), "error"],
      ["/a/b/xmpp-stanza.json", undefined, "warning"],
    ] as const) {
      files[path] = content;
      expect(await configurations.reread("/a/b/c.xml")).toBe(true);
      expect(await severity()).toBe(expected);
    }
  });

  test("reads no file above the root, nor files that were not read before", async () => {
    const { configurations, reads } = inFiles({
      "/a/b/xmpp-stanza.json": { root: true },
      "/a/xmpp-stanza.json": set("off"),
    });
    expect(await configurations.reread("/a/b/c.xml")).toBe(false);
    expect(reads).toEqual([]);
    await configurations.for("/a/b/c.xml");
    reads.length = 0;
    expect(await configurations.reread("/a/b/c.xml")).toBe(false);
    expect(reads).toEqual(["/a/b/xmpp-stanza.json"]);
  });
});
