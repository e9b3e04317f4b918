/** Addresses by RFC 7622, with what the rule jid-invalid lets pass. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findForbiddenCharacter,
  findJidProblem,
  isPlainJid,
  splitJid,
} from "../../server/core/xmpp/jid";
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
    ["lea@work@example", "domainpart-character"],
    ["lea@work example", "domainpart-character"],
    ["lea@work..example", "domainpart-invalid"],
    ["lea@.work.example", "domainpart-invalid"],
    ["lea@work.example..", "domainpart-invalid"],
    ["lea@.", "domainpart-invalid"],
    ["lea@-work.example", "domainpart-invalid"],
    ["lea@work-.example", "domainpart-invalid"],
    ["lea@work.example:5222", "domainpart-character"],
    ["lea@work!.example", "domainpart-character"],
    ["lea@2001:db8::7", "domainpart-character"],
    ["lea@[2001:db8::7", "domainpart-invalid"],
    ["lea@[]", "domainpart-invalid"],
    ["xmpp:lea@work.example", "uri"],
    ["XMPP:work.example", "uri"],
    [" lea@work.example", "localpart-character"],
    ["lea@work.example ", "domainpart-character"],
  ])("%j: %s", (address, problem) => {
    expect(findJidProblem(address)).toBe(problem);
  });
});

describe("the character that is named", () => {
  test.each([
    ["lea:omar@work.example", ":"],
    ["lea mai@work.example", " "],
    ["o\ufb03ce@work.example", "\ufb03"],
    ["lea\u{1f469}@work.example", "\u{1f469}"],
    ["lea\uff20omar@work.example", "\uff20"],
    ["lea@work@example", "@"],
    ["lea@work.example:5222", ":"],
    ["lea@work..example", undefined],
    ["@work.example", undefined],
  ])("of %j", (address, character) => {
    const problem = findJidProblem(address)!;
    expect(problem).toBeDefined();
    expect(findForbiddenCharacter(address, problem)).toBe(character);
  });
});

/** IdentifierClass of PRECIS, by its derivation in RFC 8264 §8: an example of each property. */
describe("in a localpart", () => {
  const problemOf = (character: string) => findJidProblem(`a${character}z@work.example`);

  test.each([
    ["letters and digits (§9.1)", "\u00e9\u0416\u0e01\u4e9c\u0301\u0903\u0967"],
    ["exceptions that are allowed (§9.6)", "\u00df\u03c2\u06fd\u06fe\u0f0b\u3007"],
    [
      "what depends on its context (§9.6, §9.8)",
      "\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d\u0660\u06f0",
    ],
    ["syllables of Hangul", "\uac00\ud7a3"],
    ["full and half width forms", "\uff21\uff5a\uff10\uff76\uff9e"],
  ])("%s pass", (_, characters) => {
    for (const one of characters) expect(problemOf(one), one).toBeUndefined();
  });

  test.each([
    ["exceptions that are not allowed (§9.6)", "\u0640\u07fa\u302e\u3031\u303b"],
    ["old Hangul (§9.9)", "\u1100\u1161\u11a8\ua960\ud7b0\ud7fb"],
    [
      "what is ignored by default (§9.13)",
      "\u00ad\u034f\u115f\u200b\u2060\u3164\uffa0\ufe0f\ufeff\ufdd0",
    ],
    ["controls (§9.12)", "\u0085\u009f"],
    [
      "what has a compatible equivalent (§9.17)",
      "\u00aa\u00b2\u017f\u01c4\u0132\u2126\u2460\ufb01\ufdfa\u0958\uf900\u0340",
    ],
    ["letters of title case (§9.18)", "\u1f88\u01c5"],
    ["spaces, symbols and punctuation (§9.14 to §9.16)", "\u00a0\u3000\u2665\u00bf\u3001\u20ac"],
    [
      "what stands for one of the eight of RFC 7622 in full width",
      "\uff02\uff06\uff07\uff0f\uff1a\uff1c\uff1e\uff20",
    ],
    ["numbers that are letters, and enclosing marks", "\u2160\u16ee\u20dd"],
    ["what no version of Unicode assigns", "\u{e0080}\u{1ffff}"],
  ])("%s do not pass", (_, characters) => {
    for (const one of characters) expect(problemOf(one), one).toBe("localpart-character");
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

  test("have no problem, and are equal to no others", () => {
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
