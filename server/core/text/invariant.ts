/**
 * Assertions of conditions that hold unless this program has a mistake. Mistakes of files and users are findings or
 * an `InputError` instead.
 */

/** Marks a branch that the types rule out, so that the compiler names the place where a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}

/**
 * Returns the value.
 * @param why the reason why it exists
 * @throws Error if it does not; a rule that throws is named to the user, and the other rules go on
 */
export function expectDefined<T>(value: T | null | undefined, why: string): T {
  if (value === undefined || value === null) throw new Error(`missing, although ${why}`);
  return value;
}
