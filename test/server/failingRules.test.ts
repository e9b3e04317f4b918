/** A rule that throws is named once in the log, and an editor gets what the other rules say. */

import { afterEach, expect, test, vi } from "vitest";
import { checkOf } from "../support/checks";
import { pullingClient, pushedClient, rangeOf, Session } from "./support";

const TEXT = "<iq type='bogus'/>\n<message type='bogus'/>\n<iq type='bogus'/>\n";

let session: Session | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  session?.dispose();
});

/** Has that rule throw when it looks at a stanza. */
function breakRule(id: string): void {
  vi.spyOn(checkOf(id, "stanza"), "run").mockImplementation(() => {
    throw new Error("boom");
  });
}

test.each([
  ["pulls", pullingClient],
  ["is told", pushedClient],
] as const)("a client that %s", async (_, client) => {
  breakRule("stanza-type-invalid");
  session = await Session.start(client);
  await session.open(TEXT);
  const diagnostics = async (count: number) =>
    client === pullingClient
      ? await session!.diagnostics()
      : (await session!.publications(count)).at(-1)!.diagnostics;
  const rules = (await diagnostics(1)).map(({ code }) => code);
  expect(rules).toEqual(["iq-id-missing", "iq-id-missing"]);
  await session.change(2, [{ text: TEXT + TEXT }]);
  expect(await diagnostics(2)).toHaveLength(4);
  expect(session.logged).toHaveLength(1);
  expect(session.logged[0]).toMatch(/^The rule stanza-type-invalid failed.*: Error: boom\n +at /);
});

test("a fix that throws is no offer, and the others are", async () => {
  const check = checkOf("iq-id-missing", "stanza");
  const original = check.run;
  vi.spyOn(check, "run").mockImplementation((stanza, report) =>
    original.call(check, stanza, (at, message, more) =>
      report(at, message, {
        ...more,
        fixes: () => {
          throw new Error("boom");
        },
      }),
    ),
  );
  session = await Session.start(pullingClient);
  await session.open(TEXT);
  const range = rangeOf(TEXT, "<iq type='bogus'/>");
  const diagnostics = await session.diagnostics();
  for (let round = 0; round < 2; round++) {
    const actions = await session.actions(range, { diagnostics });
    const titles = actions.map(({ title }) => title);
    expect(titles.some((title) => title.startsWith("Change to type="))).toBe(true);
    expect(titles.some((title) => title.startsWith("Insert id="))).toBe(false);
  }
  expect(session.logged).toHaveLength(1);
  expect(session.logged[0]).toMatch(
    /^A fix of the rule iq-id-missing could not be made: Error: boom/,
  );
});
