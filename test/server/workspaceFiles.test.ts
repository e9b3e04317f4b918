/** The files of the machine as the server finds them: those of the workspace, and none through a link. */

import { symlinkSync } from "node:fs";
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

test("symbolic links are not followed, out of the workspace or around in it", async () => {
  using outside = new Folder({ "o.xml": broken, "in/p.xml": broken });
  using folder = new Folder({ "a.xml": broken, "b/c.xml": broken });
  symlinkSync(outside.path, join(folder.path, "folder"), "junction");
  symlinkSync(join(outside.path, "o.xml"), join(folder.path, "file.xml"));
  symlinkSync(folder.path, join(folder.path, "b/circle"), "junction");
  symlinkSync(join(folder.path, "nowhere"), join(folder.path, "gone.xml"));
  const uri = pathToFileURL(folder.path).href;
  session = await Session.start(pullingClient, {}, undefined, {
    files: createNodeFileReader(() => inEnglish),
    folders: [{ uri, name: "w" }],
  });
  const { items }: WorkspaceDiagnosticReport = await session.connection.sendRequest(
    "workspace/diagnostic",
    { previousResultIds: [] },
  );
  expect(items.map((item) => item.uri.slice(uri.length + 1))).toEqual(["a.xml", "b/c.xml"]);
  expect(session.logged).toEqual([]);
});
