/** Whole processes, timed in turn, so that what else the machine does falls on all of them alike. */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { median } from "./median";

export interface Command {
  readonly name: string;
  readonly command: readonly string[];
  /** Content of its standard input. */
  readonly input?: string;
}

/** Medians over the runs. */
export interface Timed {
  readonly name: string;
  readonly milliseconds: number;
  /** Milliseconds of processor time in all threads, which a busy machine changes little; undefined like the memory. */
  readonly processor: number | undefined;
  /** Maximum resident memory; undefined where the system does not report it. */
  readonly megabytes: number | undefined;
}

/** One run; processor time and memory only where GNU time is there. */
interface Run {
  readonly milliseconds: number;
  readonly processor?: number;
  readonly megabytes?: number;
}

const gnuTime = "/usr/bin/time";

/** Runs the commands in turn, `runs` times; the first turn warms the caches of the disk and is not counted. */
export function timeInTurn(commands: readonly Command[], runs: number): Timed[] {
  const times = commands.map((): number[] => []);
  const processor = commands.map((): number[] => []);
  const memory = commands.map((): number[] => []);
  for (let run = -1; run < runs; run++) {
    for (const [index, { command, input }] of commands.entries()) {
      const measured = runOnce(command, input);
      if (run < 0) continue;
      times[index]!.push(measured.milliseconds);
      if (measured.megabytes !== undefined) memory[index]!.push(measured.megabytes);
      if (measured.processor !== undefined) processor[index]!.push(measured.processor);
    }
  }
  return commands.map(({ name }, index) => ({
    name,
    milliseconds: median(times[index]!),
    processor: processor[index]!.length > 0 ? median(processor[index]!) : undefined,
    megabytes: memory[index]!.length > 0 ? median(memory[index]!) : undefined,
  }));
}

function runOnce(command: readonly string[], input: string | undefined): Run {
  const measures = existsSync(gnuTime);
  const [program, ...args] = measures ? [gnuTime, "-f", "%M %U %S", "-q", ...command] : command;
  // A pipe, as a capture is read; the shell only connects the two.
  const piped =
    input === undefined ? undefined : ["-c", `cat "$0" | "$@"`, input, program!, ...args];
  const start = performance.now();
  const { status, stderr, error } = piped
    ? spawnSync("sh", piped, { maxBuffer: 1 << 30, encoding: "utf8" })
    : spawnSync(program!, args, { maxBuffer: 1 << 30, encoding: "utf8" });
  const milliseconds = performance.now() - start;
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`${command.join(" ")}: ${status} ${stderr}`);
  if (!measures) return { milliseconds };
  const [kilobytes, user, system] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return {
    milliseconds,
    processor: 1000 * (user! + system!),
    megabytes: kilobytes! / 1024,
  };
}

/** True if the shell finds the program. */
export function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** Load of the machine: waiting tasks over the last minute, where the system reports it. */
export function loadOfMachine(): string {
  if (!existsSync("/proc/loadavg")) return "unknown";
  return readFileSync("/proc/loadavg", "utf8").split(" ")[0]!;
}
