// The used part of node:assert/strict, for a host without the modules of Node.js. That the tests use no more of it is
// checked by the compiler: `tsc -p test/vscode/web` reads them with this module in its place.

interface Assert {
  (value: unknown, message?: string): asserts value;
  ok(value: unknown, message?: string): asserts value;
  equal<Expected>(
    actual: unknown,
    expected: Expected,
    message?: string,
  ): asserts actual is Expected;
  deepEqual<Expected>(
    actual: unknown,
    expected: Expected,
    message?: string,
  ): asserts actual is Expected;
  match(text: string, pattern: RegExp, message?: string): void;
  doesNotMatch(text: string, pattern: RegExp, message?: string): void;
  rejects(
    promised: Promise<unknown> | (() => Promise<unknown>),
    expected?: RegExp | string,
  ): Promise<void>;
}

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

function equal<Expected>(
  actual: unknown,
  expected: Expected,
  message?: string,
): asserts actual is Expected {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
}

/** For what JSON can say. */
function deepEqual<Expected>(
  actual: unknown,
  expected: Expected,
  message?: string,
): asserts actual is Expected {
  equal(show(actual), show(expected), message);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message, `${show(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message, `${show(text)} matches ${pattern}`);
}

async function rejects(
  promised: Promise<unknown> | (() => Promise<unknown>),
  expected?: RegExp | string,
): Promise<void> {
  let error: unknown;
  try {
    await (typeof promised === "function" ? promised() : promised);
  } catch (caught) {
    error = caught;
  }
  const message = typeof expected === "string" ? expected : undefined;
  if (error === undefined) fail(message, "nothing was thrown");
  if (expected instanceof RegExp) match(String(error), expected);
}

const assert: Assert = Object.assign(ok, { ok, equal, deepEqual, match, doesNotMatch, rejects });
export default assert;
