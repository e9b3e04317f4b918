// The used part of node:assert/strict, for a host without the modules of Node.js.

class AssertionError extends Error {
  override readonly name = "AssertionError";
}

function fail(message: string | undefined, reason: string): never {
  throw new AssertionError(message ? `${message}: ${reason}` : reason);
}

const show = (value: unknown) => JSON.stringify(value) ?? String(value);

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `${show(value)} is not true`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
}

/** For what JSON can say. */
function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  equal(show(actual), show(expected), message);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message, `${show(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message, `${show(text)} matches ${pattern}`);
}

async function rejects(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
  let error: unknown;
  try {
    await promise;
  } catch (caught) {
    error = caught;
  }
  if (error === undefined) fail(undefined, "nothing was thrown");
  match(String(error), pattern);
}

export default Object.assign(ok, { ok, equal, deepEqual, match, doesNotMatch, rejects });
