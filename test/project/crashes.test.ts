/** Restarts of a server that ended: the policy. test/vscode/crash.test.ts shows that VS Code follows it. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";

const shown: { message: string; buttons: string[] }[] = [];
let chosen: string | undefined;

vi.mock("vscode", () => ({
  l10n: { t: (text: string, ...values: unknown[]) => text.replace("{0}", String(values[0])) },
  window: {
    async showErrorMessage(message: string, ...buttons: string[]) {
      shown.push({ message, buttons });
      return chosen;
    },
  },
}));
vi.mock("vscode-languageclient", () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));

// Another test in the same worker may have loaded it with another `vscode`.
vi.resetModules();
const { CrashHandler } = await import("../../client/crashes");

const AGAIN = 2;
const ENOUGH = 1;
const MINUTE = 60_000;

const said: string[] = [];
const say = (text: string) => said.push(text);
const output = { error: say, warn: say, show: vi.fn() };
const crashed = vi.fn();
const restart = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  shown.length = 0;
  said.length = 0;
  chosen = undefined;
  vi.clearAllMocks();
});

afterEach(() => vi.useRealTimers());

function handler() {
  return new CrashHandler(output as never, crashed, restart);
}

/** Actions after each end of a server that ran for those times. */
function actions(one: InstanceType<typeof CrashHandler>, times: number, every: number): unknown[] {
  return Array.from({ length: times }, () => {
    vi.advanceTimersByTime(every);
    return one.closed().action;
  });
}

test("four times within three minutes, and then a message with a button", async () => {
  expect(actions(handler(), 5, MINUTE / 2)).toEqual([AGAIN, AGAIN, AGAIN, AGAIN, ENOUGH]);
  expect(crashed).toHaveBeenCalledTimes(5);
  expect(shown).toHaveLength(1);
  expect(shown[0]!.message).toContain("has stopped 5 times");
  expect(shown[0]!.buttons).toEqual(["Restart", "Show Output"]);
  expect(said).toHaveLength(5);
  await vi.runAllTimersAsync();
  expect(restart).not.toHaveBeenCalled();
});

test("for ever, where they are farther apart", () => {
  expect(new Set(actions(handler(), 40, MINUTE))).toEqual(new Set([AGAIN]));
  expect(shown).toEqual([]);
});

test("four times more after the button was pressed", async () => {
  chosen = "Restart";
  const one = handler();
  expect(actions(one, 5, 1)).toEqual([AGAIN, AGAIN, AGAIN, AGAIN, ENOUGH]);
  await vi.runAllTimersAsync();
  expect(restart).toHaveBeenCalledTimes(1);
  expect(actions(one, 5, 1)).toEqual([AGAIN, AGAIN, AGAIN, AGAIN, ENOUGH]);
});

test("the log is shown on request", async () => {
  chosen = "Show Output";
  actions(handler(), 5, 1);
  await vi.runAllTimersAsync();
  expect(output.show).toHaveBeenCalledTimes(1);
  expect(restart).not.toHaveBeenCalled();
});

test("a message that could not be read does not end the connection", () => {
  expect(handler().error(new Error("x"))).toEqual({ action: 1, handled: true });
  expect(said[0]).toContain("x");
});
