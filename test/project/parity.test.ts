/**
 * The same answer in the editor and on the command line: the language server's diagnostics of a folder
 * and the command line's findings in it are the same files, rules, ranges, severities and messages.
 */

import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type { Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver";
import type { ReportedFinding } from "../../server/core/check/report";
import { inEnglish } from "../../server/core/text/translate";
import { createNodeFileReader } from "../../server/hosts/nodeFiles";
import { pullingClient, Session } from "../server/support";
import { Folder, run } from "../support/commandLine";
import { corpus, hasCorpus, noCorpus } from "../support/corpus";

let session: Session | undefined;
afterEach(() => session?.dispose());

/** One line for each finding, as both sides can tell it. */
type Reports = Set<string>;

async function toldByServer(folder: string): Promise<Reports> {
  const uri = pathToFileURL(folder).href;
  session = await Session.start(pullingClient, { maxProblems: 1_000_000 }, undefined, {
    files: createNodeFileReader(() => inEnglish),
    folders: [{ uri, name: "folder" }],
  });
  const report: WorkspaceDiagnosticReport = await session.connection.sendRequest(
    "workspace/diagnostic",
    { previousResultIds: [] },
  );
  const reports: Reports = new Set();
  for (const one of report.items) {
    if (one.kind !== "full") continue;
    const file = decodeURIComponent(one.uri.slice(uri.length + 1));
    for (const { range, code, severity, message } of one.items as Diagnostic[]) {
      const { start, end } = range;
      const where = `${start.line}:${start.character}-${end.line}:${end.character}`;
      reports.add(`${file} ${where} ${code} ${severity} ${message}`);
    }
  }
  return reports;
}

function toldByCommandLine(folder: string): Reports {
  const args = ["check", ".", "--format", "json", "--jobs", "1"];
  const { stdout, status } = run(args, { cwd: folder });
  expect(status).not.toBe(2);
  const severities = { error: 1, warning: 2, information: 3 };
  return new Set(
    (JSON.parse(stdout) as ReportedFinding[]).map((one) => {
      const { file, rule, severity, message, line, column, endLine, endColumn } = one;
      const where = `${line - 1}:${column - 1}-${endLine - 1}:${endColumn - 1}`;
      return `${file} ${where} ${rule} ${severities[severity]} ${message}`;
    }),
  );
}

async function expectSame(folder: string): Promise<number> {
  const [server, commandLine] = [await toldByServer(folder), toldByCommandLine(folder)];
  expect([...server].filter((one) => !commandLine.has(one))).toEqual([]);
  expect([...commandLine].filter((one) => !server.has(one))).toEqual([]);
  return server.size;
}

const isLong = process.env.XMPP_STANZA_LONG === "1";

/** Every eighth file of a folder, and all of them in the long tests. */
function someOf(path: string): Folder {
  const folder = new Folder();
  const files = readdirSync(path).sort();
  for (const [i, name] of files.entries()) {
    if (isLong || i % 8 === 0) {
      cpSync(join(path, name), join(folder.path, name), { recursive: true });
    }
  }
  return folder;
}

describe("server and command line", () => {
  it("report the same for the fixtures", async () => {
    expect(await expectSame(resolve("test/fixtures"))).toBeGreaterThan(50);
  });

  it("report the same for a folder with configurations, ignored files and other sources", async () => {
    const broken = "<iq type='get'/>\n";
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true, "rules": { "iq-id-missing": "warning" }, "ignore": ["out/"], "sources": { "javascript": true } }`,
      ".gitignore": "*.ignored.xml",
      "a b/ä.xml": broken,
      "deep/xmpp-stanza.json": `{ "rules": { "iq-payload": "off" } }`,
      "deep/b.stanza": broken,
      "out/c.xml": broken,
      "d.ignored.xml": broken,
      "node_modules/e.xml": broken,
      "f.md": `text\n\n\`\`\`xml\n${broken}\`\`\`\n`,
      "g.js": `stx\`${broken}\`;\n`,
      "h.py": `"${broken.trim()}"\n`,
      "i.xml": "<project/>",
      "j.xml": `<!DOCTYPE xep [<!ENTITY a "b">]>\n<xep><example><![CDATA[${broken}]]></example></xep>`,
    });
    expect(await expectSame(folder.path)).toBe(11);
  });

  it.skipIf(!hasCorpus)(`report the same for the corpus ${noCorpus}`, async () => {
    expect(await expectSame(join(corpus, "stanzas"))).toBeGreaterThan(0);
    session?.dispose();
    using xeps = someOf(join(corpus, "xeps"));
    expect(await expectSame(xeps.path)).toBeGreaterThan(0);
  });

  it.skipIf(!hasCorpus)(
    `the command line has the same output in one thread, in two, and from a cache ${noCorpus}`,
    () => {
      const cache = join(resolve("dist"), "test-cache");
      mkdirSync(resolve("dist"), { recursive: true });
      using xeps = someOf(join(corpus, "xeps"));
      for (const cwd of [join(corpus, "stanzas"), xeps.path]) {
        const args = ["check", ".", "--format", "sarif"];
        const inFolder = { cwd };
        const one = run([...args, "--jobs", "1"], inFolder);
        expect(run([...args, "--jobs", "2"], inFolder)).toEqual(one);
        for (const _ of ["filled", "used"]) {
          expect(run([...args, "--cache-location", cache], inFolder)).toEqual(one);
        }
        rmSync(cache);
      }
    },
  );
});
