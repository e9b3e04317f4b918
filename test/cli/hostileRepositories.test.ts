/**
 * The command line in repositories that set traps: it ends, with a message, and nothing is written outside or run.
 * The quick part has one trap of each kind; the long run all of them, as root and as another user, and compares the
 * processor time with that of the same repository without the trap.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  HostileRepository,
  isRoot,
  nobody,
  reasonNotToRunAs,
  self,
  type User,
} from "../support/hostileRepository";
import { type Trap, trapsByKind } from "../support/hostileTraps";

const cpuReporter = join(import.meta.dirname, "../support/cpuReporter.cjs");

const isLong = process.env.XMPP_STANZA_LONG === "1";
const users = isLong && isRoot ? [self, nobody] : [self];
const cases = Object.values(trapsByKind).flatMap((traps) => (isLong ? traps : traps.slice(0, 1)));

const acting = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function argsOf({ args = [] }: Trap): string[] {
  const fixes = args.includes("--cache") ? [] : ["--fix"];
  const format = args.includes("--format") ? [] : ["--format", "compact"];
  return ["check", ".", ...fixes, ...format, ...args];
}

function expectUnharmed(trap: Trap, user: User): void {
  using repository = new HostileRepository(user);
  trap.set(repository);
  repository.giveAway();
  const before = repository.snapshot();
  const { status, stdout, stderr, error } = repository.run(argsOf(trap), trap.env);
  expect(error, "it ends").toBeUndefined();
  expect([0, 1, 2], stderr).toContain(status);
  expect(repository.snapshot(), "nothing is written outside, nothing has run").toEqual(before);
  expect(existsSync(join(repository.path, "planted"))).toBe(false);
  expect(stdout + stderr).not.toContain("secret");
  expect(stdout + stderr).not.toMatch(acting);
  expect(stderr, "no exception").not.toMatch(/^\s+at /m);
  const { message, isForRoot = true } = trap;
  if (message && (isForRoot || user.uid !== 0)) {
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  }
  // The work goes on in spite of it.
  if (argsOf(trap).includes("--fix")) {
    const isRepaired = readFileSync(repository.at("a.xmpp"), "utf8").includes("type='cancel'");
    expect(isRepaired).toBe(trap.stops !== true);
  }
}

describe.each(users)("as $name", (user) => {
  const reason = reasonNotToRunAs(user);
  test.for(cases)("$name", (trap, { skip }) => {
    const obstacle = reason ?? trap.reasonToSkip;
    if (obstacle !== undefined) skip(obstacle);
    expectUnharmed(trap, user);
  });
});

/** Processor time of a run in microseconds: the least of some, as the machine does other things, too. */
function costOf(trap: Trap, isSet: boolean): number {
  const costs = [1, 2, 3].map(() => {
    using repository = new HostileRepository(self);
    if (isSet) trap.set(repository);
    const report = join(repository.home, "cpu");
    const flags = ["--require", cpuReporter];
    const env = { ...trap.env, CPU_REPORT: report };
    for (let run = 0; run < 2; run++) repository.run(argsOf(trap), env, flags);
    return Number(readFileSync(report, "utf8"));
  });
  return Math.min(...costs);
}

describe.runIf(isLong)(
  "takes at most twice the processor time of the repository without it",
  () => {
    test.for(cases)("$name", (trap, { skip }) => {
      if (trap.reasonToSkip !== undefined) skip(trap.reasonToSkip);
      expect(costOf(trap, true)).toBeLessThan(2 * costOf(trap, false));
    });
  },
);
