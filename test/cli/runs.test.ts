/** Runs over many files: which are found, in threads, in shards, and with kept results. */

import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Progress } from "../../server/cli/progress";
import { inEnglish } from "../../server/core/text/translate";
import { globOf } from "../../server/disk/glob";
import { Folder, run, withSlashes } from "../support/commandLine";

const broken = "<iq type='get' id='1'/>\n";
const checked = (folder: Folder, ...args: string[]) =>
  withSlashes(folder.run(["check", "--format", "tsv", "--no-config", ...args]))
    .stdout.split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t")[0]);

describe("folders", () => {
  test("are walked in the order of whole paths, without the folders of git and package managers", () => {
    using folder = new Folder({
      ".gitignore": "build/\n*.tmp.xml\n!kept.tmp.xml\n",
      "b.xml": broken,
      "a/c.xml": broken,
      "a-b.xml": broken,
      "a/.gitignore": "local.xml\n",
      "a/local.xml": broken,
      "build/d.xml": broken,
      "x.tmp.xml": broken,
      "kept.tmp.xml": broken,
      "node_modules/e.xml": broken,
      ".git/f.xml": broken,
      "a/g.txt": broken,
    });
    expect(checked(folder, ".")).toEqual(["a-b.xml", "a/c.xml", "b.xml", "kept.tmp.xml"]);
    expect(checked(folder, "a")).toEqual(["a/c.xml"]);
  });

  test.skipIf(["win32", "darwin"].includes(process.platform))(
    "are told apart by the case of their names, as git does it",
    () => {
      using folder = new Folder({ ".gitignore": "Build/\n", "build/a.xml": broken });
      expect(checked(folder, ".")).toEqual(["build/a.xml"]);
    },
  );

  test("that git ignores are walked when they are named", () => {
    using folder = new Folder({ ".gitignore": "build/\n", "build/d.xml": broken });
    expect(checked(folder, "build")).toEqual(["build/d.xml"]);
  });

  test("are not left through symbolic links", () => {
    using outside = new Folder({ "o.xml": broken });
    using folder = new Folder({ "a.xml": broken });
    symlinkSync(outside.path, join(folder.path, "link"));
    symlinkSync(join(outside.path, "o.xml"), join(folder.path, "l.xml"));
    expect(checked(folder, ".")).toEqual(["a.xml"]);
    expect(checked(folder, "l.xml")).toEqual(["l.xml"]);
    expect(checked(folder, "**/*.xml")).toEqual(["a.xml"]);
  });

  test("patterns find files whatever they are called, and each file is checked once", () => {
    using folder = new Folder({ "a.log": broken, "s/b.log": broken, "s/c.xml": broken });
    expect(checked(folder, "**/*.log", "s/b.log")).toEqual(["a.log", "s/b.log"]);
    expect(checked(folder, "./s/*.{xml,log}")).toEqual(["s/b.log", "s/c.xml"]);
    expect(folder.run(["check", "*.nothing"])).toMatchObject({
      status: 2,
      stderr: "xmpp-stanza: *.nothing: no file matches this pattern\n",
    });
    expect(folder.run(["check", "*.{a..c}"])).toMatchObject({
      status: 2,
      stderr: "xmpp-stanza: *.{a..c}: {a..c} is not supported in patterns. Write {a,b}.\n",
    });
  });

  test("patterns are written with the separator of paths, whichever that is", () => {
    const glob = globOf(".\\s\\**\\*.log", "\\");
    if ("message" in glob) throw new Error(glob.message);
    expect(glob.base).toBe("s");
    expect(["s\\a.log", "s\\t\\b.log", "s\\c.xml"].filter(glob.matches)).toEqual([
      "s\\a.log",
      "s\\t\\b.log",
    ]);
  });
});

const many = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [
    `${1000 + i}.xml`,
    i % 3 === 0 ? "<message/>" : broken.repeat(i % 5),
  ]),
);

describe("threads", () => {
  const formats = ["pretty", "compact", "tsv", "json", "sarif", "github", "junit"];

  test.each(formats)("give the same %s as one thread", (format) => {
    using folder = new Folder({ ...many, "latin.xml": Buffer.from([0xff, 0x41]) });
    const args = ["check", ".", "missing.xml", "--format", format, "--no-config"];
    const [one, two, four] = ["1", "2", "4"].map((jobs) => folder.run([...args, "--jobs", jobs]));
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    expect(one?.status).toBe(2);
  });

  test("mend files too", () => {
    const text =
      "<iq type='error' id='1'><error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
    using folder = new Folder(Object.fromEntries([1, 2, 3, 4].map((i) => [`${i}.xml`, text])));
    folder.run(["check", ".", "--fix", "--jobs", "3"]);
    for (const i of [1, 2, 3, 4]) {
      expect(readFileSync(join(folder.path, `${i}.xml`), "utf8")).toContain(
        "<error type='cancel'>",
      );
    }
  });

  test("are at least one", () => {
    expect(run(["check", ".", "--jobs", "0"]).stderr).toContain(
      "--jobs: this is not a whole number of at least 1",
    );
  });
});

describe("shards", () => {
  test("together check each file exactly once", () => {
    using folder = new Folder(many);
    const whole = checked(folder, ".");
    const parts = [1, 2, 3, 4].map((i) => checked(folder, ".", "--shard", `${i}/4`));
    expect(parts.flat().sort()).toEqual(whole);
    expect(parts.every((part) => part.length > 0)).toBe(true);
  });

  test.each(["0/2", "3/2", "1", "a/b"])("%s is none", (shard) => {
    expect(run(["check", ".", "--shard", shard])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--shard is written i/n"),
    });
  });
});

describe("a cache", () => {
  test("changes nothing but the time", () => {
    using folder = new Folder(many);
    const args = ["check", ".", "--format", "json"];
    const without = folder.run(args);
    expect(folder.run([...args, "--cache"])).toEqual(without);
    expect(folder.run([...args, "--cache"])).toEqual(without);
    expect(folder.run([...args, "--cache", "--jobs", "2"])).toEqual(without);
  });

  test("gives kept results, and forgets them when file, options or configuration change", () => {
    using folder = new Folder({ "a.xml": broken });
    const cache = join(folder.path, "kept");
    const check = (...args: string[]) =>
      folder.run(["check", "a.xml", "--format", "tsv", "--cache-location", "kept", ...args]).stdout;
    const first = check();
    // The cached result is printed: here the cache was changed.
    writeFileSync(cache, readFileSync(cache, "utf8").replaceAll("iq-payload", "kept-result"));
    expect(check()).toBe(first.replaceAll("iq-payload", "kept-result"));
    expect(check("--rule", "iq-payload=warning")).toBe(first);
    writeFileSync(cache, readFileSync(cache, "utf8").replaceAll("iq-payload", "kept-result"));
    folder.write("xmpp-stanza.json", `{ "rules": { "iq-payload": "warning" } }`);
    expect(check()).toBe(first);
    folder.write("a.xml", `\n${broken}`);
    expect(check()).toBe("a.xml\t2\tiq-payload\n");
  });

  test("checks a XEP again when an entity file beside it changes", () => {
    using folder = new Folder({
      "xep-0001.xml": "<xep><example>&lt;message type='&sort;'/></example></xep>",
      "xep.ent": "<!ENTITY sort 'chat'>",
    });
    const check = () => folder.run(["check", ".", "--format", "tsv", "--cache"]).stdout;
    expect(check()).toBe("");
    folder.write("xep.ent", "<!ENTITY sort 'letter'>");
    expect(check()).toBe("xep-0001.xml\t1\tstanza-type-invalid\n");
  });

  test("that is damaged is made anew; a failure to write it is reported", () => {
    using folder = new Folder({ "a.xml": "<message/>", ".xmpp-stanza-cache": "{" });
    expect(folder.run(["check", "a.xml", "--cache"]).status).toBe(0);
    expect(statSync(join(folder.path, ".xmpp-stanza-cache")).size).toBeGreaterThan(20);
    expect(folder.run(["check", "a.xml", "--cache-location", "no/where"])).toMatchObject({
      status: 2,
      stderr: "xmpp-stanza: no/where: there is no such file or folder\n",
    });
  });

  test("keeps nothing of a run that mends", () => {
    using folder = new Folder({ "a.xml": "<message/>" });
    folder.run(["check", "a.xml", "--cache", "--fix"]);
    expect(existsSync(join(folder.path, ".xmpp-stanza-cache"))).toBe(false);
  });
});

describe("progress", () => {
  function shown(isTTY: boolean, milliseconds: number): string {
    let now = 0;
    let written = "";
    const write = (text: string) => {
      written += text;
    };
    const progress = new Progress({ isTTY, write }, 200, inEnglish, () => now);
    progress.show(1);
    now = milliseconds;
    progress.show(50);
    now += 20;
    progress.show(51);
    progress.clear();
    return written;
  }

  test("is shown on a terminal when a run takes over a second, and taken away", () => {
    expect(shown(true, 1500)).toBe(
      `\r${"█".repeat(6)}${"░".repeat(18)} 50 of 200 files\u001b[K\r\u001b[K`,
    );
  });

  test("is not shown for a short run, nor where there is no terminal", () => {
    expect(shown(true, 900)).toBe("");
    expect(shown(false, 5000)).toBe("");
  });
});
