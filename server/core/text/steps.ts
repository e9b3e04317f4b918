/**
 * Work in steps: a generator that yields where somebody else may have a turn, or may have lost interest,
 * and returns what came of it.
 */

export type Steps<Result> = Generator<void, Result>;

/** Called between steps; false once time is up: the result then holds the work done so far. */
export type HasTimeLeft = () => boolean;

export const always: HasTimeLeft = () => true;

/** Takes all steps at once. */
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
