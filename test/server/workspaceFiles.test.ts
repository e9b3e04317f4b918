/** The files of the machine as the server finds them: those of the workspace, and none through a link. */

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { WorkspaceDiagnosticReport } from "vscode-languageserver";
import { inEnglish } from "../../server/core/text/translate";
import { createNodeFileReader } from "../../server/hosts/nodeFiles";
import { Folder } from "../support/commandLine";
import { pullingClient, Session } from "./support";

const broken = "<iq type='get' id='1'/>";

let session: Session | undefined;
afterEach(() => session?.dispose());

const isPosix = process.platform !== "win32";

async function startIn(folder: Folder): Promise<string> {
  const uri = pathToFileURL(folder.path).href;
  session = await Session.start(pullingClient, {}, undefined, {
    files: createNodeFileReader(() => inEnglish),
    folders: [{ uri, name: "w" }],
  });
  return uri;
}

type Reports = WorkspaceDiagnosticReport["items"];

async function checkAll(previous: Reports = []): Promise<Reports> {
  const previousResultIds = previous.flatMap(({ uri, resultId: value }) =>
    value === undefined ? [] : [{ uri, value }],
  );
  const { items }: WorkspaceDiagnosticReport = await session!.connection.sendRequest(
    "workspace/diagnostic",
    { previousResultIds },
  );
  return items;
}

/** Names with what is said of them. */
const told = (items: Reports, uri: string) =>
  items.map((item) => [
    item.uri.slice(uri.length + 1),
    item.kind === "full" ? item.items.map(({ message }) => message) : "unchanged",
  ]);

test.runIf(isPosix)("pipes and links to devices are told and not read", async () => {
  using folder = new Folder({ "a.xml": "<presence/>", "words.txt": "x" });
  execFileSync("mkfifo", [join(folder.path, "pipe.xml"), join(folder.path, "pipe.txt")]);
  symlinkSync("/dev/zero", join(folder.path, "zero.xml"));
  const uri = await startIn(folder);
  const first = await checkAll();
  const reason = "This file was not checked: is not a regular file";
  expect(told(first, uri)).toEqual([
    ["pipe.xml", [reason]],
    ["zero.xml", [reason]],
    ["a.xml", []],
  ]);
  expect(session!.logged).toHaveLength(2);
  rmSync(join(folder.path, "pipe.xml"));
  expect(told(await checkAll(first), uri)).toEqual([
    ["pipe.xml", []],
    ["zero.xml", [reason]],
    ["a.xml", "unchanged"],
  ]);
});

test.runIf(isPosix && process.getuid?.() !== 0)(
  "a folder that may not be read is told, and the rest is checked",
  async () => {
    using folder = new Folder({ "a.xml": "<presence/>" });
    mkdirSync(join(folder.path, "b"));
    chmodSync(join(folder.path, "b"), 0);
    const uri = await startIn(folder);
    expect(told(await checkAll(), uri)).toEqual([
      ["b", ["This file was not checked: reading it is not permitted"]],
      ["a.xml", []],
    ]);
  },
);

test("symbolic links are not followed, out of the workspace or around in it", async () => {
  using outside = new Folder({ "o.xml": broken, "in/p.xml": broken });
  using folder = new Folder({ "a.xml": broken, "b/c.xml": broken });
  symlinkSync(outside.path, join(folder.path, "folder"), "junction");
  symlinkSync(join(outside.path, "o.xml"), join(folder.path, "file.xml"));
  symlinkSync(folder.path, join(folder.path, "b/circle"), "junction");
  symlinkSync(join(folder.path, "nowhere"), join(folder.path, "gone.xml"));
  const uri = await startIn(folder);
  const items = await checkAll();
  expect(items.map((item) => item.uri.slice(uri.length + 1))).toEqual(["a.xml", "b/c.xml"]);
  expect(session?.logged).toEqual([]);
});
