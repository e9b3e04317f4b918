// Runs the suite of test/vscode in a VS Code that is a web page, in headless Chromium, on files that are in
// memory only: the extension is that of the package, and nothing of this folder is loaded but the tests.
// usage: node scripts/vscode/web.mjs [--shot FILE]
//   CHROMIUM=FILE         the browser's program                VSCODE_HOST=required  must not be skipped
//   MOCHA_GREP=RE         only these tests                     VERBOSE=1             print the page's log
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { packageExtension } from "../package/package.mjs";
import { unpackExtension } from "../package/unpackVsix.mjs";
import { buildExtension, cache, option, quietSettings, root, temporaryFolder } from "./common.mjs";
import { noHostedReason } from "./hosted.mjs";
import { runInPage } from "./page.mjs";
import { finish, finishWithoutHost, runReported } from "./report.mjs";
import { startWebServer } from "./webServer.mjs";

/** Ends what hangs. */
const TIMEOUT_MS = 1_200_000;
/** Beside the package's files: an extension host takes tests from the extension alone. */
const TESTS = "tests.js";
/** VS Code keeps the files of this scheme in memory. */
const FOLDER = { scheme: "tmp", path: "/workspace" };

function workspaceFiles() {
  const folder = join(root, "test/vscode/workspace");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}

async function buildTests(extension) {
  await build({
    entryPoints: [join(root, "test/vscode/web/index.ts")],
    outfile: join(extension, TESTS),
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "cjs",
    external: ["vscode"],
    alias: { "node:assert/strict": join(root, "test/vscode/web/assert.ts") },
    define: {
      WORKSPACE_FILES: JSON.stringify(workspaceFiles()),
      MOCHA_GREP: JSON.stringify(process.env.MOCHA_GREP ?? ""),
    },
    // Mocha's build looks for one.
    banner: { js: "globalThis.process ??= { env: {}, platform: 'browser', cwd: () => '/' };" },
    logLevel: "warning",
  });
}

async function runSuite(extension, report) {
  const server = await startWebServer({
    extension,
    tests: TESTS,
    folder: FOLDER,
    settings: quietSettings,
  });
  const shot = option("--shot");
  try {
    return await runInPage({
      url: server.url,
      report,
      timeout: TIMEOUT_MS,
      shot: shot && resolve(shot),
      failureShot: join(cache, "failure-web.png"),
    });
  } finally {
    server.stop();
  }
}

const reason = noHostedReason();
if (reason) finishWithoutHost(`no VS Code in a browser: ${reason}`);

buildExtension();
const { folder } = temporaryFolder();
const extension = join(folder, "extension");
unpackExtension(await packageExtension(folder), extension);
await buildTests(extension);
finish(await runReported((report) => runSuite(extension, report)));
