/**
 * Work in steps: a generator that yields where somebody else may have a turn, or may have lost interest,
 * and returns what came of it.
 */

export type Steps<Result> = Generator<void, Result>;

/** Asked between steps; when it says no, what is done by then is all there is. */
export type HasTimeLeft = () => boolean;

export const always: HasTimeLeft = () => true;

/** Takes all steps at once. */
export function runToCompletion<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So many of what is quickly done are a step: one alone would be done before a clock is looked at. */
const MANY = 50;

/** True for the last of those that are taken in one step. */
export function isEndOfStep(index: number): boolean {
  return index % MANY === MANY - 1;
}
