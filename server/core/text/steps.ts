/**
 * Work in steps (cooperative scheduling): a generator that yields where other work may run, or a cancellation may be
 * noticed, and returns its result.
 */

export type Steps<Result> = Generator<void, Result>;

/** Called between steps; false once time is up: the result then holds the work done so far. */
export type HasTimeLeft = () => boolean;

export const always: HasTimeLeft = () => true;

/** Runs all steps at once. */
export function runToCompletion<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Number of quick items in a step: one alone takes less time than a look at the clock. */
const MANY = 50;

/** True for the last item of a step. */
export function isEndOfStep(index: number): boolean {
  return index % MANY === MANY - 1;
}
