/** A reader that has seen enough closes the pipe: the exit status is the same as without it. */

import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { cli, environment, Folder } from "../support/commandLine";

const wrong = "<iq type='error' id='q1'/>\n";
const right = "<message type='chat' id='1'/>\n";

test.runIf(process.platform !== "win32").each([
  ["check wrong.xmpp --format compact", 1],
  ["check wrong.xmpp --format compact --rule error-child-missing=warning", 0],
  ["check wrong.xmpp none.xmpp --format compact", 2],
  ["stanzas right.xmpp", 0],
  ["stanzas right.xmpp none.xmpp", 2],
])("%s | head -n 1", (command, status) => {
  // More than a pipe holds.
  using folder = new Folder({
    "wrong.xmpp": wrong.repeat(2000),
    "right.xmpp": right.repeat(20_000),
  });
  const line = `set -o pipefail; "${process.execPath}" "${cli}" ${command} | head -n 1`;
  const result = spawnSync("bash", ["-c", line], {
    cwd: folder.path,
    env: environment,
    encoding: "utf8",
  });
  expect(result.stdout.split("\n")).toHaveLength(2);
  expect(result.status).toBe(status);
});
