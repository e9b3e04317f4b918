/** Growth of the time of a check with the text, for texts that could make it more than linear. */

import { everyRule, open } from "../support/documents";
import { hostileTexts } from "../support/hostile";

/** The text is made so many times as long: linear time takes so many times as long, quadratic time 256 times. */
const FACTOR = 16;

/** A check of the shorter text takes so many milliseconds at least: a clock shows less too coarsely. */
const LEAST = 20;

/**
 * Tags that become too long for the stack of regular expressions on the way: from there on a slower loop reads
 * them, which is one step and no slope. They are measured after that step, with a factor of 4.
 */
const afterStep: Readonly<Record<string, number>> = {
  attributes: 2_560_000,
  "declarations and attributes with prefixes": 640_000,
};

/** The growth of time in terms of the growth of the text. */
export interface Growth {
  readonly name: string;
  /** 1 if time is linear, `FACTOR` if it is quadratic. */
  readonly ratio: number;
  readonly times: string;
}

/** One for each text; the ratio is of the fastest of some runs, because what else the machine does only adds time. */
export function* measureGrowth(runs: number): Generator<Growth> {
  for (const [name, make] of Object.entries(hostileTexts)) {
    const step = afterStep[name];
    const factor = step === undefined ? FACTOR : 4;
    let count = step ?? 5_000;
    while (step === undefined && count < 320_000 && fastest(make(count), 3) < LEAST) count *= 2;
    const small = fastest(make(count), runs);
    const large = fastest(make(factor * count), runs);
    const times = `${count}: ${small.toFixed(0)} ms, ${factor * count}: ${large.toFixed(0)} ms`;
    yield { name, ratio: large / Math.max(small, LEAST / 2) / factor, times };
  }
}

function fastest(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = worked();
    open(text, everyRule).findings();
    least = Math.min(least, worked() - start);
  }
  return least;
}

/** Milliseconds that the processor has worked for this process: others on it do not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
