/** Conditions that are suggested first for a name that is none of the 22. */

import { expect, test } from "vitest";
import { conditions } from "../../server/core/xmpp/conditions";
import { rankConditions } from "../../server/core/xmpp/nearConditions";

const names = conditions.map(({ name }) => name);

test.each([
  ["item-not-fuond", "item-not-found"],
  ["item_not_found", "item-not-found"],
  ["itemNotFound", "item-not-found"],
  ["Conflict", "conflict"],
  ["undefined-conditon", "undefined-condition"],
  // A word is missing.
  ["not-implemented", "feature-not-implemented"],
  ["not-found", "item-not-found"],
  ["server-error", "internal-server-error"],
  ["internal-error", "internal-server-error"],
  ["timeout", "remote-server-timeout"],
  ["server-timeout", "remote-server-timeout"],
  ["server-not-found", "remote-server-not-found"],
  // The words are in another order, or not separated.
  ["malformed-jid", "jid-malformed"],
  ["notfound", "item-not-found"],
  ["NotImplemented", "feature-not-implemented"],
  ["servererror", "internal-server-error"],
])("%s is meant to be %s", (name, condition) => {
  expect(rankConditions(name).guess).toBe(condition);
});

test.each([
  // Words that two conditions have, or that say the same in other standards: a guess would be a coin toss.
  ["unavailable", ["service-unavailable", "recipient-unavailable"]],
  ["required", ["registration-required", "subscription-required"]],
  ["access-denied", ["forbidden", "not-allowed"]],
  ["permission-denied", ["forbidden", "not-allowed"]],
  ["unsupported", ["feature-not-implemented"]],
  ["invalid-request", ["bad-request"]],
  // Words that the condition does not have.
  ["request-failed", ["bad-request"]],
])("%s has no guess, and %s come first", (name, first) => {
  const ranking = rankConditions(name);
  expect(ranking.guess).toBeUndefined();
  expect(ranking.names.slice(0, first.length)).toEqual(first);
});

test.each(["busybody", "x", "", "not", "текст", "-", "x".repeat(100_000)])(
  "%j is near none, so that the order is the RFC's with undefined-condition last",
  (name) => {
    const { guess, names: offered } = rankConditions(name);
    expect(guess).toBeUndefined();
    const ordinary = names.filter((one) => one !== "undefined-condition");
    expect(offered).toEqual([...ordinary, "undefined-condition"]);
  },
);

test.each(["not-implemented", "undefined-conditon", "access-denied", "condition", "x"])(
  "all 22 are offered for %s, each once",
  (name) => {
    const { names: offered } = rankConditions(name);
    expect([...offered].sort()).toEqual([...names].sort());
  },
);

test("undefined-condition is last unless it is misspelt", () => {
  expect(rankConditions("condition").names.at(-1)).toBe("undefined-condition");
  expect(rankConditions("undefined-conditon").names[0]).toBe("undefined-condition");
});
