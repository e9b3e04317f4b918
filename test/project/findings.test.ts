/**
 * A finding is the same object on the command line and from the package for programs, and meets the schema. That editors
 * have the same findings is in parity.test.ts.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import schema from "../../schemas/findings.schema.json";
import { check, checkFile, type Finding } from "../../server/api/index";
import { Folder, run } from "../support/commandLine";
import { corpus, hasCorpus, noCorpus } from "../support/corpus";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const meets = ajv.compile(schema);

/** What the command line prints for the files of a folder. */
function printed(folder: string, files: readonly string[]): Finding[] {
  const args = ["check", ...files, "--format", "json", "--no-config", "--jobs", "1"];
  const { stdout, status } = run(args, { cwd: folder });
  expect(status).not.toBe(2);
  return JSON.parse(stdout);
}

/** The same findings three times: of the command line, of the files, of their texts. */
async function expectSame(folder: string, files: readonly string[]): Promise<number> {
  const expected = printed(folder, files);
  expect(meets(expected), JSON.stringify(meets.errors?.slice(0, 3))).toBe(true);
  for (const file of files) {
    const path = join(folder, file);
    const ofFile = await checkFile(path, { configFile: false });
    const named = ofFile.map((one) => ({ ...one, file }));
    expect(named).toEqual(expected.filter((one) => one.file === file));
    // A XEP may have a file of entities beside it, which a text has not.
    if (file.includes("xep")) continue;
    expect(check(readFileSync(path, "utf8").replace(/^\ufeff/, ""), { filename: file })).toEqual(
      expected.filter((one) => one.file === file),
    );
  }
  return expected.length;
}

/** Files below a folder, by their paths in it. */
function filesIn(folder: string, take: (index: number) => boolean = () => true): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .filter((_, index) => take(index));
}

const isLong = process.env.XMPP_STANZA_LONG === "1";

describe("command line and package", () => {
  it("have the same findings in the fixtures, as the schema says", async () => {
    const folder = resolve("test/fixtures");
    expect(await expectSame(folder, filesIn(folder))).toBeGreaterThan(50);
  });

  it("have the same findings in documents of other kinds", async () => {
    using folder = new Folder({
      "a.md": "# A\n\n```xml\n<iq type='get'/>\n```\n",
      "b.log": "SENT: <iq type='get'/>\nRECV: <presence type='away'/>\n",
      "c.scs": "[Client] Romeo\n\tjid: a@b\n\nRomeo sends:\n\t<iq type='get'/>\n",
      "d.ts": "const stanza = `<iq type='get'/>`;\n",
      "e.java": "String stanza = \"<iq type='get'/>\";\n",
      "f.xml": "\ufeff<iq type='get'/>\r\n<iq",
    });
    expect(await expectSame(folder.path, filesIn(folder.path))).toBeGreaterThan(5);
  });

  it.runIf(hasCorpus)(`have the same findings in a corpus ${noCorpus}`, async () => {
    for (const part of ["stanzas", "xeps"]) {
      const folder = join(corpus, part);
      const files = filesIn(folder, (index) => isLong || index % 16 === 0);
      await expectSame(folder, files);
    }
  });
});
