/** Builds what runs, once before the tests: the command line and the server are tested as processes. */

import { execFileSync } from "node:child_process";

export default function setup(): void {
  execFileSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" });
}
