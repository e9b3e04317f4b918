// Runs the suite of test/vscode in a VS Code that is a web page: the extension's browser bundles in
// headless Chromium, on files that are in memory only.
// usage: node scripts/vscode/web.mjs [--shot FILE]
//   CHROMIUM=FILE         the browser's program                VSCODE_HOST=required  must not be skipped
//   MOCHA_GREP=RE         only these tests                     VERBOSE=1             print the page's log
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { findChromium, openPage } from "./browser.mjs";
import { buildExtension, cache, option, quietSettings, root, verbose } from "./common.mjs";
import { noHostedReason } from "./hosted.mjs";
import { runReported } from "./report.mjs";
import { startWebServer } from "./webServer.mjs";

const TIMEOUT_MS = 180_000;
const TESTS = "dist/test/web.js";
/** VS Code keeps the files of this scheme in memory. */
const FOLDER = { scheme: "tmp", path: "/workspace" };

function workspaceFiles() {
  const folder = join(root, "test/vscode/workspace");
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

async function buildTests() {
  await build({
    entryPoints: [join(root, "test/vscode/web/index.ts")],
    outfile: join(root, TESTS),
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

async function runInPage(report) {
  const server = await startWebServer({
    extension: root,
    tests: TESTS,
    folder: FOLDER,
    settings: quietSettings,
  });
  let window;
  try {
    window = await openPage(findChromium());
    const { page } = window;
    let timer;
    const ended = new Promise((resolve) => {
      timer = setTimeout(() => resolve("timeout"), TIMEOUT_MS);
      page.on("crash", () => resolve("the page crashed"));
      page.on("close", () => resolve("the browser ended"));
      page.exposeFunction("codeAutomationExit", resolve);
    });
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const words = args.map((word) => (typeof word === "string" ? word : JSON.stringify(word)));
      report.line(words.join(" "));
    });
    if (verbose) {
      page.on("pageerror", (error) => report.line(error.message));
      page.on("response", (answer) => {
        if (answer.status() >= 400) report.line(`${answer.status()} ${answer.url()}`);
      });
    }
    await page.goto(server.url);
    const exitCode = await ended;
    clearTimeout(timer);
    const shot = option("--shot");
    if (shot || report.problem(exitCode)) {
      const file = shot ? resolve(shot) : join(cache, "failure-web.png");
      mkdirSync(dirname(file), { recursive: true });
      if (await page.screenshot({ path: file }).catch(() => undefined)) {
        console.log(`Screenshot: ${file}`);
      }
    }
    return exitCode;
  } finally {
    await window?.close();
    server.stop();
  }
}

function finish({ passed = 0, failed = 0, skipped = 0 }, ok) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(ok ? 0 : 1);
}

const reason = noHostedReason();
if (reason) {
  const required = process.env.VSCODE_HOST === "required";
  console.log(`${required ? "FAILED" : "SKIPPED"}: no VS Code in a browser: ${reason}`);
  finish({ skipped: 1 }, !required);
}

buildExtension();
await buildTests();
const { report, exitCode } = await runReported(runInPage);
const problem = report.problem(exitCode);
if (problem) console.error(`FAILED: ${problem}`);
const { result } = report;
finish(problem ? { ...result, failed: result?.failed || 1 } : result, !problem);
