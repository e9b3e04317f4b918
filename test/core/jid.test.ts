/** Addresses by RFC 7622, with what the rule jid-invalid lets pass. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJidProblem, isPlainJid, splitJid } from "../../server/core/xmpp/jid";
import { isPlaceholder } from "../../server/core/xmpp/placeholder";
import { runs } from "../support/random";

test.each([
  ["work.example", undefined, "work.example", undefined],
  ["work.example/desk", undefined, "work.example", "desk"],
  ["lea@work.example", "lea", "work.example", undefined],
  ["lea@work.example/desk", "lea", "work.example", "desk"],
  // The first slash ends the domain; what is behind it may hold anything (RFC 7622 §3.2).
  ["work.example/lea@home.example/b", undefined, "work.example", "lea@home.example/b"],
  ["lea@work@home.example", "lea", "work@home.example", undefined],
  ["@work.example", "", "work.example", undefined],
  ["lea@work.example/", "lea", "work.example", ""],
  ["", undefined, "", undefined],
])("%j falls into its parts", (address, local, domain, resource) => {
  expect(splitJid(address)).toEqual({ local, domain, resource });
});

describe("addresses", () => {
  test.each([
    "lea@work.example",
    "lea@work.example/desk",
    "lea@work.example/the desk by the window",
    "lea@work.example/<&>\"'@/:♘",
    "work.example",
    "work.example/desk",
    "chat.work.example/lea@home.example",
    "lea\\20mai@work.example",
    "strasse@work.example",
    "straße@work.example",
    "λέα@work.example",
    "lea@δουλειά.example",
    "麗亞@工作.example",
    "l.e-a_1~!$%^*()+=[]{}|;,?#`@work.example",
    "LEA@WORK.EXAMPLE",
    "lea@localhost",
    "lea@xn--n3h.example",
    "lea@1and1.example",
    "192.0.2.7",
    "lea@192.0.2.7/desk",
    "[2001:db8::7]",
    "lea@[2001:db8::7]/desk",
    "[::ffff:192.0.2.7]",
    // Let pass, because networks use them.
    "lea@my_host.example",
    "_xmpp.work.example",
    "work.example.",
    "lea@work.example./desk",
  ])("%j is one", (address) => {
    expect(findJidProblem(address)).toBeUndefined();
  });
});

describe("what is none", () => {
  test.each([
    ["", "empty"],
    ["@work.example", "localpart-empty"],
    ["lea@work.example/", "resourcepart-empty"],
    ["work.example/", "resourcepart-empty"],
    ["lea@", "domainpart-empty"],
    ["lea@/desk", "domainpart-empty"],
    ["/desk", "domainpart-empty"],
    ['"lea"@work.example', "localpart-character"],
    ["lea&omar@work.example", "localpart-character"],
    ["l'ea@work.example", "localpart-character"],
    ["lea:omar@work.example", "localpart-character"],
    ["<lea>@work.example", "localpart-character"],
    ["lea mai@work.example", "localpart-character"],
    ["lea\t@work.example", "localpart-character"],
    ["lea\u0007@work.example", "localpart-character"],
    ["lea\u00a0mai@work.example", "localpart-character"],
    ["leaⅫ@work.example", "localpart-character"],
    ["♘@work.example", "localpart-character"],
    ["👩@work.example", "localpart-character"],
    ["lea@work@example", "domainpart-invalid"],
    ["lea@work example", "domainpart-invalid"],
    ["lea@work..example", "domainpart-invalid"],
    ["lea@.work.example", "domainpart-invalid"],
    ["lea@work.example..", "domainpart-invalid"],
    ["lea@.", "domainpart-invalid"],
    ["lea@-work.example", "domainpart-invalid"],
    ["lea@work-.example", "domainpart-invalid"],
    ["lea@work.example:5222", "domainpart-invalid"],
    ["lea@work!.example", "domainpart-invalid"],
    ["lea@2001:db8::7", "domainpart-invalid"],
    ["lea@[2001:db8::7", "domainpart-invalid"],
    ["lea@[]", "domainpart-invalid"],
    ["xmpp:lea@work.example", "localpart-character"],
    [" lea@work.example", "localpart-character"],
    ["lea@work.example ", "domainpart-invalid"],
  ])("%j: %s", (address, problem) => {
    expect(findJidProblem(address)).toBe(problem);
  });
});

describe("each part has at most 1023 octets of UTF-8", () => {
  const label = (length: number) => "a".repeat(length);
  const domain = (length: number) => {
    const labels: string[] = [];
    for (let left = length; left > 0; left -= 51) labels.push(label(Math.min(50, left)));
    return labels.join(".").slice(0, length);
  };

  test.each([
    [`${label(1023)}@work.example`, undefined],
    [`${label(1024)}@work.example`, "localpart-long"],
    [`${"é".repeat(511)}@work.example`, undefined],
    [`${"é".repeat(512)}@work.example`, "localpart-long"],
    [`lea@work.example/${label(1023)}`, undefined],
    [`lea@work.example/${label(1024)}`, "resourcepart-long"],
    [`lea@work.example/${"👩".repeat(255)}`, undefined],
    [`lea@work.example/${"👩".repeat(256)}`, "resourcepart-long"],
    [`lea@${domain(1023)}`, undefined],
    [`lea@${domain(1024)}`, "domainpart-long"],
    [`lea@${label(63)}.example`, undefined],
    [`lea@${label(64)}.example`, "domainpart-invalid"],
  ])("case %#", (address, problem) => {
    expect(findJidProblem(address)).toBe(problem);
  });
});

describe("addresses that are plain", () => {
  const parts = [
    ..."ab1Z",
    ..."@/.-_+ %$",
    ..."{}:\n",
    "..",
    "@x@",
    "\u212a",
    "\u0131",
    "\u017f",
    "é",
  ];
  const address = fc
    .array(fc.constantFrom(...parts, "romeo", "@example.net", "/orchard"), { maxLength: 12 })
    .map((some) => some.join(""));

  test("have nothing wrong, and stand for no others", () => {
    let count = 0;
    fc.assert(
      fc.property(address, (value) => {
        if (!isPlainJid(value)) return;
        count++;
        expect(findJidProblem(value), value).toBeUndefined();
        expect(isPlaceholder(value), value).toBe(false);
      }),
      { numRuns: runs(20_000) },
    );
    expect(count).toBeGreaterThan(runs(500));
  });

  test("are the usual ones, and none of a part that may be too long", () => {
    for (const one of ["a", "a@b", "romeo@example.net/orchard-1 a", "muc.example.net/Romeo"]) {
      expect(isPlainJid(one), one).toBe(true);
    }
    expect(isPlainJid("a".repeat(63))).toBe(true);
    expect(isPlainJid("a".repeat(64))).toBe(false);
  });
});
