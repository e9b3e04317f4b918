// Runs the suite of test/vscode in a real VS Code: the desktop one where a window can open and VS
// Code is there or can be downloaded, else the hosted one with headless Chromium.
// usage: node scripts/vscode/test.mjs [--version 1.N.P] [--shot FILE]
//   VSCODE_PATH=FILE      an installed VS Code's program       CHROMIUM=FILE  the browser's program
//   VSCODE_HOST=required  having no VS Code is a failure       MOCHA_GREP=RE  only these tests
//   VERBOSE=1             print VS Code's own log too
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { buildExtension, option, root, temporaryFolder } from "./common.mjs";
import { findDesktop, runDesktop } from "./desktop.mjs";
import { noHostedReason, runHosted } from "./hosted.mjs";
import { VSCODE_VERSION } from "./install.mjs";
import { finish, finishWithoutHost, runReported } from "./report.mjs";

/** Ends what hangs. */
const TIMEOUT_MS = 1_200_000;

async function buildTests() {
  const outfile = join(root, "dist/test/index.js");
  await build({
    entryPoints: [join(root, "test/vscode/index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

/** The first host that can be had, as a function that runs the suite in it. */
async function chooseHost(version) {
  const desktop = await findDesktop(version);
  if (desktop.executable) {
    console.log("Host: desktop VS Code");
    return (run) => runDesktop({ ...run, executable: desktop.executable });
  }
  console.log(`No desktop VS Code: ${desktop.reason}`);
  const reason = noHostedReason(version);
  if (!reason) {
    console.log(`Host: hosted VS Code ${version ?? VSCODE_VERSION} in headless Chromium`);
    return (run) => runHosted({ ...run, version });
  }
  console.log(`No hosted VS Code: ${reason}`);
  return undefined;
}

const host = await chooseHost(option("--version"));
if (!host) {
  console.log("The tests need one of the two; see the top of scripts/vscode/test.mjs.");
  finishWithoutHost("no VS Code to run the extension's tests in");
}

const shot = option("--shot");
buildExtension();
const tests = await buildTests();
const run = await runReported((report) => {
  const { folder } = temporaryFolder(); // the tests edit and save: they get a copy
  const workspace = join(folder, "workspace");
  cpSync(join(root, "test/vscode/workspace"), workspace, { recursive: true });
  return host({ workspace, tests, report, timeout: TIMEOUT_MS, shot: shot && resolve(shot) });
});
finish(run);
