// Shared by the tests of other editors: an editor that is set up as docs/editors.md says,
// with the command `xmpp-stanza` and files with a mistake to repair.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  buildExtension,
  cleanEnvironment,
  killGroup,
  root,
  temporaryFolder,
} from "../vscode/common.mjs";

/** Ends what hangs. */
const TIMEOUT_MS = 1_200_000;
/** Ends the wait for a server that stays. */
const END_TIMEOUT_MS = 200_000;

/** Files for a test of an editor: one mistake, and one that the settings switch off. */
const NAMES = ["a.stanza", "b.xmpp", "c.stanza.xml", "d.xmpp.xml", "plain.xml"];

/**
 * The blocks of code in a section of docs/editors.md.
 * @param heading the section's heading
 * @param language what stands behind the opening fence
 */
export function documentedBlocks(heading, language) {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  const fence = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...section.matchAll(fence)].map(([, code]) => code);
}

/** The first line that `program --version` prints, or undefined where there is no such program. */
export function versionOf(program) {
  try {
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
    return execFileSync(program, ["--version"], options).split("\n")[0];
  } catch {
    return undefined;
  }
}

/**
 * Runs an editor as somebody who has only this configuration. The editor prints a line for each
 * thing it tried: `ok NAME`, or `not ok NAME: REASON`.
 * @param configuration texts of files, by their paths within the home folder
 * @param start gets that folder; gives the program and its arguments
 * @returns how many there were of each
 */
export async function runEditor(configuration, start) {
  const { folder, remove } = temporaryFolder();
  try {
    for (const [path, text] of Object.entries(configuration)) write(join(folder, path), text);
    const command = join(folder, "bin/xmpp-stanza");
    const servers = join(folder, "servers");
    const cli = `exec "${process.execPath}" "${join(root, "dist/cli.js")}" "$@"`;
    write(command, `#!/bin/sh\necho $$ >> "${servers}"\n${cli}\n`);
    chmodSync(command, 0o755);
    const work = join(folder, "work");
    for (const name of NAMES) {
      cpSync(join(root, "test/editors/reply.stanza"), join(work, name));
    }
    const counts = await run(start(folder), work, {
      HOME: folder,
      LC_ALL: "C.UTF-8",
      PATH: `${join(folder, "bin")}:${process.env.PATH}`,
      XDG_CACHE_HOME: join(folder, ".cache"),
      XDG_CONFIG_HOME: join(folder, ".config"),
      XDG_DATA_HOME: join(folder, ".local/share"),
      XDG_STATE_HOME: join(folder, ".local/state"),
    });
    const left = await untilEnded(readFileSync(servers, "utf8").trim().split("\n"));
    console.log(`  ${left === 0 ? "ok" : "not ok"} the server ends with the editor`);
    counts[left === 0 ? "passed" : "failed"]++;
    return counts;
  } finally {
    remove();
  }
}

/** Waits until none of the processes runs; gives how many are left in the end. */
async function untilEnded(pids) {
  const isRunning = (pid) => {
    const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" });
    // Nobody may have asked yet how a process without a parent has ended: then it is there as a zombie.
    return !/^(?:Z.*)?$/.test(stdout.trim());
  };
  for (const end = Date.now() + END_TIMEOUT_MS; ; await sleep(50)) {
    const left = pids.filter(isRunning).length;
    if (left === 0 || Date.now() > end) return left;
  }
}

function write(path, text) {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

function run([program, ...args], cwd, extra) {
  const child = spawn(program, args, {
    cwd,
    env: cleanEnvironment(extra),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const lines = [];
  const said = [];
  child.stdout.setEncoding("utf8").on("data", (text) => lines.push(text));
  child.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
  const timer = setTimeout(() => {
    said.push(`it had not ended after ${TIMEOUT_MS / 1000} s`);
    killGroup(child);
  }, TIMEOUT_MS);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const results = lines
        .join("")
        .split(/\r?\n/)
        .filter((line) => /^(?:not )?ok /.test(line));
      for (const line of results) console.log(`  ${line}`);
      const passed = results.filter((line) => line.startsWith("ok ")).length;
      const failed = results.length - passed;
      const isWhole = code === 0 && passed > 0;
      if (!isWhole || failed) console.error(said.join("").trim());
      if (!isWhole && !failed) console.error(`FAILED: the editor ended with ${code}`);
      resolve({ passed, failed: isWhole ? failed : failed || 1 });
    });
  });
}

/**
 * Ends the process as a skipped test, which is a failure where `variable` is "required".
 * @param how what to do to have the editor
 */
export function finishWithoutEditor(variable, how) {
  const isRequired = process.env[variable] === "required";
  console.log(`${isRequired ? "FAILED" : "SKIPPED"}: ${how}`);
  console.log("0 passed, 0 failed, 1 skipped");
  process.exit(isRequired ? 1 : 0);
}

/** Runs each of the tests after a build, prints the numbers last, and ends the process. */
export async function runAll(tests) {
  buildExtension();
  let passed = 0;
  let failed = 0;
  for (const [name, test] of tests) {
    console.log(name);
    const result = await test();
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed, 0 skipped`);
  process.exit(failed ? 1 : 0);
}
