/** A text is read from bytes as they come, however they are cut. */

import { expect, test } from "vitest";
import { inEnglish } from "../../server/core/text/translate";
import { decodeStream } from "../../server/disk/readText";

const text = "<message><body>ü 👩</body></message>\r\n";

const encodings = {
  "UTF-8": Buffer.from(text, "utf8"),
  "UTF-8 with a byte order mark": Buffer.from(`\ufeff${text}`, "utf8"),
  "UTF-16, little end first": Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, big end first": Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
};

async function decoded(
  bytes: Buffer,
  sizes: readonly number[],
  onDamage?: (encoding: string) => void,
): Promise<string> {
  async function* chunks() {
    let at = 0;
    for (const size of sizes) {
      yield bytes.subarray(at, at + size);
      at += size;
    }
    yield bytes.subarray(at);
  }
  let read = "";
  for await (const part of decodeStream(chunks(), "a", inEnglish, onDamage)) read += part;
  return read;
}

for (const [name, bytes] of Object.entries(encodings)) {
  test(`${name}, in one piece and byte by byte`, async () => {
    expect(await decoded(bytes, [])).toBe(text);
    expect(await decoded(bytes, new Array(bytes.length).fill(1))).toBe(text);
    expect(await decoded(bytes, [0, 1, 2])).toBe(text);
  });
}

test("nothing, and a single byte", async () => {
  expect(await decoded(Buffer.from(""), [])).toBe("");
  expect(await decoded(Buffer.from("a"), [1])).toBe("a");
});

/** The encodings of which bytes were no part. */
async function damageOf(bytes: Buffer, sizes: readonly number[]): Promise<string[]> {
  const damage: string[] = [];
  await decoded(bytes, sizes, (encoding) => damage.push(encoding));
  return damage;
}

test("bytes that are no text are replaced, and said", async () => {
  const bytes = Buffer.from([0x61, 0xff, 0x62]);
  expect(await decoded(bytes, [1, 1])).toBe("a\ufffdb");
  expect(await damageOf(bytes, [1, 1])).toEqual(["UTF-8"]);
  expect(await damageOf(Buffer.from("ü").subarray(0, 1), [])).toEqual(["UTF-8"]);
  expect(await damageOf(Buffer.from([0xff, 0xfe, 0x3c]), [])).toEqual(["UTF-16LE"]);
});

test("U+FFFD in the file itself is a character like others", async () => {
  const bytes = Buffer.from("a\ufffdb\ufffd");
  for (const sizes of [[], [2], [3], new Array(bytes.length).fill(1)]) {
    expect(await decoded(bytes, sizes)).toBe("a\ufffdb\ufffd");
    expect(await damageOf(bytes, sizes)).toEqual([]);
  }
});
