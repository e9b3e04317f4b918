/** The command line as a real process: what dist/ holds, run in a folder of its own. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";

export const cli = join(import.meta.dirname, "../../dist/cli.js");

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No colours and English, whatever the machine's settings are. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  LC_ALL: "C",
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
};

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `xmpp-stanza` to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Outcome {
  const { cwd, input = "", env = {} } = options;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    env: { ...environment, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** The output, with paths in the form of systems with slashes. */
export function withSlashes(outcome: Outcome): Outcome {
  return { ...outcome, stdout: outcome.stdout.replaceAll(sep, "/") };
}

/** A folder with files in it, made for one test and removed after it. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "xmpp-stanza-"));

  /** Writes files by their paths within the folder. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  run(args: readonly string[], options: Omit<RunOptions, "cwd"> = {}): Outcome {
    return run(args, { ...options, cwd: this.path });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

let folderOfProgram: string | undefined;

/** A folder for PATH in which `xmpp-stanza` is the command line, as shells find it. */
export function programFolder(): string {
  if (folderOfProgram === undefined) {
    folderOfProgram = mkdtempSync(join(tmpdir(), "xmpp-stanza-program-"));
    const script = `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`;
    writeFileSync(join(folderOfProgram, "xmpp-stanza"), script, { mode: 0o755 });
    process.once("exit", () => rmSync(folderOfProgram!, { recursive: true, force: true }));
  }
  return folderOfProgram;
}
