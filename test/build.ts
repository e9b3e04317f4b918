/**
 * Builds what runs, once before the tests: the command line and the server are tested as processes. What they keep
 * for the next run is kept for the tests alone.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-cache-"));
  process.env.NODE_COMPILE_CACHE = folder;
  execFileSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" });
  return () => rmSync(folder, { recursive: true, force: true });
}
