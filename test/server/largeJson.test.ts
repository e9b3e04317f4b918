/** Large JSON in parts is what `JSON.parse` makes of it, or refuses, whatever it is and wherever it is cut. */

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { runToCompletion } from "../../server/core/text/steps";
import { parseLargeJson, type Sizes } from "../../server/protocol/largeJson";
import { runs } from "../support/random";

type Outcome = { readonly value: unknown } | { readonly error: string };

function outcomeOf(parse: () => unknown): Outcome {
  try {
    return { value: parse() };
  } catch (error) {
    return { error: String(error) };
  }
}

const whole = (bytes: Buffer) => outcomeOf(() => JSON.parse(bytes.toString("utf8")));

const stepsOf = (bytes: Buffer, sizes?: Sizes) =>
  parseLargeJson(bytes, (start, end) => bytes.toString("utf8", start, end), sizes);

const parted = (bytes: Buffer, sizes?: Sizes) =>
  outcomeOf(() => runToCompletion(stepsOf(bytes, sizes)));

/** Small, so that small texts have many parts. */
const sizes: fc.Arbitrary<Sizes> = fc.record({
  long: fc.integer({ min: 1, max: 30 }),
  piece: fc.integer({ min: 1, max: 120 }),
});

const words = [
  "\n",
  '"',
  "\\",
  "\\u0041",
  "é",
  "名",
  "😀",
  "\ud83d",
  "x",
  "  ",
  "<a b='c'/>",
  "\u0001",
];

const text = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => parts.join(""));

const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom(null, true, -0, 1e300, "x".repeat(31), `${"x".repeat(30)}0`),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "a")), tie("value"), { maxKeys: 4 }),
  ),
}));

/** The same JSON, with everything escaped that can be, or with white space where it can be. */
function written(value: unknown, style: string): string {
  if (style === "spaced") return JSON.stringify(value, null, "\t").replaceAll('":', '" \n:');
  const plain = JSON.stringify(value);
  if (style === "plain") return plain;
  return plain.replace(
    /[^\0-~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const style = fc.constantFrom("plain", "spaced", "escaped");

test("parses any value as JSON.parse does", () => {
  fc.assert(
    fc.property(json, style, sizes, (value, how, some) => {
      const bytes = Buffer.from(written(value, how));
      expect(parted(bytes, some)).toStrictEqual(whole(bytes));
    }),
    { numRuns: runs(3000) },
  );
});

test("reports the same error as JSON.parse for JSON that is broken anywhere", () => {
  const harm = fc.record({
    at: fc.nat(),
    removed: fc.nat(8),
    put: fc.constantFrom(
      [],
      [0x22],
      [0x5c],
      [0x5c, 0x75],
      [0x0a],
      [0xe5],
      [0x90, 0x8d],
      [0xff],
      [0x2c],
    ),
  });
  fc.assert(
    fc.property(json, style, sizes, fc.array(harm, { minLength: 1, maxLength: 3 }), (...given) => {
      const [value, how, some, harms] = given;
      let bytes = Buffer.from(written(value, how));
      for (const { at, removed, put } of harms) {
        const start = at % (bytes.length + 1);
        bytes = Buffer.concat([
          bytes.subarray(0, start),
          Buffer.from(put),
          bytes.subarray(start + removed),
        ]);
      }
      expect(parted(bytes, some)).toStrictEqual(whole(bytes));
    }),
    { numRuns: runs(3000) },
  );
});

describe("a document that is opened", () => {
  const repeated = (text: string) => text.repeat(2_000_000 / text.length);
  it.each([
    ["stanzas", "<iq type='get' id=\"a\">\n  <ping xmlns='urn:xmpp:ping'/>\n</iq>\n", "plain"],
    ["one line without an escape", "<iq/>", "plain"],
    ["nothing but escapes", '\n\\"', "plain"],
    ["Chinese without a break", "名", "plain"],
    ["Chinese in escapes", "名", "escaped"],
    ["characters of four bytes", "😀", "plain"],
  ])("is the same, and others have many turns: %s", (_, text, how) => {
    const params = { textDocument: { uri: "a", text: repeated(text) } };
    const bytes = Buffer.from(written({ method: "textDocument/didOpen", params }, how));
    const steps = stepsOf(bytes);
    let turns = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) turns++;
    expect(step.value).toStrictEqual(JSON.parse(bytes.toString()));
    expect(turns).toBeGreaterThanOrEqual(Math.floor(bytes.length / 262_200));
  });
});

it("keeps values apart with duplicate names, and with texts like its stand-ins", () => {
  const long = "y".repeat(50);
  const filler = "x".repeat(20);
  const texts = [
    `{"a":"${long}1","a":"${long}2"}`,
    `{"a":"${long}1","a":2,"b":"${long}3"}`,
    `["${filler}0","${long}","${filler}","${filler}1"]`,
    `{"${filler}0":"${long}","${long}":"${filler}0"}`,
    `{"__proto__":"${long}","toJSON":"${long}"}`,
  ];
  for (const one of texts) {
    expect(parted(Buffer.from(one), { long: 20, piece: 16 })).toStrictEqual({
      value: JSON.parse(one),
    });
  }
});

it("reads strings of about the limit's length alike, whatever their last character", () => {
  for (const last of ["😀", "\n", "\u0001", "é"]) {
    for (let length = 990; length < 1010; length++) {
      const value = ["x".repeat(20_000), "x".repeat(length) + last];
      expect(parted(Buffer.from(JSON.stringify(value)))).toStrictEqual({ value });
    }
  }
});
