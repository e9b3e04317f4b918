/**
 * What cannot happen, and is a mistake of this program if it does. What a file or a user gets wrong is a finding or an
 * `InputError` instead.
 */

/** Marks a branch that the types rule out, so that the compiler names the place where a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}

/**
 * Returns the value.
 * @param why the reason why it is there
 * @throws Error if it is not; a rule that throws is named to the user, and the other rules go on
 */
export function expectDefined<T>(value: T | null | undefined, why: string): T {
  if (value === undefined || value === null) throw new Error(`missing, although ${why}`);
  return value;
}
